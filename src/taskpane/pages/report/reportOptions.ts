import type { SavedChoices } from "../../../app/services";
import { DEFAULT_SETTINGS } from "../../../core/settings";
import { dayOf, formatDay, isCalendarDate } from "../../../core/math/day";
import type { SettingsPart } from "../../../sources";

/** Options that are figures; shares are asked for in per cent. */
export const FIGURE_OPTIONS = [
  { id: "windowDays", least: 1, most: 3_660, whole: true, unit: 1 },
  { id: "winBackMonths", least: 1, most: 60, whole: true, unit: 1 },
  { id: "topShare", least: 0, most: 100, whole: false, unit: 0.01 },
  { id: "bottomShare", least: 0, most: 100, whole: false, unit: 0.01 },
] as const;
export type FigureOption = (typeof FIGURE_OPTIONS)[number];

export type Weights = typeof DEFAULT_SETTINGS.weights;

/** The options as they hold: what was chosen, else the brief's defaults. */
export interface ReportOptions {
  /** "2025-12-31"; blank: the day of the last order. */
  readonly asOf: string;
  readonly windowDays: number;
  readonly winBackMonths: number;
  readonly topShare: number;
  readonly bottomShare: number;
  readonly ties: typeof DEFAULT_SETTINGS.ties;
  readonly weights: Weights;
  readonly mask: typeof DEFAULT_SETTINGS.mask;
  readonly reportScope: typeof DEFAULT_SETTINGS.reportScope;
  /** null: the pane's. */
  readonly language: typeof DEFAULT_SETTINGS.language | null;
}

export function optionsOf({ settings }: SavedChoices): ReportOptions {
  const { windowDays, winBackMonths, topShare, bottomShare, ties, mask, reportScope } = {
    ...DEFAULT_SETTINGS,
    ...settings,
  };
  return {
    asOf: typeof settings.asOf === "number" ? formatDay(settings.asOf) : "",
    windowDays,
    winBackMonths,
    topShare,
    bottomShare,
    ties,
    weights: { ...DEFAULT_SETTINGS.weights, ...settings.weights },
    mask,
    reportScope,
    language: settings.language ?? null,
  };
}

const OPTION_KEYS = [
  "asOf",
  "windowDays",
  "winBackMonths",
  "topShare",
  "bottomShare",
  "ties",
  "weights",
  "mask",
  "reportScope",
  "language",
] as const satisfies readonly (keyof SettingsPart)[];

/** The choices with some settings changed; undefined takes one back, so that its default holds again. */
export function withSettings(
  choices: SavedChoices,
  change: { readonly [K in (typeof OPTION_KEYS)[number]]?: SettingsPart[K] | undefined },
): SavedChoices {
  const settings = Object.fromEntries(
    Object.entries({ ...choices.settings, ...change }).filter(([, value]) => value !== undefined),
  );
  return { ...choices, settings };
}

/** The choices with every option of the report page back at the brief's default; all else stays. */
export const withDefaults = (choices: SavedChoices): SavedChoices =>
  withSettings(choices, Object.fromEntries(OPTION_KEYS.map((key) => [key, undefined])));

/** How many options differ from the brief's defaults. */
export function changedOptions({ settings }: SavedChoices): number {
  return OPTION_KEYS.filter((key) => {
    const value = settings[key];
    if (value === undefined) return false;
    if (key === "language") return true;
    if (key !== "weights") return value !== DEFAULT_SETTINGS[key];
    const { r, f, m } = { ...DEFAULT_SETTINGS.weights, ...settings.weights };
    return r !== 1 || f !== 1 || m !== 1;
  }).length;
}

/** What was typed, as a setting; null: it cannot be one. */
export function readFigure({ least, most, whole, unit }: FigureOption, text: string): number | null {
  const value = plainNumber(text);
  if (value === null || value < least || value > most || (whole && !Number.isInteger(value))) return null;
  // 0.1 + 0.2 is not what a person typed: shares are kept to a hundredth of a per cent.
  return unit === 1 ? value : Math.round(value * 100) / 10_000;
}

/** A weight of 0 or more; null: none. */
export function readWeight(text: string): number | null {
  const value = plainNumber(text);
  return value !== null && value >= 0 ? value : null;
}

/** Whether weights can rank anybody. */
export const ranksAnybody = ({ r, f, m }: Weights): boolean => r + f + m > 0;

/** "2025-12-31" as a day; undefined: blank, the data decide; null: no date. */
export function readDate(text: string): number | undefined | null {
  if (text.trim() === "") return undefined;
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim()) ?? [];
  if (year === undefined) return null;
  const date = [Number(year), Number(month), Number(day)] as const;
  return isCalendarDate(...date) ? dayOf(...date) : null;
}

/** Full-width digits and signs are what a Chinese input method leaves behind. */
function plainNumber(text: string): number | null {
  const plain = text.normalize("NFKC").trim().replace(/%$/, "");
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}
