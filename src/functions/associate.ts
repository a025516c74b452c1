import * as functions from "./functions";

/** Function of each id, under which workbooks know it. */
const FUNCTIONS = {
  RFMSCORE: functions.rfmScore,
  SCORE: functions.score,
  TIER: functions.tier,
  SEGMENT: functions.segment,
  CHURNRISK: functions.churnRisk,
  CLV: functions.clv,
  MODELFIT: functions.modelFit,
  BACKTEST: functions.backtest,
  FORECAST: functions.forecast,
  EXPLAIN: functions.explain,
  WINBACK: functions.winBack,
  COHORT: functions.cohort,
  MOVEMENT: functions.movement,
  SLA: functions.sla,
  COMPLETENESS: functions.completeness,
  CHANNELS: functions.channels,
  KPI: functions.kpi,
  MASK: functions.mask,
};

// In a plain browser, and where Office.js is blocked, there is nobody to register with.
if (typeof CustomFunctions !== "undefined") {
  for (const [id, run] of Object.entries(FUNCTIONS)) CustomFunctions.associate(id, run);
}
