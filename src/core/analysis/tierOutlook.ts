import type { Predictions } from "./predictions";
import type { CustomerRow, TierPortrait } from "./types";

/** What is predicted of the customers of one tier; null where nothing can be. */
export function tierOutlook(
  rows: readonly CustomerRow[],
  predictions: Predictions | null,
): Pick<TierPortrait, "risk" | "clv"> {
  if (predictions === null) return { risk: null, clv: null };
  let known = 0;
  let risk = 0;
  let high = 0;
  let clv = 0;
  for (const { bookIndex } of rows) {
    const own = predictions.risk[bookIndex] ?? Number.NaN;
    if (bookIndex < 0 || Number.isNaN(own)) continue;
    known++;
    risk += own;
    if (predictions.bands[bookIndex] === "high") high++;
    clv += predictions.value?.clv[bookIndex] ?? 0;
  }
  if (known === 0) return { risk: null, clv: null };
  const { value } = predictions;
  return {
    risk: { mean: risk / known, high, customers: known },
    clv:
      value === null
        ? null
        : { mean: clv / known, total: clv, share: value.all.total > 0 ? clv / value.all.total : null },
  };
}
