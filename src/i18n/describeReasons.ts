import type { prediction } from "./en/prediction";
import type { signalReasons } from "./en/signalReasons";

type ReasonKey = keyof typeof prediction | keyof typeof signalReasons;
type Say = (key: ReasonKey, holes?: Readonly<Record<string, string | number>>) => string;

/** How a surface writes figures into sentences. */
export interface FigureWords {
  /** Of a value in units of the currency. */
  readonly money: (value: number) => string;
  /** Of a share. */
  readonly percent: (share: number) => string;
  readonly decimal: (value: number, digits: number) => string;
  /** Parts of one sentence. */
  readonly clauses: (parts: readonly string[]) => string;
}

type Numbers = Readonly<Record<string, number>>;

type ReasonCode =
  | keyof typeof VARIANTS
  | "tenure"
  | "spend"
  | "complaints"
  | "satisfaction"
  | "refunds"
  | "discounts"
  | "touches";

/** Why a risk is what it is, as core codes it; the weightiest reason comes first. */
export interface CodedReason {
  readonly code: ReasonCode;
  /** Above 0: it raises the risk. */
  readonly contribution: number;
  readonly numbers: Numbers;
}

/** Reasons that are said in different words, by their numbers. */
const VARIANTS = {
  silence: ({ intervalDays, silentDays }: Numbers, raises: boolean) => {
    if (intervalDays === undefined) return "reason.silence.once";
    if (silentDays === 0) return "reason.silence.today";
    return raises ? "reason.silence.long" : "reason.silence.short";
  },
  frequency: ({ purchases, typicalPurchases }: Numbers) =>
    purchases === typicalPurchases ? "reason.frequency.alike" : "reason.frequency.apart",
  spendTrend: ({ ratio = 1 }: Numbers) => (ratio >= 1 ? "reason.spendTrend.up" : "reason.spendTrend.down"),
} as const;

function keyOf({ code, contribution, numbers }: CodedReason): ReasonKey {
  return code in VARIANTS
    ? VARIANTS[code as keyof typeof VARIANTS](numbers, contribution > 0)
    : `reason.${code as Exclude<ReasonCode, keyof typeof VARIANTS>}`;
}

const MONEY = new Set(["meanSpend", "typicalMeanSpend"]);
const SHARES = new Set(["share", "answer"]);
/** More than two and nobody reads the third. */
const MOST_REASONS = 2;

/**
 * One phrase, without capital and full stop, with the numbers that matter most for a customer: the weightiest
 * reasons of those that push the same way as the first.
 *
 * @param minorUnits - minor units of money in one unit, 100 for cents
 */
export function describeReasons(
  say: Say,
  figures: FigureWords,
  reasons: readonly CodedReason[],
  minorUnits: number,
): string {
  const [first] = reasons;
  // Who bought once was first seen when last seen: one sentence says both.
  const once = reasons.find(({ code, numbers }) => code === "silence" && !("intervalDays" in numbers));
  const parts = reasons
    .filter(({ contribution }) => contribution > 0 === (first?.contribution ?? 0) > 0)
    .map((reason) => (reason.code === "tenure" && once !== undefined ? once : reason))
    .filter((reason, index, all) => all.indexOf(reason) === index)
    .slice(0, MOST_REASONS)
    .map((reason) => say(keyOf(reason), holesOf(figures, reason.numbers, minorUnits)));
  return parts.length === 0 ? say("reason.none") : figures.clauses(parts);
}

function holesOf(figures: FigureWords, numbers: Numbers, minorUnits: number): Record<string, string> {
  const holes: Record<string, string> = {};
  for (const [name, value] of Object.entries(numbers)) {
    if (MONEY.has(name)) holes[name] = figures.money(value / minorUnits);
    else if (SHARES.has(name)) holes[name] = figures.percent(value);
    // A day more or less says nothing of a month, but half a day does of two.
    else holes[name] = figures.decimal(value, Number.isInteger(value) || value >= 10 ? 0 : 1);
  }
  const { ratio } = numbers;
  if (ratio !== undefined) holes["change"] = figures.percent(Math.abs(ratio - 1));
  return holes;
}
