export { loyaltyIndex, type LoyaltyColumns } from "./loyaltyIndex";
export { loyalTests } from "./loyalTests";
