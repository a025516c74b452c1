import type { Cell, FieldOf } from "../core/tables";
import { formatMoment, type Moment } from "../core/math/day";
import { createRandom, type Random } from "./random";
import { keptOrders, LAST_DAY, type ShopHistory, type ShopOrder } from "./shopHistory";
import type { ShopProfile } from "./shopProfile";

type OrderRow = Partial<Record<FieldOf<"orders">, Cell>>;

/** Rows of each kind of trouble that real exports have. */
const TROUBLE = {
  repeatedRows: 6,
  typedAmounts: 9,
  wideIds: 5,
  blankCustomers: 2,
  foreignOrders: 2,
  refundRows: 4,
  slashedDates: 0.06,
};

/** Parcels that left in the last days are still under way. */
const DAYS_UNDER_WAY = 4;

function statusOf(profile: ShopProfile, order: ShopOrder): string {
  const { words } = profile;
  const done = order.day > LAST_DAY - DAYS_UNDER_WAY ? words.shipped : words.completed;
  return {
    kept: done,
    partlyRefunded: done,
    gift: done,
    refunded: words.refunded,
    closed: words.closed,
    cancelled: words.cancelled,
    awaiting: words.awaitingPayment,
  }[order.fate];
}

/** Two systems wrote into one sheet: most times carry dashes and seconds, some slashes and no seconds. */
function written(moment: Moment | null, slashed: boolean): string | null {
  if (moment === null) return null;
  const text = formatMoment(moment);
  return slashed ? text.replaceAll("-", "/") : `${text}:${String(moment % 60).padStart(2, "0")}`;
}

function wide(text: string): string {
  return text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
}

function rowOf(profile: ShopProfile, order: ShopOrder, slashed: boolean, custom: Cell): OrderRow {
  return {
    orderId: order.id,
    customerId: order.shopper.id,
    createdAt: written(order.createdAt, slashed),
    paidAt: written(order.paidAt, slashed),
    item: order.product,
    category: profile.categories[order.category].name,
    quantity: order.quantity,
    listAmount: order.list / 100,
    paid: order.paid / 100,
    refunded: order.refunded > 0 ? order.refunded / 100 : null,
    status: statusOf(profile, order),
    currency: profile.currency,
    channel: profile.salesChannels[order.channel] ?? null,
    custom,
  };
}

/** Companies have a third of their goods marked as theirs; a name stands on a few clothes and toys. */
const CUSTOM_SHARE = { company: 0.3, clothes: 0.07, toys: 0.03 };

function customWork({ custom }: ShopProfile, { shopper, category, fate }: ShopOrder, random: Random): Cell {
  const kind = shopper.business ? "company" : category;
  const share = kind === "company" || kind === "clothes" || kind === "toys" ? CUSTOM_SHARE[kind] : 0;
  return fate !== "gift" && random.chance(share)
    ? random.pick(shopper.business ? custom.company : custom.person)
    : null;
}

/** `count` different indices of rows that were kept as they are, none of them twice. */
function choose(random: Random, from: readonly number[], count: number, taken: Set<number>): number[] {
  const chosen: number[] = [];
  while (chosen.length < count) {
    const index = random.pick(from);
    if (taken.has(index)) continue;
    taken.add(index);
    chosen.push(index);
  }
  return chosen;
}

/**
 * The orders as a shop's systems would export them: one row an order, by time, with the flaws of real files
 * on a few rows: repeated rows, dates and amounts nobody can read, amounts a person typed, ids in wide
 * letters, blank customers, another currency, refunds on rows of their own.
 */
export function orderRows(profile: ShopProfile, history: ShopHistory, seed: number): readonly OrderRow[] {
  const random = createRandom(seed, 30);
  // What is made to measure draws from a stream of its own, so that the flaws stay where they are.
  const workshop = createRandom(seed, 31);
  const rows = history.orders.map((order) =>
    rowOf(profile, order, random.chance(TROUBLE.slashedDates), customWork(profile, order, workshop)),
  );
  // Only customers with several orders get flawed rows: nobody loses their one order to a flaw.
  const regular = new Set(history.shoppers.filter((shopper) => keptOrders(shopper).length >= 3));
  const plain = history.orders.flatMap((order, index) =>
    order.fate === "kept" && regular.has(order.shopper) && order.day < LAST_DAY - 3 ? [index] : [],
  );
  const taken = new Set<number>();
  const change = (count: number, edit: (row: OrderRow, nth: number) => void) =>
    choose(random, plain, count, taken).forEach((index, nth) => edit(rows[index] as OrderRow, nth));

  change(profile.badDates.length, (row, nth) => {
    row.createdAt = profile.badDates[nth] ?? null;
    row.paidAt = row.createdAt;
  });
  change(profile.badAmounts.length, (row, nth) => (row.paid = profile.badAmounts[nth] ?? null));
  change(TROUBLE.typedAmounts, (row) => (row.paid = profile.typedAmount(Number(row.paid).toFixed(2))));
  change(TROUBLE.wideIds, (row) => (row.customerId = ` ${wide(String(row.customerId))} `));
  change(TROUBLE.blankCustomers, (row) => (row.customerId = null));
  change(TROUBLE.foreignOrders, (row) => (row.currency = profile.foreignCurrency));

  const extra: { readonly after: number; readonly row: OrderRow }[] = [];
  for (const after of choose(random, plain, TROUBLE.repeatedRows, taken))
    extra.push({ after: after + random.whole(0, 3), row: { ...rows[after] } });
  for (const index of choose(random, plain, TROUBLE.refundRows, taken)) {
    const order = history.orders[index] as ShopOrder;
    const back = -Math.round(order.paid / 300) * 100;
    extra.push({
      after: index + random.whole(8, 30),
      row: { ...rows[index], paid: back / 100, listAmount: null, status: profile.words.refunded },
    });
  }
  extra.sort((a, b) => b.after - a.after);
  for (const { after, row } of extra) rows.splice(Math.min(after + 1, rows.length), 0, row);
  return rows;
}
