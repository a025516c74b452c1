import type { Analysis } from "../../core/analysis";
import type { ReportContext } from "../context";
import { cellAddress } from "../kit/address";
import { SheetBuilder } from "../kit/sheetBuilder";
import type { StyleId } from "../model/styles";
import type { CellValue, SheetModel } from "../model/workbookModel";

const WIDTH = 8;
const POINTS = 0.05;

/** Where the reader writes the assumptions: absolute addresses, for the formulas below. */
interface Assumptions {
  readonly points: string;
  readonly cacChange: string;
  readonly margin: string;
  readonly discount: string;
}

/**
 * What would follow from another retention, another price of a new customer, and other rules for tiers. The first
 * two are native formulas over four cells a reader may change, in any copy of the workbook; who would move is
 * worked out, since ranks are beyond a formula. None of it is a forecast.
 */
export function whatIfSheet(analysis: Analysis, context: ReportContext): SheetModel {
  const { t } = context;
  const sheet = new SheetBuilder(context, {
    id: "whatIf",
    widths: [2, 38, ...Array.from({ length: WIDTH - 1 }, () => 16)],
  });
  sheet.title(t("sheet.whatIf"));
  sheet.paragraph(t("whatIf.finding"), "finding", WIDTH);
  const assumptions = assumptionCells(sheet, analysis, context);
  retentionBlock(sheet, analysis, assumptions, context);
  acquisitionBlock(sheet, analysis, assumptions, context);
  sheet.pageStart();
  tierBlock(sheet, analysis, context);
  moverTable(sheet, analysis, context);
  return sheet.build();
}

function assumptionCells(
  sheet: SheetBuilder,
  { settings, whatIf }: Analysis,
  context: ReportContext,
): Assumptions {
  const { t } = context;
  sheet.section(t("whatIf.assumptions"), WIDTH);
  const cell = (label: string, value: number, note: string): string => {
    const { row } = sheet;
    sheet.set(row, 1, label, "word");
    sheet.set(row, 2, value, "inputPercent");
    sheet.span(row, 3, WIDTH - 2, note, "wordGrey");
    sheet.row += 1;
    return cellAddress(row, 2, true);
  };
  const { margin, annualDiscount } = settings.prediction;
  return {
    points: cell(t("whatIf.points"), POINTS, t("whatIf.pointsNote")),
    cacChange: cell(t("whatIf.cacChange"), whatIf.acquisition?.change ?? -0.3, t("whatIf.cacChangeNote")),
    margin: cell(t("setting.margin"), margin, t("whatIf.marginNote")),
    discount: cell(t("setting.annualDiscount"), annualDiscount, t("whatIf.discountNote")),
  };
}

function head(sheet: SheetBuilder, headings: readonly string[]): void {
  headings.forEach((text, index) =>
    sheet.set(sheet.row, 1 + index, text, index === 0 ? "header" : "headerRight"),
  );
  for (let column = 1 + headings.length; column <= WIDTH; column++)
    sheet.set(sheet.row, column, null, "header");
  sheet.height(sheet.row, 32);
  sheet.row += 1;
}

/** Cells of a line: what they show now, and the formula that makes them follow the assumptions. */
type Figure = readonly [value: CellValue, style: StyleId, formula?: string];

function line(sheet: SheetBuilder, label: string, figures: readonly Figure[], style: StyleId = "word"): void {
  sheet.set(sheet.row, 1, label, style);
  figures.forEach(([value, figureStyle, formula], index) =>
    sheet.set(sheet.row, 2 + index, value, figureStyle, formula ?? null),
  );
  for (let column = 2 + figures.length; column <= WIDTH; column++) sheet.set(sheet.row, column, null, "word");
  sheet.row += 1;
}

function retentionBlock(
  sheet: SheetBuilder,
  { predictions, decimals, settings }: Analysis,
  { points, margin, discount }: Assumptions,
  context: ReportContext,
): void {
  const { t, words } = context;
  sheet.section(t("whatIf.retention"), WIDTH);
  const retention = predictions?.retention ?? null;
  if (retention === null || retention.status === "tooLittleData") {
    sheet.empty(
      retention === null
        ? t("prediction.noModel")
        : t("whatIf.tooLittle", { days: words.count(retention.days) }),
      WIDTH,
    );
    return;
  }
  const scale = 10 ** decimals;
  const base = sheet.row;
  const at = (row: number) => cellAddress(base + row, 2, true);
  line(sheet, t("whatIf.buyersBefore"), [[retention.buyersBefore, "integer"]]);
  line(sheet, t("whatIf.kept"), [[retention.kept, "integer"]]);
  line(
    sheet,
    t("whatIf.retentionToday"),
    [[retention.retention, "percent", `${at(1)}/${at(0)}`]],
    "wordBold",
  );
  line(sheet, t("whatIf.buyers"), [[retention.buyers, "integer"]]);
  line(sheet, t("whatIf.revenuePerBuyer"), [[retention.revenuePerBuyer / scale, "money"]]);
  sheet.gap(8);
  head(sheet, [
    t("prediction.whatIfCase"),
    t("kpi.retention"),
    t("whatIf.lifetimeMargin"),
    t("prediction.lifetimeChange"),
    t("prediction.revenueChange"),
    t("whatIf.claim"),
  ]);
  const [r, buyers, revenue] = [at(2), at(3), at(4)];
  const worth = (kept: string) => `${revenue}*${margin}*${kept}/(1+${discount}-${kept})`;
  const first = sheet.row;
  const todayRow = first + 1;
  const yearly = (retention.revenuePerBuyer / scale) * settings.prediction.margin;
  const worthOf = (kept: number) => (yearly * kept) / (1 + settings.prediction.annualDiscount - kept);
  const cases = [
    { sign: -1, label: t("whatIf.fewer"), claim: t("whatIf.claimDown") },
    { sign: 0, label: t("prediction.whatIfToday"), claim: "" },
    { sign: 1, label: t("whatIf.more"), claim: t("whatIf.claimUp") },
  ];
  for (const { sign, label, claim } of cases) {
    const row = sheet.row;
    const kept = Math.min(1, Math.max(0, retention.retention + sign * POINTS));
    const keptCell = cellAddress(row, 2, true);
    const today = worthOf(retention.retention);
    line(
      sheet,
      label,
      [
        [kept, "percent", `MIN(1,MAX(0,${r}+${String(sign)}*${points}))`],
        [worthOf(kept), "money", worth(keptCell)],
        [
          today > 0 ? worthOf(kept) / today - 1 : 0,
          "gapPercent",
          `IF(${cellAddress(todayRow, 3, true)}=0,0,${cellAddress(row, 3)}/${cellAddress(todayRow, 3, true)}-1)`,
        ],
        [
          ((kept - retention.retention) * retention.buyers * retention.revenuePerBuyer) / scale,
          "gapMoney",
          `(${keptCell}-${r})*${buyers}*${revenue}`,
        ],
        [claim, "wordRight"],
      ],
      sign === 0 ? "wordBold" : "word",
    );
  }
  sheet.paragraph(t("whatIf.retentionNote"), "noteWrap", WIDTH);
}

function acquisitionBlock(
  sheet: SheetBuilder,
  { whatIf }: Analysis,
  { cacChange }: Assumptions,
  context: ReportContext,
): void {
  const { t } = context;
  sheet.section(t("whatIf.acquisition"), WIDTH);
  const { acquisition } = whatIf;
  if (acquisition === null || acquisition.cac === null) {
    sheet.empty(t("whatIf.noChannels"), WIDTH);
    return;
  }
  head(sheet, [
    t("prediction.whatIfCase"),
    t("whatIf.spend"),
    t("whatIf.newCustomers"),
    t("whatIf.cac"),
    t("whatIf.customerValue"),
    t("whatIf.valueToCac"),
    t("whatIf.valueChange"),
  ]);
  const today = sheet.row;
  const changed = today + 1;
  const cell = (row: number, column: number) => cellAddress(row, column, true);
  const none: Figure = [t("report.none"), "wordRight"];
  const { spend, newCustomers, cac, changedCac, changedNewCustomers, value, ratio, changedRatio } =
    acquisition;
  line(
    sheet,
    t("prediction.whatIfToday"),
    [
      [spend, "money"],
      [newCustomers, "integer"],
      [cac, "money", `${cell(today, 2)}/${cell(today, 3)}`],
      value === null ? none : [value, "money"],
      value === null ? none : [ratio, "decimal1", `${cell(today, 5)}/${cell(today, 4)}`],
      [null, "gapMoney"],
    ],
    "wordBold",
  );
  line(sheet, t("whatIf.sameSpend"), [
    [spend, "money", cell(today, 2)],
    [changedNewCustomers, "integer", `${cell(changed, 2)}/${cell(changed, 4)}`],
    [changedCac, "money", `${cell(today, 4)}*(1+${cacChange})`],
    value === null ? none : [value, "money", cell(today, 5)],
    value === null ? none : [changedRatio, "decimal1", `${cell(changed, 5)}/${cell(changed, 4)}`],
    value === null
      ? none
      : [acquisition.valueChange, "gapMoney", `(${cell(changed, 3)}-${cell(today, 3)})*${cell(changed, 5)}`],
  ]);
  sheet.paragraph(t("whatIf.acquisitionNote"), "noteWrap", WIDTH);
}

function tierBlock(sheet: SheetBuilder, { whatIf }: Analysis, context: ReportContext): void {
  const { t, tierName } = context;
  sheet.section(t("whatIf.tiers"), WIDTH);
  head(sheet, [
    t("whatIf.rule"),
    t("whatIf.moved"),
    t("whatIf.customersOf", { tier: tierName("high") }),
    t("whatIf.after"),
    t("whatIf.netOf", { tier: tierName("high") }),
    t("whatIf.after"),
    t("whatIf.clvOf", { tier: tierName("high") }),
    t("whatIf.after"),
  ]);
  for (const { id, moved, tiers } of whatIf.tierCases) {
    const high = tiers.find(({ tier }) => tier === "high");
    line(sheet, t(`whatIf.case.${id}`), [
      [moved, "integer"],
      [high?.customers ?? 0, "integer"],
      [high?.changedCustomers ?? 0, "integer"],
      [high?.net ?? 0, "money"],
      [high?.changedNet ?? 0, "money"],
      [high?.clv ?? 0, "money"],
      [high?.changedClv ?? 0, "money"],
    ]);
  }
  sheet.paragraph(t("whatIf.tiersNote"), "noteWrap", WIDTH);
}

function moverTable(sheet: SheetBuilder, { whatIf }: Analysis, context: ReportContext): void {
  const { t, words, tierName } = context;
  sheet.section(t("whatIf.movers"), WIDTH);
  if (whatIf.moving > whatIf.movers.length) {
    sheet.note(
      t("whatIf.moversFirst", {
        shown: words.count(whatIf.movers.length),
        all: words.count(whatIf.moving),
      }),
    );
  }
  sheet.table({
    name: "WhatIfMovers",
    rows: whatIf.movers,
    empty: t("whatIf.nobodyMoves"),
    columns: [
      {
        header: t("scores.customer"),
        style: "text",
        value: ({ customerId, name }) => (name === "" ? customerId : `${customerId} ${name}`),
      },
      { header: t("scores.tier"), style: "word", value: ({ tier }) => tierName(tier) },
      { header: t("scores.net"), style: "money", value: ({ netSpend }) => netSpend },
      ...whatIf.tierCases.map(({ id }) => ({
        header: t(`whatIf.case.${id}`),
        style: "word" as const,
        value: ({ to }: Analysis["whatIf"]["movers"][number]) =>
          to[id] === undefined ? "" : tierName(to[id]),
      })),
    ],
  });
}
