import { InvalidArgumentError } from "../errors";
import { rankByKeys } from "../math/rankByKeys";

export const RISK_BANDS = ["low", "medium", "high"] as const;
/** "": no risk, for lack of a valid order. */
export type RiskBand = (typeof RISK_BANDS)[number] | "";

/**
 * How risks become bands.
 * - shares: by rank among all customers. The default: in a slow shop nearly everybody is unlikely to
 *   buy within a quarter, in a busy one nearly nobody, and a fixed cut puts them all into one band;
 *   ranks always part them, and the band says whom to call first, not how likely a loss is.
 * - cuts: medium from `medium` on, high from `high` on, as probabilities.
 */
export type BandRule =
  | { readonly kind: "shares"; readonly low: number; readonly high: number }
  | { readonly kind: "cuts"; readonly medium: number; readonly high: number };

/** A third each. */
export const DEFAULT_BANDS: BandRule = { kind: "shares", low: 1 / 3, high: 1 / 3 };

/** Shares like a third are not exact in binary: a rank that meets a border on paper must meet it here. */
const BORDER_TOLERANCE = 1e-12;

/**
 * Bands of risks. Equal risks are always in one band: with shares, the band in which the middle of
 * their group lies; where all are equal, medium. A risk equal to a cut is above it.
 *
 * @param risk - NaN: none
 * @throws InvalidArgumentError for shares or cuts that make no sense
 */
export function riskBands(risk: Float64Array, rule: BandRule): readonly RiskBand[] {
  checkBands(rule);
  const bands = new Array<RiskBand>(risk.length).fill("");
  if (rule.kind === "cuts") {
    risk.forEach((value, row) => {
      if (Number.isNaN(value)) return;
      bands[row] = value >= rule.high ? "high" : value >= rule.medium ? "medium" : "low";
    });
    return bands;
  }
  const rows: number[] = [];
  risk.forEach((value, row) => {
    if (!Number.isNaN(value)) rows.push(row);
  });
  const { rank, tied } = rankByKeys([Float64Array.from(rows, (row) => risk[row] ?? 0)]);
  rows.forEach((row, index) => {
    const p = ((rank[index] ?? 1) + ((tied[index] ?? 1) - 1) / 2 - 0.5) / rows.length;
    bands[row] =
      p < rule.high - BORDER_TOLERANCE ? "high" : p >= 1 - rule.low - BORDER_TOLERANCE ? "low" : "medium";
  });
  return bands;
}

function checkBands(rule: BandRule): void {
  const parts = rule.kind === "shares" ? [rule.low, rule.high] : [rule.medium, rule.high];
  for (const value of parts) {
    if (!(value >= 0 && value <= 1)) throw new InvalidArgumentError("bands", "notAShare", { value });
  }
  if (rule.kind === "shares" && rule.low + rule.high > 1 + BORDER_TOLERANCE) {
    throw new InvalidArgumentError("bands", "sharesExceedAll", { low: rule.low, high: rule.high });
  }
  if (rule.kind === "cuts" && rule.medium > rule.high) {
    throw new InvalidArgumentError("bands", "notAscending", { cuts: parts.join(", ") });
  }
}
