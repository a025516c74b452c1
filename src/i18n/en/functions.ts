/** Sentences in cell errors and headings of returned tables. */
export const functions = {
  "functions.unexpected":
    "Something went wrong inside the function ({details}); please send this sentence to the author of the add-in.",

  "functions.invalid.missingRange": "{argument} is missing; select the cells it should read.",
  "functions.invalid.tooManyRows":
    "{argument} has {rows} rows, more than the {max} of a sheet; select fewer rows.",
  "functions.invalid.columnCount": "{argument} has {columns} columns; select exactly one.",
  "functions.invalid.rowCount":
    "{argument} has {rows} rows but {other} has {otherRows}; select ranges of the same height.",
  "functions.invalid.errorCell": "{argument} holds the error {value}; correct that cell first.",
  "functions.invalid.missingNumber": "{argument} is missing; enter a number.",
  "functions.invalid.notNumber": '{argument} must be a number, not "{value}"; correct it.',
  "functions.invalid.notWhole": "{argument} must be a whole number, not {value}; correct it.",
  "functions.invalid.outOfRange": "{argument} must be from {min} to {max}, not {value}; correct it.",
  "functions.invalid.tooSmall": "{argument} must be at least {min}, not {value}; correct it.",
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
  "functions.invalid.notBandCuts":
    '{argument} must be two rising numbers from 0 to 1, not "{value}"; enter them as text, such as \'0.33,0.66.',
  "functions.invalid.bandSharesExceedAll":
    "lowShare {lowShare} and highShare {highShare} make more than 1 together; make one of them smaller.",
  "functions.invalid.missingText": "{argument} is missing; enter it.",
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
  "functions.unknowable.fitNoTime":
    "Every first order is on the as-of date, so no time has passed to learn from; move asOf or add orders.",
  "functions.unknowable.fitNotConverged":
    "The fit found no stable parameters on this data; try another model or add orders.",
  "functions.unknowable.historyTooShort":
    "The orders reach back too little to look back {horizonDays} days; shorten horizonDays or add orders.",
  "functions.unknowable.unknownCustomer": 'customers has no "{customer}"; check the spelling or the range.',
  "functions.unknowable.customerWithoutOrder":
    '"{customer}" has no valid order up to the as-of date; check asOf and the rows of this customer.',

  "functions.unknowable.noItems":
    "No row has a customer, an item and a readable date up to the as-of date; check the three columns and asOf.",
  "functions.unknowable.noTouches": "lastTouches holds no date to count from; enter asOf.",

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
  "functions.column.lastOrder": "Last order",
  "functions.column.silentDays": "Days",
  "functions.column.valueAtRisk": "Value at risk",
  "functions.column.cohort": "Cohort",
  "functions.column.customers": "Customers",
  "functions.column.beforeAndAfter": "Before \\ After",
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
  "functions.column.churnRisk": "Churn risk",
  "functions.column.low": "Low",
  "functions.column.high": "High",
  "functions.column.band": "Band",
  "functions.column.reason": "Reason",
  "functions.column.expectedOrders": "Expected orders",
  "functions.column.expectedSpend": "Expected spend per order",
  "functions.column.expectedRevenue": "Expected revenue",
  "functions.column.clv": "CLV",
  "functions.column.horizon": "Horizon",
  "functions.column.name": "Name",
  "functions.column.value": "Value",
  "functions.column.method": "Method",
  "functions.column.auc": "AUC",
  "functions.column.brier": "Brier score",
  "functions.column.logLoss": "Log loss",
  "functions.column.ordersError": "MAE of orders",
  "functions.column.cutDay": "Predicted on",
  "functions.column.group": "Group by risk",
  "functions.column.meanRisk": "Predicted loss",
  "functions.column.realisedLoss": "Realised loss",
  "functions.column.stage": "Stage",
  "functions.column.relationType": "Type",
  "functions.column.loyaltyIndex": "Index",
  "functions.column.repeatPurchases": "Repeat purchases",
  "functions.column.trust": "Trust",
  "functions.column.priceTolerance": "Price tolerance",
  "functions.column.quickChoice": "Quick choice",
  "functions.column.coverage": "Coverage",
  "functions.column.nextItem": "Next item",
  "functions.column.lift": "Lift",
  "functions.column.confidence": "Confidence",
  "functions.column.support": "Support",
} as const;
