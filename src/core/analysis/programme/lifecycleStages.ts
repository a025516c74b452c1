import { recordDay } from "../../customers";
import { lifecycleStage, stageFlow, type StageFlow } from "../../lifecycle";
import type { Stage, StageId } from "../../lifecycle/lifecycleStage";
import { addMonths, dayOfMoment, NO_DAY, type DayNumber } from "../../math/day";
import { arrival } from "../../touch";
import { countByCustomer, referralsBy, type PlacedInputs } from "./customerPlaces";

/** Stages on an earlier day, worked out again from what was known then, against today's. */
export interface StageMoves {
  readonly from: DayNumber;
  readonly flow: StageFlow;
}

/** The stage of every customer on the as-of date. */
export function stagesOf(inputs: PlacedInputs): readonly Stage[] {
  const { rows, asOf } = inputs;
  return stagesOn(inputs, asOf, {
    orders: Int32Array.from(rows, ({ totalOrders }) => totalOrders),
    lastOrderDay: Int32Array.from(rows, ({ lastDay }) => lastDay ?? NO_DAY),
  });
}

/**
 * How customers moved between stages since the newest snapshot before the as-of date, or within the last
 * calendar month without one.
 *
 * The earlier stage looks at orders, tickets, touches, leads and referrals up to that day only. A customer with
 * orders of whom nothing had been seen by then is new; one whom only the customer sheet knows has no day, and
 * counts as known on both.
 *
 * @returns null where the data begins later
 */
export function stageMovesOf(inputs: PlacedInputs, now: readonly Stage[]): StageMoves | null {
  const { rows, book, asOf, snapshots, firstOrderDay } = inputs;
  const snapshot = snapshots.reduce(
    (latest, { takenOn }) => (takenOn < asOf && takenOn > latest ? takenOn : latest),
    NO_DAY,
  );
  const from = snapshot === NO_DAY ? addMonths(asOf, -1) : snapshot;
  if (firstOrderDay === NO_DAY || firstOrderDay > from) return null;
  const { orders } = book;
  const count = new Int32Array(book.customers.length);
  const last = new Int32Array(book.customers.length).fill(NO_DAY);
  for (let order = 0; order < orders.count; order++) {
    const day = orders.day[order] ?? 0;
    if (day > from) continue;
    const customer = orders.customer[order] ?? 0;
    count[customer] = (count[customer] ?? 0) + 1;
    last[customer] = Math.max(last[customer] ?? NO_DAY, day);
  }
  const before = stagesOn(inputs, from, {
    orders: Int32Array.from(rows, ({ bookIndex }) => count[bookIndex] ?? 0),
    lastOrderDay: Int32Array.from(rows, ({ bookIndex }) => last[bookIndex] ?? NO_DAY),
  });
  const known = before.map(({ stage }, place): StageId =>
    stage === "awareness" && (rows[place]?.totalOrders ?? 0) > 0 ? "" : stage,
  );
  return {
    from,
    flow: stageFlow(
      known,
      now.map(({ stage }) => stage),
    ),
  };
}

function stagesOn(
  inputs: PlacedInputs,
  day: DayNumber,
  known: { readonly orders: Int32Array; readonly lastOrderDay: Int32Array },
): readonly Stage[] {
  const { loyalOrders, supportDays } = inputs.settings.programme;
  const limits = { loyalOrders, supportDays, lapsedMonths: inputs.settings.winBackMonths };
  const referrals = referralsBy(inputs, day);
  const served = countByCustomer(inputs, servedOn(inputs, day));
  const interested = countByCustomer(inputs, interestedBy(inputs, day));
  return inputs.rows.map((_, place) => {
    const facts = {
      orders: known.orders[place] ?? 0,
      lastOrderDay: known.lastOrderDay[place] ?? NO_DAY,
      referred: (referrals[place] ?? 0) > 0,
      inService: (served[place] ?? 0) > 0,
      showedInterest: (interested[place] ?? 0) > 0,
    };
    return lifecycleStage(facts, day, limits);
  });
}

/** Whose ticket was open on the day, or had been opened in the days before. */
function* servedOn({ tickets, settings }: PlacedInputs, day: DayNumber): Iterable<string> {
  for (const { customerKey, createdAt, resolvedAt, unknownTimes } of tickets) {
    const opened = dayOfMoment(createdAt);
    if (opened > day) continue;
    const isOpen = resolvedAt === null ? !unknownTimes.includes("resolvedAt") : dayOfMoment(resolvedAt) > day;
    if (isOpen || day - opened <= settings.programme.ticketDays) yield customerKey;
  }
}

/**
 * Who had asked something, answered a touch, become a lead, put something into the cart, or left an order unpaid. A
 * visit is no sign yet: whoever came by is known, and no more. Of several carts the sheet keeps the last, so an
 * earlier day may miss one.
 */
function* interestedBy(
  { tickets, touches, leads, book, rows }: PlacedInputs,
  day: DayNumber,
): Iterable<string> {
  for (const { key, record } of rows) {
    if ((recordDay(record?.lastCartOn ?? "") ?? day + 1) <= day) yield key;
  }
  for (const { customerKey, createdAt, type } of tickets) {
    if (type === "enquiry" && dayOfMoment(createdAt) <= day) yield customerKey;
  }
  for (const touch of touches) {
    if (touch.doneOn !== null && touch.doneOn <= day && arrival(touch) === "answered")
      yield touch.customerKey;
  }
  for (const { customerKey, enteredAt } of leads) {
    if (enteredAt === null || dayOfMoment(enteredAt) <= day) yield customerKey;
  }
  for (const { customer, createdAt } of book.unpaid) {
    if (dayOfMoment(createdAt) <= day) yield book.customerKeys[customer] ?? "";
  }
}
