/** What the steps behind the pane could not do. */
export const app = {
  "app.noOrders":
    "No sheet with orders was recognised: it needs columns for customer, date and amount. Say on the Data page which sheet and columns hold them.",
  "app.nothingValid":
    "None of the {rows} order rows can be used; the Data page and the headings say why. Check dates, amounts and customer ids.",
  "app.settingConflict": "The settings contradict each other: {reason}",
  "app.noAnalysis": "There is no analysis yet: make a report, or open the page again.",
  "app.badAddress": "“{address}” is no range of this workbook; write it like Sheet1!A2:A85.",
  "app.settingsNotJson":
    "This is no settings file: it could not be read as JSON. Choose a file that was exported here.",
  "app.settingsUnreadable": "The settings file was not taken over: {reason}",
  "app.choicesTooNew":
    "The choices kept in this workbook were written by a newer version of Tenure. Update the add-in; nothing was changed.",
  "app.nothingFrozen": "No formulas were frozen in this workbook, so there is nothing to restore.",
  "app.workbook": "{reason}",
  "app.analysisStopped":
    "The analysis stopped before it was done, probably for lack of memory; nothing was written. Close what you do not need and try again.",
  "app.cancelled": "Cancelled.",
} as const;
