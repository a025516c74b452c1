import type { market as source } from "../en/market";

export const market: Record<keyof typeof source, string> = {
  "sheet.monthlyReport": "月度报告",
  "sheet.market": "经营对标",
  "cover.about.monthlyReport": "一页上报：指标、趋势、变化、原因与行动。",
  "cover.about.market": "自有数据与方案引用的行业说法对照；漏斗、活动、触达响应、新老客结构。",
};
