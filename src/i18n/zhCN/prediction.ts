import type { prediction as source } from "../en/prediction";

export const prediction: Record<keyof typeof source, string> = {
  "reason.silence.long": "平均{intervalDays}天买一次，已{silentDays}天未买",
  "reason.silence.short": "平均{intervalDays}天买一次，最近一次在{silentDays}天前",
  "reason.silence.today": "平均{intervalDays}天买一次，基准日当天刚买过",
  "reason.silence.once": "只在一天买过，距今{silentDays}天（中位数{typicalSilentDays}天）",
  "reason.frequency.alike": "共买过{purchases}次，近{recentDays}天{recentPurchases}次",
  "reason.frequency.apart":
    "共买过{purchases}次（中位数{typicalPurchases}次），近{recentDays}天{recentPurchases}次",
  "reason.tenure": "首次购买距今{tenureDays}天（中位数{typicalTenureDays}天）",
  "reason.spend": "每次消费{meanSpend}（中位数{typicalMeanSpend}）",
  "reason.spendTrend.up": "每次消费比以前高{change}",
  "reason.spendTrend.down": "每次消费比以前低{change}",
  "reason.none": "与一般客户相近",
  "reason.withSource": "{reason}（{source}）",

  "riskSource.learner": "从本数据的历史学得",
  "riskSource.recency": "只看最近消费：在本数据的历史上没有更好的方法",
  "riskSource.model": "按购买模型：历史太少，无法学习",
  "riskSource.rates": "粗略：客户太少，只能按同类客户的比例",

  "riskBand.low": "低",
  "riskBand.medium": "中",
  "riskBand.high": "高",

  "explain.standing":
    "{customer}：{tier}，第 {rank} 名（共 {base} 名，RFM {code}）；近{windowDays}天{orders}单，净消费{netSpend}，最近一次在{days}天前",
  "explain.ranked":
    "{customer}：第 {rank} 名（共 {base} 名，RFM {code}）；近{windowDays}天{orders}单，净消费{netSpend}，最近一次在{days}天前",
  "explain.outside": "{customer}：{tier}，近{windowDays}天没有下单，最近一次在{days}天前",
  "explain.noOrder": "{customer}还没有有效订单。",
  "explain.risk": "未来{horizonDays}天流失风险 {risk}（{low} 至 {high}，全体平均 {meanRisk}）：{reasons}",
  "explain.next": "预计约{nextDays}天后再次购买",
  "explain.sentence": "{parts}。",

  "backtestMethod.ours": "流失风险",
  "backtestMethod.bgnbd": "BG/NBD",
  "backtestMethod.mbgnbd": "MBG/NBD",
  "backtestMethod.pareto": "Pareto/NBD",
  "backtestMethod.recency": "只看最近消费",
  "backtestMethod.rfm": "RFM 总分",
  "backtestMethod.baseRate": "平均流失率",
  "backtestVerdict.beatsRecency": "就您的数据看，流失风险有预测力（AUC {ours}，只看最近消费为 {recency}）。",
  "backtestVerdict.notBetterThanRecency":
    "就您的数据看，流失风险不优于只看最近消费（AUC {ours}，只看最近消费为 {recency}），请用简单的方法。",
  "backtestVerdict.tooLittleData": "历史数据太少，无法判断：过去留存和流失的客户都至少要有 20 位。",

  "modelFit.unit.day": "时间以天为单位。",
  "modelFit.unit.week": "时间以周为单位。",
  "modelFit.converged": "拟合已收敛。",
  "modelFit.fewCustomers": "样本少：只有 {customers} 位客户，参数仅供参考。",
  "modelFit.sample": "参数由 {customersUsed} 位客户的样本得出。",
  "modelFit.boundary.allOneTime": "没有客户再次购买，无法得知流失情况；购买率只是保守的猜测。",
  "modelFit.boundary.noDropout": "数据中看不到流失：所有客户都视为仍在购买。",
  "modelFit.boundary.fullDropout": "凡可能流失的客户一有机会就流失。",
  "modelFit.boundary.noVariation": "客户之间的购买频率看不出差别。",
  "modelFit.boundary.noDropoutVariation": "客户之间的流失快慢看不出差别。",
  "modelFit.boundary.extremeVariation": "客户差别极大，参数停在允许范围的边缘，请谨慎使用。",
};
