import { monitorEventLoopDelay } from "node:perf_hooks";

/** Orders of a busy sheet; about a third of the customers stay away. */
const ROWS = 100_000;
const CUSTOMERS = 20_000;

type Call = (...args: readonly unknown[]) => unknown;

/**
 * The functions that predict, out of `functions.js` as it ships: how long the first call takes, how long it ever
 * holds everybody else up, and how long the next call over the same cells takes.
 */
export async function benchPredictions(
  functions: ReadonlyMap<string, Call>,
  next: () => number,
): Promise<void> {
  const orders = Array.from({ length: ROWS }, () => {
    const customer = Math.floor(next() ** 2 * CUSTOMERS);
    // Later days are rarer for customers with high numbers: somebody has to stay away.
    const last = 700 * (1 - (0.6 * customer) / CUSTOMERS);
    return [customer, 45_000 + Math.floor(next() * last), Math.round(next() * 50_000) / 100] as const;
  });
  const ranges = [0, 1, 2].map((column) => orders.map((order) => [order[column]]));
  for (const id of ["CHURNRISK", "CLV", "FORECAST", "MODELFIT", "BACKTEST"]) {
    const run = functions.get(id);
    if (run === undefined) throw new Error(`functions.js registers no ${id}`);
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const first = await seconds(() => run(...ranges));
    delay.disable();
    const again = await seconds(() => run(...ranges));
    console.log(
      `functions.js ${id}, ${ROWS.toLocaleString("en")} rows`.padEnd(54),
      `${first.toFixed(3)} s first, longest block ${(delay.max / 1e9).toFixed(3)} s, ${again.toFixed(3)} s again`,
    );
  }
}

async function seconds(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1_000;
}
