import { probabilityAlive, type BtydParams, type Histogram } from "../btyd";

/** How many purchases lie ahead of the customers of one history, with probabilities that add up to 1. */
export interface CountsAhead {
  /** P(none). */
  readonly none: number;
  /** Numbers of purchases, 1 or more, ascending; neighbours stand together under their mean where there are many. */
  readonly counts: Float64Array;
  readonly chances: Float64Array;
}

/** Numbers are told apart up to here; beyond, neighbours are put together. */
const MOST_COUNTS = 16;
/** What is left of the probability when counting stops. */
const TAIL = 1e-6;
const MOST_PURCHASES = 20_000;
/** Equally likely lengths of the stay under Pareto/NBD. */
const STAYS = 12;

/**
 * The distribution of purchases in (T, T + horizon] for each history.
 *
 * Given that a customer is alive, BG/NBD and MBG/NBD make at least k purchases when the rate alone
 * would, and the customer stayed after each of the k − 1 before: a negative binomial tail times a
 * product of beta means, exactly. Under Pareto/NBD the stay is Lomax(s, beta + T) and the purchases
 * during it negative binomial; the stay is taken at the middles of twelve equally likely parts.
 *
 * @param horizon - in the unit of the histogram
 * @returns by index of history
 */
export function countsAhead(
  params: BtydParams,
  histogram: Histogram,
  horizon: number,
): (history: number) => CountsAhead {
  const alive = probabilityAlive(params, histogram);
  // Histories of equal x and T stand together: what came before serves the next.
  let knownX = -1;
  let knownAge = -1;
  let ifAlive: Float64Array = new Float64Array(0);
  return (history) => {
    const x = histogram.repeatOrders[history] ?? 0;
    const age = histogram.customerAge[history] ?? 0;
    if (x !== knownX || age !== knownAge) {
      ifAlive = chancesIfAlive(params, x, age, horizon);
      knownX = x;
      knownAge = age;
    }
    return condensed(ifAlive, alive[history] ?? 0);
  };
}

/** P(exactly k purchases | alive), from k = 0. */
function chancesIfAlive(params: BtydParams, x: number, age: number, horizon: number): Float64Array {
  const shape = params.r + x;
  const scale = params.alpha + age;
  if (params.model === "pareto") {
    const parts = params.s === 0 ? 1 : STAYS;
    const stays = Array.from({ length: parts }, (_, part) => {
      if (params.s === 0) return horizon;
      const left = 1 - (part + 0.5) / parts;
      return Math.min(horizon, (params.beta + age) * Math.expm1(-Math.log(left) / params.s));
    });
    const each = stays.map((stay) => negativeBinomial(shape, scale, stay));
    const longest = Math.max(...each.map(({ length }) => length));
    return Float64Array.from({ length: longest }, (_, k) =>
      each.reduce((sum, chances) => sum + (chances[k] ?? 0) / parts, 0),
    );
  }
  const rates = negativeBinomial(shape, scale, horizon);
  const chancesToLeave = params.model === "mbgnbd" ? x + 1 : x;
  const kept = params.b + chancesToLeave;
  const exact = new Float64Array(rates.length);
  let atLeast = 1;
  let rateTail = 1;
  let stayed = 1;
  for (let k = 0; k < rates.length; k++) {
    rateTail = Math.max(0, rateTail - (rates[k] ?? 0));
    // The first purchase ahead needs no staying; each one after it that the customer stayed once more.
    const next = rateTail * stayed;
    exact[k] = Math.max(0, atLeast - next);
    atLeast = next;
    stayed *= (kept + k) / (params.a + kept + k);
  }
  if (exact.length > 0) exact[exact.length - 1] = (exact[exact.length - 1] ?? 0) + atLeast;
  return exact;
}

/** P(k purchases at a rate from Gamma(shape, scale) in a time), until next to nothing is left. */
function negativeBinomial(shape: number, scale: number, time: number): Float64Array {
  const success = time / (scale + time);
  const chances: number[] = [];
  let log = shape * Math.log1p(-success);
  let sum = 0;
  const mean = (shape * time) / scale;
  for (let k = 0; k < MOST_PURCHASES; k++) {
    const chance = Math.exp(log);
    chances.push(chance);
    sum += chance;
    if (k > mean && 1 - sum < TAIL) break;
    log += Math.log(((shape + k) / (k + 1)) * success);
  }
  return Float64Array.from(chances);
}

function condensed(ifAlive: Float64Array, alive: number): CountsAhead {
  const numbers = ifAlive.length - 1;
  const width = Math.max(1, Math.ceil(numbers / MOST_COUNTS));
  const size = Math.ceil(numbers / width);
  const counts = new Float64Array(size);
  const chances = new Float64Array(size);
  let some = 0;
  for (let group = 0; group < size; group++) {
    let chance = 0;
    let sum = 0;
    for (let k = group * width + 1; k <= Math.min(numbers, (group + 1) * width); k++) {
      chance += ifAlive[k] ?? 0;
      sum += k * (ifAlive[k] ?? 0);
    }
    counts[group] = chance > 0 ? sum / chance : group * width + 1;
    chances[group] = chance * alive;
    some += chance * alive;
  }
  return { none: Math.max(0, 1 - some), counts, chances };
}
