export {
  LOYALTY_PARTS,
  loyaltyIndex,
  type Loyalty,
  type LoyaltyColumns,
  type LoyaltyPart,
  type LoyaltyPartId,
} from "./loyaltyIndex";
export { loyalTests, type LoyalTests, type TestOutcome } from "./loyalTests";
