import { finish, type Steps } from "../core/math/steps";
import type { Language } from "../core/settings";
import { cellOf } from "./arguments/cellOf";
import { LANGUAGE } from "./arguments/parameter";
import { readArguments } from "./arguments/readArguments";
import { toCellError } from "./cellError";
import type { Definition, Result, ResultCell, ResultTable } from "./definitions/definition";
import { canGiveWay, runInSlices } from "./runInSlices";
import { headings } from "./words";

/** Rows up to which work in steps is done at once: a formula over a small sheet answers without a "#BUSY!". */
const ROWS_AT_ONCE = 20_000;

/** What a cell gets: a rectangular table, or one value. */
export type Shown = ResultCell[][] | ResultCell;

/**
 * Runs a function on the arguments Excel passed.
 *
 * @returns no null, NaN, Infinity or undefined leaves it (Excel shows null as 0). Long work over more than
 *   20,000 rows gives a promise: Excel takes one wherever it takes a table
 * @throws CustomFunctions.Error with one sentence
 */
export function calculate(definition: Definition, raw: readonly unknown[]): Shown | Promise<Shown> {
  const language = languageOf(definition, raw);
  const fail = (error: unknown): never => {
    throw toCellError(error, language);
  };
  try {
    const values = readArguments(definition.parameters, raw);
    const show = (result: Result): Shown => {
      if (!isTable(result)) return presentable(result);
      const { columns } = definition;
      const isBare = columns === undefined || headersOf(values) === false;
      return presentableTable(isBare ? result : [headings(language, columns), ...result]);
    };
    const work = definition.compute(values, language);
    if (!isSteps(work)) return show(work);
    const isLong = raw.some((argument) => Array.isArray(argument) && argument.length > ROWS_AT_ONCE);
    if (!isLong || !canGiveWay()) return show(finish(work));
    return runInSlices(work).then(show).catch(fail);
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

function headersOf({ options }: Readonly<Record<string, unknown>>): boolean | undefined {
  return (options as { readonly headers?: boolean } | undefined)?.headers;
}

function presentableTable(rows: ResultTable): ResultCell[][] {
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 1);
  return rows.length > 0 ? rows.map((row) => presentableRow(row, width)) : [[""]];
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
