export {
  readRecommendations,
  recommendationSuccess,
  type Recommendation,
  type RecommendationSuccess,
} from "./recommendationSuccess";
