import type { FUniver } from "@univerjs/core/facade";

/** What the metadata Excel reads says of a function. */
export interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly description: string;
    readonly dimensionality?: string;
    readonly optional?: boolean;
  }[];
}

export type AssociatedFunction = (...args: unknown[]) => unknown;

type CellResult = string | number | boolean | null;

type Answer = CellResult | CellResult[][];

/** The namespace the manifest gives the functions. */
const NAMESPACE = "CRM";

/** A cell error as the runtime's class has it: "#VALUE!" and a sentence. */
interface Thrown {
  readonly code?: string;
  readonly message?: string;
}

const ERROR_CODE = /^#[A-Z/0]+[!?]?$/;

/**
 * Lets the grid call the add-in's functions: arguments as Excel passes them, results spilled, a refusal as the
 * error it names. A promise is waited for; cells that need its result stay as they were meanwhile.
 *
 * They are called directly: through the runtime's own queue, which batches calls for a host far away, a sheet of
 * formulas takes a hundred times as long.
 *
 * @param onRefusal - told the sentence behind an error, which the grid has no place for
 * @returns takes the functions away again. Whoever still waits for one of them gets #N/A: the pane it computed in
 *   may be gone, and a promise that is never kept would hold up every later calculation
 */
export function registerFunctions(
  api: FUniver,
  metadata: readonly FunctionMetadata[],
  functions: ReadonlyMap<string, AssociatedFunction>,
  onRefusal: (id: string, code: string, sentence: string) => void,
): () => void {
  const formula = api.getFormula();
  const waiting = new Set<() => void>();
  const registered = metadata.flatMap((entry) => {
    const run = functions.get(entry.id);
    if (run === undefined) return [];
    const refused = (error: unknown): CellResult => {
      const { code = "#VALUE!", message = "" } = error as Thrown;
      const shown = ERROR_CODE.test(code) ? code : "#VALUE!";
      onRefusal(entry.id, shown, message);
      return shown;
    };
    const call = (...given: unknown[]): Answer | Promise<Answer> => {
      const args = entry.parameters.map(({ dimensionality }, index) =>
        argument(given[index], dimensionality === "matrix"),
      );
      try {
        const value = run(...args, {
          functionName: entry.id,
          address: undefined,
          isInValuePreview: undefined,
        });
        if (!isPromise(value)) return result(value);
        return unlessTakenAway(value.then(result).catch(refused), waiting);
      } catch (error) {
        return refused(error);
      }
    };
    const name = `${NAMESPACE}.${entry.name}`;
    return [
      formula.registerAsyncFunction(
        name,
        // Univer takes what is there at once as readily; promises alone would slow down a sheet of formulas.
        call as Parameters<typeof formula.registerAsyncFunction>[1],
        entry.description,
      ),
    ];
  });
  return () => {
    registered.forEach((one) => one.dispose());
    waiting.forEach((giveUp) => giveUp());
  };
}

function isPromise(value: unknown): value is Promise<unknown> {
  return typeof (value as { readonly then?: unknown } | null | undefined)?.then === "function";
}

function unlessTakenAway(answer: Promise<Answer>, waiting: Set<() => void>): Promise<Answer> {
  return new Promise((resolve) => {
    const settle = (value: Answer): void => {
      waiting.delete(giveUp);
      resolve(value);
    };
    const giveUp = (): void => settle("#N/A");
    waiting.add(giveUp);
    void answer.then(settle);
  });
}

/** An omitted argument is null; a range is rows of cells, a single cell too where a range is meant. */
function argument(value: unknown, isRange: boolean): unknown {
  if (value === undefined || value === null) return null;
  if (!Array.isArray(value)) return isRange ? [[value]] : value;
  const rows = (value as readonly unknown[]).map((line) =>
    (Array.isArray(line) ? (line as readonly unknown[]) : [line]).map((cell) => cell ?? null),
  );
  return isRange ? rows : (rows[0]?.[0] ?? null);
}

function result(value: unknown): Answer {
  if (Array.isArray(value)) {
    const rows = value as CellResult[][];
    // The grid takes a table of one cell for text that lists it.
    return rows.length === 1 && rows[0]?.length === 1 ? (rows[0][0] ?? "") : rows;
  }
  return value as CellResult;
}
