import type { Predictions } from "../../../core/analysis";
import { QUADRANT_IDS } from "../../../core/clv";
import type { ReportContext } from "../../context";
import type { SheetBuilder } from "../../kit/sheetBuilder";
import { gridTable } from "./gridTable";

/** Value against potential: who is worth what now, and who could be. */
export function quadrantBlock(sheet: SheetBuilder, predictions: Predictions, context: ReportContext): void {
  const { t, words } = context;
  const { value, months } = predictions;
  sheet.section(t("prediction.quadrants"));
  if (value === null) {
    sheet.empty(t("prediction.noModel"));
    return;
  }
  const { quadrants, all } = value;
  type Quadrant = (typeof QUADRANT_IDS)[number];
  const cellOf = (id: Quadrant) => quadrants.cells.find(({ quadrant }) => quadrant === id);
  const share = (part: number | undefined, whole: number) =>
    part === undefined || whole <= 0 ? null : part / whole;
  const netAll = quadrants.cells.reduce((sum, cell) => sum + cell.value, 0);
  gridTable<Quadrant>(
    sheet,
    [
      {
        head: t("scores.potential"),
        columns: 4,
        cell: (id) => ({ value: t(`quadrant.${id}`), style: "wordBold" }),
      },
      {
        head: t("prediction.quadrantWho"),
        columns: 6,
        cell: (id) => ({ value: t(`prediction.quadrant.${id}`), style: "wordWrap" }),
      },
      {
        head: t("card.customers"),
        columns: 2,
        cell: (id) => ({ value: cellOf(id)?.customers ?? t("prediction.tooFew"), style: "integer" }),
      },
      {
        head: t("prediction.quadrantValue"),
        columns: 3,
        cell: (id) => ({ value: cellOf(id)?.value ?? null, style: "money" }),
      },
      {
        head: t("prediction.quadrantPotential", { months }),
        columns: 3,
        cell: (id) => ({ value: cellOf(id)?.potential ?? null, style: "money" }),
      },
      {
        head: t("prediction.quadrantShare"),
        columns: 2,
        cell: (id) => ({ value: share(cellOf(id)?.value, netAll), style: "percent" }),
      },
      {
        head: t("prediction.quadrantPotentialShare"),
        columns: 2,
        cell: (id) => ({ value: share(cellOf(id)?.potential, all.total), style: "percent" }),
      },
      {
        head: t("prediction.quadrantMean"),
        columns: 2,
        cell: (id) => {
          const cell = cellOf(id);
          return {
            value: cell === undefined || cell.customers === 0 ? null : cell.potential / cell.customers,
            style: "money",
          };
        },
      },
    ],
    QUADRANT_IDS,
  );
  sheet.paragraph(
    t("prediction.quadrantNote", {
      value: words.money(quadrants.valueCut),
      potential: words.money(quadrants.potentialCut),
    }),
    "noteWrap",
  );
}
