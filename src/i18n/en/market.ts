export const market = {
  "sheet.monthlyReport": "Monthly report",
  "sheet.market": "Market and benchmarks",
  "cover.about.monthlyReport": "One page to hand up: KPIs, trend, what changed, why, and what to do.",
  "cover.about.market":
    "Own figures beside the claims of the brief; funnel, events, response, new and existing customers.",
};
