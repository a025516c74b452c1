import type { TierId } from "../tiers/types";

/**
 * RFM of every customer of an order book, as columns in the book's order.
 * Customers outside the base (no order in the window) have score 0, code "" and rank 0.
 */
export interface RfmTable {
  readonly count: number;
  /** Customers with an order in the window. */
  readonly baseCount: number;
  readonly inBase: Uint8Array;
  /** Days from the last valid order to the as-of date; -1: no valid order. */
  readonly daysSinceLastOrder: Int32Array;
  readonly orders: Int32Array;
  /** Net spend in the window, in minor units. */
  readonly netSpend: Float64Array;
  readonly r: Uint8Array;
  readonly f: Uint8Array;
  readonly m: Uint8Array;
  readonly codes: readonly string[];
  readonly composite: Float64Array;
  /** 1 is best; equal customers share a rank (1, 2, 2, 4). */
  readonly rank: Int32Array;
  readonly tiers: readonly TierId[];
}
