import { finish, type Steps } from "../core/math/steps";
import type { Language } from "../core/settings";
import { cellOf } from "./arguments/cellOf";
import { LANGUAGE } from "./arguments/parameter";
import { readArguments } from "./arguments/readArguments";
import { toCellError } from "./cellError";
import type { Definition, Result, ResultCell, ResultTable } from "./definitions/definition";
import { canGiveWay, runInSlices } from "./runInSlices";

/** Rows up to which work in steps is done at once: a formula over a small sheet answers without a "#BUSY!". */
const ROWS_AT_ONCE = 20_000;

/**
 * Runs a function on the arguments Excel passed.
 *
 * @returns a rectangular table; no null, NaN, Infinity or undefined leaves it (Excel shows null as 0). Long work
 *   over more than 20,000 rows gives a promise of the table: Excel takes one wherever it takes a table, which
 *   the descriptions of custom functions have no type for
 * @throws CustomFunctions.Error with one sentence
 */
export function calculateTable(definition: Definition, raw: readonly unknown[]): ResultCell[][] {
  return calculate(definition, raw, (result) => {
    const rows = isTable(result) ? result : [[result]];
    const width = rows.reduce((widest, row) => Math.max(widest, row.length), 1);
    const table = rows.map((row) => presentableRow(row, width));
    return table.length > 0 ? table : [[""]];
  });
}

/** As `calculateTable`, for functions of one value. */
export function calculateValue(definition: Definition, raw: readonly unknown[]): ResultCell {
  return calculate(definition, raw, (result) => presentable(isTable(result) ? result[0]?.[0] : result));
}

function calculate<Shown>(
  definition: Definition,
  raw: readonly unknown[],
  show: (result: Result) => Shown,
): Shown {
  const language = languageOf(definition, raw);
  const fail = (error: unknown): never => {
    throw toCellError(error, language);
  };
  try {
    const work = definition.compute(readArguments(definition.parameters, raw), language);
    if (!isSteps(work)) return show(work);
    const isLong = raw.some((argument) => Array.isArray(argument) && argument.length > ROWS_AT_ONCE);
    if (!isLong || !canGiveWay()) return show(finish(work));
    return runInSlices(work).then(show).catch(fail) as Shown;
  } catch (error) {
    return fail(error);
  }
}

function isSteps(work: Result | Steps<Result>): work is Steps<Result> {
  return typeof work === "object" && work !== null && "next" in work;
}

function isTable(result: Result): result is ResultTable {
  return typeof result === "object" && result !== null;
}

/** The row itself where nothing needs to change: a table of all customers is not written twice. */
function presentableRow(row: readonly ResultCell[], width: number): ResultCell[] {
  if (row.length === width && row.every(isPresentable)) return row as ResultCell[];
  return Array.from({ length: width }, (_, column) => presentable(row[column]));
}

function isPresentable(value: ResultCell): boolean {
  return Object.is(presentable(value), value);
}

function presentable(value: ResultCell | undefined): ResultCell {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return Number.isFinite(value) ? value + 0 : "";
  return value;
}

/** Read before anything else, so that a sentence about another argument comes in the right language. */
function languageOf(definition: Definition, raw: readonly unknown[]): Language {
  const names = Object.keys(definition.parameters);
  const direct = names.indexOf("lang");
  const options = raw[names.indexOf("options")];
  const given = direct >= 0 ? raw[direct] : Array.isArray(options) ? optionNamed("lang", options) : null;
  const text = String(cellOf(given) ?? "")
    .trim()
    .toLowerCase();
  const aliases: Readonly<Record<string, Language>> = LANGUAGE.aliases;
  return LANGUAGE.choices.find((language) => language === text) ?? aliases[text] ?? LANGUAGE.whenBlank;
}

function optionNamed(name: string, rows: readonly unknown[]): unknown {
  const row = rows.find((cells) => Array.isArray(cells) && String(cells[0]).trim().toLowerCase() === name) as
    readonly unknown[] | undefined;
  return row?.[1];
}
