import type { ReportContext } from "../context";
import { leftToPeople, type SheetBuilder, type TableColumn } from "../kit/sheetBuilder";

/** Two columns of a list for the people who work it: what came of it, and a remark. */
export function followUpColumns<Row>({ t }: ReportContext): readonly TableColumn<Row>[] {
  return [
    { header: t("followUp.result"), style: "word", value: leftToPeople, minWidth: 12 },
    { header: t("followUp.remark"), style: "wordWrap", value: leftToPeople, minWidth: 20 },
  ];
}

/** The drop-down of the result column. */
export function followUpValidation<Row>(
  sheet: SheetBuilder,
  { t }: ReportContext,
  body: { readonly row: number; readonly rows: number; readonly columns: readonly TableColumn<Row>[] },
): void {
  const result = body.columns.findIndex(({ header }) => header === t("followUp.result"));
  sheet.validate({
    kind: "listValues",
    range: { row: body.row, column: 1 + result, rows: body.rows, columns: 1 },
    values: [t("followUp.reached"), t("followUp.ordered"), t("followUp.notReached"), t("followUp.declined")],
    prompt: t("followUp.prompt"),
  });
}
