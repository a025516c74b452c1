// What Excel knows of the functions is read from this file alone (custom-functions-metadata): names, order
// and texts of the arguments. What they do stands in definitions/, and the build refuses what differs.

/**
 * Scores customers by recency, frequency and spend, with rank and tier, one row per customer.
 * @customfunction RFMSCORE
 * @param customers One column with the customer of each order row.
 * @param dates One column with the date of each order row, as dates or date text.
 * @param amounts One column with the amount paid on each order row; refunds are negative.
 * @param [asOf] The last day that counts; if omitted, the day of the last order.
 * @param [orderIds] One column with order numbers, so that several rows of one order count once.
 * @param [options] A range of two columns, name and value, such as windowDays 365.
 * @returns A table with a header row.
 */
export declare function rfmScore(
  customers: unknown[][],
  dates: unknown[][],
  amounts: unknown[][],
  asOf?: unknown,
  orderIds?: unknown[][],
  options?: unknown[][],
): unknown[][];

/**
 * Scores each value from 1 to the number of bins by its rank; equal values get equal scores.
 * @customfunction SCORE
 * @param values One column of numbers; blank and text cells get no score.
 * @param [bins] How many scores there are, 2 to 100; 5 if omitted.
 * @param [higherIsBetter] TRUE if larger values are better, FALSE if smaller ones are; TRUE if omitted.
 * @param [ties] Where equal values land: low, mid or high; low if omitted.
 * @returns One score for each row.
 */
export declare function score(
  values: unknown[][],
  bins?: unknown,
  higherIsBetter?: unknown,
  ties?: unknown,
): unknown[][];

/**
 * Puts each row into the top, middle or bottom tier by its score.
 * @customfunction TIER
 * @param scores One or more columns of numbers, higher is better; later columns break ties of earlier ones.
 * @param [topShare] Share of rows in the top tier; 0.2 if omitted.
 * @param [bottomShare] Share of rows in the bottom tier; 0.2 if omitted.
 * @param [labels] Three names for the tiers, best first, as a range or as text with commas.
 * @param [lang] Language of the tier names and messages: zh or en; zh if omitted.
 * @returns One tier name for each row.
 */
export declare function tier(
  scores: unknown[][],
  topShare?: unknown,
  bottomShare?: unknown,
  labels?: unknown[][],
  lang?: unknown,
): unknown[][];

/**
 * Names the segment of each customer by recency, frequency and spend.
 * @customfunction SEGMENT
 * @param r One column: the R score, or for the eight-class schemes days since the last order.
 * @param f One column: the F score, or for the eight-class schemes the number of orders.
 * @param m One column: the M score, or for the eight-class schemes net spend.
 * @param [scheme] named11, klaviyo6, eightMean or eightMedian; named11 if omitted.
 * @param [lang] Language of the segment names and messages: zh or en; zh if omitted.
 * @returns One segment name for each row.
 */
export declare function segment(
  r: unknown[][],
  f: unknown[][],
  m: unknown[][],
  scheme?: unknown,
  lang?: unknown,
): unknown[][];

/**
 * Gives the probability that each customer places no order in the next days, with its reason.
 * @customfunction CHURNRISK
 * @param customers One column with the customer of each order row.
 * @param dates One column with the date of each order row, as dates or date text.
 * @param amounts One column with the amount paid on each order row; refunds are negative.
 * @param [asOf] The last day that counts; if omitted, the day of the last order.
 * @param [horizonDays] Days looked ahead; 90 if omitted.
 * @param [options] A range of two columns, name and value, such as lang en.
 * @returns A table with a header row, one row for each customer.
 */
export declare function churnRisk(
  customers: unknown[][],
  dates: unknown[][],
  amounts: unknown[][],
  asOf?: unknown,
  horizonDays?: unknown,
  options?: unknown[][],
): unknown[][];

/**
 * Gives the value of each customer in the coming months: expected orders, spend and lifetime value.
 * @customfunction CLV
 * @param customers One column with the customer of each order row.
 * @param dates One column with the date of each order row, as dates or date text.
 * @param amounts One column with the amount paid on each order row; refunds are negative.
 * @param [asOf] The last day that counts; if omitted, the day of the last order.
 * @param [months] Months looked ahead; 12 if omitted.
 * @param [annualDiscount] Discount a year; 0.1 if omitted.
 * @param [options] A range of two columns, name and value, such as margin 0.3.
 * @returns A table with a header row, one row for each customer.
 */
export declare function clv(
  customers: unknown[][],
  dates: unknown[][],
  amounts: unknown[][],
  asOf?: unknown,
  months?: unknown,
  annualDiscount?: unknown,
  options?: unknown[][],
): unknown[][];

/**
 * Fits a model of purchases to all customers and gives its parameters.
 * @customfunction MODELFIT
 * @param customers One column with the customer of each order row.
 * @param dates One column with the date of each order row, as dates or date text.
 * @param amounts One column with the amount paid on each order row; refunds are negative.
 * @param [asOf] The last day that counts; if omitted, the day of the last order.
 * @param [model] auto, bgnbd, mbgnbd or pareto; auto, the one that fits best, if omitted.
 * @param [options] A range of two columns, name and value, such as period week.
 * @returns Rows of name and value.
 */
export declare function modelFit(
  customers: unknown[][],
  dates: unknown[][],
  amounts: unknown[][],
  asOf?: unknown,
  model?: unknown,
  options?: unknown[][],
): unknown[][];

/**
 * Predicts churn at earlier days of the same orders and compares with what happened.
 * @customfunction BACKTEST
 * @param customers One column with the customer of each order row.
 * @param dates One column with the date of each order row, as dates or date text.
 * @param amounts One column with the amount paid on each order row; refunds are negative.
 * @param [asOf] The last day that counts; if omitted, the day of the last order.
 * @param [horizonDays] Days looked ahead; 90 if omitted.
 * @param [options] A range of two columns, name and value, such as cuts 3.
 * @returns Measures of each method, then a table of predicted against realised loss, then a verdict.
 */
export declare function backtest(
  customers: unknown[][],
  dates: unknown[][],
  amounts: unknown[][],
  asOf?: unknown,
  horizonDays?: unknown,
  options?: unknown[][],
): unknown[][];

/**
 * Forecasts the orders and the revenue of today's customers.
 * @customfunction FORECAST
 * @param customers One column with the customer of each order row.
 * @param dates One column with the date of each order row, as dates or date text.
 * @param amounts One column with the amount paid on each order row; refunds are negative.
 * @param [asOf] The last day that counts; if omitted, the day of the last order.
 * @param [horizons] Numbers of days looked ahead, as a range or as text with commas; 30, 90 and 365 if omitted.
 * @param [options] A range of two columns, name and value, such as model pareto.
 * @returns A table with a header row, one row for each horizon.
 */
export declare function forecast(
  customers: unknown[][],
  dates: unknown[][],
  amounts: unknown[][],
  asOf?: unknown,
  horizons?: unknown[][],
  options?: unknown[][],
): unknown[][];

/**
 * Says in one sentence, with the numbers, why a customer has this tier and this churn risk.
 * @customfunction EXPLAIN
 * @param customer The customer, as in the first range.
 * @param customers One column with the customer of each order row.
 * @param dates One column with the date of each order row, as dates or date text.
 * @param amounts One column with the amount paid on each order row; refunds are negative.
 * @param [asOf] The last day that counts; if omitted, the day of the last order.
 * @param [lang] Language of the sentence and messages: zh or en; zh if omitted.
 * @returns One sentence.
 */
export declare function explain(
  customer: unknown,
  customers: unknown[][],
  dates: unknown[][],
  amounts: unknown[][],
  asOf?: unknown,
  lang?: unknown,
): unknown;

/**
 * Lists the customers who have not ordered for some months, with the spend at risk.
 * @customfunction WINBACK
 * @param customers One column with the customer of each order row.
 * @param dates One column with the date of each order row, as dates or date text.
 * @param amounts One column with the amount paid on each order row; refunds are negative.
 * @param [asOf] The last day that counts; if omitted, the day of the last order.
 * @param [months] Calendar months without an order; 3 if omitted.
 * @param [lang] Language of the headings and messages: zh or en; zh if omitted.
 * @returns A table with a header row, only customers who are due.
 */
export declare function winBack(
  customers: unknown[][],
  dates: unknown[][],
  amounts: unknown[][],
  asOf?: unknown,
  months?: unknown,
  lang?: unknown,
): unknown[][];

/**
 * Shows how many of the customers who first ordered in a period order again in later periods.
 * @customfunction COHORT
 * @param customers One column with the customer of each order row.
 * @param dates One column with the date of each order row, as dates or date text.
 * @param [period] Length of a period: month, quarter or year; month if omitted.
 * @param [asOf] The last day that counts; if omitted, the day of the last order.
 * @returns A table with a header row, one row for each starting period.
 */
export declare function cohort(
  customers: unknown[][],
  dates: unknown[][],
  period?: unknown,
  asOf?: unknown,
): unknown[][];

/**
 * Gives the lifecycle stage of each customer, as far as orders tell.
 * @customfunction LIFECYCLE
 * @param customers One column with the customer of each order row.
 * @param dates One column with the date of each order row, as dates or date text.
 * @param amounts One column with the amount paid on each order row; refunds are negative.
 * @param [asOf] The last day that counts; if omitted, the day of the last order.
 * @param [options] A range of two columns, name and value, such as lapsedMonths 3.
 * @returns A table with a header row, one row for each customer.
 */
export declare function lifecycle(
  customers: unknown[][],
  dates: unknown[][],
  amounts: unknown[][],
  asOf?: unknown,
  options?: unknown[][],
): unknown[][];

/**
 * Gives the type of relation each customer has with the shop, transactional, relational or strategic, with the reason.
 * @customfunction RELATIONTYPE
 * @param customers One column with the customer of each order row.
 * @param dates One column with the date of each order row, as dates or date text.
 * @param amounts One column with the amount paid on each order row; refunds are negative.
 * @param [asOf] The last day that counts; if omitted, the day of the last order.
 * @param [options] A range of two columns, name and value, such as relationalOrders 3.
 * @returns A table with a header row, one row for each customer.
 */
export declare function relationType(
  customers: unknown[][],
  dates: unknown[][],
  amounts: unknown[][],
  asOf?: unknown,
  options?: unknown[][],
): unknown[][];

/**
 * Gives the loyalty index of each customer from 0 to 100, its parts, and how much of it is known.
 * @customfunction LOYALTY
 * @param customers One column with the customer of each order row.
 * @param dates One column with the date of each order row, as dates or date text.
 * @param amounts One column with the amount paid on each order row; refunds are negative.
 * @param [asOf] The last day that counts; if omitted, the day of the last order.
 * @param [options] A range of two columns, name and value, such as windowDays 365.
 * @returns A table with a header row, one row for each customer.
 */
export declare function loyalty(
  customers: unknown[][],
  dates: unknown[][],
  amounts: unknown[][],
  asOf?: unknown,
  options?: unknown[][],
): unknown[][];

/**
 * Counts how customers moved between tiers from one list to a later one.
 * @customfunction MOVEMENT
 * @param beforeCustomers One column with the customers of the earlier list.
 * @param beforeTiers One column with their tiers at that time.
 * @param afterCustomers One column with the customers of the later list.
 * @param afterTiers One column with their tiers at that time.
 * @param [lang] Language of the headings and messages: zh or en; zh if omitted.
 * @returns A table with a header row: tiers before in rows, tiers after in columns.
 */
export declare function movement(
  beforeCustomers: unknown[][],
  beforeTiers: unknown[][],
  afterCustomers: unknown[][],
  afterTiers: unknown[][],
  lang?: unknown,
): unknown[][];

/**
 * Says when each customer is to be touched next, and how, by tier and last touch.
 * @customfunction NEXTTOUCH
 * @param tiers One column with the tier of each customer, as TIER and RFMSCORE write it.
 * @param lastTouches One column with the date of each customer's last touch; a blank cell means none yet.
 * @param [asOf] The day that overdue is judged on; if omitted, the day of the latest touch.
 * @param [lang] Language of the actions and messages: zh or en; zh if omitted.
 * @returns Due date, action, and whether it is overdue, one row for each row, without a header row.
 */
export declare function nextTouch(
  tiers: unknown[][],
  lastTouches: unknown[][],
  asOf?: unknown,
  lang?: unknown,
): unknown[][];

/**
 * Counts requests answered within a time limit, late and still running, with the on-time rate.
 * @customfunction SLA
 * @param started One column with the date and time each request came in.
 * @param finished One column with the date and time each was done; blank while it is open.
 * @param limitHours Hours allowed; exactly on the limit is in time.
 * @param [asOf] The moment open requests are judged at, a date alone meaning its end; if omitted, the latest time in the ranges.
 * @param [calendar] calendar for all hours, working for Monday to Friday 09:00 to 18:00; calendar if omitted.
 * @param [lang] Language of the headings and messages: zh or en; zh if omitted.
 * @returns A table with a header row and one row of figures.
 */
export declare function sla(
  started: unknown[][],
  finished: unknown[][],
  limitHours: unknown,
  asOf?: unknown,
  calendar?: unknown,
  lang?: unknown,
): unknown[][];

/**
 * Gives the share of cells that are filled in and valid.
 * @customfunction COMPLETENESS
 * @param range The cells to check, one row for each customer, without the header row.
 * @param [kinds] The check of each column: text, phone or email, as a range or as text with commas.
 * @returns A rate from 0 to 1.
 */
export declare function completeness(range: unknown[][], kinds?: unknown[][]): unknown;

/**
 * Compares what a new customer costs in each channel with what the first orders bring in.
 * @customfunction CHANNELS
 * @param channels One column with the channel of each row.
 * @param spend One column with the money spent; a blank cell means unknown, 0 means free.
 * @param leads One column with the number of leads.
 * @param newCustomers One column with the number of new customers.
 * @param revenue One column with the revenue from those new customers.
 * @param [limit] The largest cost of a new customer as a share of order value; 0.1 if omitted.
 * @param [lang] Language of the headings and messages: zh or en; zh if omitted.
 * @returns A table with a header row, one row for each channel.
 */
export declare function channels(
  channels: unknown[][],
  spend: unknown[][],
  leads: unknown[][],
  newCustomers: unknown[][],
  revenue: unknown[][],
  limit?: unknown,
  lang?: unknown,
): unknown[][];

/**
 * Names the item to offer each customer next, by what buyers of the same items bought as well.
 * @customfunction CROSSSELL
 * @param customers One column with the customer of each order row.
 * @param items One column with the item or the category of each order row.
 * @param dates One column with the date of each order row, as dates or date text.
 * @param [options] A range of two columns, name and value, such as minConfidence 0.1.
 * @returns A table with a header row, one row for each customer.
 */
export declare function crossSell(
  customers: unknown[][],
  items: unknown[][],
  dates: unknown[][],
  options?: unknown[][],
): unknown[][];

/**
 * Judges a figure against its target, also when the target is a change from a baseline.
 * @customfunction KPI
 * @param actual The figure now.
 * @param baseline The figure the change is measured from; may be blank in absolute mode.
 * @param target The target: a value, a relative change such as 0.25, or points such as 0.2.
 * @param [mode] absolute, relative or points; absolute if omitted.
 * @param [direction] up if higher is better, down if lower is better; up if omitted.
 * @param [lang] Language of the status and messages: zh or en; zh if omitted.
 * @returns One row: status, target value, gap.
 */
export declare function kpi(
  actual: unknown,
  baseline: unknown,
  target: unknown,
  mode?: unknown,
  direction?: unknown,
  lang?: unknown,
): unknown[][];

/**
 * Hides most of a name, phone number, e-mail, id or postal address, so that a sheet can be shown around.
 * @customfunction MASK
 * @param text The text to mask.
 * @param kind What it is: name, phone, email, id or address.
 * @returns The masked text.
 */
export declare function mask(text: unknown, kind: unknown): unknown;
