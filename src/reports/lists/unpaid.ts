import type { Analysis, UnpaidReminder } from "../../core/analysis";
import type { ReportContext } from "../context";
import { SheetBuilder, type TableColumn } from "../kit/sheetBuilder";
import type { SheetModel } from "../model/workbookModel";
import { followUpColumns, followUpValidation } from "./followUp";

/** Orders that wait for payment, with the moment a reminder is due. */
export function unpaidSheet(analysis: Analysis, context: ReportContext): SheetModel {
  const { t, words, momentCell } = context;
  const items = analysis.lists.unpaidReminders;
  const overdue = items.filter(({ state }) => state === "overdue").length;
  const sheet = new SheetBuilder(context, { id: "unpaid", widths: "fit" });
  sheet.title(t("sheet.unpaid"), t("unpaid.line", { now: words.moment(analysis.now) }));
  if (items.length > 0)
    sheet.paragraph(
      t("unpaid.finding", {
        orders: words.count(items.length),
        amount: words.money(items.reduce((sum, { amount }) => sum + amount, 0)),
        overdue: words.count(overdue),
      }),
      "finding",
      7,
    );
  // Without a status, an order that waits for payment looks like any other.
  const known = analysis.quality.sheets.some(
    ({ kind, mapping }) => kind === "orders" && mapping.some(({ field }) => field === "status"),
  );
  sheet.note(t("unpaid.definition", { hours: analysis.settings.unpaidHours }));
  sheet.gap(6);
  const header = sheet.row;
  const some = (field: "name" | "phone" | "owner") => items.some((item) => item[field] !== "");
  const optional = (field: "name" | "phone" | "owner"): readonly TableColumn<UnpaidReminder>[] =>
    some(field)
      ? [{ header: t(`field.${field}`), style: "text", value: (item) => item[field], maxWidth: 18 }]
      : [];
  const columns: readonly TableColumn<UnpaidReminder>[] = [
    { header: t("scores.customer"), style: "text", value: ({ customerId }) => customerId, maxWidth: 22 },
    ...optional("name"),
    { header: t("field.orderId"), style: "text", value: ({ orderId }) => orderId, maxWidth: 24 },
    { header: t("unpaid.amount"), style: "money", value: ({ amount }) => amount },
    {
      header: t("unpaid.createdAt"),
      style: "dateTime",
      value: ({ createdAt }) => momentCell(createdAt),
      minWidth: 18,
    },
    { header: t("unpaid.dueAt"), style: "dateTime", value: ({ dueAt }) => momentCell(dueAt), minWidth: 18 },
    {
      header: t("unpaid.state"),
      style: "statusNeutral",
      value: ({ state }) => t(`unpaidState.${state}`),
      styleOf: ({ state }) => (state === "overdue" ? "statusBad" : "statusNeutral"),
    },
    {
      header: t("unpaid.reminded"),
      style: "word",
      value: ({ reminded }) => (reminded ? t("word.yes") : t("word.no")),
    },
    ...optional("phone"),
    ...optional("owner"),
    ...followUpColumns<UnpaidReminder>(context),
  ];
  const range = sheet.table({
    name: "UnpaidReminders",
    columns,
    rows: items,
    freeze: true,
    freezeColumns: 2,
    empty: t(known ? "unpaid.empty" : "unpaid.noStatus"),
  });
  if (range !== null) followUpValidation(sheet, context, { row: header + 1, rows: items.length, columns });
  return sheet.build();
}
