export { readRecommendations, recommendationSuccess, type Recommendation } from "./recommendationSuccess";
