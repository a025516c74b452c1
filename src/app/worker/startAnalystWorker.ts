import type { RemoteEnd } from "./createRemoteAnalyst";
import type { FromAnalyst } from "./messages";

/** How long the script of the worker may take to come and run. */
const START_MS = 20_000;

/**
 * Starts the worker and waits until it is ready. The bundler makes a script of its own of it, beside the page's:
 * `worker-src 'self'` lets it in.
 *
 * @throws Error where the web view has no workers, refuses this one, or its script does not load in time
 */
export async function startAnalystWorker(): Promise<RemoteEnd> {
  if (typeof Worker === "undefined") throw new Error("this web view has no workers");
  const worker = new Worker(new URL("./analystWorker.ts", import.meta.url), { name: "tenure-analyst" });
  try {
    await new Promise<void>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error("the worker did not start in time")), START_MS);
      const settle = (outcome: () => void) => {
        clearTimeout(late);
        outcome();
      };
      worker.addEventListener("error", ({ message }) =>
        settle(() => reject(new Error(message || "the worker could not be loaded"))),
      );
      worker.addEventListener("message", ({ data }: MessageEvent<FromAnalyst>) => {
        if (data.kind === "ready") settle(resolve);
      });
    });
  } catch (error) {
    worker.terminate();
    throw error;
  }
  return {
    line: worker,
    end: () => worker.terminate(),
    onDeath: (report) => {
      for (const sign of ["error", "messageerror"] as const) {
        worker.addEventListener(sign, () => {
          worker.terminate();
          report();
        });
      }
    },
  };
}
