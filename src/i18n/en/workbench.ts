/** The page with the grid, for trying the add-in without Excel; not part of what ships. */
export const workbench = {
  "workbench.start.univer": "Building the grid, once …",
  "workbench.start.addin": "Building the add-in and the page …",
  "workbench.start.ready": "Tenure is open at {address} (Ctrl+C ends it).",
  "workbench.start.portTaken": "Port {port} is in use; choose another with --port, or leave it out.",
  "workbench.start.option": "“{option}” makes no sense here. Known options: --port 4180, --lang zh-CN or en.",
  "workbench.start.failed": "The workbench did not start: {message}",
  "workbench.product": "Tenure without Excel",
  "workbench.new": "New",
  "workbench.new.blank": "Blank workbook",
  "workbench.new.sample": "Sample shop",
  "workbench.open": "Open .xlsx / .csv",
  "workbench.download": "Download .xlsx",
  "workbench.language": "Language",
  "workbench.theme.light": "Switch to light",
  "workbench.theme.dark": "Switch to dark",
  "workbench.pane": "Task pane",
  "workbench.pane.show": "Show the task pane",
  "workbench.pane.hide": "Hide the task pane",
  "workbench.ribbon": "Commands of the add-in",
  "workbench.split": "Width of the task pane",
  "workbench.loading": "Opening the sample …",
  "workbench.opening": "Opening {file} …",
  "workbench.dismiss": "Close message",
  "workbench.notShown.some":
    "Not shown here, and not in a download either: charts {charts}, pictures {pictures}, pivot tables {pivots}, rules of other kinds {rules}. Your file itself stays as it is.",
  "workbench.notShown.looks":
    "The cells were read; formats, formulas and charts of this file were not. Your file itself stays as it is.",
  "workbench.download.formulas":
    "Downloaded. Formulas written as their results: {formulas} (those that call CRM functions, or fill several cells).",
  "workbench.download.left":
    "Downloaded. Formulas written as their results: {formulas}. Conditional formats, names and cell rules that were left out: {left}.",
  "workbench.download.failed":
    "Nothing was downloaded: {message}. The workbook here is unchanged; try again.",
  "workbench.command.failed": "“{command}” did not run: {message}",
  "workbench.sample.name": "Sample shop",
  "workbench.blank.name": "Workbook",
  "workbench.blank.sheet": "Sheet1",
} as const;
