import type { CustomersAt } from "./customersAt";

/** Customers by how often they bought and how long they have been silent, in windows. */
const SILENCE_STEPS = [0.5, 1, 2] as const;
/** Customers' worth of evidence with which a segment leans on everybody's rate. */
const SEGMENT_PRIOR = 4;
/** Everybody's rate starts at a half, worth this many customers (Jeffreys). */
const BASE_PRIOR = 1;

export interface RateRisk {
  readonly logOdds: Float64Array;
  /** Standard error of the log-odds. */
  readonly error: Float64Array;
  /** Past customers the rates are counted from. */
  readonly witnesses: number;
}

/**
 * Risk by counting: the share of customers of the same kind (one purchase or more; silent for up to
 * half a window, one, two, or longer) who were lost after an earlier day, drawn towards everybody's
 * share, and that towards a half. With no earlier day to look at, a half for all, and next to no
 * certainty.
 */
export function segmentRates(
  at: CustomersAt,
  windowDays: number,
  past: readonly { readonly at: CustomersAt; readonly lost: Uint8Array }[],
): RateRisk {
  const segments = 2 * (SILENCE_STEPS.length + 1);
  const count = new Float64Array(segments);
  const lost = new Float64Array(segments);
  // Customers seen on several days are one witness between them.
  const share = past.length > 0 ? 1 / past.length : 0;
  let all = 0;
  let allLost = 0;
  let witnesses = 0;
  for (const cut of past) {
    witnesses = Math.max(witnesses, cut.at.count);
    for (let row = 0; row < cut.at.count; row++) {
      const segment = segmentOf(cut.at, row, windowDays);
      const was = cut.lost[row] ?? 0;
      count[segment] = (count[segment] ?? 0) + share;
      lost[segment] = (lost[segment] ?? 0) + share * was;
      all += share;
      allLost += share * was;
    }
  }
  const base = (allLost + BASE_PRIOR / 2) / (all + BASE_PRIOR);
  const logOdds = new Float64Array(at.count);
  const error = new Float64Array(at.count);
  for (let row = 0; row < at.count; row++) {
    const segment = segmentOf(at, row, windowDays);
    const evidence = (count[segment] ?? 0) + Math.min(SEGMENT_PRIOR, all + BASE_PRIOR);
    const p = ((lost[segment] ?? 0) + base * (evidence - (count[segment] ?? 0))) / evidence;
    logOdds[row] = Math.log(p / (1 - p));
    // Half a customer on either side, so that a segment all of whom were lost is not unsure without end.
    error[row] = Math.sqrt(1 / (evidence * p + 0.5) + 1 / (evidence * (1 - p) + 0.5));
  }
  return { logOdds, error, witnesses };
}

function segmentOf(at: CustomersAt, row: number, windowDays: number): number {
  const silence = (at.day - (at.lastDay[row] ?? 0)) / Math.max(1, windowDays);
  let step = 0;
  while (step < SILENCE_STEPS.length && silence > (SILENCE_STEPS[step] ?? 0)) step++;
  return step * 2 + ((at.purchases[row] ?? 1) > 1 ? 1 : 0);
}
