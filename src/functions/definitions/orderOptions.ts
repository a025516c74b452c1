import { DEFAULT_SCORING, type ScoringSettings } from "../../core/settings";
import { LANGUAGE, type OptionNames, type ScalarParameter, type ValueOf } from "../arguments/parameter";

/** How dates are read. */
export const DATE_OPTIONS = {
  dateOrder: { kind: "choice", choices: ["auto", "dayFirst", "monthFirst"], whenBlank: "auto" },
  timeZone: { kind: "text", whenBlank: "" },
  date1904: { kind: "switch", whenBlank: false },
} as const satisfies OptionNames;

/** How the answer is written. */
export const TABLE_OPTIONS = {
  headers: { kind: "switch", whenBlank: true },
  lang: LANGUAGE,
} as const satisfies OptionNames;

/** How order rows are read and the answer is written: options of every function that takes orders and options. */
export const ORDER_OPTIONS = {
  countZero: { kind: "switch", whenBlank: false },
  decimals: { kind: "number", min: 0, max: 6, whole: true, whenBlank: 2 },
  ...DATE_OPTIONS,
  ...TABLE_OPTIONS,
} as const satisfies OptionNames;

/** Days of the window that ends on the as-of date. */
export const WINDOW_DAYS = {
  kind: "number",
  min: 1,
  max: 36_600,
  whole: true,
  whenBlank: 365,
} as const satisfies ScalarParameter;

type Values<Names extends OptionNames> = { readonly [Name in keyof Names]: ValueOf<Names[Name]> };

export type DateOptions = Values<typeof DATE_OPTIONS>;

/** Of these options, those that say how rows are read. */
export type ReadingOptions = Omit<Values<typeof ORDER_OPTIONS>, keyof typeof TABLE_OPTIONS>;

/** What the options say about reading the rows; serials from 1904 aside, which are no setting of a report. */
export function readingOf(options: ReadingOptions): Partial<ScoringSettings> {
  return {
    countZero: options.countZero,
    currency: { ...DEFAULT_SCORING.currency, decimals: options.decimals },
    dateOrder: options.dateOrder,
    timeZone: options.timeZone === "" ? null : options.timeZone,
  };
}
