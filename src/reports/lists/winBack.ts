import type { Analysis } from "../../core/analysis/types";
import type { WinBackItem } from "../../core/winBack/types";
import type { ReportContext } from "../context";
import { SheetBuilder } from "../kit/sheetBuilder";
import type { SheetModel } from "../model/workbookModel";
import { followUpColumns, followUpValidation } from "./followUp";

/** Customers silent for the win-back months: whom to call first, with what, and who is better left alone. */
export function winBackSheet(analysis: Analysis, context: ReportContext): SheetModel {
  const { t, words, tierName, dateCell } = context;
  const items = analysis.lists.winBack;
  const due = items.filter(({ state }) => state === "due");
  const held = items.length - due.length;
  const atRisk = due.reduce((sum, { valueAtRisk }) => sum + valueAtRisk, 0);
  const sheet = new SheetBuilder(context, { id: "winBack", widths: "fit" });
  sheet.title(t("sheet.winBack"));
  sheet.paragraph(
    t("winBack.finding", {
      due: words.count(due.length),
      months: analysis.settings.winBackMonths,
      value: words.money(atRisk),
      high: words.count(due.filter(({ tier }) => tier === "high").length),
    }),
    "finding",
    8,
  );
  sheet.note(held > 0 ? t("winBack.held", { held: words.count(held) }) : t("winBack.noneHeld"));
  sheet.note(t("winBack.definition"));
  sheet.gap(6);
  const header = sheet.row;
  const shown = new Set(
    items.flatMap((item) => [item.name && "name", item.phone && "phone", item.owner && "owner"]),
  );
  const columns = [
    {
      header: t("scores.customer"),
      style: "text" as const,
      value: (item: WinBackItem) => item.customerId,
      maxWidth: 22,
    },
    ...(shown.has("name")
      ? [
          {
            header: t("field.name"),
            style: "text" as const,
            value: (item: WinBackItem) => item.name,
            maxWidth: 16,
          },
        ]
      : []),
    { header: t("scores.tier"), style: "word" as const, value: (item: WinBackItem) => tierName(item.tier) },
    {
      header: t("scores.lastDay"),
      style: "date" as const,
      value: (item: WinBackItem) => dateCell(item.lastDay),
    },
    { header: t("winBack.days"), style: "integer" as const, value: (item: WinBackItem) => item.days },
    {
      header: t("scores.interval"),
      style: "decimal1" as const,
      value: (item: WinBackItem) => item.intervalDays,
    },
    { header: t("scores.totalOrders"), style: "integer" as const, value: (item: WinBackItem) => item.orders },
    {
      header: t("winBack.valueAtRisk"),
      style: "money" as const,
      value: (item: WinBackItem) => item.valueAtRisk,
      minWidth: 14,
    },
    {
      header: t("scores.topCategory"),
      style: "text" as const,
      value: (item: WinBackItem) => item.topCategory,
      maxWidth: 20,
    },
    {
      header: t("winBack.state"),
      style: "word" as const,
      value: (item: WinBackItem) => t(`winBackState.${item.state}`),
    },
    {
      header: t("winBack.reason"),
      style: "wordWrap" as const,
      value: (item: WinBackItem) => words.list(item.holds.map((hold) => t(`hold.${hold}`))),
      maxWidth: 26,
    },
    {
      header: t("winBack.offer"),
      style: "wordWrap" as const,
      value: (item: WinBackItem) => (item.state === "due" ? t(offerKey(item)) : ""),
      minWidth: 26,
      maxWidth: 46,
    },
    ...(shown.has("owner")
      ? [{ header: t("field.owner"), style: "text" as const, value: (item: WinBackItem) => item.owner }]
      : []),
    ...(shown.has("phone")
      ? [{ header: t("field.phone"), style: "text" as const, value: (item: WinBackItem) => item.phone }]
      : []),
    ...followUpColumns<WinBackItem>(context),
  ];
  const range = sheet.table({
    name: "WinBack",
    columns,
    rows: items,
    freeze: true,
    freezeColumns: 2,
    empty: t("winBack.empty", { months: analysis.settings.winBackMonths }),
  });
  if (range !== null) {
    const value = columns.findIndex(({ header: text }) => text === t("winBack.valueAtRisk"));
    sheet.format({
      kind: "dataBar",
      range: { row: header + 1, column: 1 + value, rows: items.length, columns: 1 },
      color: "96C6FA",
    });
    followUpValidation(sheet, context, header + 1, items.length, columns.length);
  }
  return sheet.build();
}

/** The brief's own offers: adviser and extra discount for the best, coupons for the rest. */
function offerKey(item: WinBackItem): "offer.high" | "offer.medium" | "offer.basic" {
  if (item.tier === "high") return "offer.high";
  return item.tier === "medium" ? "offer.medium" : "offer.basic";
}
