/** The report sheets: cover, KPI board, tier portraits, and what every sheet shares. */
export const report = {
  "sheet.cover": "About",
  "sheet.kpiBoard": "KPI board",
  "sheet.tierPortraits": "Tier portraits",
  "sheet.customerCard": "Customer card",
  "sheet.customerScores": "Customer scores",
  "sheet.winBack": "Win-back list",
  "sheet.unpaid": "Unpaid reminders",
  "sheet.channels": "Channel choice",
  "sheet.serviceSla": "Service SLA",
  "sheet.tierMovement": "Tier changes",
  "sheet.dataQuality": "Data quality",
  "sheet.settings": "Settings used",
  "sheet.chartData": "Chart data",

  "report.title": "Customer portraits and KPIs",
  "report.asOfLine": "As of {asOf} · window {windowDays} days from {windowStart}",
  "report.footer": "Tenure · as of {asOf}",
  "report.noTier": "No tier",
  "report.listSeparator": ",",

  "chartData.note": "The figures behind the charts of this report, one block per chart.",
} as const;
