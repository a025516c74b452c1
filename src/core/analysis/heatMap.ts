import type { RfmTable } from "../rfm/types";
import type { Analysis } from "./types";

/**
 * Customers of the base, and their net spend, by score of recency and frequency.
 *
 * @param bins - scores run from 1 to here
 * @returns rows by r − 1, columns by f − 1; money in major units
 */
export function heatMap(rfm: RfmTable, bins: number, decimals: number): Analysis["heat"] {
  const grid = () => Array.from({ length: bins }, () => new Array<number>(bins).fill(0));
  const customers = grid();
  const net = grid();
  const scale = 10 ** decimals;
  for (let row = 0; row < rfm.count; row++) {
    if (rfm.inBase[row] !== 1) continue;
    const r = (rfm.r[row] ?? 1) - 1;
    const f = (rfm.f[row] ?? 1) - 1;
    const counts = customers[r];
    const sums = net[r];
    if (counts === undefined || sums === undefined) continue;
    counts[f] = (counts[f] ?? 0) + 1;
    sums[f] = (sums[f] ?? 0) + (rfm.netSpend[row] ?? 0) / scale;
  }
  return { bins, customers, net };
}
