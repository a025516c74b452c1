import type { MoneyFormat } from "./moneyFormat";
import { PALETTE, TIER_COLORS } from "./palette";
import type { BorderLine, CellStyle } from "./workbookModel";

/** Number formats that do not depend on the currency. */
export const NUMBER_FORMATS = {
  text: "@",
  integer: "#,##0",
  decimal1: "#,##0.0",
  decimal2: "#,##0.00",
  percent: "0.0%",
  /** Differences carry their sign. */
  gapPercent: "+0.0%;-0.0%;0.0%",
  gapDecimal: "+#,##0.0;-#,##0.0;0.0",
  gapInteger: "+#,##0;-#,##0;0",
  date: "yyyy-mm-dd",
  dateTime: "yyyy-mm-dd hh:mm",
} as const;

const hairline: BorderLine = { weight: "hair", color: PALETTE.greyLine };
const thin: BorderLine = { weight: "thin", color: PALETTE.greyLine };
const bar: BorderLine = { weight: "medium", color: PALETTE.accent };

const text = { vertical: "middle", horizontal: "left", font: { color: PALETTE.ink } } as const;
/** Text in tables keeps off the figures of the column before. */
const entry = { ...text, indent: 1 } as const;
const figure = { vertical: "middle", horizontal: "right", font: { color: PALETTE.ink } } as const;
const row = { bottom: hairline } as const;
const header = {
  font: { bold: true, color: PALETTE.ink },
  fill: PALETTE.greyPale,
  vertical: "middle",
  wrap: true,
  border: { bottom: thin },
} as const;
const card = { fill: PALETTE.greyPale, horizontal: "left", indent: 1, border: { left: bar } } as const;
const cardFigure = {
  ...card,
  font: { size: 20, bold: true, color: PALETTE.ink },
  vertical: "middle",
} as const;
const heat = {
  vertical: "middle",
  horizontal: "center",
  font: { color: PALETTE.ink },
  border: { top: white(), bottom: white(), left: white(), right: white() },
} as const;

function white(): BorderLine {
  return { weight: "thin", color: PALETTE.white };
}

const status = (color: string): CellStyle => ({
  vertical: "middle",
  horizontal: "left",
  indent: 1,
  wrap: true,
  font: { bold: true, color },
  border: row,
});

const tierHead = (fill: string, color: string): CellStyle => ({
  font: { bold: true, color },
  fill,
  vertical: "middle",
  horizontal: "left",
  indent: 1,
});

const FIXED = {
  /** Sheet title, 18. */
  title: { font: { size: 18, bold: true, color: PALETTE.ink }, vertical: "middle" },
  /** The line under the title: as-of date, data range. */
  asOf: { font: { color: PALETTE.grey }, vertical: "middle" },
  /** Section head, 12 bold with a line under it. */
  section: {
    font: { size: 12, bold: true, color: PALETTE.ink },
    vertical: "middle",
    border: { bottom: { weight: "thin", color: PALETTE.accent } },
  },
  /** Small head inside a section. */
  subhead: { font: { bold: true, color: PALETTE.ink }, vertical: "middle" },

  /** Free text of the report itself. */
  body: text,
  bodyWrap: { ...text, wrap: true, vertical: "top" },
  /** What needs attention: text in a pale panel. */
  finding: {
    ...text,
    font: { size: 11, color: PALETTE.ink },
    fill: PALETTE.accentPale,
    wrap: true,
    indent: 1,
    border: { left: bar },
  },
  /** Definitions and sources under figures. */
  note: { font: { color: PALETTE.grey }, vertical: "middle" },
  noteRight: { font: { color: PALETTE.grey }, vertical: "middle", horizontal: "right" },
  noteCenter: { font: { color: PALETTE.grey }, vertical: "middle", horizontal: "center" },
  noteWrap: { font: { color: PALETTE.grey }, vertical: "top", wrap: true },
  /** Where there is nothing to show: what is missing and what would bring it. */
  empty: { font: { color: PALETTE.grey, italic: true }, vertical: "middle", wrap: true },
  link: { font: { color: PALETTE.accent, underline: true }, vertical: "middle" },
  linkWrap: { font: { color: PALETTE.accent, underline: true }, vertical: "middle", wrap: true },

  /** Table headers: over text, and over figures. */
  header: { ...header, horizontal: "left", indent: 1 },
  headerRight: { ...header, horizontal: "right" },
  headerCenter: { ...header, horizontal: "center" },

  /** Cells of tables. Text from the user's data is always kept as text. */
  text: { ...entry, numberFormat: NUMBER_FORMATS.text, border: row },
  textWrap: { ...entry, numberFormat: NUMBER_FORMATS.text, wrap: true, border: row },
  /** Words of the report in a table: states, names of measures. */
  word: { ...entry, border: row },
  wordWrap: { ...entry, wrap: true, border: row },
  wordGrey: { ...entry, font: { color: PALETTE.grey }, border: row },
  wordGreyWrap: { ...entry, font: { color: PALETTE.grey }, wrap: true, border: row },
  wordBold: { ...entry, font: { bold: true, color: PALETTE.ink }, wrap: true, border: row },
  wordRight: { ...figure, border: row },
  /** A share among words: a setting that is read back as a number. */
  percentLeft: { ...entry, numberFormat: NUMBER_FORMATS.percent, border: row },
  wordLink: { ...entry, font: { color: PALETTE.accent, underline: true }, border: row },
  integer: { ...figure, numberFormat: NUMBER_FORMATS.integer, border: row },
  decimal1: { ...figure, numberFormat: NUMBER_FORMATS.decimal1, border: row },
  decimal2: { ...figure, numberFormat: NUMBER_FORMATS.decimal2, border: row },
  percent: { ...figure, numberFormat: NUMBER_FORMATS.percent, border: row },
  gapPercent: { ...figure, numberFormat: NUMBER_FORMATS.gapPercent, border: row },
  gapDecimal: { ...figure, numberFormat: NUMBER_FORMATS.gapDecimal, border: row },
  gapInteger: { ...figure, numberFormat: NUMBER_FORMATS.gapInteger, border: row },
  date: { ...figure, numberFormat: NUMBER_FORMATS.date, border: row },
  dateTime: { ...figure, numberFormat: NUMBER_FORMATS.dateTime, border: row },

  statusGood: status(PALETTE.good),
  statusBad: status(PALETTE.bad),
  statusNeutral: status(PALETTE.grey),

  cardLabel: { ...card, font: { color: PALETTE.grey }, vertical: "bottom" },
  cardNote: { ...card, font: { color: PALETTE.grey }, vertical: "top" },
  cardInteger: { ...cardFigure, numberFormat: NUMBER_FORMATS.integer },
  cardDecimal1: { ...cardFigure, numberFormat: NUMBER_FORMATS.decimal1 },
  cardPercent: { ...cardFigure, numberFormat: NUMBER_FORMATS.percent },
  cardText: cardFigure,
  /** A name that may be longer than a figure. */
  cardName: { ...cardFigure, font: { size: 14, bold: true, color: PALETTE.ink } },

  heatInteger: { ...heat, numberFormat: NUMBER_FORMATS.integer },
  heatPercent: { ...heat, numberFormat: "0%" },
  /** Cells of periods that are cut short by the as-of date. */
  heatPercentOpen: { ...heat, numberFormat: "0%", font: { color: PALETTE.greyMid, italic: true } },
  heatLabel: { vertical: "middle", horizontal: "left", font: { color: PALETTE.grey } },
  heatHead: { vertical: "middle", horizontal: "center", font: { color: PALETTE.grey } },

  /** A month over the weeks of a work plan. */
  ganttMonth: {
    font: { size: 8, color: PALETTE.grey },
    vertical: "bottom",
    horizontal: "left",
    border: { left: thin, bottom: thin },
  },

  /** A name that only a chart reads. */
  hiddenLabel: { font: { color: PALETTE.white } },

  tierHigh: tierHead(TIER_COLORS.high, PALETTE.white),
  tierMedium: tierHead(TIER_COLORS.medium, PALETTE.white),
  tierBasic: tierHead(TIER_COLORS.basic, PALETTE.ink),
  tierOutsideWindow: tierHead(TIER_COLORS.outsideWindow, PALETTE.ink),
  tierNoOrder: tierHead(TIER_COLORS.noOrder, PALETTE.ink),

  /** A cell the reader is meant to change: the customer of the customer card. */
  input: {
    ...text,
    indent: 1,
    font: { size: 12, bold: true, color: PALETTE.accent },
    fill: PALETTE.accentPale,
    numberFormat: NUMBER_FORMATS.text,
    border: { top: line(), bottom: line(), left: line(), right: line() },
  },
  /** An assumption in per cent that the reader is meant to change. */
  inputPercent: {
    ...figure,
    font: { bold: true, color: PALETTE.accent },
    fill: PALETTE.accentPale,
    numberFormat: NUMBER_FORMATS.percent,
    border: { top: line(), bottom: line(), left: line(), right: line() },
  },
} as const satisfies Readonly<Record<string, CellStyle>>;

function line(): BorderLine {
  return { weight: "thin", color: PALETTE.accent };
}

export type StyleId = keyof typeof FIXED | MoneyStyle;
type MoneyStyle = "money" | "moneyNegative" | "gapMoney" | "cardMoney" | "cardMoneyNegative";

/**
 * The style that shows an amount with its sign: the usual format picks its decimals by a condition, and
 * hosts disagree on who writes the minus of a number in such a format.
 */
export function signedStyle(style: StyleId, value: unknown): StyleId {
  if (typeof value !== "number" || value >= 0) return style;
  return style === "money" ? "moneyNegative" : style === "cardMoney" ? "cardMoneyNegative" : style;
}

/** The stylesheet of a workbook; only money depends on the data. */
export function stylesheet(money: MoneyFormat): Readonly<Record<StyleId, CellStyle>> {
  return {
    ...FIXED,
    money: { ...figure, numberFormat: money.numberFormat, border: row },
    moneyNegative: { ...figure, numberFormat: money.negativeFormat, border: row },
    gapMoney: { ...figure, numberFormat: money.gapFormat, border: row },
    cardMoney: { ...cardFigure, numberFormat: money.numberFormat },
    cardMoneyNegative: { ...cardFigure, numberFormat: money.negativeFormat },
  };
}
