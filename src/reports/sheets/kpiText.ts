import type { KpiResult } from "../../core/kpi";
import { SHEET_FIELDS, type SheetKind } from "../../core/tables";
import type { ReportContext } from "../context";
import type { StyleId } from "../model/styles";
import type { CellValue } from "../model/workbookModel";

type Unit = KpiResult["unit"];

const VALUE_STYLES: Readonly<Record<Unit, StyleId>> = {
  fraction: "percent",
  money: "money",
  index: "decimal1",
  ratio: "decimal2",
  nps: "decimal1",
  count: "integer",
  days: "decimal1",
};

const GAP_STYLES: Readonly<Record<Unit, StyleId>> = {
  fraction: "gapPercent",
  money: "gapMoney",
  index: "gapDecimal",
  ratio: "gapDecimal",
  nps: "gapDecimal",
  count: "gapDecimal",
  days: "gapDecimal",
};

export const kpiValueStyle = (unit: Unit): StyleId => VALUE_STYLES[unit];
export const kpiGapStyle = (unit: Unit): StyleId => GAP_STYLES[unit];

/** A KPI's figure in a sentence. */
export function kpiFigure(value: number, unit: Unit, { words }: ReportContext): string {
  switch (unit) {
    case "fraction":
      return words.percent(value);
    case "money":
      return words.money(value);
    case "ratio":
      return words.decimal(value, 2);
    case "count":
      return words.count(value);
    default:
      return words.decimal(value, 1);
  }
}

/** What stands in the target column: the value to reach, or the change asked for where no baseline is known. */
export function kpiTarget(kpi: KpiResult, context: ReportContext): { value: CellValue; style: StyleId } {
  if (kpi.targetValue !== null) return { value: kpi.targetValue, style: kpiValueStyle(kpi.unit) };
  if (kpi.target === null) return { value: null, style: "word" };
  return {
    value:
      kpi.mode === "points"
        ? context.t("kpiBoard.changePoints", { change: context.words.points(kpi.target) })
        : relativeChange(kpi.target, context),
    style: "wordRight",
  };
}

const relativeChange = (target: number, { words }: ReportContext) => signed(words.percent(target), target);

const signed = (text: string, value: number) => (value > 0 ? `+${text}` : text);

/** The state in words with its sign. Beside a benchmark a figure stands above or below; nobody met or missed it. */
export function kpiStanding(
  kpi: KpiResult,
  context: ReportContext,
): { readonly value: string; readonly style: StyleId } {
  const { t } = context;
  if (kpi.targetSource === "benchmark" && (kpi.status === "met" || kpi.status === "notMet"))
    return {
      value: t(kpi.status === "met" ? "kpiBoard.aboveBenchmark" : "kpiBoard.belowBenchmark"),
      style: "statusNeutral",
    };
  return { value: context.statusText(kpi.status), style: context.statusStyle(kpi.status) };
}

const isInput = (name: string): name is SheetKind => name in SHEET_FIELDS;

/** KPIs whose base is an amount, not a count. */
const MONEY_BASED: ReadonlySet<KpiResult["id"]> = new Set([
  "referralShareOfRevenue",
  "highTierShareOfNet",
  "loyalToOrdinarySpend",
  "cacToOrderValue",
  "existingShareOfNet",
]);

/**
 * Definition and base, then what a reader of this one figure must know: how its target is meant, the interval of
 * a small sample, the part it covers, what is missing.
 *
 * @param missing - kinds of sheets that are not there at all
 */
export function kpiNote(kpi: KpiResult, missing: readonly SheetKind[], context: ReportContext): string {
  const { t, words } = context;
  const parts = [t(`kpiNote.${kpi.id}`, context.settingHoles)];
  if (kpi.denominator !== null)
    parts.push(
      MONEY_BASED.has(kpi.id)
        ? t("kpiBoard.baseMoney", { amount: words.money(kpi.denominator) })
        : t("kpiBoard.base", { n: words.count(kpi.denominator) }),
    );
  if (kpi.target !== null && kpi.mode === "relative")
    parts.push(t("kpiBoard.mode.relative", { change: relativeChange(kpi.target, context) }));
  if (kpi.target !== null && kpi.mode === "points")
    parts.push(t("kpiBoard.mode.points", { change: words.points(kpi.target) }));
  if (kpi.baselinePeriod !== "") parts.push(t("kpiBoard.baselinePeriod", { period: kpi.baselinePeriod }));
  if (kpi.dueOn !== null) parts.push(t("kpiBoard.dueOn", { day: words.day(kpi.dueOn) }));
  if (kpi.target !== null && kpi.direction === "down") parts.push(t("kpiBoard.lowerIsBetter"));
  if (kpi.smallSample && kpi.value !== null && kpi.low !== null && kpi.high !== null)
    parts.push(
      t("kpiBoard.interval", {
        low: kpiFigure(kpi.low, kpi.unit, context),
        high: kpiFigure(kpi.high, kpi.unit, context),
      }),
    );
  if (kpi.coverage !== null && kpi.coverage < 1)
    parts.push(
      t(kpi.id === "feedbackDays" ? "kpiBoard.actedOn" : "kpiBoard.coverage", {
        share: words.percent(kpi.coverage),
      }),
    );
  if (kpi.id === "winBackEffect" && kpi.value === null && kpi.missing === null)
    parts.push(t("kpiBoard.noArms"));
  if (kpi.missing !== null && isInput(kpi.missing))
    parts.push(
      t(missing.includes(kpi.missing) ? "report.sheetMissing" : "report.columnsMissing", {
        sheet: t(`input.${kpi.missing}`),
      }),
    );
  if (kpi.targetSource === "benchmark") parts.push(t("kpiBoard.benchmark"));
  return words.clauses(parts);
}
