/** What sheets and fields are called, and everything that can be wrong or unclear about input. */
export const problem = {
  "sheetKind.orders": "Orders",
  "sheetKind.customers": "Customers",
  "sheetKind.tickets": "Tickets",
  "sheetKind.touches": "Touch log",
  "sheetKind.channels": "Channel spend",
  "sheetKind.surveys": "Surveys",
  "sheetKind.recommendations": "Recommendations",
  "sheetKind.leads": "Leads",
  "sheetKind.events": "Events",
  "sheetKind.winBackLog": "Win-back log",
  "sheetKind.targets": "Targets",
  "sheetKind.training": "Training",
  "sheetKind.settings": "Settings",
  "sheetKind.snapshots": "Snapshots",

  "profile.taobao": "Taobao or Tmall export",
  "profile.youzan": "Youzan export",
  "profile.shopify": "Shopify export",
  "profile.plain": "Plain table",

  "field.orderId": "Order number",
  "field.customerId": "Customer ID",
  "field.email": "Email",
  "field.phone": "Phone",
  "field.paidAt": "Paid at",
  "field.createdAt": "Created at",
  "field.paid": "Amount paid",
  "field.refunded": "Refunded amount",
  "field.refundedAt": "Refunded at",
  "field.status": "Status",
  "field.cancelledAt": "Cancelled at",
  "field.currency": "Currency",
  "field.item": "Product",
  "field.category": "Category",
  "field.channel": "Channel",
  "field.quantity": "Quantity",
  "field.unitPrice": "Unit price",
  "field.listAmount": "List amount",
  "field.name": "Name",
  "field.side": "Business or consumer",
  "field.accountId": "Account ID",
  "field.industry": "Industry",
  "field.scene": "Occasion",
  "field.industryOrScene": "Industry or occasion",
  "field.preference": "Product preference",
  "field.need": "Need",
  "field.priceSensitivity": "Price sensitivity",
  "field.contactPreference": "Contact preference",
  "field.sourceChannel": "Source channel",
  "field.referrerId": "Referrer ID",
  "field.memberId": "Member number",
  "field.owner": "Owner",
  "field.contractEnd": "Contract end",
  "field.strategic": "Strategic",
  "field.relationType": "Type of relation, by hand",
  "field.tierOverride": "Tier set by hand",
  "field.overrideReason": "Reason for the tier",
  "field.consent": "Marketing consent",
  "field.pointsBalance": "Points balance",
  "field.pointsEarned": "Points earned",
  "field.pointsRedeemed": "Points redeemed",
  "field.pointsExpired": "Points expired",
  "field.pointsExpiring": "Points about to expire",
  "field.pointsExpireOn": "Points expire on",
  "field.custom": "Made to measure",
  "field.jointPlan": "Joint plan",
  "field.ownerSince": "Owner since",
  "field.lastVisitOn": "Last visit",
  "field.lastCartOn": "Last cart",
  "field.viewedCategory": "Viewed category",
  "field.ticketId": "Ticket number",
  "field.type": "Type",
  "field.severity": "Severity",
  "field.firstResponseAt": "First response at",
  "field.resolvedAt": "Resolved at",
  "field.followUpAt": "Follow-up at",
  "field.escalatedAt": "Escalated at",
  "field.reply": "Reply text",
  "field.reason": "Reason",
  "field.agent": "Agent",
  "field.plannedOn": "Planned on",
  "field.doneOn": "Done on",
  "field.campaign": "Campaign",
  "field.delivered": "Delivered",
  "field.responded": "Responded",
  "field.cost": "Cost",
  "field.month": "Month",
  "field.spend": "Spend",
  "field.impressions": "Impressions",
  "field.clicks": "Clicks",
  "field.leads": "Leads",
  "field.newCustomers": "New customers",
  "field.newCustomerRevenue": "New customer revenue",
  "field.answeredOn": "Answered on",
  "field.satisfaction": "Satisfaction",
  "field.recommend": "Likelihood to recommend",
  "field.trust": "Trust",
  "field.choosingTime": "Choosing time",
  "field.refusesRivals": "Refuses rivals",
  "field.considersRivals": "Considers rivals",
  "field.walletShare": "Share of wallet",
  "field.comment": "Comment",
  "field.recommendedOn": "Recommended on",
  "field.bought": "Bought",
  "field.leadId": "Lead ID",
  "field.stage": "Stage",
  "field.enteredAt": "Entered stage at",
  "field.outcome": "Outcome",
  "field.event": "Event",
  "field.heldOn": "Held on",
  "field.invited": "Invited customers",
  "field.attended": "Customers present",
  "field.lostOn": "Lost on",
  "field.action": "Win-back action",
  "field.dueOn": "Due on",
  "field.kpi": "KPI",
  "field.baseline": "Baseline",
  "field.baselinePeriod": "Baseline period",
  "field.target": "Target",
  "field.mode": "Mode",
  "field.direction": "Direction",
  "field.module": "Module",
  "field.post": "Post",
  "field.hours": "Lesson hours",
  "field.setting": "Setting",
  "field.value": "Value",
  "field.takenOn": "Snapshot date",
  "field.r": "R score",
  "field.f": "F score",
  "field.m": "M score",
  "field.score": "Score",
  "field.rank": "Rank",
  "field.tier": "Tier",
  "field.churnRisk": "Churn risk",
  "field.settingsHash": "Settings fingerprint",

  "reject.duplicate": "Duplicate row",
  "reject.unreadableDate": "Unreadable date",
  "reject.ambiguousDate": "Ambiguous date",
  "reject.unreadableAmount": "Unreadable amount",
  "reject.noCustomer": "No customer ID",
  "reject.noRate": "No exchange rate",
  "reject.fullRefund": "Fully refunded",
  "reject.unpaid": "Awaiting payment",
  "reject.cancelled": "Closed unpaid",
  "reject.zeroAmount": "Zero amount",
  "reject.afterAsOf": "After the as-of date",
  "reject.beforeWindow": "Before the window",

  "tableProblem.noCustomer": "The row names no customer ({field} is empty), so it counts for nobody.",
  "tableProblem.unreadableDate":
    "{field} “{text}” is not a date that can be read, so the cell counts as empty.",
  "tableProblem.unreadableNumber":
    "{field} “{text}” is not a number that can be read, so the cell counts as empty.",
  "tableProblem.outOfScale":
    "{field} “{text}” lies outside the scale of its column, so the answer is left out.",
  "tableProblem.finishedBeforeStarted":
    "{field} “{text}” lies before the start of the same row, so the row is in no rate.",
  "tableProblem.duplicateKey": "{field} “{text}” stands in an earlier row too; the earlier row counts.",
  "tableProblem.unknownValue": "{field} “{text}” is not a value known here, so the cell counts as empty.",
  "tableProblem.missingValue": "{field} is empty where this row needs it.",

  "orderNote.genuineDuplicatesKept":
    "{rows} rows repeat another row exactly. Several rows of one order, or rows without an order number, may be alike and real, so they were kept and counted.",
  "orderNote.windowShort":
    "The window of {windowDays} days is short for customers who buy every {medianIntervalDays} days (median): three intervals do not fit into it.",
  "orderNote.dateOrderInferred":
    "Dates on {sheet} such as 03/04/2025 were read as “{dateOrder}”, because other dates of the same column can only be read that way.",
  "orderNote.refundsUndated":
    "{rows} rows carry a refund without a date, so it is counted on the day of the order; a back-test cannot cut these refunds off.",
  "orderNote.refundOnlyCustomers":
    "{customers} customers have refunds and no order: they are listed and not scored.",
  "orderNote.longNumberIds":
    "{rows} order numbers on {sheet} are stored as long numbers and may have lost their last digits; format the column as text before exporting.",

  "list.pair": "{first}, {next}",

  "file.emptyFile": "{file} is empty: there is nothing to read. Export it again.",
  "file.notText":
    "{file} is not a text file, although its name says so. Save it as .csv or .xlsx and try again.",
  "file.workbookNamedCsv":
    "{file} is an Excel workbook or a zip file under a text file's name. Change its ending to .xlsx and try again.",
  "file.oldWorkbook": "{file} is a workbook of the old .xls kind. Open it in Excel and save it as .xlsx.",
  "file.unknownEncoding":
    "The characters of {file} cannot be read as UTF-8, UTF-16 or GB18030. Save it as “CSV UTF-8” and try again.",
  "file.unclosedQuote":
    "{file}: a quotation mark opens in row {row} and never closes, so every row behind it would be swallowed. Correct that row.",
  "file.tooLarge":
    "{file} holds {megabytes} MB; at most {limit} MB can be read at once. Split it by year or by month.",
  "file.unrecognisedSheet":
    "{place}: what kind of sheet this is cannot be told from its headings ({headings}). Rename the headings, or say so under “sheets” and “columns” in the settings. The sheet was left out.",
  "file.missingColumns":
    "{place} looks like “{kind}”, but lacks a column for {missing}; its headings are {headings}. Add the column, or name it under “columns” in the settings. The sheet was left out.",
  "file.ambiguousKind":
    "{place} could be any of {kinds}. Say which under “sheets” in the settings. The sheet was left out.",
  "file.oneColumn":
    "{place} has one column only. If its cells are separated by another sign, save it with commas, semicolons or tabs. It was left out.",
  "file.noHeadings":
    "{place} has no row of headings among its first 15 rows. Put headings above the data. The sheet was left out.",
  "file.emptySheet": "{place} is empty and was left out.",
  "file.headerOnly": "{place} was recognised as “{kind}”, but has no row below its headings.",
  "file.ambiguousColumn":
    "{place} has several columns for {field}: {columns}. Column {chosen} was used; another can be named under “columns” in the settings.",
  "file.overrideHeadingMissing":
    "{place} has no heading “{heading}”, which the settings name for {field}. Its headings are {headings}.",
  "file.overrideFieldUnknown":
    "The settings name a column for “{field}” in {place}, but {kind} has no such field. Known are: {known}.",
  "file.overrideSheetMissing":
    "The settings name a sheet “{sheet}” that no input has. The inputs are: {sheets}.",
  "file.ownReportSheet": "{place} belongs to an earlier report and was not read as input.",

  "settingProblem.notAnObject":
    "Settings: “{key}” must be a group of names and values in braces, such as {example}.",
  "settingProblem.fileNotAnObject":
    "Settings: the file must hold one group of names and values in braces, such as {example}.",
  "settingProblem.notReadable": "The settings file {file} is not valid JSON: {detail}.",
  "settingProblem.unknownKey": "Settings: “{key}” is not a known name. Known are: {known}.",
  "settingProblem.badValue": "Settings: “{key}” cannot be “{value}”. Allowed: {allowed}.",
  "settingProblem.badCell": "Settings: cell {cell} ({key}) cannot be “{value}”. Allowed: {allowed}.",
  "settingProblem.unknownName":
    "Settings: cell {cell} says “{key}”, which is not a known name. Known are: {known}.",
  "settingProblem.goalTwice":
    "Settings: “{goals}” stands in the goals of more than one phase ({phases}). Leave it in one of them.",
  "settingProblem.riskSharesAboveOne":
    "The shares of low risk ({low}) and high risk ({high}) add up to more than 1, so the bands would overlap; make them smaller.",
  "settingProblem.sharesAboveOne":
    "Settings: “topShare” ({top}) and “bottomShare” ({bottom}) together exceed 1, so that tiers would overlap.",
  "settingProblem.weightsAllZero":
    "Settings: “weights” for R, F and M are all 0, so that nobody could be ranked. Set at least one above 0.",
  "settingProblem.closesBeforeOpens":
    "Settings: the service closes ({closes}) before it opens ({opens}). Set “service.opensAt” and “service.closesAt”.",
  "settingProblem.unknownSheetKind": "Settings: “{key}” cannot be “{value}”. Allowed: {allowed}.",
  "settingProblem.unknownField":
    "Settings: “{key}” names a field “{value}” that no sheet has. Known are: {allowed}.",

  "missingSheet.orders":
    "An order sheet with customer ID, payment time and amount paid is what every score, tier and forecast is made from.",
  "missingSheet.customers":
    "A customer sheet with customer ID, name, phone, industry or occasion and preferences would bring completeness, tags and contact details for every list.",
  "missingSheet.tickets":
    "A ticket sheet with type, created, first response and resolved times would bring service response rates and complaint reasons.",
  "missingSheet.touches":
    "A touch log with customer ID, date, channel, delivered and responded would bring response rates and the preferred channel of each tier.",
  "missingSheet.channels":
    "A channel sheet with spend, leads, new customers and their revenue would bring acquisition cost and a verdict for each channel.",
  "missingSheet.surveys":
    "A survey sheet with customer ID, date, satisfaction and likelihood to recommend would bring the satisfaction index, the NPS and satisfied customers who left.",
  "missingSheet.recommendations":
    "A recommendation log with customer ID, product, date and whether it was bought would bring the success rate of recommendations.",
  "missingSheet.leads":
    "A lead sheet with lead ID, stage and the time it was entered would bring the sales funnel and its conversion rates.",
  "missingSheet.events":
    "An event sheet with date, invited customers and customers present would bring events per quarter and attendance.",
  "missingSheet.winBackLog":
    "A win-back log with customer ID, reason, action and outcome would bring the win-back rate and the reasons customers leave.",
  "missingSheet.targets":
    "A target sheet with KPI, target, mode and baseline would show your own targets beside each figure.",
  "missingSheet.training":
    "A training sheet with module, post, lesson hours and completion date would bring training progress.",
  "missingSheet.settings":
    "A settings sheet with setting and value would keep the as-of date, the window and the thresholds with the data.",
  "missingSheet.snapshots":
    "A snapshot sheet of an earlier date would show who changed tier since then, and why.",
} as const;
