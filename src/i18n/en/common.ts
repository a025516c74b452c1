/** Ids that more than one surface shows. */
export const common = {
  "tier.high": "High value",
  "tier.medium": "Medium",
  "tier.basic": "Basic",
  "tier.outsideWindow": "Outside window",
  "tier.noOrder": "No order yet",
  "channelVerdict.prefer": "Prefer",
  "channelVerdict.notMet": "Not met",
  "channelVerdict.spendNoNew": "Spend, no new customers",
  "channelVerdict.costMissing": "Cost missing",
  "kpiStatus.met": "Met",
  "kpiStatus.notMet": "Not met",
  "kpiStatus.noBaseline": "No baseline",
  "kpiStatus.notDue": "Not due",
  "kpiStatus.smallSample": "Small sample",
  "kpiStatus.noTarget": "No target",
  "kpiStatus.noData": "No data",
} as const;
