import type { CustomerRow } from "../analysis/types";

/** At most this many: a star is one of few. */
const MOST = 20;

/**
 * Customers to be held up as examples (树立明星客户): top tier, loyal by every test that could be made, no open
 * complaint, and consent. The best composite first.
 *
 * @param isLoyal - by index into the rows
 */
export function starCustomers(
  rows: readonly CustomerRow[],
  isLoyal: (index: number) => boolean,
): readonly CustomerRow[] {
  return rows
    .filter(
      ({ tier, openComplaint, consent }, index) =>
        tier === "high" && isLoyal(index) && !openComplaint && consent,
    )
    .sort((one, other) => (one.rank ?? Infinity) - (other.rank ?? Infinity))
    .slice(0, MOST);
}
