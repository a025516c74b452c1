import {
  AppProblem,
  type AnalysisFacts,
  type AppServices,
  type FormulaChange,
  type GenerateResult,
  type Recognition,
  type SavedChoices,
} from "../../app/services";
import type { MaskLevel } from "../../core/settings";
import type { Locale } from "../../i18n";
import type { PaneKey } from "../../i18n/paneWords";
import type { PageId } from "../shell/pageIds";
import { generateOptions, NO_CHOICES } from "./choices";
import { createStore, type Store } from "./store";
import { createTask, type Task } from "./task";

/** Something to tell on top of whichever page is open, until it is closed. */
export type Notice =
  | { readonly kind: "failed"; readonly error: unknown }
  | {
      readonly kind: "said";
      readonly intent: "success" | "info" | "warning";
      readonly key: PaneKey;
      readonly holes: Readonly<Record<string, number>>;
    };

/** How much of a person's data is hidden in a copy for sharing. */
export type MaskedLevel = Exclude<MaskLevel, "none">;

export type FormulaTaskId = "freeze" | "restore" | "repair";

/**
 * Everything the pane knows while the workbook is open. It lives outside the components, since the ribbon's
 * buttons act on it too, often while no pane is drawn.
 */
export interface Session {
  readonly services: AppServices;
  readonly page: Store<PageId>;
  readonly notice: Store<Notice | null>;
  /** null: not read yet. */
  readonly choices: Pick<Store<SavedChoices | null>, "get" | "subscribe">;
  /** Keeps choices in the workbook; what was read or analysed by the old ones is forgotten. */
  choose(choices: SavedChoices): Promise<void>;
  /** Takes choices from the text of a settings file. @throws what the services throw; nothing changes then */
  importChoices(text: string): Promise<void>;
  readonly recognition: Task<void, Recognition>;
  readonly sample: Task<Locale, Recognition>;
  readonly report: Task<Locale, GenerateResult>;
  readonly analysis: Task<Locale, AnalysisFacts>;
  readonly maskedCopy: Task<{ readonly level: MaskedLevel; readonly locale: Locale }, Uint8Array>;
  readonly formulas: Readonly<Record<FormulaTaskId, Task<void, FormulaChange>>>;
  readonly stale: Pick<Store<{ readonly stale: boolean; readonly remote: boolean }>, "get" | "subscribe">;
  /** Stops listening to the workbook. */
  close(): void;
}

const FRESH = { stale: false, remote: false } as const;

export function createSession(given: AppServices): Session {
  const services = noticingLoss(given, () => analysis.reset());
  const page = createStore<PageId>("data");
  const notice = createStore<Notice | null>(null);
  const choices = createStore<SavedChoices | null>(null);
  const stale = createStore<{ readonly stale: boolean; readonly remote: boolean }>(FRESH);

  /** Changes of the data that were told. */
  let edits = 0;

  const read = services.loadChoices().then(
    (kept) => {
      // Somebody may have been quicker than the workbook.
      if (choices.get() === null) choices.set(kept);
    },
    (error: unknown) => {
      if (choices.get() === null) choices.set(NO_CHOICES);
      notice.set({ kind: "failed", error });
    },
  );
  const options = async (locale: Locale) => {
    await read;
    return generateOptions(choices.get() ?? NO_CHOICES, locale);
  };

  const recognition = createTask<void, Recognition>((_, watch) => services.recognise(watch));
  const analysis = createTask<Locale, AnalysisFacts>(async (locale, watch) =>
    services.prepare(await options(locale), watch),
  );
  const report = createTask<Locale, GenerateResult>(async (locale, watch) => {
    const wanted = await options(locale);
    const [chosen, edited] = [choices.get(), edits];
    const result = await services.generate(wanted, watch);
    // What was changed while the report was made is not in it.
    if (edits === edited) stale.set(FRESH);
    if (edits === edited && choices.get() === chosen) analysis.learn(result);
    else analysis.reset();
    return result;
  });
  const sample = createTask<Locale, Recognition>(async (locale, watch) => {
    const recognised = await services.openSample(locale, watch);
    analysis.reset();
    return recognised;
  });

  const stopWatching = services.watchStale((state) => {
    edits += 1;
    stale.set(state);
    if (state.stale) analysis.reset();
  });

  return {
    services,
    page,
    notice,
    choices,
    choose: async (wanted) => {
      choices.set(wanted);
      analysis.reset();
      try {
        await services.saveChoices(wanted);
      } catch (error) {
        notice.set({ kind: "failed", error });
      }
    },
    importChoices: async (text) => {
      choices.set(await services.importSettings(text));
      analysis.reset();
      recognition.reset();
    },
    recognition,
    sample,
    report,
    analysis,
    maskedCopy: createTask(async ({ level, locale }, watch) =>
      services.maskedCopy(level, await options(locale), watch),
    ),
    formulas: {
      freeze: createTask<void, FormulaChange>((_, watch) => services.freezeFormulas(watch)),
      restore: createTask<void, FormulaChange>((_, watch) => services.restoreFormulas(watch)),
      repair: createTask<void, FormulaChange>((_, watch) => services.repairFormulas(watch)),
    },
    stale,
    close: stopWatching,
  };
}

/**
 * The same services, which tell when an answer fails since the analysis is gone: the worker that kept it was ended,
 * or died for lack of memory. Pages then have it made anew.
 */
function noticingLoss(services: AppServices, lost: () => void): AppServices {
  const watched =
    <Given extends readonly unknown[], Value>(ask: (...given: Given) => Promise<Value>) =>
    async (...given: Given): Promise<Value> => {
      try {
        return await ask(...given);
      } catch (error) {
        if (error instanceof AppProblem && error.code === "noAnalysis") lost();
        throw error;
      }
    };
  return {
    ...services,
    findCustomers: watched(services.findCustomers),
    customer: watched(services.customer),
    selectedCustomer: watched(services.selectedCustomer),
    backtest: watched(services.backtest),
    whatIf: watched(services.whatIf),
  };
}
