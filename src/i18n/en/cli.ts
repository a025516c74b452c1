export const cli = {
  "cli.help": `Tenure: customer portraits and KPI sheets from orders, customers and tickets, on your own machine.

Usage: npm run report -- [inputs...] [options]

Inputs are .xlsx or .csv files (UTF-8 or GBK); every sheet is recognised by its headings.
Without inputs the bundled sample shop is used.

Options
  --out FILE         where the report goes (default: {defaultOut})
  --as-of DATE       last day that counts, yyyy-mm-dd (default: the last valid order day)
  --now MOMENT       when open tickets and unpaid orders are judged, "yyyy-mm-dd hh:mm" (default: the end of that day)
  --lang LANGUAGE    zh-CN or en (default: zh-CN)
  --settings FILE    settings and column names, JSON
  --json FILE        writes everything the sheets show as JSON too
  --mask LEVEL       none, partial or full: hides names, phones and e-mails, "full" customer ids too
  --scope SCOPE      full: every sheet of the programme (default); compact: those a manager reads every month
  --help             this text
  --version          the version

Exit codes: 0 the report is written; 2 something about the inputs or options; 1 anything else.`,
  "cli.version": "tenure {version}",
  "cli.error": "Error: {message}",
  "cli.note": "Note: {message}",
  "cli.seeHelp": "{message} --help lists the options.",

  "cli.arg.unknownOption": "There is no option {option}.",
  "cli.arg.missingValue": "{option} needs a value.",
  "cli.arg.needlessValue": "{option} takes no value.",
  "cli.arg.repeated": "{option} was given twice.",
  "cli.arg.badDate": '--as-of needs a day like 2025-12-31; "{value}" is none.',
  "cli.arg.badMoment": '--now needs a moment like "2025-12-31 18:00"; "{value}" is none.',
  "cli.arg.badLanguage": '--lang is zh-CN or en, not "{value}".',
  "cli.arg.badScope": '--scope is full or compact, not "{value}".',
  "cli.arg.badMask": '--mask is none, partial or full, not "{value}".',
  "cli.arg.outNotXlsx": '--out must end in .xlsx; "{value}" does not.',

  "cli.file.notFound": "There is no file {file}.",
  "cli.file.isFolder": "{file} is a folder; name the files in it.",
  "cli.file.unreadable": "{file} cannot be read ({reason}).",
  "cli.file.wrongKind": "{file} is neither .xlsx nor .csv. Save the table as one of them and try again.",
  "cli.file.twice": "{file} was given twice and counts once.",

  "cli.workbook.emptyFile": "{file} is empty: there is nothing to read. Export it again.",
  "cli.workbook.notAWorkbook":
    "{file} is no Excel workbook, although its name says so. Save it as .xlsx (or .csv) and try again.",
  "cli.workbook.truncated": "The end of {file} is missing. Download or copy it again.",
  "cli.workbook.damaged": "{file} is damaged. Open it in Excel, save it anew and try again.",
  "cli.workbook.encrypted": "{file} is protected with a password. Save a copy without one and try again.",
  "cli.workbook.oldExcel":
    "{file} is a workbook of the old .xls kind. Open it in Excel and save it as .xlsx.",
  "cli.workbook.binaryWorkbook": "{file} is a binary workbook (.xlsb). Save it as .xlsx and try again.",
  "cli.workbook.tooLarge": "{file} is too large to be read at once. Split it by year or by month.",
  "cli.workbook.noSheets": "{file} has no worksheet.",
  "cli.workbook.noCells": "{file} has no cell with a value.",
  "cli.out.isInput": "{option} would overwrite the input {file}; choose another name.",
  "cli.out.same": "--out and --json name the same file {file}.",
  "cli.out.isFolder": "{file} is a folder; name a file for {option}.",
  "cli.out.noFolder": "The folder of {file} does not exist.",
  "cli.out.unwritable": "{file} cannot be written ({reason}).",

  "cli.data.noOrders": "No sheet with orders was found. {details}",
  "cli.data.nothingValid":
    "None of the {rows} order rows is a valid order up to the as-of date ({reasons}), so there is nothing to report on: correct these rows, or choose a later as-of date.",

  "cli.step.reading": "Reading {file}",
  "cli.step.sample": "Making the sample shop",
  "cli.step.analysing": "Scoring customers",
  "cli.step.building": "Laying out the report",
  "cli.step.writing": "Writing {file}",

  "cli.copy.lost":
    "The sheets of {file} were not copied beside the report, because these parts would be lost: {parts}.",
  "cli.copy.tooLarge":
    "The input sheets were not copied beside the report ({cells} cells; the limit is {limit}).",
  "cli.copy.masked":
    "In the masked copy of the input sheets only recognised columns are kept; comments are hidden.",
  "cli.notes.kept":
    "Cells that people had filled in the earlier report's lists, and that were carried over: {count}.",
  "cli.notes.lost":
    "Cells that people had filled beside rows this report no longer lists: {count}. They were left out; the earlier report still has them.",
  "cli.copy.renamed": "Sheet {sheet} of {file} is called {name} in the report.",

  "cli.lost.vbaProject": "macros (VBA)",
  "cli.lost.connections": "data connections",
  "cli.lost.queryTable": "queries",
  "cli.lost.customXml": "custom XML",
  "cli.lost.date1904": "dates counted from 1904",
  "cli.lost.strictFormat": "the strict file format",
  "cli.lost.signature": "digital signatures",
  "cli.lost.other": "{path}",

  "cli.summary.rows": "Order rows  {raw}: {used} used, {before} before the window, {rejected} left out",
  "cli.summary.reasons": "Left out    {reasons}",
  "cli.summary.customers": "Customers   {customers}: {tiers}",
  "cli.summary.noTiers": "Customers   {customers}: too few for tiers",
  "cli.summary.period": "As of       {asOf}, window from {from}",
  "cli.summary.written": "Written     {file} ({size}, {seconds} s)",
  "cli.summary.json": "JSON        {file}",
  "cli.summary.sample":
    "Sample data: a made-up shop. Give your own files with: npm run report -- orders.xlsx",
  "cli.part": "{word} {count}",
  "cli.partJoin": ", ",

  "cli.crash":
    "Something went wrong in Tenure itself: {message}. Please report it with the command you ran; TENURE_DEBUG=1 shows where.",
} as const;
