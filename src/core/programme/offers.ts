export type OfferSide = "business" | "consumer" | "both";
export type OfferStage = "firstOrder" | "unpaid" | "repeat" | "winBack";

export interface Offer {
  readonly id: OfferId;
  readonly side: OfferSide;
  readonly stage: OfferStage;
  /** Share of the price that the customer pays: 首单8折 pays 0.8 of it, not 0.2. null: no part of the price is given away. */
  readonly payShare: number | null;
}

type OfferId =
  | "firstOrderDiscount"
  | "thresholdCoupon"
  | "freeTrial"
  | "demoAndSolution"
  | "unpaidReminder"
  | "thresholdGift"
  | "points"
  | "fittingNext"
  | "welcomeBack"
  | "solutionReview";

/** The brief's offers by side and stage; what they say is for the words. */
export const OFFERS: readonly Offer[] = [
  { id: "firstOrderDiscount", side: "consumer", stage: "firstOrder", payShare: 0.8 },
  { id: "thresholdCoupon", side: "consumer", stage: "firstOrder", payShare: null },
  { id: "freeTrial", side: "consumer", stage: "firstOrder", payShare: null },
  { id: "demoAndSolution", side: "business", stage: "firstOrder", payShare: null },
  { id: "unpaidReminder", side: "both", stage: "unpaid", payShare: null },
  { id: "thresholdGift", side: "consumer", stage: "repeat", payShare: null },
  { id: "points", side: "both", stage: "repeat", payShare: null },
  { id: "fittingNext", side: "both", stage: "repeat", payShare: null },
  { id: "welcomeBack", side: "consumer", stage: "winBack", payShare: null },
  { id: "solutionReview", side: "business", stage: "winBack", payShare: null },
];

/**
 * What one use of a price offer gives away: the part of the price that the customer does not pay.
 *
 * @param orderValue - what the order would cost without the offer; null: not known
 * @returns null where no share of the price is given away, or the order value is not known
 */
export function offerCost({ payShare }: Offer, orderValue: number | null): number | null {
  return payShare === null || orderValue === null ? null : (1 - payShare) * orderValue;
}
