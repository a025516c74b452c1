import { BACKTEST } from "./backtest";
import { CHANNELS } from "./channels";
import { CHURNRISK } from "./churnRisk";
import { CLV } from "./clv";
import { COHORT } from "./cohort";
import { COMPLETENESS } from "./completeness";
import { EXPLAIN } from "./explain";
import { FORECAST } from "./forecast";
import { KPI } from "./kpi";
import { MASK } from "./mask";
import { MODELFIT } from "./modelFit";
import { MOVEMENT } from "./movement";
import { RFMSCORE } from "./rfmScore";
import { SCORE } from "./score";
import { SEGMENT } from "./segment";
import { SLA } from "./sla";
import { TIER } from "./tier";
import { WINBACK } from "./winBack";

/** Every custom function by the id under which workbooks know it; an id never changes after release. */
export const DEFINITIONS = {
  RFMSCORE,
  SCORE,
  TIER,
  SEGMENT,
  CHURNRISK,
  CLV,
  MODELFIT,
  BACKTEST,
  FORECAST,
  EXPLAIN,
  WINBACK,
  COHORT,
  MOVEMENT,
  SLA,
  COMPLETENESS,
  CHANNELS,
  KPI,
  MASK,
} as const;

export type FunctionId = keyof typeof DEFINITIONS;
