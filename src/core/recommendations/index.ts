export {
  readRecommendations,
  recommendationSuccess,
  type PurchasesOf,
  type Recommendation,
  type RecommendationSuccess,
} from "./recommendationSuccess";
