export { scaleOfAnswers, scaleOfHeading } from "./answerScale";
export { latestAnswers } from "./latestAnswers";
export { readSurveys } from "./readSurveys";
export { isSatisfied, satisfactionIndex, surveySummary } from "./surveySummary";
export type { LatestAnswer, SurveyAnswer } from "./types";
