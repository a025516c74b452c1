import type { Analysis, TierPortrait } from "../../core/analysis";
import type { ReportContext } from "../context";
import { SheetBuilder } from "../kit/sheetBuilder";
import type { StyleId } from "../model/styles";
import type { SheetModel } from "../model/workbookModel";
import { portraitCharts } from "./portraits/charts";
import { detailLines } from "./portraits/detailLines";
import { buyingLines, sizeLines } from "./portraits/figureLines";
import type { Line } from "./portraits/line";
import { needSentence, painSentence, touchSentence } from "./portraits/sentences";

const LABEL_WIDTH = 27;
/** By number of tiers: their width, and how many columns the left of two charts takes. Charts stay above 480 pixels. */
const LAYOUTS: Readonly<Record<number, { readonly width: number; readonly leftChart: number }>> = {
  2: { width: 70, leftChart: 2 },
  3: { width: 44, leftChart: 2 },
  4: { width: 34, leftChart: 3 },
  5: { width: 26, leftChart: 3 },
};
const WIDEST = { columns: 2, width: 70, leftChart: 2 };

const HEAD_STYLES: Readonly<Record<TierPortrait["tier"], StyleId>> = {
  high: "tierHigh",
  medium: "tierMedium",
  basic: "tierBasic",
  outsideWindow: "tierOutsideWindow",
  noOrder: "tierNoOrder",
};

/** Each tier in a column: how big, how it buys, what it needs, what hurts, how to reach it. */
export function tierPortraitsSheet(analysis: Analysis, context: ReportContext): SheetModel {
  const { t } = context;
  const { portraits } = analysis;
  const layout = { ...WIDEST, ...LAYOUTS[portraits.length], columns: Math.max(2, portraits.length) };
  const sheet = new SheetBuilder(context, {
    id: "tierPortraits",
    widths: [2, LABEL_WIDTH, ...Array.from({ length: layout.columns }, () => layout.width)],
    tabColor: "accent",
  });
  sheet.title(t("sheet.tierPortraits"));
  if (portraits.every(({ customers }) => customers === 0)) {
    sheet.empty(t("tierPortraits.none"));
    return sheet.build();
  }
  sheet.set(sheet.row, 1, t("tierPortraits.tier"), "header");
  portraits.forEach(({ tier }, index) =>
    sheet.set(sheet.row, 2 + index, context.tierName(tier), HEAD_STYLES[tier]),
  );
  sheet.height(sheet.row, 24);
  sheet.row += 1;
  sheet.freezeAt(sheet.row, 2);

  const texts = {
    need: (item: TierPortrait) => needSentence(item, analysis, context),
    pain: (item: TierPortrait) => painSentence(item, analysis, context),
    touch: (item: TierPortrait) => touchSentence(item, context),
  };
  lines(sheet, portraits, [
    sentence(t("tierPortraits.need"), texts.need),
    sentence(t("tierPortraits.pain"), texts.pain),
    sentence(t("tierPortraits.touch"), texts.touch),
  ]);
  sheet.section(t("tierPortraits.size"));
  lines(sheet, portraits, sizeLines(context));
  sheet.section(t("tierPortraits.buying"));
  lines(sheet, portraits, buyingLines(context));
  sheet.pageStart();
  sheet.section(t("tierPortraits.detail"));
  lines(sheet, portraits, detailLines(analysis, context));
  sheet.paragraph(
    context.words.sentences([
      t("tierPortraits.smallNote"),
      t("tierPortraits.responseNote"),
      t(
        portraits.every(({ online }) => online === null)
          ? "tierPortraits.noOnline"
          : "tierPortraits.onlineNote",
      ),
    ]),
    "noteWrap",
  );
  portraitCharts(sheet, analysis, layout, context);
  return sheet.build();
}

function lines(sheet: SheetBuilder, portraits: readonly TierPortrait[], items: readonly Line[]): void {
  for (const { label, cell } of items) {
    sheet.set(sheet.row, 1, label, "wordBold");
    portraits.forEach((portrait, index) => {
      const { value, style } = cell(portrait);
      sheet.set(sheet.row, 2 + index, value, style);
      if (typeof value === "string") sheet.fitHeight(sheet.row, 2 + index, 1, value);
    });
    sheet.fitHeight(sheet.row, 1, 1, label);
    sheet.row += 1;
  }
}

const sentence = (label: string, text: (portrait: TierPortrait) => string): Line => ({
  label,
  cell: (portrait) => ({ value: text(portrait), style: "wordWrap" }),
});
