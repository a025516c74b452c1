import { InvalidArgumentError } from "../../core/errors";
import { DEFAULT_BANDS, RISK_SOURCES, type BandRule, type RiskSource } from "../../core/churn";
import type { OptionNames } from "../arguments/parameter";

const SOURCES: readonly (RiskSource | "auto")[] = ["auto", ...RISK_SOURCES];

/** How a risk is made, and how risks become bands. */
export const RISK_OPTIONS = {
  source: { kind: "choice", choices: SOURCES, whenBlank: "auto" },
  lowShare: { kind: "number", min: 0, max: 1, whenBlank: null },
  highShare: { kind: "number", min: 0, max: 1, whenBlank: null },
  bandCuts: { kind: "cuts" },
} as const satisfies OptionNames;

/** @throws InvalidArgumentError for shares above 1 together, or other than two cuts from 0 to 1 */
export function bandsOf(options: {
  readonly lowShare: number | null;
  readonly highShare: number | null;
  readonly bandCuts: readonly number[] | null;
}): BandRule {
  const { lowShare, highShare, bandCuts } = options;
  if (bandCuts !== null) {
    const [medium = -1, high = -1] = bandCuts;
    if (bandCuts.length !== 2 || medium < 0 || high > 1) {
      throw new InvalidArgumentError("options bandCuts", "notBandCuts", { value: bandCuts.join(",") });
    }
    return { kind: "cuts", medium, high };
  }
  if (lowShare === null && highShare === null) return DEFAULT_BANDS;
  const low = lowShare ?? (1 - (highShare ?? 0)) / 2;
  const high = highShare ?? (1 - low) / 2;
  if (low + high > 1) {
    throw new InvalidArgumentError("options", "bandSharesExceedAll", { lowShare: low, highShare: high });
  }
  return { kind: "shares", low, high };
}
