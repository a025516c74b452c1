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
};

const GAP_STYLES: Readonly<Record<Unit, StyleId>> = {
  fraction: "gapPercent",
  money: "gapMoney",
  index: "gapDecimal",
  ratio: "gapDecimal",
  nps: "gapDecimal",
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
        : signed(context.words.percent(kpi.target), kpi.target),
    style: "wordRight",
  };
}

const signed = (text: string, value: number) => (value > 0 ? `+${text}` : text);

const isInput = (name: string): name is SheetKind => name in SHEET_FIELDS;

/**
 * Definition, then what a reader of this one figure must know: the interval of a small sample, the part it covers, what is missing.
 *
 * @param missing - kinds of sheets that are not there at all
 */
export function kpiNote(kpi: KpiResult, missing: readonly SheetKind[], context: ReportContext): string {
  const { t, words } = context;
  const parts = [t(`kpiNote.${kpi.id}`, context.settingHoles)];
  if (kpi.target !== null && kpi.targetValue === null && kpi.mode !== "absolute")
    parts.push(t("kpiBoard.changeOnBaseline"));
  if (kpi.target !== null && kpi.direction === "down") parts.push(t("kpiBoard.lowerIsBetter"));
  if (kpi.smallSample && kpi.value !== null && kpi.low !== null && kpi.high !== null)
    parts.push(
      t("kpiBoard.interval", {
        low: kpiFigure(kpi.low, kpi.unit, context),
        high: kpiFigure(kpi.high, kpi.unit, context),
      }),
    );
  if (kpi.coverage !== null && kpi.coverage < 1)
    parts.push(t("kpiBoard.coverage", { share: words.percent(kpi.coverage) }));
  if (kpi.missing !== null && isInput(kpi.missing))
    parts.push(
      t(missing.includes(kpi.missing) ? "report.sheetMissing" : "report.columnsMissing", {
        sheet: t(`input.${kpi.missing}`),
      }),
    );
  if (kpi.targetSource === "benchmark") parts.push(t("kpiBoard.benchmark"));
  return words.clauses(parts);
}
