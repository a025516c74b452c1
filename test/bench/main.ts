import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import vm from "node:vm";
import { gunzipSync } from "node:zlib";
import { parse } from "papaparse";
import { bookOfColumns, readOrderBook, type OrderRanges } from "../../src/core/orders";
import { scoreRfm } from "../../src/core/rfm";
import { DEFAULT_SETTINGS } from "../../src/core/settings";
import type { Cell, FieldOf, MappedTable } from "../../src/core/tables";
import { benchModels } from "./btyd";
import { benchPredictions } from "./predictions";
import { benchRelations } from "./relations";

// Built as the add-in is built and run as it is run (`npm run bench`): loaders that keep names or check
// types on the way make other programs of the same source.

/** Rows of a full sheet, and customers among them. */
const ROWS = 1_080_000;
const CUSTOMERS = ROWS / 5;
const RUNS = 5;

/** As many rows as a sheet has: no range is longer. */
const SHEET_ROWS = 1_048_576;
const FILLED_ROWS = 20_000;

/** Numbers that are the same on every run: a multiply-with-carry walk over 32 bits. */
function sequence(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A sheet as Excel hands it over: ids as text and numbers, dates as serials, amounts with some text. */
function mixedCells() {
  const next = sequence(20_251_231);
  const customers: Cell[][] = [];
  const dates: Cell[][] = [];
  const amounts: Cell[][] = [];
  for (let row = 0; row < ROWS; row++) {
    const id = 1 + Math.floor(next() * CUSTOMERS);
    customers.push([id % 2 === 0 ? id : `tb_user${id}`]);
    dates.push([45_000 + Math.floor(next() * 1_000) + (row % 4 === 0 ? 0.5 : 0)]);
    const amount = Math.round(next() * 50_000) / 100;
    amounts.push([row % 20 === 0 ? `¥${amount.toFixed(2)}` : row % 50 === 1 ? -amount : amount]);
  }
  // The arguments of a custom function come out of a message, every cell a value of its own.
  const received = (cells: Cell[][]) => JSON.parse(JSON.stringify(cells)) as Cell[][];
  return { customers: received(customers), dates: received(dates), amounts: received(amounts) };
}

interface Timing {
  readonly fastest: number;
  readonly median: number;
  readonly cpu: number;
  /** The first run, before the engine knows what to optimise: what the first call of a session costs. */
  readonly first: number;
}

/** Seconds of several runs after the first; the fastest is the least disturbed by the machine. */
function timing(work: () => void): Timing {
  const begin = performance.now();
  work();
  const first = (performance.now() - begin) / 1_000;
  const runs = Array.from({ length: RUNS }, () => {
    const cpu = process.cpuUsage();
    const start = performance.now();
    work();
    const wall = (performance.now() - start) / 1_000;
    const used = process.cpuUsage(cpu);
    return { wall, cpu: (used.user + used.system) / 1e6 };
  });
  const walls = runs.map(({ wall }) => wall).sort((one, other) => one - other);
  return {
    fastest: walls[0] ?? 0,
    median: walls[Math.floor(RUNS / 2)] ?? 0,
    cpu: Math.min(...runs.map(({ cpu }) => cpu)),
    first,
  };
}

function print(name: string, { fastest, median, cpu, first }: Timing, more = ""): void {
  const numbers = `${fastest.toFixed(3)} s fastest, ${median.toFixed(3)} s median, ${cpu.toFixed(3)} s cpu, ${first.toFixed(3)} s first`;
  console.log(`${name.padEnd(54)} ${numbers}${more === "" ? "" : `; ${more}`}`);
}

type Ranges = Pick<OrderRanges, "customers" | "dates" | "amounts">;

function scoreRanges(ranges: Ranges): number {
  const book = bookOfColumns({ ...ranges, orderIds: null, date1904: false }, DEFAULT_SETTINGS);
  return scoreRfm(book.summary, book.asOf, DEFAULT_SETTINGS).baseCount;
}

/** The columns as typed arrays: the cells they came from are not kept. */
function typedColumns() {
  const cells = mixedCells();
  return {
    customers: Int32Array.from(cells.customers, ([id]) => Number(String(id).replace("tb_user", ""))),
    dates: Float64Array.from(cells.dates, ([date]) => Number(date)),
    amounts: Float64Array.from(cells.amounts, ([amount]) => Number(String(amount).replace("¥", ""))),
  };
}

/** The least that any summary must do: see every row once and add it to its customer. */
function plainScan({ customers, dates, amounts }: ReturnType<typeof typedColumns>): number {
  const sums = new Float64Array(CUSTOMERS + 1);
  const last = new Float64Array(CUSTOMERS + 1);
  const orders = new Int32Array(CUSTOMERS + 1);
  for (let row = 0; row < ROWS; row++) {
    const customer = customers[row] ?? 0;
    const date = dates[row] ?? 0;
    sums[customer] = (sums[customer] ?? 0) + (amounts[row] ?? 0);
    orders[customer] = (orders[customer] ?? 0) + 1;
    if (date > (last[customer] ?? 0)) last[customer] = date;
  }
  return (sums[1] ?? 0) + (orders[1] ?? 0);
}

type Shipped = (...args: readonly unknown[]) => unknown;
type RfmScore = (customers: Cell[][], dates: Cell[][], amounts: Cell[][]) => unknown[][];

/** The functions of `functions.js` as it ships, the way Excel gets hold of them. */
function shippedFunctions(): ReadonlyMap<string, Shipped> {
  const registered = new Map<string, Shipped>();
  const CustomFunctions = {
    associate: (id: string, run: Shipped) => registered.set(id, run),
    Error,
    ErrorCode: {},
  };
  Object.assign(globalThis, { CustomFunctions });
  vm.runInThisContext(readFileSync(join(__dirname, "functions.js"), "utf8"));
  return registered;
}

const functions = shippedFunctions();

function shippedRfmScore(): RfmScore {
  const found = functions.get("RFMSCORE");
  if (found === undefined) throw new Error("functions.js registers no RFMSCORE");
  return found as RfmScore;
}

/** A whole column of which only the top is filled; blank cells arrive as "". */
function wholeColumn(cells: Cell[][], filled: number): Cell[][] {
  return Array.from({ length: SHEET_ROWS }, (_, row) => (row < filled ? [cells[row]?.[0] ?? ""] : [""]));
}

function benchScores(): void {
  const rows = ROWS.toLocaleString("en");
  let sink = 0;
  const typed = typedColumns();
  const scan = timing(() => {
    sink += plainScan(typed);
  });
  const fromTyped = timing(() => {
    sink += scoreRanges(typed);
  });
  const cells = mixedCells();
  const fromCells = timing(() => {
    sink += scoreRanges(cells);
  });
  const rfmScore = shippedRfmScore();
  let call = 0;
  const callWith = ({ customers, dates, amounts }: ReturnType<typeof mixedCells>) =>
    timing(() => {
      // Another amount each time, so that no result is remembered from the call before.
      amounts[0] = [++call];
      sink += rfmScore(customers, dates, amounts).length;
    });
  const sheet = {
    customers: cells.customers.slice(0, SHEET_ROWS),
    dates: cells.dates.slice(0, SHEET_ROWS),
    amounts: cells.amounts.slice(0, SHEET_ROWS),
  };
  const fullSheet = callWith(sheet);
  const columns = {
    customers: wholeColumn(cells.customers, FILLED_ROWS),
    dates: wholeColumn(cells.dates, FILLED_ROWS),
    amounts: wholeColumn(cells.amounts, FILLED_ROWS),
  };
  const wholeColumns = callWith(columns);
  const filled = callWith({
    customers: cells.customers.slice(0, FILLED_ROWS),
    dates: cells.dates.slice(0, FILLED_ROWS),
    amounts: cells.amounts.slice(0, FILLED_ROWS),
  });
  const ratio = (one: Timing) => `${(one.fastest / scan.fastest).toFixed(1)} x scan`;
  print(`plain scan of ${rows} rows in typed arrays`, scan, `${CUSTOMERS.toLocaleString("en")} customers`);
  print(`RFMSCORE, ${rows} rows of typed columns`, fromTyped, `${ratio(fromTyped)}, target 0.15 s`);
  print(`RFMSCORE, ${rows} rows of mixed cells`, fromCells, `${ratio(fromCells)}, target 0.5 s`);
  const sheetRows = SHEET_ROWS.toLocaleString("en");
  print(`functions.js RFMSCORE, ${sheetRows} rows, cells to cells`, fullSheet, ratio(fullSheet));
  print(`functions.js RFMSCORE, whole columns, ${FILLED_ROWS} filled`, wholeColumns, ratio(wholeColumns));
  print(`functions.js RFMSCORE, the ${FILLED_ROWS} filled rows alone`, filled, ratio(filled));
  const { heapUsed, external, rss } = process.memoryUsage();
  const megabytes = (bytes: number) => `${Math.round(bytes / 1e6)} MB`;
  console.log(
    `memory: ${megabytes(heapUsed)} of cells and results, ${megabytes(external)} of columns, ${megabytes(rss)} in all`,
  );
  if (!Number.isFinite(sink)) throw new Error("nothing was scored");
}

type Headings = Readonly<Partial<Record<FieldOf<"orders">, string>>>;

function tableOf(text: string, headings: Headings): MappedTable<"orders"> {
  const [head = [], ...rows] = parse<string[]>(text, { skipEmptyLines: true }).data;
  return {
    kind: "orders",
    file: "bench.csv",
    sheet: "bench",
    profile: "plain",
    date1904: false,
    firstRow: 2,
    headings: head,
    columns: Object.fromEntries(Object.entries(headings).map(([field, name]) => [field, head.indexOf(name)])),
    rows,
  };
}

function benchFile(name: string, path: string, headings: Headings): void {
  if (!existsSync(path)) {
    console.log(`${name}: ${path} is not there, left out`);
    return;
  }
  const bytes = readFileSync(path);
  const table = tableOf((path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8"), headings);
  const time = timing(() => {
    const book = readOrderBook([table], DEFAULT_SETTINGS);
    scoreRfm(book.summary, book.asOf, DEFAULT_SETTINGS);
  });
  const book = readOrderBook([table], DEFAULT_SETTINGS);
  const { rawRows, used, beforeWindow, rejected } = book.counts;
  const reasons = Object.entries(rejected).filter(([, count]) => count > 0);
  print(`${name}, ${rawRows.toLocaleString("en")} rows, order book and RFM`, time);
  console.log(
    `  customers ${book.customers.length}, orders ${book.orders.count}, used ${used}, before window ${beforeWindow}, ` +
      reasons.map(([reason, count]) => `${reason} ${count}`).join(", "),
  );
  for (const note of book.notes) console.log(`  ${JSON.stringify(note)}`);
}

const data = join(process.cwd(), "../shared/data");
benchScores();
benchFile("Online Retail", join(data, "onlineretail.csv.gz"), {
  orderId: "InvoiceNo",
  item: "Description",
  quantity: "Quantity",
  paidAt: "InvoiceDate",
  unitPrice: "UnitPrice",
  customerId: "CustomerID",
});
benchFile("CDNOW", join(data, "cdnow_full.csv"), {
  customerId: "customer_id",
  paidAt: "date",
  paid: "dollar_value",
});
benchRelations(functions, sequence(20_251_231));
benchModels();
void benchPredictions(functions, sequence(20_251_231));
