import type { TierId } from "../tiers/types";

export type FieldCheck = "text" | "phone" | "email";

/** How complete the customer sheet is. A cell is filled (and valid), empty, or invalid. */
export interface CompletenessResult {
  /** Customers counted; rows of test accounts are left out. */
  readonly customers: number;
  readonly testRows: number;
  readonly fields: readonly {
    readonly field: string;
    readonly check: FieldCheck;
    readonly filled: number;
    readonly empty: number;
    readonly invalid: number;
    readonly rate: number;
  }[];
  /** Filled and valid cells, of `total` = customers × fields. */
  readonly cells: number;
  readonly total: number;
  readonly rate: number;
  /** Customers with every field filled and valid, and their share. */
  readonly fullyComplete: number;
  readonly strict: number;
  readonly byTier: readonly { readonly tier: TierId; readonly customers: number; readonly rate: number }[];
  /** "" for customers without an owner. */
  readonly byOwner: readonly { readonly owner: string; readonly customers: number; readonly rate: number }[];
}
