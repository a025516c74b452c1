import type { Analysis } from "../../core/analysis";
import { NO_DAY } from "../../core/math/day";
import type { WinBackItem } from "../../core/winBack";
import type { ReportContext } from "../context";
import { SheetBuilder, type TableColumn } from "../kit/sheetBuilder";
import type { SheetModel } from "../model/workbookModel";
import { followUpColumns, followUpValidation } from "./followUp";

/** Customers silent for the win-back months: whom to call first, with what, and who is better left alone. */
export function winBackSheet(analysis: Analysis, context: ReportContext): SheetModel {
  const { t, words } = context;
  const items = analysis.lists.winBack;
  const months = analysis.settings.winBackMonths;
  const sheet = new SheetBuilder(context, { id: "winBack", widths: "fit" });
  sheet.title(t("sheet.winBack"));
  if (items.length > 0) {
    const due = items.filter(({ state }) => state === "due");
    const held = items.length - due.length;
    const high = due.filter(({ tier }) => tier === "high").length;
    sheet.paragraph(
      words.sentences([
        t("winBack.finding", {
          due: words.count(due.length),
          months,
          value: words.money(due.reduce((sum, { valueAtRisk }) => sum + valueAtRisk, 0)),
        }),
        high > 0 ? t("winBack.findingHigh", { high: words.count(high) }) : "",
      ]),
      "finding",
    );
    sheet.note(held > 0 ? t("winBack.held", { held: words.count(held) }) : t("winBack.noneHeld"));
  }
  sheet.note(t("winBack.definition"));
  const { predictions } = analysis;
  if (predictions !== null && items.length > 0) {
    sheet.note(t("winBack.expectedLossNote", { days: predictions.horizonDays }));
  }
  sheet.gap(6);
  const header = sheet.row;
  const columns = winBackColumns(items, context);
  const range = sheet.table({
    name: "WinBack",
    columns,
    rows: items,
    freeze: true,
    freezeColumns: 2,
    empty: analysis.firstOrderDay === NO_DAY ? t("winBack.noOrders") : t("winBack.empty", { months }),
  });
  if (range !== null) {
    const at = (text: string) => 1 + columns.findIndex((column) => column.header === text);
    sheet.format({
      kind: "dataBar",
      range: { row: header + 1, column: at(t("winBack.valueAtRisk")), rows: items.length, columns: 1 },
      color: "96C6FA",
    });
    followUpValidation(sheet, context, { row: header + 1, rows: items.length, columns });
    sheet.printColumns(at(t("followUp.result")) + 1);
  }
  return sheet.build();
}

/** What a caller needs first, up to the result of the call: that much is printed. Then what explains the figures. */
function winBackColumns(
  items: readonly WinBackItem[],
  context: ReportContext,
): readonly TableColumn<WinBackItem>[] {
  const { t, words, tierName, dateCell } = context;
  const known = (field: "name" | "phone" | "owner", maxWidth: number): readonly TableColumn<WinBackItem>[] =>
    items.some((item) => item[field] !== "")
      ? [{ header: t(`field.${field}`), style: "text", value: (item) => item[field], maxWidth }]
      : [];
  return [
    { header: t("scores.customer"), style: "text", value: ({ customerId }) => customerId, maxWidth: 22 },
    ...known("name", 17),
    { header: t("scores.tier"), style: "word", value: ({ tier }) => tierName(tier) },
    ...known("phone", 15),
    { header: t("scores.lastDay"), style: "date", value: ({ lastDay }) => dateCell(lastDay) },
    { header: t("winBack.days"), style: "integer", value: ({ days }) => days },
    {
      header: t("winBack.valueAtRisk"),
      style: "money",
      value: ({ valueAtRisk }) => valueAtRisk,
      minWidth: 14,
    },
    {
      header: t("winBack.state"),
      style: "wordWrap",
      maxWidth: 14,
      value: ({ state }) => t(`winBackState.${state}`),
    },
    {
      header: t("winBack.reason"),
      style: "wordWrap",
      value: ({ holds }) => words.list(holds.map((hold) => t(`hold.${hold}`))),
      maxWidth: 16,
    },
    {
      header: t("winBack.offer"),
      style: "wordWrap",
      value: (item) => (item.state === "due" ? t(offerKey(item)) : ""),
      minWidth: 20,
      maxWidth: 36,
    },
    ...known("owner", 15),
    ...followUpColumns<WinBackItem>(context),
    ...(items.some(({ expectedLoss }) => expectedLoss !== null)
      ? [
          {
            header: t("winBack.expectedLoss"),
            style: "money",
            value: ({ expectedLoss }) => expectedLoss,
            minWidth: 12,
          } as const satisfies TableColumn<WinBackItem>,
        ]
      : []),
    {
      header: t("scores.topCategory"),
      style: "text",
      value: ({ topCategory }) => topCategory,
      maxWidth: 20,
    },
    { header: t("scores.totalOrders"), style: "integer", value: ({ orders }) => orders },
    {
      header: t("scores.interval"),
      style: "decimal1",
      value: ({ intervalDays }) => intervalDays,
    },
  ];
}

/** The brief's own offers: adviser and extra discount for the best, coupons for the rest. */
function offerKey(item: WinBackItem): "offer.high" | "offer.medium" | "offer.basic" {
  if (item.tier === "high") return "offer.high";
  return item.tier === "medium" ? "offer.medium" : "offer.basic";
}
