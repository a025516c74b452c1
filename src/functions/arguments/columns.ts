import type { MomentParameter, Parameters, RangeParameter } from "./parameter";

/** One column of cells. */
export const COLUMN = { kind: "range", single: true } as const satisfies RangeParameter;

/** One column, as tall as another argument. */
export function columnBeside(sameRowsAs: string): typeof COLUMN & { readonly sameRowsAs: string } {
  return { ...COLUMN, sameRowsAs };
}

const MOMENT: MomentParameter = { kind: "moment" };

/** The order rows a function reads and the last day that counts: the same in every contract. */
export const ORDER_COLUMNS = {
  customers: COLUMN,
  dates: columnBeside("customers"),
  amounts: columnBeside("customers"),
  asOf: MOMENT,
} satisfies Parameters;
