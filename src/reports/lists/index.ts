import type { Analysis } from "../../core/analysis";
import type { ReportContext } from "../context";
import type { SheetModel } from "../model/workbookModel";
import { channelsSheet } from "./channels";
import { customerCardSheet } from "./customerCard";
import { customerScoresSheet } from "./customerScores";
import { dataQualitySheet } from "./dataQuality";
import { serviceSlaSheet } from "./serviceSla";
import { settingsSheet } from "./settings";
import { snapshotsSheet } from "./snapshots";
import { tierMovementSheet } from "./tierMovement";
import { unpaidSheet } from "./unpaid";
import { winBackSheet } from "./winBack";

/** The sheets behind the boards: one customer, all customers, lists to act on, data quality, settings. */
export function listSheets(analysis: Analysis, context: ReportContext): readonly SheetModel[] {
  const scores = customerScoresSheet(analysis, context);
  const movement = tierMovementSheet(analysis, context);
  return [
    customerCardSheet(analysis, context, scores.layout),
    scores.sheet,
    winBackSheet(analysis, context),
    unpaidSheet(analysis, context),
    channelsSheet(analysis, context),
    serviceSlaSheet(analysis, context),
    ...(movement === null ? [] : [movement]),
    dataQualitySheet(analysis, context),
    settingsSheet(analysis, context),
    snapshotsSheet(analysis, context),
  ];
}
