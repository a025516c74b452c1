/** Words of the predictions, the same in functions and reports: fits, reasons of a risk, back-tests. */
export const prediction = {
  "reason.silence.long": "buys every {intervalDays} days on average, has not bought for {silentDays} days",
  "reason.silence.short": "buys every {intervalDays} days on average, last bought {silentDays} days ago",
  "reason.silence.today": "buys every {intervalDays} days on average, last bought on the day itself",
  "reason.silence.once": "bought on one day only, {silentDays} days ago (median: {typicalSilentDays})",
  "reason.frequency.alike":
    "days with a purchase: {purchases}, in the last {recentDays} days: {recentPurchases}",
  "reason.frequency.apart":
    "days with a purchase: {purchases} (median: {typicalPurchases}), in the last {recentDays} days: {recentPurchases}",
  "reason.tenure": "first bought {tenureDays} days ago (median: {typicalTenureDays})",
  "reason.spend": "spends {meanSpend} a time (median: {typicalMeanSpend})",
  "reason.spendTrend.up": "spends {change} more a time than before",
  "reason.spendTrend.down": "spends {change} less a time than before",
  "reason.none": "much like the average customer",
  "reason.withSource": "{reason} ({source})",

  "riskSource.learner": "learnt from the past of this data",
  "riskSource.recency": "by silence alone: on the past of this data nothing did better",
  "riskSource.model": "by a purchase model: too little past to learn from",
  "riskSource.rates": "rough: too few customers for more than counted shares",

  "riskBand.low": "Low",
  "riskBand.medium": "Medium",
  "riskBand.high": "High",

  "explain.standing":
    "{customer}: {tier}, rank {rank} of {base} (RFM {code}); orders in {windowDays} days: {orders}, net spend {netSpend}, last order {days} days ago",
  "explain.ranked":
    "{customer}: rank {rank} of {base} (RFM {code}); orders in {windowDays} days: {orders}, net spend {netSpend}, last order {days} days ago",
  "explain.outside": "{customer}: {tier}, no order in {windowDays} days, last order {days} days ago",
  "explain.noOrder": "{customer} has no valid order yet.",
  "explain.risk":
    "churn risk in the next {horizonDays} days {risk} ({low} to {high}, all customers {meanRisk}): {reasons}",
  "explain.next": "next purchase to expect in about {nextDays} days",
  "explain.sentence": "{parts}.",

  "backtestMethod.ours": "Churn risk",
  "backtestMethod.bgnbd": "BG/NBD",
  "backtestMethod.mbgnbd": "MBG/NBD",
  "backtestMethod.pareto": "Pareto/NBD",
  "backtestMethod.recency": "Recency only",
  "backtestMethod.rfm": "RFM sum",
  "backtestMethod.baseRate": "Base rate",
  "backtestVerdict.beatsRecency":
    "On your data churn risk has predictive power: AUC {ours}, against {recency} by silence alone.",
  "backtestVerdict.notBetterThanRecency":
    "On your data churn risk is no better than silence alone (AUC {ours} against {recency}): use the simple rule.",
  "backtestVerdict.tooLittleData":
    "Too little history to judge: at least 20 customers must have stayed and 20 been lost in the past.",

  "modelFit.unit.day": "Times are in days.",
  "modelFit.unit.week": "Times are in weeks.",
  "modelFit.converged": "The fit has converged.",
  "modelFit.fewCustomers": "Small sample: with {customers} customers the parameters are no more than a hint.",
  "modelFit.sample": "The parameters rest on a sample of {customersUsed} customers.",
  "modelFit.boundary.allOneTime":
    "Nobody has bought a second time, so nothing can be learnt about leaving; the rate is a cautious guess.",
  "modelFit.boundary.noDropout": "No leaving is visible in this data: every customer counts as still buying.",
  "modelFit.boundary.fullDropout": "Whoever can leave leaves at the first chance.",
  "modelFit.boundary.noVariation": "Customers do not differ visibly in how often they buy.",
  "modelFit.boundary.noDropoutVariation": "Customers do not differ visibly in how soon they leave.",
  "modelFit.boundary.extremeVariation":
    "Customers differ so much that the parameters rest at the edge of what is allowed; take them with caution.",
} as const;
