import type { Analysis, SnapshotRow } from "../../core/analysis";
import { extendSnapshots } from "../../core/snapshots";
import type { ReportContext } from "../context";
import { SheetBuilder } from "../kit/sheetBuilder";
import type { SheetModel } from "../model/workbookModel";
import { snapshotSentence } from "../programme/snapshotSentence";

/** Beyond this the table would be most of the file; a year of 8,000 customers fits. */
const MOST_ROWS = 100_000;

/**
 * The snapshot table: scores, tiers and risks of every date they were taken on, today's among them. Its headings are
 * those a snapshot sheet is read by, so the next report finds its own history here.
 */
export function snapshotsSheet(analysis: Analysis, context: ReportContext): SheetModel {
  const { t, words, tierName, dateCell } = context;
  const { rows, leftOut } = extendSnapshots(analysis.snapshots, analysis.snapshot, MOST_ROWS);
  const sheet = new SheetBuilder(context, {
    id: "snapshots",
    widths: "fit",
    tabColor: "grey",
    orientation: "portrait",
  });
  sheet.title(t("sheet.snapshots"));
  sheet.note(t("snapshots.note"));
  sheet.note(snapshotSentence(analysis, context));
  if (leftOut.length > 0) {
    sheet.note(
      t("snapshots.leftOut", { days: words.list(leftOut.map(words.day)), most: words.count(MOST_ROWS) }),
    );
  }
  sheet.gap(6);
  const scored = (row: SnapshotRow, score: number) => (row.score === null ? null : score);
  sheet.table<SnapshotRow>({
    name: "Snapshots",
    rows,
    freeze: true,
    freezeColumns: 3,
    empty: t("snapshots.empty"),
    columns: [
      { header: t("snapshots.takenOn"), style: "date", value: ({ takenOn }) => dateCell(takenOn) },
      { header: t("snapshots.customer"), style: "text", value: ({ customerId }) => customerId, maxWidth: 24 },
      { header: "R", style: "integer", value: (row) => scored(row, row.r) },
      { header: "F", style: "integer", value: (row) => scored(row, row.f) },
      { header: "M", style: "integer", value: (row) => scored(row, row.m) },
      { header: t("snapshots.score"), style: "decimal2", value: ({ score }) => score },
      { header: t("snapshots.rank"), style: "integer", value: ({ rank }) => rank },
      { header: t("snapshots.tier"), style: "word", value: ({ tier }) => tierName(tier) },
      { header: t("snapshots.risk"), style: "percent", value: ({ churnRisk }) => churnRisk },
      { header: t("snapshots.hash"), style: "wordGrey", value: ({ settingsHash }) => settingsHash },
    ],
  });
  return sheet.build();
}
