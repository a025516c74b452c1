/** The pane that lists the functions. */
export const pane = {
  "pane.lead": "Score, tier and judge your customers with formulas. Type =CRM. in a cell to begin.",
  "pane.functions": "Functions",
  "pane.noFunctions": "The list of functions could not be read; reload the pane.",
  "pane.help": "How all functions work",
  "pane.privacy": "Everything is calculated on your machine. Nothing is sent anywhere.",
  "pane.loading": "Connecting to Excel …",
  "pane.blocked":
    "Office.js could not be loaded. Check the network connection or ask your administrator to allow Microsoft's Office network, then reload the pane.",
  "pane.outside":
    "This page is not inside Excel. Add Tenure to Excel to use the functions; the help pages can be read here.",
} as const;
