import type { DayNumber } from "../math/day";
import { checkCell } from "./checkCell";

export type ContactProblemCode = "invalidPhone" | "invalidEmail" | "undelivered" | "noContact";

export interface ContactProblem {
  /** Index into the customers given. */
  readonly customer: number;
  readonly codes: readonly ContactProblemCode[];
  /** Touches in a row, up to the latest, that did not arrive. */
  readonly undelivered: number;
  /** Day of the latest touch that arrived or was answered; null: none did. */
  readonly reachedOn: DayNumber | null;
}

export interface ContactFacts {
  readonly phone: string;
  readonly email: string;
  /** Done touches of the customer with whether they arrived, in any order. */
  readonly touches: readonly { readonly day: DayNumber; readonly arrived: boolean }[];
}

/** One failed touch may be chance. */
const FAILURES = 2;

/**
 * Customers who can no longer be reached: a phone or an e-mail that fits no rule, neither of both, or the
 * last two touches and more undelivered. Who has one valid way left still appears where the other is broken.
 *
 * @param fields - whether the sheet asks for phones and e-mails at all: what is not asked for is not missing
 * @returns in the order of the customers
 */
export function contactProblems(
  customers: readonly ContactFacts[],
  fields: { readonly phone: boolean; readonly email: boolean },
): readonly ContactProblem[] {
  return customers.flatMap(({ phone, email, touches }, customer) => {
    const phoneState = fields.phone ? checkCell(phone, "phone") : "empty";
    const emailState = fields.email ? checkCell(email, "email") : "empty";
    const ordered = [...touches].sort((one, other) => one.day - other.day);
    const lastArrived = ordered.findLastIndex(({ arrived }) => arrived);
    const undelivered = ordered.length - 1 - lastArrived;
    const asks = fields.phone || fields.email;
    const codes: readonly ContactProblemCode[] = [
      ...(phoneState === "invalid" ? (["invalidPhone"] as const) : []),
      ...(emailState === "invalid" ? (["invalidEmail"] as const) : []),
      ...(undelivered >= FAILURES ? (["undelivered"] as const) : []),
      ...(asks && phoneState === "empty" && emailState === "empty" ? (["noContact"] as const) : []),
    ];
    if (codes.length === 0) return [];
    return [{ customer, codes, undelivered, reachedOn: ordered[lastArrived]?.day ?? null }];
  });
}
