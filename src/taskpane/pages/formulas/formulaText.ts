import type { Cell } from "../../../core/tables";

/** An argument as the metadata describes it. */
export interface FormulaParameter {
  readonly name: string;
  readonly description: string;
  readonly dimensionality?: string;
  readonly optional?: boolean;
}

export interface FormulaFunction {
  readonly id: string;
  readonly description: string;
  readonly parameters: readonly FormulaParameter[];
}

export const isRange = ({ dimensionality }: FormulaParameter): boolean => dimensionality === "matrix";

/** A text, number, cell or range as it stands in a formula. */
export function argumentText(parameter: FormulaParameter, written: string): string {
  const text = written.trim();
  if (text === "" || isRange(parameter)) return text;
  // Figures, logical values, references and arrays stand as they are; all else is text.
  const asIs =
    /^[+-]?\d+(?:\.\d+)?%?$/.test(text) ||
    /^(?:true|false)$/i.test(text) ||
    /^(?:(?:'[^']+'|[^\s'!,()]+)!)?\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?$/i.test(text) ||
    /^\{.*\}$/.test(text) ||
    /^".*"$/.test(text);
  return asIs ? text : `"${text.replaceAll('"', '""')}"`;
}

/** The formula in English names; arguments left out at the end are not written. */
export function formulaText(
  { id, parameters }: FormulaFunction,
  written: Readonly<Record<string, string>>,
): string {
  const parts = parameters.map((parameter) => argumentText(parameter, written[parameter.name] ?? ""));
  let last = parts.length;
  while (last > 0 && parts[last - 1] === "") last--;
  return `=CRM.${id}(${parts.slice(0, last).join(", ")})`;
}

/**
 * What is written for a function, with the pane's language where the formula would otherwise speak Chinese: a shared
 * workbook shows everybody the same words, so the language is part of the formula.
 */
export function withLanguage(
  { parameters }: FormulaFunction,
  written: Readonly<Record<string, string>>,
  language: "zh" | "en",
): Readonly<Record<string, string>> {
  const has = (name: string) => parameters.some((parameter) => parameter.name === name);
  const blank = (name: string) => (written[name] ?? "").trim() === "";
  if (language === "zh") return written;
  if (has("lang")) return blank("lang") ? { ...written, lang: language } : written;
  if (has("options") && blank("options")) return { ...written, options: `{"lang","${language}"}` };
  return written;
}

/** Arguments that must be given and are not. */
export function missingArguments(
  { parameters }: FormulaFunction,
  written: Readonly<Record<string, string>>,
): readonly FormulaParameter[] {
  return parameters.filter(({ name, optional }) => optional !== true && (written[name] ?? "").trim() === "");
}

/**
 * The cells of an array written in a formula, {"lang","en";"ties","mid"}.
 *
 * @returns null where the text is no such array
 */
export function arrayCells(written: string): readonly (readonly Cell[])[] | null {
  const inside = /^\{(.*)\}$/.exec(written.trim())?.[1];
  if (inside === undefined) return null;
  // A sign between quotes separates nothing.
  const rows = inside.match(/(?:"[^"]*"|[^;"])+/g) ?? [];
  return rows.map((row) => (row.match(/(?:"[^"]*"|[^,"])+/g) ?? []).map(argumentValue));
}

/** A plain argument as Excel would hand it over; null where it is left out. */
export function argumentValue(written: string): Cell {
  const text = written.trim();
  if (text === "") return null;
  if (/^[+-]?\d+(?:\.\d+)?$/.test(text)) return Number(text);
  if (/^[+-]?\d+(?:\.\d+)?%$/.test(text)) return Number(text.slice(0, -1)) / 100;
  if (/^true$/i.test(text)) return true;
  if (/^false$/i.test(text)) return false;
  return /^".*"$/.test(text) ? text.slice(1, -1).replaceAll('""', '"') : text;
}
