import type { report as source } from "../en/report";

export const report: Record<keyof typeof source, string> = {
  "sheet.cover": "说明",
  "sheet.kpiBoard": "KPI看板",
  "sheet.tierPortraits": "客户画像_层级",
  "sheet.customerCard": "单客画像",
  "sheet.customerScores": "客户评分",
  "sheet.winBack": "赢回名单",
  "sheet.unpaid": "未付款提醒",
  "sheet.channels": "渠道选择",
  "sheet.serviceSla": "服务SLA",
  "sheet.tierMovement": "分层变动",
  "sheet.dataQuality": "数据质量",
  "sheet.settings": "设置",
  "sheet.chartData": "图表数据",

  "report.title": "客户画像与 KPI 报告",
  "report.asOfLine": "基准日 {asOf} · 窗口 {windowDays} 天，自 {windowStart} 起",
  "report.footer": "Tenure 客户周期 · 基准日 {asOf}",
  "report.noTier": "未分层",
  "report.listSeparator": "、",

  "chartData.note": "本报告各图表所用的数据，每张图一块。",
};
