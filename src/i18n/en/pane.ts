/** The task pane: its frame, and the pages for data, report and settings. */
export const pane = {
  "pane.title": "Tenure Customer Lifecycle",
  "pane.lead": "Score, tier and judge your customers with formulas. Type =CRM. in a cell to begin.",
  "pane.functions": "Functions",
  "pane.noFunctions": "The list of functions could not be read; reload the pane.",
  "pane.help": "How all functions work",
  "pane.privacy": "Everything is calculated on your machine. Nothing is sent anywhere.",
  "pane.about":
    "Tenure turns the orders and customers in a workbook into scores, tiers, churn risks, portraits and a KPI board, and adds CRM formulas to Excel.",

  "pane.loading": "Connecting to Excel …",
  "pane.opening": "Opening …",
  "pane.blocked.title": "Office.js could not be loaded.",
  "pane.blocked":
    "Check the network connection, or ask your administrator to allow Microsoft's Office network, then reload the pane.",
  "pane.reload": "Reload",
  "pane.outside": "This page works inside Excel. Here you can read what the functions do.",
  "pane.old.title": "This Excel is too old for Tenure.",
  "pane.old":
    "It lacks {sets}. Update Office, or open the workbook in Excel on the web; the formulas already in it stay as they are.",
  "pane.get.title": "How to get it",
  "pane.get.company":
    "In a company: an administrator adds the manifest under Microsoft 365 admin center > Integrated apps, and the Tenure tab appears in everyone's Excel.",
  "pane.get.own":
    "By yourself: in Excel on the web choose Home > Add-ins > More add-ins > My add-ins > Upload My Add-in, and take manifest.xml.",
  "pane.get.open": "Then open a workbook with orders, and on the Tenure tab choose “Open pane”.",

  "pane.pages": "Pages",
  "pane.morePages": "{count} more pages",
  "pane.page.data": "Data",
  "pane.page.report": "Report",
  "pane.page.customer": "Customer",
  "pane.page.whatIf": "What if",
  "pane.page.backtest": "Back-test",
  "pane.page.formulas": "Formulas",
  "pane.page.settings": "Settings",

  "pane.dismiss": "Close",
  "pane.copy.done": "Copied",
  "pane.copy.refused": "Excel does not let this be copied",
  "pane.failure.title": "That did not work.",
  "pane.failure.unexpected":
    "Something unforeseen happened. Try again; if it happens again, copy the details and send them to whoever looks after Tenure.",
  "pane.failure.retry": "Try again",
  "pane.failure.copy": "Copy details",

  "pane.task.starting": "Starting …",
  "pane.task.step": "Step {index} of {of}: {step}",
  "pane.task.done": "{done} done",
  "pane.task.doneOf": "{done} of {total}",
  "pane.task.cancel": "Cancel",
  "pane.task.cancelling": "Stopping …",
  "pane.step.read": "reading the sheets",
  "pane.step.recognise": "recognising tables",
  "pane.step.analyse": "scoring customers",
  "pane.step.predict": "fitting predictions",
  "pane.step.build": "laying out the report",
  "pane.step.write": "writing the sheets",
  "pane.step.snapshot": "keeping the snapshot",
  "pane.analysis.again": "Analyse now",

  "pane.formulas.freeze.done":
    "{count} formulas were turned into values. “Restore” on the settings page brings them back.",
  "pane.formulas.freeze.none": "This workbook has no live CRM formulas, so nothing was changed.",
} as const;
