import type { common as source } from "../en/common";

export const common: Record<keyof typeof source, string> = {
  "tier.high": "高价值",
  "tier.medium": "中等",
  "tier.basic": "基础",
  "tier.outsideWindow": "窗口外",
  "tier.noOrder": "未成交",
  "channelVerdict.prefer": "优先投放",
  "channelVerdict.notMet": "不达标",
  "channelVerdict.spendNoNew": "有花费无新客",
  "channelVerdict.costMissing": "成本缺失",
  "kpiStatus.met": "达标",
  "kpiStatus.notMet": "未达标",
  "kpiStatus.noBaseline": "缺基线",
  "kpiStatus.notDue": "未到期",
  "kpiStatus.smallSample": "样本少",
  "kpiStatus.noTarget": "无目标",
  "kpiStatus.noData": "缺数据",
};
