export { scoreBands } from "./scoreBands";
export { scoreRfm } from "./scoreRfm";
export { MOST_BINS, scoreByCuts, scoreValues, type ScoreRule } from "./scoreValues";
export type { RfmTable } from "./types";
