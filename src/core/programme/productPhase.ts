/** Early, middle and late in the life of a product (产品推出的早期/中期/后期). */
export type PhaseId = "early" | "middle" | "late";

export interface PhaseLimits {
  /** A product first sold this long ago at most is early. */
  readonly newDays: number;
  /** Sales that fell by this share at least make a product late. */
  readonly fall: number;
}

/** 90 of 100 is a tenth less, whatever the division left over. */
const ROUNDING = 1e-9;
const DEFAULT_LIMITS: PhaseLimits = { newDays: 180, fall: 0.1 };

/**
 * The phase of a category, by when it was first sold and where its sales go. Early: first sold lately, on a day from
 * which the data shows that it was the first. Late: net spend fell by the share or more.
 * Middle: everything else.
 *
 * @param growth - net ÷ before − 1; null: nothing was sold before
 */
export function productPhase(
  facts: {
    readonly firstSold: number;
    readonly newFrom: number;
    readonly asOf: number;
    readonly growth: number | null;
  },
  { newDays, fall }: PhaseLimits = DEFAULT_LIMITS,
): PhaseId {
  const { firstSold, newFrom, asOf, growth } = facts;
  if (firstSold >= newFrom && asOf - firstSold <= newDays) return "early";
  return growth !== null && growth <= ROUNDING - fall ? "late" : "middle";
}
