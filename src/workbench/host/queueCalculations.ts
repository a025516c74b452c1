import type { ICommandService } from "@univerjs/core";
import type {
  CalculateFormulaService,
  FormulaDataModel,
  IActiveDirtyManagerService,
} from "@univerjs/engine-formula";
import type { TriggerCalculationController } from "@univerjs/preset-sheets-core";

/** What the grid has still to calculate. */
export interface Calculations {
  /**
   * Resolves once nothing is left to calculate and the results stand in their cells.
   *
   * @param gone - aborted when the workbook is closed: nobody gets its results then
   * @throws Error when it takes longer than so many milliseconds: values of yesterday must not pass for today's
   */
  done(timeoutMs: number, gone: AbortSignal): Promise<void>;
}

/** Univer's own parts, by the name each goes by there. */
export interface CalculationParts {
  readonly commands: ICommandService;
  readonly service: CalculateFormulaService;
  readonly formulas: FormulaDataModel;
  readonly trigger: TriggerCalculationController;
  readonly dirty: IActiveDirtyManagerService;
}

const START = "formula.mutation.set-formula-calculation-start";
const WRITE = "sheet.mutation.set-range-values";
const LOCK = "FORMULA_EXECUTION_LOCK";
/** Changes of cells after which Univer calculates nothing. */
const LOOKS: ReadonlySet<string> = new Set([
  "sheet.command.set-style",
  "sheet.command.set-border",
  "sheet.command.clear-selection-format",
]);

/**
 * Has calculations follow one another. Univer begins one beside the other when something changes while it
 * calculates, or asks the first to stop, which it does only now and then: either way it forgets what the change
 * made stale, and cells stay empty or old. From here on the next one waits, and none is stopped.
 *
 * Once for a grid, whatever workbooks it opens: right after the first of them, whose calculation has not begun.
 */
export function queueCalculations({
  commands,
  service,
  formulas,
  trigger,
  dirty,
}: CalculationParts): Calculations {
  const asked = new Set<() => void>();
  const state = { changed: true, left: 0 };
  const tell = (): void => asked.forEach((look) => look());

  const execute = service.execute.bind(service);
  let last: Promise<void> = Promise.resolve();
  service.execute = (config) => {
    state.left += 1;
    last = last
      // Formulas may have come and gone since it was asked for.
      .then(() =>
        execute({
          ...config,
          formulaData: formulas.getFormulaData(),
          arrayFormulaCellData: formulas.getArrayFormulaCellData(),
          arrayFormulaRange: formulas.getArrayFormulaRange(),
        }),
      )
      // It does not wait for its own end, at which it lets go of the lock.
      .then(() => service["_executeLock"].acquire(LOCK, () => undefined))
      .finally(() => {
        state.left -= 1;
        tell();
      });
    return last;
  };
  // Asked in order to begin anew with what has changed by now, together with what is being calculated.
  service.stopFormulaExecution = () =>
    void commands.executeCommand(START, { ...trigger["_executingDirtyData"] }, { onlyLocal: true });

  commands.onCommandExecuted(({ id, params }, options) => {
    if (id === START) state.changed = false;
    else if (dirty.get(id) !== undefined && !(id === WRITE && isQuiet(params, options))) state.changed = true;
  });

  return {
    done: (timeoutMs, gone) =>
      new Promise((resolve, reject) => {
        const isDone = (): boolean => !state.changed && state.left === 0;
        if (isDone()) return resolve();
        const end = (settle: () => void): void => {
          asked.delete(look);
          gone.removeEventListener("abort", leave);
          clearTimeout(timer);
          settle();
        };
        const leave = (): void => end(() => reject(new Error("The workbook is closed.")));
        gone.addEventListener("abort", leave);
        const look = (): void => {
          if (isDone()) end(resolve);
        };
        const timer = setTimeout(
          () => end(() => reject(new Error("The grid has not finished calculating."))),
          timeoutMs,
        );
        asked.add(look);
      }),
  };
}

function isQuiet(params: object | undefined, options: { readonly onlyLocal?: boolean } | undefined): boolean {
  const { trigger } = (params ?? {}) as { readonly trigger?: string };
  return options?.onlyLocal === true || (trigger !== undefined && LOOKS.has(trigger));
}
