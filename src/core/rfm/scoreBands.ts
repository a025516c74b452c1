import type { RfmTable } from "./types";

export interface ScoreBand {
  readonly score: number;
  readonly customers: number;
  /** Smallest and largest value with this score; days, orders, or minor units. */
  readonly from: number;
  readonly to: number;
}

/**
 * For each dimension, how many customers have each score, and between which values; scores nobody has are left
 * out. Shown beside the scores, so that a 4 in R can be read as "11 to 30 days".
 */
export function scoreBands(table: RfmTable): Readonly<Record<"r" | "f" | "m", readonly ScoreBand[]>> {
  return {
    r: bandsOf(table.daysSinceLastOrder, table.r),
    f: bandsOf(table.orders, table.f),
    m: bandsOf(table.netSpend, table.m),
  };
}

/** @param scores - 0: outside the base */
function bandsOf(values: Int32Array | Float64Array, scores: Uint8Array): readonly ScoreBand[] {
  let most = 0;
  for (let index = 0; index < scores.length; index++) most = Math.max(most, scores[index] ?? 0);
  const customers = new Int32Array(most + 1);
  const from = new Float64Array(most + 1).fill(Infinity);
  const to = new Float64Array(most + 1).fill(-Infinity);
  for (let index = 0; index < values.length; index++) {
    const score = scores[index] ?? 0;
    const value = values[index] ?? 0;
    customers[score] = (customers[score] ?? 0) + 1;
    if (value < (from[score] ?? Infinity)) from[score] = value;
    if (value > (to[score] ?? -Infinity)) to[score] = value;
  }
  const bands: ScoreBand[] = [];
  for (let score = 1; score <= most; score++) {
    if (customers[score] === 0) continue;
    bands.push({ score, customers: customers[score] ?? 0, from: from[score] ?? 0, to: to[score] ?? 0 });
  }
  return bands;
}
