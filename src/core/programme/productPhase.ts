/** Early, middle and late in the life of a product (产品推出的早期/中期/后期). */
export type PhaseId = "early" | "middle" | "late";

/** A product first sold this long ago at most is early. */
const EARLY_DAYS = 180;
/** Sales that fell by this share at least make a product late. */
const FALL = 0.1;

/**
 * The phase of a category, by when it was first sold and where its sales go. Early: first sold within 180 days, on
 * a day from which the data shows that it was the first. Late: net spend a tenth or more below the 90 days before.
 * Middle: everything else.
 *
 * @param growth - net ÷ before − 1; null: nothing was sold before
 */
export function productPhase(facts: {
  readonly firstSold: number;
  readonly newFrom: number;
  readonly asOf: number;
  readonly growth: number | null;
}): PhaseId {
  const { firstSold, newFrom, asOf, growth } = facts;
  if (firstSold >= newFrom && asOf - firstSold <= EARLY_DAYS) return "early";
  return growth !== null && growth <= -FALL ? "late" : "middle";
}
