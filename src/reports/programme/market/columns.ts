import type { ReportContext } from "../../context";
import { intervalText } from "../../kit/intervalText";
import type { TableColumn } from "../../kit/sheetBuilder";

interface Interval {
  readonly low: number;
  readonly high: number;
}

/** How many customers stand behind a line. */
export function customersColumn<Row extends { readonly customers: number }>({
  t,
}: ReportContext): TableColumn<Row> {
  return { header: t("market.customers"), style: "integer", value: ({ customers }) => customers };
}

/** A name of the user's own; what has none is said to be unknown, in the words of the column. */
export function nameColumn<Row>(
  header: string,
  nameOf: (row: Row) => string,
  unknown: string,
): TableColumn<Row> {
  return { header, style: "text", value: (row) => nameOf(row) || unknown };
}

/** A rate and how far it can be trusted; both are blank where there is no case to count. */
export function rateColumns<Row extends { readonly rate: number | null; readonly interval: Interval | null }>(
  header: string,
  context: ReportContext,
): readonly TableColumn<Row>[] {
  return [
    { header, style: "percent", value: ({ rate }) => rate },
    {
      header: context.t("market.interval"),
      style: "word",
      value: ({ interval }) => (interval === null ? null : intervalText(interval, context)),
    },
  ];
}
