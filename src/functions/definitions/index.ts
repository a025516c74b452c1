import { CHANNELS } from "./channels";
import { COHORT } from "./cohort";
import { COMPLETENESS } from "./completeness";
import { KPI } from "./kpi";
import { MASK } from "./mask";
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
