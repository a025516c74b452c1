import type { Analyst } from "../analyst";
import { AppProblem } from "../services";
import { createRemoteAnalyst, type RemoteEnd } from "./createRemoteAnalyst";
import type { AnswerOf, ArgumentsOf, Question } from "./messages";

/** How long an analyst that was asked to stop may stay silent before it is ended. */
const GRACE_MS = 4_000;

interface Ways {
  /** Starts a worker with an analyst in it. Rejects where there can be none. */
  readonly startWorker: () => Promise<RemoteEnd>;
  /** An analyst in the page itself. */
  readonly inPlace: () => Promise<Analyst>;
  readonly graceMs?: number;
}

/**
 * The pane's analyst: in a worker, so that Excel and the pane answer at once whatever is being computed.
 *
 * Some web views let no worker start (company policies, frames of Excel on the web in a browser that partitions
 * them, a script that did not come through); then the analyst works in slices in the page itself, slower to
 * answer and with the same results. A worker that was ended, or died for lack of memory, is followed by a new
 * one at the next call; it knows nothing until the next `analyse`.
 */
export function createBackgroundAnalyst({ startWorker, inPlace, graceMs = GRACE_MS }: Ways): Analyst {
  let chosen: Promise<Analyst> | null = null;
  let current: Analyst | null = null;
  let cancels = 0;

  async function choose(): Promise<Analyst> {
    const end = await startWorker().catch(() => null);
    current =
      end === null
        ? await inPlace()
        : createRemoteAnalyst(end, {
            graceMs,
            onGone: () => {
              chosen = null;
              current = null;
            },
          });
    return current;
  }
  function analyst(): Promise<Analyst> {
    chosen ??= choose().catch((error: unknown) => {
      chosen = null;
      throw error;
    });
    return chosen;
  }
  const asked =
    <Name extends Question>(name: Name) =>
    async (...given: ArgumentsOf<Name>): Promise<AnswerOf<Name>> =>
      ((await analyst())[name] as (...given: ArgumentsOf<Name>) => Promise<AnswerOf<Name>>)(...given);

  // Warm by the time it is asked; who asks hears of a failure.
  analyst().catch(() => undefined);
  return {
    async analyse(...given) {
      const begun = cancels;
      const ready = await analyst();
      if (cancels !== begun) throw new AppProblem("cancelled");
      return ready.analyse(...given);
    },
    report: asked("report"),
    workbookFile: asked("workbookFile"),
    namedIn: asked("namedIn"),
    findCustomers: asked("findCustomers"),
    customer: asked("customer"),
    backtest: asked("backtest"),
    whatIf: asked("whatIf"),
    cancel() {
      cancels++;
      current?.cancel();
    },
  };
}
