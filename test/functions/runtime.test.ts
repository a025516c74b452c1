import { openWorkbook, type OpenWorkbook } from "../support/office/openWorkbook";
import { builtFile, call, column, failure, metadata } from "./excelHost";

// Elsewhere functions are called directly. Here they are called as Excel calls them: by messages to Microsoft's own
// runtime, which looks the function up, batches the calls and sends back what they gave.

const CUSTOMERS = column("客户", "a", "b", "a", "c", "c", "c", "d");
const DATES = column("日期", 45_300, 45_310, 45_400, 45_500, 45_520, 45_640, 45_200);
const AMOUNTS = column("金额", 10, 20, 30, 40, 50, 60, 70);
const AS_OF = 45_657;

let book: OpenWorkbook;
beforeAll(async () => {
  book = await openWorkbook();
  (book.window as unknown as { eval(code: string): void }).eval(builtFile("functions.js"));
}, 60_000);
afterAll(() => book.dispose());

test("every function of the metadata is known to the runtime, and no other", () => {
  const { _association } = (
    book.window as unknown as {
      readonly CustomFunctions: { readonly _association: { readonly mappings: object } };
    }
  ).CustomFunctions;
  expect(Object.keys(_association.mappings).sort()).toEqual(metadata.functions.map(({ id }) => id).sort());
});

test.each([
  { id: "MASK", args: ["张三丰", "name"] },
  { id: "SCORE", args: [column(1, 2, 3, null, "x"), null, null, null] },
  { id: "RFMSCORE", args: [CUSTOMERS, DATES, AMOUNTS, AS_OF, null, null] },
  { id: "TIER", args: [column(1, 2, 3, 4, 5), null, null, null, "zh-CN"] },
  { id: "LIFECYCLE", args: [CUSTOMERS, DATES, AMOUNTS, AS_OF, null] },
  { id: "KPI", args: [0.5, 0.4, 0.25, "relative", null, "en"] },
])("$id gives through the runtime what it gives directly", async ({ id, args }) => {
  const result = await book.host.callFunction(id, args);
  expect(result.errorCode).toBeUndefined();
  expect(result.value).toEqual(call(id, ...args));
});

test.each([
  { name: "a wrong number", id: "SCORE", args: [column(1, 2, 3), 0], code: "#VALUE!", errorCode: 7 },
  {
    name: "what the data cannot tell",
    id: "COMPLETENESS",
    args: [[[null], [""]], null],
    code: "#N/A",
    errorCode: 1,
  },
])("$name is its error with the sentence", async ({ id, args, code, errorCode }) => {
  const refused = failure(id, ...args);
  expect(refused.code).toBe(code);
  expect(refused.sentence).not.toBe("");
  expect(await book.host.callFunction(id, args)).toMatchObject({ errorCode, value: refused.sentence });
});

test("a function nobody registered is Microsoft's error", async () => {
  expect(await book.host.callFunction("NOSUCH", [])).toMatchObject({ errorCode: 2, value: "" });
});

test("calls made together are answered each with its own", async () => {
  const names = ["张三", "李四光", "欧阳娜娜", "Ann Lee"];
  const results = await Promise.all(names.map((name) => book.host.callFunction("MASK", [name, "name"])));
  expect(results.map(({ value }) => value)).toEqual(names.map((name) => call("MASK", name, "name")));
});

test("a long computation answers later, with a result as well as with an error", async () => {
  const rows = 20_001;
  const customers = Array.from({ length: rows }, (_, row) => [`c${row % 4_000}`]);
  const dates = Array.from({ length: rows }, (_, row) => [45_000 + ((row * 37) % 650)]);
  const amounts = Array.from({ length: rows }, (_, row) => [10 + (row % 90)]);
  const [known, refused] = await Promise.all([
    book.host.callFunction("MODELFIT", [customers, dates, amounts, AS_OF, "bgnbd", null]),
    book.host.callFunction("MODELFIT", [customers, dates, amounts, AS_OF, "nonsense", null]),
  ]);
  expect(known.errorCode).toBeUndefined();
  expect((known.value as unknown[][]).length).toBeGreaterThan(1);
  expect(refused.errorCode).toBe(7);
  expect(refused.value).not.toBe("");
}, 60_000);
