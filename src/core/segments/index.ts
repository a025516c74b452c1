export { EIGHT_CLASSES, eightClassOf, eightCuts, type EightCuts, type EightScheme } from "./eightClasses";
export { lintSegmentTable, type RuleName, type SegmentLint } from "./lintSegmentTable";
export { segmentColumn, segmentsOfTable, type SegmentColumn } from "./segmentColumn";
export { segmentOf } from "./segmentOf";
export { ruleMatches, scoreCode, type ScoreRange, type SegmentRule } from "./segmentRule";
export {
  KLAVIYO6,
  NAMED11,
  SCORE_SCHEMES,
  SEGMENT_IDS,
  type ScoreScheme,
  type SegmentId,
  type SegmentTable,
} from "./segmentTables";
