import { dayOfMoment, type DayNumber } from "../../math/day";
import type { PlacedInputs } from "./customerPlaces";

export type InteractionKind = "order" | "ticket" | "touch" | "survey";

/** Something that happened between a customer and the shop. */
export interface Interaction {
  readonly day: DayNumber;
  readonly kind: InteractionKind;
  /** Net of an order in major units; null for the others. */
  readonly amount: number | null;
  /** Reason of a ticket, campaign or channel of a touch, in the sheet's words; "" where there is none. */
  readonly text: string;
}

/** As many as a card has room for. */
const SHOWN = 6;
/** Beyond this many customers the report leaves the lists out, to keep the file small. */
const MOST_CUSTOMERS = 10_000;

/**
 * The latest things that happened with each customer up to the as-of date, newest first (互动记录); on one day
 * orders before what people said about them.
 *
 * @returns null with more than 10,000 customers
 */
export function interactionsOf(inputs: PlacedInputs): readonly (readonly Interaction[])[] | null {
  const { rows, placeOf, book, tickets, touches, answers, asOf } = inputs;
  if (rows.length > MOST_CUSTOMERS) return null;
  const found: Interaction[][] = rows.map(() => []);
  const add = (place: number | undefined, interaction: Interaction) => {
    if (place !== undefined && interaction.day <= asOf) found[place]?.push(interaction);
  };
  const { orders, decimals } = book;
  const placeOfBook = new Map(rows.map(({ bookIndex }, place) => [bookIndex, place]));
  for (let order = 0; order < orders.count; order++) {
    const amount = (orders.net[order] ?? 0) / 10 ** decimals;
    const place = placeOfBook.get(orders.customer[order] ?? -1);
    add(place, { day: orders.day[order] ?? 0, kind: "order", amount, text: "" });
  }
  for (const { customerKey, createdAt, reason } of tickets) {
    const day = dayOfMoment(createdAt);
    add(placeOf.get(customerKey), { day, kind: "ticket", amount: null, text: reason });
  }
  for (const { customerKey, doneOn, campaign, channel } of touches) {
    if (doneOn === null) continue;
    add(placeOf.get(customerKey), { day: doneOn, kind: "touch", amount: null, text: campaign || channel });
  }
  for (const { customerKey, answeredOn } of answers) {
    if (answeredOn === null) continue;
    add(placeOf.get(customerKey), { day: answeredOn, kind: "survey", amount: null, text: "" });
  }
  return found.map((all) => all.sort((one, other) => other.day - one.day).slice(0, SHOWN));
}
