import { BACKTEST } from "./backtest";
import { CHANNELS } from "./channels";
import { CHURNRISK } from "./churnRisk";
import { CLV } from "./clv";
import { COHORT } from "./cohort";
import { COMPLETENESS } from "./completeness";
import { CROSSSELL } from "./crossSell";
import { EXPLAIN } from "./explain";
import { FORECAST } from "./forecast";
import { KPI } from "./kpi";
import { LIFECYCLE } from "./lifecycle";
import { LOYALTY } from "./loyalty";
import { MASK } from "./mask";
import { MODELFIT } from "./modelFit";
import { MOVEMENT } from "./movement";
import { NEXTTOUCH } from "./nextTouch";
import { RELATIONTYPE } from "./relationType";
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
  LIFECYCLE,
  RELATIONTYPE,
  LOYALTY,
  MOVEMENT,
  NEXTTOUCH,
  SLA,
  COMPLETENESS,
  CHANNELS,
  CROSSSELL,
  KPI,
  MASK,
} as const;

export type FunctionId = keyof typeof DEFINITIONS;
