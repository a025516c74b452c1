export { eightClassOf, eightCuts } from "./eightClasses";
export { lintSegmentTable } from "./lintSegmentTable";
export { segmentColumn, segmentsOfTable } from "./segmentColumn";
export { segmentOf } from "./segmentOf";
export { ruleMatches, type SegmentRule } from "./segmentRule";
export { NAMED11, SCORE_SCHEMES, type ScoreScheme } from "./segmentTables";
