/** Help pages of the functions. */
export const help = {
  "functions.example.RFMSCORE":
    "One row for each customer of the orders in A to C, scored on the year that ends on 2025-12-31.",
  "functions.example.SCORE": "A score from 1 to 5 for each figure; the largest fifth gets 5.",
  "functions.example.TIER": "The top 20% are High value, the bottom 20% Basic, the others Medium.",
  "functions.example.SEGMENT": "The name of each customer by scores that RFMSCORE wrote in E to G.",
  "functions.example.WINBACK": "Everybody whose last order is three calendar months old or older.",
  "functions.example.COHORT": "One row for each month in which customers ordered for the first time.",
  "functions.example.MOVEMENT": "How last month's tiers became this month's.",
  "functions.example.SLA": "How many requests were answered within two hours.",
  "functions.example.COMPLETENESS":
    "The share of cells filled in, with the second column checked as phone numbers.",
  "functions.example.CHANNELS":
    "Cost of a new customer in each channel beside what the first orders brought in.",
  "functions.example.KPI": "25% above a baseline of 0.4 is 0.5: not met, with a gap of -0.05.",
  "functions.example.MASK": "138****8000",
  "functions.example.CHURNRISK":
    "How likely each customer is to place no order in the 90 days after 2025-12-31, and why.",
  "functions.example.MODELFIT": "The parameters of the BG/NBD model for these customers, in days.",
  "functions.example.BACKTEST":
    "Whether churn risk, asked 90 days earlier and before, would have told who stayed away.",
  "functions.example.EXPLAIN": "Why the customer in A2 has this tier and this churn risk, in one sentence.",
  "functions.example.CLV":
    "What each customer is expected to spend in the 12 months after 2025-12-31, discounted at 10% a year.",
  "functions.example.FORECAST":
    "What today's customers are expected to order in the 30 and in the 90 days after 2025-12-31; new customers come on top.",
  "functions.example.LIFECYCLE":
    "The stage of each customer on 2025-12-31: loyal with three orders or more, in support within 30 days of an order, lapsed after three months without one, else at purchase.",
  "functions.example.RELATIONTYPE":
    "Strategic with a high tier and 5% of net spend or more, relational with three orders over six months or more, else transactional; the reason names the figures.",
  "functions.example.LOYALTY":
    "How each customer compares by orders in the year that ends on 2025-12-31. Trust, price and choosing come from surveys and tickets: they stay blank here, and Coverage says so.",
  "functions.example.NEXTTOUCH":
    "For the tiers in K and last touches in L: a personal visit a month after the last one for High value, product news after 14 days for Medium, a coupon after a month for Basic.",
  "functions.example.CROSSSELL":
    "For each customer the item in D that most often goes with what they have and that they lack, with lift, confidence and support of that rule.",

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
  "help.option.source":
    "What the risk rests on: auto takes the best the data allows; learner, recency, model and rates name one.",
  "help.option.lowShare": "Share of customers in the band of low risk; a third without it.",
  "help.option.highShare": "Share of customers in the band of high risk; a third without it.",
  "help.option.bandCuts":
    "Fixed risks at which medium and high begin, such as '0.33,0.66, instead of shares of customers.",
  "help.option.cuts": "How many earlier days to predict at, each one horizon before the last.",
  "help.option.margin": "Share of revenue that counts as value.",
  "help.option.model": "Model of purchases; auto takes the one that came closest on the past of this data.",
  "help.option.period": "Unit of time of the parameters.",
  "help.option.loyalOrders": "Orders from which a customer who has not lapsed is loyal.",
  "help.option.lapsedMonths": "Calendar months without an order after which a customer has lapsed.",
  "help.option.supportDays": "Days after an order in which a customer is still in support.",
  "help.option.relationalOrders": "Orders from which a relation may be relational.",
  "help.option.relationalMonths": "Calendar months the orders must span for a relational one.",
  "help.option.strategicShare": "Share of all net spend from which a customer of high value is strategic.",
  "help.option.minCustomers": "Fewest customers who must have both items.",
  "help.option.minSupport": "Smallest share of all customers who must have both items.",
  "help.option.minConfidence": "Smallest share of the buyers of one item who have the other, too.",
  "help.option.minLift": "The lift a rule must exceed; 1 means no link.",
  "help.option.asOf": "The last day that counts; every day without it.",
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
  "help.anyNumber": "A number.",
  "help.choice": "One of {choices}; {default} if left out.",
  "help.switch": "TRUE or FALSE; {default} if left out.",
  "help.cuts": "Rising numbers as text, such as '30,90,180,365; without them, ranks decide.",
  "help.moment": "A date, or a date with a time.",
  "help.text": "Text.",
  "help.none": "nothing",
  "help.returns": "Returned columns",
  "help.column.segment": "Segment",
  "help.column.shareByPeriod": "0, 1, 2, … (share active that many periods later)",
  "help.column.eachTier": "Each tier",
  "help.column.status": "Status",
  "help.column.targetValue": "Target value",
  "help.column.gap": "Gap",
  "help.column.masked": "Masked text",
  "help.column.explanation": "Explanation",
  "help.column.dueDate": "Due date",
  "help.column.action": "Action",
  "help.column.overdue": "Overdue",
  "help.example": "Example",
  "help.errors": "When there is no answer",
  "help.allFunctions": "All functions",
  "help.otherLanguage": "中文",
} as const;
