import type { SheetKind } from "../../core/tables";

/** What sheets and files of each kind are called; the first settles nothing alone, it breaks ties. */
export const KIND_NAMES: Readonly<Record<SheetKind, readonly string[]>> = {
  orders: ["订单", "orders", "order", "sales", "销售", "交易", "transactions"],
  customers: ["客户", "会员", "customers", "customer", "clients", "contacts"],
  tickets: ["工单", "投诉", "售后", "tickets", "ticket", "cases", "complaints"],
  touches: ["触达记录", "触达", "touches", "touch log", "contact log"],
  channels: ["渠道投放", "渠道", "投放", "channels", "channel", "ad spend"],
  surveys: ["问卷", "满意度", "调查", "surveys", "survey", "nps"],
  recommendations: ["推荐记录", "推荐", "recommendations"],
  leads: ["线索/漏斗", "线索", "漏斗", "商机", "leads", "funnel", "pipeline"],
  events: ["活动", "沙龙", "events", "event"],
  winBackLog: ["流失挽回", "挽回", "赢回跟踪", "win-back log", "winback log", "win-backs", "win-back"],
  targets: ["目标", "指标", "targets", "goals"],
  training: ["培训", "training"],
  settings: ["设置", "参数", "settings used", "settings", "options", "config"],
  snapshots: ["快照", "snapshots", "snapshot"],
};

/**
 * Sheets of a report made earlier, in both languages: what they show was computed from the input and
 * is no input itself. 设置 and 快照 are not here: they are read back.
 */
export const OWN_REPORT_SHEETS: readonly string[] = [
  "说明",
  "KPI看板",
  "客户画像_层级",
  "单客画像",
  "客户评分",
  "预测与回测",
  "假设模拟",
  "赢回名单",
  "未付款提醒",
  "渠道选择",
  "服务SLA",
  "分层变动",
  "数据质量",
  "图表数据",
  "About",
  "KPI board",
  "Tier portraits",
  "Customer card",
  "Customer scores",
  "Forecast and back-test",
  "What-if",
  "Win-back list",
  "Unpaid reminders",
  "Channel choice",
  "Service SLA",
  "Tier changes",
  "Data quality",
  "Chart data",
];
