import { join } from "node:path";
import { calculate } from "../../../src/functions/calculate";
import { functionMetadata } from "../../../src/functions/build/functionMetadata";
import { DEFINITIONS } from "../../../src/functions/definitions";
import type { AssociatedFunction, FunctionMetadata } from "../../../src/workbench/host/customFunctions";
import { openWorkbook, type OpenWorkbook } from "../../support/office/openWorkbook";

let book: OpenWorkbook;
beforeEach(async () => {
  book = await openWorkbook();
  book.makeGlobal();
}, 60_000);
afterEach(() => book.dispose());

let described: readonly FunctionMetadata[];
beforeAll(async () => {
  const file = join(__dirname, "../../../src/functions/functions.ts");
  described = (await functionMetadata(file, (id) => id)).functions;
});

/**
 * The add-in's functions as they ship.
 *
 * @param onAnswer - told each answer as the grid gets it
 */
function registerOurs(onAnswer: (answer: unknown) => void): void {
  const ours = Object.entries(DEFINITIONS).map(([id, definition]): [string, AssociatedFunction] => [
    id,
    (...raw) => {
      const answer = calculate(definition, raw);
      onAnswer(answer);
      return answer;
    },
  ]);
  book.host.registerFunctions(described, new Map(ours));
}

/** One function of a single argument, `=CRM.ASK(x)`. */
function registerAsk(run: AssociatedFunction): void {
  const parameters = [{ name: "x", description: "" }];
  book.host.registerFunctions(
    [{ id: "ASK", name: "ASK", description: "", parameters }],
    new Map([["ASK", run]]),
  );
}

async function write(address: string, cells: readonly (readonly (string | number)[])[]): Promise<void> {
  await book.Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Sheet1").getRange(address).formulas = cells as string[][];
    await context.sync();
  });
}

function read(address: string): Promise<unknown[][]> {
  return book.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Sheet1").getRange(address).load("values");
    await context.sync();
    return range.values;
  });
}

const soon = <T>(value: T): Promise<T> => new Promise((resolve) => setTimeout(() => resolve(value), 5));

test.each([
  { name: "a number", answer: () => soon(7), shown: [[7, "", 8]] },
  { name: "a table of one cell", answer: () => soon([["seven"]]), shown: [["seven", "", "#VALUE!"]] },
  { name: "a row, which spills", answer: () => soon([[7, 8]]), shown: [[7, 8, 8]] },
  {
    name: "the code of an error it is refused with",
    answer: () => Promise.reject(Object.assign(new Error("Too few orders."), { code: "#N/A" })),
    shown: [["#N/A", "", "#N/A"]],
  },
  {
    name: "#VALUE! for an error that has no code",
    answer: () => Promise.reject(new Error("no idea")),
    shown: [["#VALUE!", "", "#VALUE!"]],
  },
  {
    name: "#VALUE! for an error thrown at once",
    answer: () => {
      throw new Error("no idea");
    },
    shown: [["#VALUE!", "", "#VALUE!"]],
  },
])("what a function promises is shown, and calculated with: $name", async ({ answer, shown }) => {
  registerAsk(answer);
  await write("A1", [["=CRM.ASK(1)"]]);
  await write("C1", [["=A1+1"]]);
  expect(await read("A1:C1")).toEqual(shown);
});

test("each refusal is told with its sentence", async () => {
  book.dispose();
  const told: unknown[] = [];
  book = await openWorkbook({ onRefusal: (...refusal) => told.push(refusal) });
  registerAsk(() => Promise.reject(Object.assign(new Error("Too few orders."), { code: "#N/A" })));
  await write("A1", [["=CRM.ASK(1)"]]);
  await book.host.calculated();
  expect(told).toContainEqual(["ASK", "#N/A", "Too few orders."]);
});

test("a promise that is never kept ends with its pane, and the next pane's function answers", async () => {
  let called = (): void => undefined;
  const asked = new Promise<void>((resolve) => (called = resolve));
  registerAsk(() => {
    called();
    return new Promise(() => undefined);
  });
  await write("A1", [["=CRM.ASK(1)"]]);
  await asked;
  registerAsk((given) => soon(Number(given) + 1));
  expect(await read("A1")).toEqual([[2]]);
});

test("CHURNRISK over more than 20,000 rows answers as over the few that are filled", async () => {
  const orders = Array.from({ length: 360 }, (_, index): [string, string, number] => {
    const customer = index % 40;
    // Every customer has a rhythm of their own, and a third of them have stopped.
    const day = Math.floor(index / 40) * (20 + customer) - (customer % 3 === 0 ? 120 : 0);
    return [`C${customer}`, `=DATE(2024,1,1)+${200 + day}`, 50 + (index % 7) * 10];
  });
  await write(`A1:C${orders.length}`, orders);
  const last = ["C1", "=DATE(2025,3,1)", 80];
  const few = orders.length + 1;
  await write(`A${few}:C${few}`, [last]);
  await write("J1", [["=DATE(2025,12,31)"]]);
  const answers: unknown[] = [];
  registerOurs((answer) => answers.push(answer));
  await write("L1", [[`=CRM.CHURNRISK(A1:A${few},B1:B${few},C1:C${few},J1)`]]);
  const short = await read("L1:Q45");
  expect(answers.some((answer) => answer instanceof Promise)).toBe(false);
  // The last of the orders far down, so that the range has more rows and says the same.
  await write(`A${few}:C${few}`, [["", "", ""]]);
  await write("A20500:C20500", [last]);
  await write("L1", [["=CRM.CHURNRISK(A1:A20500,B1:B20500,C1:C20500,J1)"]]);
  const long = await read("L1:Q45");
  expect(answers.at(-1)).toBeInstanceOf(Promise);
  expect(long.slice(1, 41).map(([customer, risk]) => [customer, typeof risk])).toEqual(
    Array.from({ length: 40 }, (_, index) => [`C${index}`, "number"]),
  );
  expect(long).toEqual(short);
}, 60_000);
