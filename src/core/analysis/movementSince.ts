import { NO_DAY } from "../math/day";
import { movementBetween, type MovementTable } from "../movement";
import type { ScoringBook } from "../orders/types";
import { normaliseId } from "../tables";
import { summaryAt } from "./summaryAt";
import type { CustomerRow, SnapshotRow } from "./types";

/**
 * Movement between tiers since the newest snapshot before the as-of date; null without one.
 *
 * Scores and tiers of that day are those of the snapshot; days, orders and spend behind them are
 * worked out again from the orders up to that day. Customers who never ordered are compared only if the snapshot has them: some lists of that day leave
 * them out, and leaving a list out is no joining.
 */
export function movementSince(
  snapshots: readonly SnapshotRow[],
  rows: readonly CustomerRow[],
  book: ScoringBook,
  windowDays: number,
): MovementTable | null {
  const { asOf } = book;
  const newest = snapshots.reduce(
    (latest, { takenOn }) => (takenOn < asOf && takenOn > latest ? takenOn : latest),
    NO_DAY,
  );
  if (newest === NO_DAY) return null;
  const before = snapshots.filter(({ takenOn }) => takenOn === newest);
  const beforeKeys = before.map(({ customerId }) => normaliseId(customerId));
  const known = new Set(beforeKeys);
  const after = rows.filter(({ tier, key }) => tier !== "noOrder" || known.has(key));
  const summary = summaryAt(book, newest, windowDays);
  const bookIndex = new Map(book.customerKeys.map((key, index) => [key, index]));
  const places = beforeKeys.map((key) => bookIndex.get(key) ?? -1);
  const lastDays = places.map((place) => summary.lastDay[place] ?? NO_DAY);
  const scale = 10 ** book.decimals;
  return movementBetween(
    {
      takenOn: newest,
      customerIds: before.map(({ customerId }) => customerId),
      customerKeys: beforeKeys,
      tiers: before.map(({ tier }) => tier),
      r: before.map(({ r }) => r),
      f: before.map(({ f }) => f),
      m: before.map(({ m }) => m),
      days: lastDays.map((day) => (day === NO_DAY ? NaN : newest - day)),
      orders: places.map((place) => summary.windowOrders[place] ?? NaN),
      spend: places.map((place) => (summary.windowNet[place] ?? NaN) / scale),
    },
    {
      takenOn: asOf,
      customerIds: after.map(({ id }) => id),
      customerKeys: after.map(({ key }) => key),
      tiers: after.map(({ tier }) => tier),
      r: after.map(({ r }) => r),
      f: after.map(({ f }) => f),
      m: after.map(({ m }) => m),
      days: after.map(({ daysSinceLastOrder }) => daysSinceLastOrder ?? NaN),
      orders: after.map(({ orders }) => orders),
      spend: after.map(({ netSpend }) => netSpend),
    },
  );
}
