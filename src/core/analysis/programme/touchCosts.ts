import type { DayNumber } from "../../math/day";
import type { TouchRecord } from "../../touch";

/**
 * What the touches of a customer cost in the days after `from`, up to and including `to`, as somebody wrote it down.
 *
 * @returns null where no touch of those days has a cost: an unknown cost is not 0
 */
export function touchCosts(
  touches: readonly TouchRecord[],
): (key: string, from: DayNumber, to: DayNumber) => number | null {
  const known = new Map<string, { readonly day: DayNumber; readonly cost: number }[]>();
  for (const { customerKey, doneOn, cost } of touches) {
    if (doneOn === null || cost === null) continue;
    const own = known.get(customerKey);
    if (own === undefined) known.set(customerKey, [{ day: doneOn, cost }]);
    else own.push({ day: doneOn, cost });
  }
  return (key, from, to) => {
    const own = (known.get(key) ?? []).filter(({ day }) => day > from && day <= to);
    return own.length === 0 ? null : own.reduce((sum, { cost }) => sum + cost, 0);
  };
}
