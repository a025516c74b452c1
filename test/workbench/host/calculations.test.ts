import { openWorkbook, type OpenWorkbook } from "../../support/office/openWorkbook";

let book: OpenWorkbook;
beforeEach(async () => {
  book = await openWorkbook();
}, 60_000);
afterEach(() => book.dispose());

const sheet = (): string => book.host.book.sheetNamed("Sheet1") ?? "";
const valueAt = (row: number, column: number): unknown => book.host.book.cell(sheet(), row, column)?.v;

async function write(address: string, formula: string | number): Promise<void> {
  await book.Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Sheet1").getRange(address).formulas = [[formula]];
    await context.sync();
  });
}

/** A function =HOLD(x) that gives x once the test lets it. */
function holdFunction(): { readonly called: Promise<void>; readonly release: () => void } {
  let tellCalled = (): void => undefined;
  let release = (): void => undefined;
  const called = new Promise<void>((resolve) => (tellCalled = resolve));
  const released = new Promise<void>((resolve) => (release = resolve));
  book.host.book.parts.api.getFormula().registerAsyncFunction("HOLD", async (given) => {
    tellCalled();
    await released;
    return Number(given);
  });
  return { called, release };
}

/** Resolves when Univer next asks for a calculation to begin, or for the running one to stop. */
function asked(): Promise<void> {
  return new Promise((resolve) => {
    const listener = book.host.book.parts.api.onCommandExecuted(({ id }) => {
      if (!/^formula\.mutation\.set-formula-calculation-(?:start|stop)$/.test(id)) return;
      listener.dispose();
      resolve();
    });
  });
}

test("what is written while a calculation runs is calculated after it", async () => {
  const { called, release } = holdFunction();
  await write("A1", "=HOLD(5)");
  await called;
  const next = asked();
  await write("B1", "=1+2");
  await write("C1", "=A1*2");
  await next;
  release();
  await book.host.calculated();
  expect([valueAt(0, 0), valueAt(0, 1), valueAt(0, 2)]).toEqual([5, 3, 10]);
});

test("an answer waits for a calculation that runs already", async () => {
  const { called, release } = holdFunction();
  await write("A1", "=HOLD(7)");
  await called;
  const read = book.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1").load("values");
    await context.sync();
    return range.values;
  });
  release();
  expect(await read).toEqual([[7]]);
});

test("each of many changes in a row is calculated", async () => {
  const { called, release } = holdFunction();
  await write("A1", "=HOLD(1)");
  await called;
  for (let row = 2; row <= 6; row++) {
    const next = asked();
    await write(`A${row}`, `=A${row - 1}+1`);
    await next;
  }
  release();
  await book.host.calculated();
  expect([0, 1, 2, 3, 4, 5].map((row) => valueAt(row, 0))).toEqual([1, 2, 3, 4, 5, 6]);
});

test("whoever waits for a calculation hears at once that the workbook was closed", async () => {
  const { called, release } = holdFunction();
  await write("A1", "=HOLD(1)");
  await called;
  const waiting = book.host.calculated();
  book.host.dispose();
  await expect(waiting).rejects.toThrow("The workbook is closed.");
  release();
});
