import { productPhase, risingCategories } from "../../programme";
import type { RisingCategory } from "../../programme/opportunities";
import type { PhaseId } from "../../programme/productPhase";
import { NO_DAY } from "../../math/day";
import { firstKnownDay } from "../firstBuyers";
import type { ProgrammeSources } from "./inputs";

/** Both halves of the comparison. */
const TREND_DAYS = 90;

/** Sales of one category in the last 90 days against the 90 before. Major units. */
export interface CategoryTrend {
  readonly category: string;
  readonly net: number;
  readonly before: number;
  /** net ÷ before − 1; null where nothing was sold before. */
  readonly growth: number | null;
  /** Different customers in the last 90 days. */
  readonly buyers: number;
  readonly phase: PhaseId;
}

export interface CategoryTrends {
  readonly days: number;
  /** By net spend. */
  readonly categories: readonly CategoryTrend[];
  readonly rising: readonly RisingCategory[];
  /** Different categories each customer of the book has bought ever. */
  readonly bought: Int32Array;
}

/** @returns null where no sheet names categories */
export function categoryTrendsOf({
  book,
  asOf,
  firstOrderDay,
  settings,
}: ProgrammeSources): CategoryTrends | null {
  const { categories, lines, orders, decimals } = book;
  if (categories.length === 0) return null;
  const net = new Float64Array(categories.length);
  const before = new Float64Array(categories.length);
  const buyers = new Int32Array(categories.length);
  const firstSold = new Int32Array(categories.length).fill(NO_DAY);
  const bought = new Int32Array(book.customers.length);
  // Lines stand by customer, so whoever was met last tells whether a customer is met anew.
  const lastEver = new Int32Array(categories.length).fill(-1);
  const lastRecent = new Int32Array(categories.length).fill(-1);
  for (let line = 0; line < lines.count; line++) {
    const category = lines.category[line] ?? -1;
    if (category < 0) continue;
    const order = lines.order[line] ?? 0;
    const customer = orders.customer[order] ?? 0;
    const day = orders.day[order] ?? 0;
    if (lastEver[category] !== customer) {
      lastEver[category] = customer;
      bought[customer] = (bought[customer] ?? 0) + 1;
    }
    const first = firstSold[category] ?? NO_DAY;
    if (first === NO_DAY || day < first) firstSold[category] = day;
    const age = asOf - day;
    if (age < TREND_DAYS) {
      net[category] = (net[category] ?? 0) + (lines.net[line] ?? 0);
      if (lastRecent[category] !== customer) {
        lastRecent[category] = customer;
        buyers[category] = (buyers[category] ?? 0) + 1;
      }
    } else if (age < 2 * TREND_DAYS) before[category] = (before[category] ?? 0) + (lines.net[line] ?? 0);
  }
  const { newProductDays, trendGrowth } = settings.programme;
  const scale = 10 ** decimals;
  const newFrom = firstKnownDay(firstOrderDay);
  const trends = categories.map((category, index): CategoryTrend => {
    const sold = (net[index] ?? 0) / scale;
    const soldBefore = (before[index] ?? 0) / scale;
    const growth = soldBefore > 0 ? sold / soldBefore - 1 : null;
    const facts = { firstSold: firstSold[index] ?? NO_DAY, newFrom, asOf, growth };
    const phase = productPhase(facts, { newDays: newProductDays, fall: trendGrowth });
    return { category, net: sold, before: soldBefore, growth, buyers: buyers[index] ?? 0, phase };
  });
  return {
    days: TREND_DAYS,
    categories: trends
      .filter((trend) => trend.net !== 0 || trend.before !== 0)
      .sort((one, other) => other.net - one.net || (one.category < other.category ? -1 : 1)),
    rising: risingCategories(trends, trendGrowth),
    bought,
  };
}
