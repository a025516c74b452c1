import type { CustomerRow } from "../../core/analysis";
import type { ReportContext } from "../context";
import type { TableColumn } from "../kit/sheetBuilder";

/** Who a line of a list is about: id, name where any is known, tier. */
export function customerColumns<Row>(
  rows: readonly Row[],
  rowOf: (row: Row) => CustomerRow,
  { t, tierName }: ReportContext,
): readonly TableColumn<Row>[] {
  const nameOf = (row: Row) => rowOf(row).record?.name ?? "";
  const hasNames = rows.some((row) => nameOf(row) !== "");
  return [
    { header: t("scores.customer"), style: "text", value: (row) => rowOf(row).id, maxWidth: 24 },
    ...(hasNames
      ? [
          {
            header: t("field.name"),
            style: "text",
            value: nameOf,
            maxWidth: 18,
          } as const satisfies TableColumn<Row>,
        ]
      : []),
    { header: t("scores.tier"), style: "word", value: (row) => tierName(rowOf(row).tier) },
  ];
}

/** More than a person works through; the JSON result holds all of them. */
export const LISTED = 300;
