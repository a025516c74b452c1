/** Sentences in cell errors, headings of returned tables, help pages of the functions, and the pane that lists them. */
export const functions = {
  "functions.unexpected":
    "Something went wrong inside the function ({details}); please send this sentence to the author of the add-in.",

  "functions.invalid.missingRange": "{argument} is missing; select the cells it should read.",
  "functions.invalid.tooManyRows":
    "{argument} has {rows} rows, more than the {max} of a sheet; select fewer rows.",
  "functions.invalid.columnCount": "{argument} has {columns} columns; select exactly {fewest}.",
  "functions.invalid.columnRange": "{argument} has {columns} columns; select {fewest} to {most}.",
  "functions.invalid.rowCount":
    "{argument} has {rows} rows but {other} has {otherRows}; select ranges of the same height.",
  "functions.invalid.errorCell": "{argument} holds the error {value}; correct that cell first.",
  "functions.invalid.missingNumber": "{argument} is missing; enter a number.",
  "functions.invalid.notNumber": '{argument} must be a number, not "{value}"; correct it.',
  "functions.invalid.notWhole": "{argument} must be a whole number, not {value}; correct it.",
  "functions.invalid.outOfRange": "{argument} must be from {min} to {max}, not {value}; correct it.",
  "functions.invalid.tooSmall": "{argument} must be at least {min}, not {value}; correct it.",
  "functions.invalid.tooLarge": "{argument} must be at most {max}, not {value}; correct it.",
  "functions.invalid.notAbove": "{argument} must be larger than {above}, not {value}; correct it.",
  "functions.invalid.missingChoice": "{argument} is missing; enter one of: {choices}.",
  "functions.invalid.notChoice": '{argument} does not know "{value}"; use one of: {choices}.',
  "functions.invalid.notSwitch": '{argument} must be TRUE or FALSE, not "{value}"; correct it.',
  "functions.invalid.notDate": '{argument} cannot read "{value}" as a date; write it like 2025-12-31.',
  "functions.invalid.ambiguousDate":
    '{argument} could be day first or month first ("{value}"); write it like 2025-12-31.',
  "functions.invalid.notCuts":
    '{argument} must be rising numbers with commas, not "{value}"; enter them as text, such as \'30,90,180,365.',
  "functions.invalid.optionColumns":
    "{argument} has {columns} columns; select two, the option's name and its value.",
  "functions.invalid.unknownOption": '{argument} does not know "{value}"; the options are: {known}.',
  "functions.invalid.repeatedOption": "{argument} names {value} twice; keep one row of it.",
  "functions.invalid.tooManyKinds":
    "{argument} names {kinds} checks but the range has {columns} columns; give at most one check a column.",
  "functions.invalid.unreadableAmount":
    '{argument} has "{value}" in row {row}, which is no amount; correct that cell.',
  "functions.invalid.scoreOutsideScheme":
    "{argument} has the score {value}, but scheme {scheme} takes 1 to {highest}; score with SCORE(values, {highest}).",
  "functions.invalid.labelCount": "{argument} has {count} names; give three, best first.",
  "functions.invalid.sharesExceedAll":
    "topShare {topShare} and bottomShare {bottomShare} make more than 1 together; make one of them smaller.",
  "functions.invalid.notWeights":
    "weightR, weightF and weightM are {r}, {f} and {m}; at least one must be larger than 0.",
  "functions.invalid.unknownZone":
    '{argument} does not know "{zone}"; write a zone name such as Asia/Shanghai.',

  "functions.unknowable.noCells": "The range has no filled row; select the customers' rows.",
  "functions.unknowable.noChannels": "channels has no name in it; select the rows of the channels.",
  "functions.unknowable.noCustomers": "Neither list has a customer in it; select the customers' rows.",
  "functions.unknowable.noOrders":
    "customers, dates and amounts hold no valid order up to the as-of date; check the three columns and asOf.",
  "functions.unknowable.tooFew":
    "scores has only {count} rows with a number; tiers need at least {needed}, so add rows.",
  "functions.unknowable.noTimes": "started holds no readable time; select the times of the requests.",

  "functions.column.customer": "Customer",
  "functions.column.days": "Days since last order",
  "functions.column.orders": "Orders",
  "functions.column.netSpend": "Net spend",
  "functions.column.r": "R",
  "functions.column.f": "F",
  "functions.column.m": "M",
  "functions.column.code": "RFM",
  "functions.column.score": "Score",
  "functions.column.rank": "Rank",
  "functions.column.tier": "Tier",
  "functions.column.segment": "Segment",
  "functions.column.lastOrder": "Last order",
  "functions.column.silentDays": "Days",
  "functions.column.valueAtRisk": "Value at risk",
  "functions.column.cohort": "Cohort",
  "functions.column.customers": "Customers",
  "functions.column.shareByPeriod": "0, 1, 2, … (share active that many periods later)",
  "functions.column.beforeAndAfter": "Before \\ After",
  "functions.column.eachTier": "Each tier",
  "functions.column.left": "Left",
  "functions.column.total": "Total",
  "functions.row.new": "New",
  "functions.row.noTier": "No tier",
  "functions.column.met": "Met",
  "functions.column.missed": "Missed",
  "functions.column.pending": "Pending",
  "functions.column.rate": "Rate",
  "functions.column.channel": "Channel",
  "functions.column.cac": "CAC",
  "functions.column.orderValue": "Order value",
  "functions.column.ratio": "Ratio",
  "functions.column.conversion": "Conversion",
  "functions.column.verdict": "Verdict",
  "functions.column.status": "Status",
  "functions.column.targetValue": "Target value",
  "functions.column.gap": "Gap",
  "functions.column.masked": "Masked text",

  "functions.example.RFMSCORE":
    "One row for each customer of the orders in A to C, scored on the year that ends on 2025-12-31.",
  "functions.example.SCORE": "A score from 1 to 5 for each figure; the largest fifth gets 5.",
  "functions.example.TIER": "The top 20 % are High value, the bottom 20 % Basic, the others Medium.",
  "functions.example.SEGMENT": "The name of each customer by scores that RFMSCORE wrote in E to G.",
  "functions.example.WINBACK": "Everybody whose last order is three calendar months old or older.",
  "functions.example.COHORT": "One row for each month in which customers ordered for the first time.",
  "functions.example.MOVEMENT": "How last month's tiers became this month's.",
  "functions.example.SLA": "How many requests were answered within two hours.",
  "functions.example.COMPLETENESS":
    "The share of cells filled in, with the second column checked as phone numbers.",
  "functions.example.CHANNELS":
    "Cost of a new customer in each channel beside what the first orders brought in.",
  "functions.example.KPI": "25 % above a baseline of 0.4 is 0.5: not met, with a gap of -0.05.",
  "functions.example.MASK": "138****8000",

  "help.title": "CRM functions",
  "help.lead":
    "Type =CRM. in a cell to see the functions. All of them take ranges and return whole tables, so that one formula does for a sheet.",
  "help.conventions": "What holds for all functions",
  "help.convention.blank":
    "Blank rows at the end of a range are ignored, so whole columns may be selected; blank cells are never counted as 0 where 0 means something.",
  "help.convention.heading":
    "A first row whose date and amount are words is taken for a heading row and left out.",
  "help.convention.columns":
    "Tables come with a heading row; the option headers FALSE leaves it out. Customers stand in the order in which they first appear.",
  "help.convention.dates":
    "Dates may be real dates or text such as 2025-12-31, 2025/12/31 or 2025年12月31日. Dates that come back are numbers: give the cells a date format.",
  "help.convention.language":
    "Texts are Chinese unless lang is en, on every machine alike, so that a shared workbook says the same to everybody.",
  "help.convention.errors":
    "#VALUE! means that an argument makes no sense, #N/A that the data cannot tell. Point at the error sign beside the cell to read why.",
  "help.convention.privacy": "Everything is calculated on your machine. Nothing is sent anywhere.",
  "help.syntax": "Syntax",
  "help.arguments": "Arguments",
  "help.required": "required",
  "help.optional": "optional",
  "help.options": "Options",
  "help.optionsLead":
    "Write each option's name in the left column of a range and its value in the right one.",
  "help.option.windowDays": "Days of the window that ends on the as-of date, both ends in.",
  "help.option.bins": "How many scores there are, 2 to 100.",
  "help.option.ties": "Where equal values land.",
  "help.option.weightR": "Weight of R in the total score.",
  "help.option.weightF": "Weight of F in the total score.",
  "help.option.weightM": "Weight of M in the total score.",
  "help.option.cutsR": "Fixed cut points of R in days, instead of ranks.",
  "help.option.cutsF": "Fixed cut points of F in orders, instead of ranks.",
  "help.option.cutsM": "Fixed cut points of M in money, instead of ranks.",
  "help.option.topShare": "Share of customers in the top tier.",
  "help.option.bottomShare": "Share of customers in the bottom tier.",
  "help.option.countZero": "Whether an order of amount 0 counts as an order.",
  "help.option.duplicates": "What to do with exact copies of a row that has an order number.",
  "help.option.decimals": "Decimal places of the currency.",
  "help.option.dateOrder": "How dates like 03/04/2025 are read when the column does not tell.",
  "help.option.timeZone": "Zone that times with an offset are turned into, such as Asia/Shanghai.",
  "help.option.date1904": "Whether date numbers count from 1904.",
  "help.option.headers": "Whether the table has a heading row.",
  "help.option.lang": "Language of headings, tiers and messages.",
  "help.wholeNumber": "A whole number; {default} if left out.",
  "help.number": "A number; {default} if left out.",
  "help.choice": "One of {choices}; {default} if left out.",
  "help.switch": "TRUE or FALSE; {default} if left out.",
  "help.cuts": "Rising numbers as text, such as '30,90,180,365; without them, ranks decide.",
  "help.moment": "A date, or a date with a time.",
  "help.text": "Text.",
  "help.none": "nothing",
  "help.returns": "Returned columns",
  "help.example": "Example",
  "help.errors": "When there is no answer",
  "help.allFunctions": "All functions",
  "help.otherLanguage": "中文",

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
