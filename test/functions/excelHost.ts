import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import vm from "node:vm";

const dist = join(__dirname, "../../dist");

/** The error class of Microsoft's runtime: an Error that is a cell value, too. */
export class CellError extends Error {
  readonly type = "Error";
  readonly basicType = "Error";
  readonly basicValue: string;
  constructor(
    readonly code: string,
    message?: string,
  ) {
    super(message ?? "");
    this.basicValue = code;
  }
}

/** The values of Microsoft's enum. */
export const ErrorCode = {
  invalidValue: "#VALUE!",
  notAvailable: "#N/A",
  divisionByZero: "#DIV/0!",
  invalidNumber: "#NUM!",
  nullReference: "#NULL!",
  invalidName: "#NAME?",
  invalidReference: "#REF!",
} as const;

interface Metadata {
  readonly allowErrorForDataTypeAny: boolean;
  readonly functions: readonly {
    readonly id: string;
    readonly name: string;
    readonly description: string;
    readonly helpUrl: string;
    readonly parameters: readonly {
      readonly name: string;
      readonly description: string;
      readonly optional?: boolean;
      readonly type: string;
      readonly dimensionality?: string;
    }[];
    readonly result: { readonly dimensionality?: string };
  }[];
}

export function builtFile(name: string): string {
  const path = join(dist, name);
  if (!existsSync(path)) throw new Error(`${path} is missing: npm run build comes before the tests`);
  return readFileSync(path, "utf8");
}

export const metadata = JSON.parse(builtFile("functions.json")) as Metadata;

export type Cell = string | number | boolean | null;

/**
 * The functions of the built bundle, as its own registrations hand them to Excel.
 *
 * @param globals - stand in for the engine's own, such as a Math that counts
 */
export function loadFunctions(
  globals: Readonly<Record<string, unknown>> = {},
): ReadonlyMap<string, (...args: unknown[]) => unknown> {
  const registered = new Map<string, (...args: unknown[]) => unknown>();
  const context = {
    ...globals,
    CustomFunctions: {
      associate: (id: string, run: (...args: unknown[]) => unknown) => registered.set(id, run),
      Error: CellError,
      ErrorCode,
    },
  };
  vm.runInNewContext(builtFile("functions.js"), context);
  return registered;
}

const functions = loadFunctions();

/**
 * Calls a function as Excel does: every argument the metadata declares is passed, null for an omitted one,
 * and behind them the invocation, which every function gets.
 */
export function call(id: string, ...args: readonly unknown[]): unknown {
  const run = functions.get(id);
  const declared = metadata.functions.find((entry) => entry.id === id);
  if (run === undefined || declared === undefined) throw new Error(`${id} is not registered`);
  const padded = declared.parameters.map((_, index) => args[index] ?? null);
  return run(...padded, { functionName: id, address: undefined, isInValuePreview: undefined });
}

export function table(id: string, ...args: readonly unknown[]): Cell[][] {
  return call(id, ...args) as Cell[][];
}

/** What the cell shows when a call fails: the error code and its sentence. */
export function failure(id: string, ...args: readonly unknown[]): { code: string; sentence: string } {
  try {
    call(id, ...args);
  } catch (error) {
    if (!(error instanceof CellError)) throw error;
    return { code: error.code, sentence: error.message };
  }
  throw new Error(`${id} gave an answer`);
}

/** A range of one column. */
export const column = (...cells: readonly unknown[]): unknown[][] => cells.map((cell) => [cell]);

/** Table rows by their first cell, without the header row. */
export function byFirstCell(rows: readonly Cell[][]): ReadonlyMap<Cell, Cell[]> {
  return new Map(rows.slice(1).map((row) => [row[0] ?? null, row]));
}
