import type { Histogram } from "./types";

/**
 * Log-likelihood of a histogram at the logs of r, alpha, a, b (or s, beta), with its gradient by those logs.
 * A log of −Infinity for a or s means that nobody leaves: its derivatives are 0 then.
 */
export type Likelihood = (logs: readonly number[], gradient: Float64Array) => number;

/** A histogram as the likelihoods go through it: times in `scale`, distinct times in a table. */
export interface PreparedHistogram {
  readonly count: number;
  readonly repeatOrders: Int32Array;
  readonly customers: Float64Array;
  /** Distinct ages in units of `scale`, and where t_x and T of each history stand among them. */
  readonly times: Float64Array;
  readonly lastAt: Int32Array;
  readonly ageAt: Int32Array;
  readonly mostRepeats: number;
  /** Customers with x repeat orders, x from 0 to mostRepeats. */
  readonly customersByRepeats: Float64Array;
}

/**
 * @param scale - the unit that times are divided by, so that fits do not depend on days or weeks; the
 *   log-likelihood becomes that of times in this unit
 */
export function prepareHistogram(histogram: Histogram, scale: number): PreparedHistogram {
  const { count, repeatOrders, lastOrderAge, customerAge, customers } = histogram;
  const times: number[] = [];
  const places = new Map<number, number>();
  // Whole days and sevenths of a week find their place without a search.
  const wholePlaces = new Int32Array(1 << 17).fill(-1);
  const placesOf = (ages: Float64Array): Int32Array => {
    const found = new Int32Array(count);
    for (let index = 0; index < count; index++) {
      const time = ages[index] ?? 0;
      const whole = Math.round(time * 7);
      const direct = whole < wholePlaces.length && whole / 7 === time;
      let place = direct ? (wholePlaces[whole] ?? -1) : (places.get(time) ?? -1);
      if (place === -1) {
        place = times.push(time / scale) - 1;
        if (direct) wholePlaces[whole] = place;
        else places.set(time, place);
      }
      found[index] = place;
    }
    return found;
  };
  const lastAt = placesOf(lastOrderAge);
  const ageAt = placesOf(customerAge);
  let mostRepeats = 0;
  for (const x of repeatOrders) mostRepeats = Math.max(mostRepeats, x);
  const customersByRepeats = new Float64Array(mostRepeats + 1);
  for (let index = 0; index < count; index++) {
    const x = repeatOrders[index] ?? 0;
    customersByRepeats[x] = (customersByRepeats[x] ?? 0) + (customers[index] ?? 0);
  }
  return {
    count,
    repeatOrders,
    customers,
    times: Float64Array.from(times),
    lastAt,
    ageAt,
    mostRepeats,
    customersByRepeats,
  };
}

/** log(1 + t / scale) for each distinct time. */
export function logGrowth(times: Float64Array, scale: number): Float64Array {
  return times.map((time) => Math.log1p(time / scale));
}

/**
 * What the number of purchases alone adds: Σ customers Σ_{j<x} log((r + j) / alpha), which is
 * log(Γ(r + x) / Γ(r)) − x log alpha without its cancellation, and its derivatives by log r and log alpha.
 */
export function purchaseTerms(
  prepared: PreparedHistogram,
  r: number,
  alpha: number,
): { readonly value: number; readonly byLogR: number; readonly byLogAlpha: number } {
  let log = 0;
  let inverse = 0;
  let value = 0;
  let byR = 0;
  let purchases = 0;
  for (let x = 0; x <= prepared.mostRepeats; x++) {
    const customers = prepared.customersByRepeats[x] ?? 0;
    value += customers * log;
    byR += customers * inverse;
    purchases += customers * x;
    log += Math.log((r + x) / alpha);
    inverse += 1 / (r + x);
  }
  return { value, byLogR: r * byR, byLogAlpha: -purchases };
}
