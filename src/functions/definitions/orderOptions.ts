import { DEFAULT_SETTINGS, type Settings } from "../../core/settings";
import { LANGUAGE, type OptionNames, type ValueOf } from "../arguments/parameter";

/** How order rows are read and the answer is written: options of every function that takes orders and options. */
export const ORDER_OPTIONS = {
  countZero: { kind: "switch", whenBlank: false },
  decimals: { kind: "number", min: 0, max: 6, whole: true, whenBlank: 2 },
  dateOrder: { kind: "choice", choices: ["auto", "dayFirst", "monthFirst"], whenBlank: "auto" },
  timeZone: { kind: "text", whenBlank: "" },
  date1904: { kind: "switch", whenBlank: false },
  headers: { kind: "switch", whenBlank: true },
  lang: LANGUAGE,
} as const satisfies OptionNames;

/** Of these options, those that say how rows are read. */
export type ReadingOptions = {
  readonly [Name in Exclude<keyof typeof ORDER_OPTIONS, "headers" | "lang">]: ValueOf<
    (typeof ORDER_OPTIONS)[Name]
  >;
};

/** What the options say about reading the rows; serials from 1904 aside, which are no setting of a report. */
export function readingOf(options: ReadingOptions): Partial<Settings> {
  return {
    countZero: options.countZero,
    currency: { ...DEFAULT_SETTINGS.currency, decimals: options.decimals },
    dateOrder: options.dateOrder,
    timeZone: options.timeZone === "" ? null : options.timeZone,
  };
}
