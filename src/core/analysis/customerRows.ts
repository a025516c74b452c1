import type { CustomerBook } from "../customers";
import { monthIndex, NO_DAY, type DayNumber } from "../math/day";
import type { OrderBook } from "../orders/types";
import type { RfmTable } from "../rfm/types";
import { satisfactionIndex, type LatestAnswer } from "../surveys";
import { yesNo } from "../tables/yesNo";
import type { TierId } from "../tiers/types";
import type { CategoryTastes } from "./categoryTastes";
import type { TicketFacts, TouchFacts } from "./customerFacts";
import type { CustomerRecord, CustomerRow, TierOverride } from "./types";

/** Everything that is known of customers, by where it stands. */
export interface CustomerSources {
  readonly book: OrderBook;
  readonly rfm: RfmTable;
  /** Tiers set by hand, by customer key. */
  readonly overrides: ReadonlyMap<string, TierOverride>;
  /** Segment of each customer of the book. */
  readonly segments: readonly string[];
  /** Segment of people whom only the customer sheet has; "": the scheme has none for them. */
  readonly segmentWithoutOrder: string;
  readonly customers: CustomerBook;
  readonly tastes: CategoryTastes;
  /** The rest by customer key. */
  readonly answers: ReadonlyMap<string, LatestAnswer>;
  readonly tickets: ReadonlyMap<string, TicketFacts>;
  readonly touches: ReadonlyMap<string, TouchFacts>;
  readonly satisfactionScale: "times" | "minmax";
}

/** Months of the spark line. */
const SPARK_MONTHS = 12;

/** A customer is new this long after the first order (brief: 新客户, 老客户, 高价值客户). */
const NEW_DAYS = 90;

/**
 * One row a customer: those of the order sheets in order of first appearance, then those that only the
 * customer sheet has, in its order. Nobody is dropped.
 */
export function customerRows(sources: CustomerSources): readonly CustomerRow[] {
  const { book, customers } = sources;
  const asksConsent = customers.fields.has("consent");
  const sparks = monthlyOrders(book);
  const inBook = new Set(book.customerKeys);
  const rows = book.customerKeys.map((key, index) => {
    const at = customers.indexOf.get(key);
    const record = at === undefined ? null : (customers.records[at] ?? null);
    return rowOf(sources, key, book.customers[index] ?? key, index, record, asksConsent, sparks(index));
  });
  customers.records.forEach((record, index) => {
    const key = customers.keys[index] ?? "";
    if (inBook.has(key)) return;
    rows.push(rowOf(sources, key, record.customerId, -1, record, asksConsent, sparks(-1)));
  });
  return rows;
}

function rowOf(
  sources: CustomerSources,
  key: string,
  id: string,
  index: number,
  record: CustomerRecord | null,
  asksConsent: boolean,
  monthlyOrdersOfRow: readonly number[],
): CustomerRow {
  const { book, rfm, tastes } = sources;
  const { summary } = book;
  const scale = 10 ** book.decimals;
  const known = index >= 0;
  const first = known ? (summary.firstDay[index] ?? NO_DAY) : NO_DAY;
  const last = known ? (summary.lastDay[index] ?? NO_DAY) : NO_DAY;
  const inBase = known && rfm.inBase[index] === 1;
  const computedTier: TierId = known ? (rfm.tiers[index] ?? "") : "noOrder";
  const override = sources.overrides.get(key) ?? null;
  const tier = override?.tier ?? computedTier;
  const gaps = known ? (summary.purchaseDays[index] ?? 0) - 1 : 0;
  const topCategory = known ? (tastes.names[tastes.top[index] ?? -1] ?? "") : "";
  const answer = sources.answers.get(key);
  const tickets = sources.tickets.get(key);
  return {
    id,
    key,
    record,
    bookIndex: index,
    tier,
    computedTier,
    override,
    segment: known ? (sources.segments[index] ?? "") : sources.segmentWithoutOrder,
    relation: relationOf(tier, first, book.asOf),
    tag: tagOf(record, book.categories.length > 0 ? topCategory : ""),
    daysSinceLastOrder: last === NO_DAY ? null : book.asOf - last,
    firstDay: first === NO_DAY ? null : first,
    lastDay: last === NO_DAY ? null : last,
    orders: known ? (summary.windowOrders[index] ?? 0) : 0,
    netSpend: known ? (summary.windowNet[index] ?? 0) / scale : 0,
    totalOrders: known ? (summary.totalOrders[index] ?? 0) : 0,
    totalNet: known ? (summary.totalNet[index] ?? 0) / scale : 0,
    r: known ? (rfm.r[index] ?? 0) : 0,
    f: known ? (rfm.f[index] ?? 0) : 0,
    m: known ? (rfm.m[index] ?? 0) : 0,
    code: known ? (rfm.codes[index] ?? "") : "",
    score: inBase ? (rfm.composite[index] ?? null) : null,
    rank: inBase ? (rfm.rank[index] ?? null) : null,
    intervalDays: gaps > 0 ? (last - first) / gaps : null,
    topCategory,
    monthlyOrders: monthlyOrdersOfRow,
    satisfaction: answer === undefined ? null : satisfactionIndex(answer, sources.satisfactionScale),
    recommend: answer?.recommend?.value ?? null,
    openComplaint: tickets?.openComplaint ?? false,
    complaints: tickets?.complaints ?? 0,
    lastTouch: sources.touches.get(key)?.lastTouch ?? null,
    consent: !asksConsent || (record !== null && yesNo(record.consent) === true),
  };
}

function relationOf(tier: TierId, first: DayNumber, asOf: DayNumber): CustomerRow["relation"] {
  if (tier === "high") return "highValue";
  if (first === NO_DAY) return "";
  return asOf - first <= NEW_DAYS ? "new" : "existing";
}

/** Answers that only make sense under their heading. */
const BARE_LEVELS: ReadonlySet<string> = new Set([
  "高",
  "中",
  "低",
  "一般",
  "high",
  "medium",
  "low",
  "average",
]);

/**
 * side-industry/scene-category-preference. Companies are known by their industry, consumers by the scene
 * they buy for; the category is what was bought most, else what the sheet says is preferred; and of
 * the stated preference, price sensitivity (注重性价比) and need the first that adds something. An item is no category: its name is
 * too long for a tag, and too many would have one of their own.
 */
function tagOf(record: CustomerRecord | null, boughtCategory: string): string {
  const isCompany = /^[bＢ]/i.test(record?.side ?? "");
  const { industry = "", scene = "", preference = "", priceSensitivity = "", need = "" } = record ?? {};
  const field = isCompany ? industry || scene : scene || industry;
  const category = boughtCategory || preference;
  const wish = [preference, priceSensitivity, need].find(
    (text) => text !== "" && text !== category && !BARE_LEVELS.has(text.toLowerCase()),
  );
  const parts = [record?.side ?? "", field, category, wish ?? ""];
  return parts.every((part) => part === "") ? "" : parts.join("-");
}

/** Orders of the twelve months that end with the as-of date's, oldest first, by index into the book. */
function monthlyOrders(book: OrderBook): (index: number) => readonly number[] {
  const { orders, asOf } = book;
  const none: readonly number[] = new Array<number>(SPARK_MONTHS).fill(0);
  const counts = new Int32Array(book.customers.length * SPARK_MONTHS);
  const lastMonth = monthIndex(asOf);
  // Twelve months are at most 366 days: their calendar is worked out once a day, not once an order.
  const placeOfDay = new Int32Array(367);
  for (let back = 0; back < placeOfDay.length; back++) {
    placeOfDay[back] = SPARK_MONTHS - 1 - (lastMonth - monthIndex(asOf - back));
  }
  for (let order = 0; order < orders.count; order++) {
    const place = placeOfDay[asOf - (orders.day[order] ?? NO_DAY)] ?? -1;
    if (place < 0) continue;
    const at = (orders.customer[order] ?? 0) * SPARK_MONTHS + place;
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return (index) =>
    index < 0 ? none : Array.from(counts.subarray(index * SPARK_MONTHS, (index + 1) * SPARK_MONTHS));
}
