import type { CustomerSignals, DatedEvents } from "../churn";
import { dayOfMoment, type DayNumber } from "../math/day";
import type { OrderBook } from "../orders/types";
import type { TicketRecord } from "../service/types";
import type { SurveyAnswer } from "../surveys";
import { arrival, type TouchRecord } from "../touch";

interface Event {
  readonly customerKey: string;
  readonly day: DayNumber;
  readonly value: number;
}

/**
 * What refunds, discounts, tickets, surveys and touches say of customers, day by day, for the learner of churn
 * risks.
 *
 * What has no day, or speaks of somebody without an order, cannot serve and is left out. A sheet that is
 * not there gives no column at all, so that nothing is learnt from its absence.
 *
 */
export function customerSignals(
  book: Pick<OrderBook, "customerKeys" | "orders" | "discounts" | "refunds">,
  sheets: {
    readonly tickets: readonly TicketRecord[];
    readonly answers: readonly SurveyAnswer[];
    readonly touches: readonly TouchRecord[];
  },
): CustomerSignals {
  const indexOf = new Map(book.customerKeys.map((key, index) => [key, index]));
  const columns = (events: readonly Event[]): DatedEvents | null => {
    const known = events.filter(({ customerKey }) => indexOf.has(customerKey));
    if (known.length === 0) return null;
    return {
      customer: Int32Array.from(known, ({ customerKey }) => indexOf.get(customerKey) ?? -1),
      day: Int32Array.from(known, ({ day }) => day),
      value: Float64Array.from(known, ({ value }) => value),
    };
  };
  const complaints = columns(
    sheets.tickets.flatMap(({ type, customerKey, createdAt }) =>
      type === "complaint" ? [{ customerKey, day: dayOfMoment(createdAt), value: 1 }] : [],
    ),
  );
  const satisfaction = columns(
    sheets.answers.flatMap(({ customerKey, answeredOn, satisfaction: answer, satisfactionScale }) =>
      answeredOn === null || answer === null
        ? []
        : [{ customerKey, day: answeredOn, value: shareOfScale(answer, satisfactionScale) }],
    ),
  );
  const touches = columns(
    sheets.touches.flatMap((touch) => {
      const came = arrival(touch);
      return touch.doneOn === null || (came !== "answered" && came !== "arrived")
        ? []
        : [{ customerKey: touch.customerKey, day: touch.doneOn, value: came === "answered" ? 1 : 0 }];
    }),
  );
  return {
    ...(complaints && { complaints }),
    ...(satisfaction && { satisfaction }),
    ...(touches && { touches }),
    ...(book.refunds && { refunds: book.refunds }),
    ...(book.discounts && { discounts: discountEvents(book.orders, book.discounts) }),
  };
}

/** Every order that tells its discount, on its day. */
function discountEvents({ customer, day }: OrderBook["orders"], shares: Float64Array): DatedEvents {
  const known = Array.from(shares.keys()).filter((order) => !Number.isNaN(shares[order] ?? Number.NaN));
  return {
    customer: Int32Array.from(known, (order) => customer[order] ?? -1),
    day: Int32Array.from(known, (order) => day[order] ?? 0),
    value: Float64Array.from(known, (order) => shares[order] ?? 0),
  };
}

/** 0 at the worst end of the scale, 1 at the best. */
function shareOfScale(answer: number, { min, max }: SurveyAnswer["satisfactionScale"]): number {
  return (answer - min) / (max - min);
}
