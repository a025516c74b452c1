/** As many rows as a sheet has. */
const ROWS = 1_048_576;
const CUSTOMERS = 200_000;
const ITEMS = 500;
const TIERS = ["高价值", "中等", "基础", "窗口外"];

type Call = (...args: readonly unknown[]) => unknown;

/**
 * The functions that say where customers stand and what to offer them, out of `functions.js` as it ships, over a
 * full sheet: the first call, and the next one over the same cells.
 */
export function benchRelations(functions: ReadonlyMap<string, Call>, next: () => number): void {
  const rows = Array.from({ length: ROWS }, () => {
    const customer = Math.floor(next() ** 2 * CUSTOMERS);
    // Some items go with each other: those of a customer are drawn around a place of their own.
    const item = Math.floor((((customer * 37) % ITEMS) + next() ** 3 * ITEMS) % ITEMS);
    return [customer + 1, 45_000 + Math.floor(next() * 700), Math.round(next() * 50_000) / 100, `SKU${item}`];
  });
  const [customers, dates, amounts, items] = [0, 1, 2, 3].map((column) => rows.map((row) => [row[column]]));
  const tiers = rows.map((_, row) => [TIERS[row % TIERS.length]]);
  const calls: readonly (readonly [string, readonly unknown[]])[] = [
    ["LIFECYCLE", [customers, dates, amounts]],
    ["RELATIONTYPE", [customers, dates, amounts]],
    ["LOYALTY", [customers, dates, amounts]],
    ["NEXTTOUCH", [tiers, dates]],
    ["CROSSSELL", [customers, items, dates]],
  ];
  for (const [id, args] of calls) {
    const run = functions.get(id);
    if (run === undefined) throw new Error(`functions.js registers no ${id}`);
    const first = seconds(() => run(...args));
    const again = seconds(() => run(...args));
    console.log(
      `functions.js ${id}, ${ROWS.toLocaleString("en")} rows`.padEnd(54),
      `${first.toFixed(3)} s first, ${again.toFixed(3)} s again`,
    );
  }
}

function seconds(work: () => unknown): number {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1_000;
}
