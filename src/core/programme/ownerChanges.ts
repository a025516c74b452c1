import type { DayNumber } from "../math/day";
import type { TouchRecord } from "../touch";

/** How often the people who look after customers changed. */
export interface OwnerChanges {
  /** Customers with at least two touches in the year whose owner is named. */
  readonly customers: number;
  readonly changed: number;
  /** Changes of each customer with one, the most first. */
  readonly list: readonly { readonly customerKey: string; readonly changes: number }[];
}

const YEAR_DAYS = 365;

/**
 * Changes of owner in the 365 days up to the as-of date, read from who made the touches, for no sheet keeps former
 * owners: two touches in a row by different people are one change. Touches without an owner are passed over.
 *
 * @returns null where no customer has two touches with an owner: nothing is known of changes
 */
export function ownerChanges(touches: readonly TouchRecord[], asOf: DayNumber): OwnerChanges | null {
  const byCustomer = new Map<string, { day: DayNumber; owner: string }[]>();
  for (const { customerKey, doneOn, owner } of touches) {
    if (doneOn === null || doneOn > asOf || doneOn <= asOf - YEAR_DAYS || owner === "") continue;
    const known = byCustomer.get(customerKey);
    if (known === undefined) byCustomer.set(customerKey, [{ day: doneOn, owner }]);
    else known.push({ day: doneOn, owner });
  }
  const known = [...byCustomer].filter(([, list]) => list.length >= 2);
  if (known.length === 0) return null;
  const list = known
    .map(([customerKey, own]) => {
      const ordered = [...own].sort((one, other) => one.day - other.day);
      const changes = ordered.filter(({ owner }, place) => place > 0 && owner !== ordered[place - 1]?.owner);
      return { customerKey, changes: changes.length };
    })
    .filter(({ changes }) => changes > 0)
    .sort((one, other) => other.changes - one.changes);
  return { customers: known.length, changed: list.length, list };
}
