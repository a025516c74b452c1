import type { KpiDirection, KpiMode } from "../settings";

export interface KpiQuestion {
  /** null: not known. */
  readonly actual: number | null;
  readonly baseline: number | null;
  readonly target: number | null;
  readonly mode: KpiMode;
  readonly direction: KpiDirection;
}

export interface KpiOutcome {
  readonly status: "met" | "notMet" | "noBaseline" | "noTarget" | "noData";
  /** The value that must be reached; null without target or the baseline it needs. */
  readonly targetValue: number | null;
  /** actual − targetValue; null where either is. */
  readonly gap: number | null;
}

/** Sums like 0.4 + 0.25 × 0.4 carry rounding; reaching the target exactly is reaching it. */
const ROUNDING = 1e-9;

const TARGET_VALUES: Readonly<Record<KpiMode, (target: number, baseline: number | null) => number | null>> = {
  absolute: (target) => target,
  // On the size of the baseline, so that +20 % of a negative index is an improvement too.
  relative: (target, baseline) =>
    baseline === null || baseline === 0 ? null : baseline + Math.abs(baseline) * target,
  points: (target, baseline) => (baseline === null ? null : baseline + target),
};

/**
 * Whether a figure meets its target, and by how much.
 *
 * The target is the value itself (`absolute`), a change relative to the baseline (`relative`), or a
 * change in points (`points`), as fractions: 0.25 is +25 %, a reduction of 30 % is −0.3. Direction
 * `up` is met at or above the target value, `down` at or below it.
 *
 * States: `noData` without a figure, `noTarget` without a target, `noBaseline` where the mode needs a
 * baseline and there is none (or a relative change is asked of 0): never a false zero.
 *
 * @example kpiOutcome({ actual: 0.45, baseline: 0.4, target: 0.25, mode: "relative", direction: "up" })
 *   // { status: "notMet", targetValue: 0.5, gap: -0.05 }
 */
export function kpiOutcome(question: KpiQuestion): KpiOutcome {
  const { actual, baseline, target, mode, direction } = question;
  const targetValue = target === null ? null : TARGET_VALUES[mode](target, baseline);
  const gap = actual === null || targetValue === null ? null : actual - targetValue;
  if (actual === null) return { status: "noData", targetValue, gap };
  if (target === null) return { status: "noTarget", targetValue, gap };
  if (targetValue === null || gap === null) return { status: "noBaseline", targetValue, gap };
  const slack = ROUNDING * Math.max(1e-9, Math.abs(targetValue));
  const met = direction === "up" ? gap >= -slack : gap <= slack;
  return { status: met ? "met" : "notMet", targetValue, gap };
}
