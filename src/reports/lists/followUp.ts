import type { ReportContext } from "../context";
import type { SheetBuilder, TableColumn } from "../kit/sheetBuilder";

/** Two columns at the end of a list for the people who work it: what came of it, and a remark. */
export function followUpColumns<Row>({ t }: ReportContext): readonly TableColumn<Row>[] {
  return [
    { header: t("followUp.result"), style: "word", value: () => null, minWidth: 12 },
    { header: t("followUp.remark"), style: "wordWrap", value: () => null, minWidth: 20 },
  ];
}

/** The drop-down of the result column, which is the last but one of the table. */
export function followUpValidation(
  sheet: SheetBuilder,
  { t }: ReportContext,
  firstRow: number,
  rows: number,
  columns: number,
): void {
  sheet.validate({
    kind: "listValues",
    range: { row: firstRow, column: columns - 1, rows, columns: 1 },
    values: [t("followUp.reached"), t("followUp.ordered"), t("followUp.notReached"), t("followUp.declined")],
    prompt: t("followUp.prompt"),
  });
}
