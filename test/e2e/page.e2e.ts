import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SAMPLE_SEED, sampleShop } from "../../src/sample";
import { readWorkbook } from "../../src/xlsx";
import { hasLibreOffice, recalculated } from "../support/libreOffice";
import { hasValidator, semanticProblems, validatorErrors } from "../support/ooxml";
import { openWorkbench, type Workbench } from "./openWorkbench";

let bench: Workbench;
const folder = mkdtempSync(join(tmpdir(), "tenure-e2e-"));

beforeAll(async () => {
  bench = await openWorkbench({ lang: "zh-CN" });
});
afterAll(async () => {
  await bench.close();
  rmSync(folder, { recursive: true, force: true });
});
afterEach(() => expect(bench.faults).toEqual([]));

test("the sample opens beside the pane: every sheet, every order", async () => {
  const sheets = sampleShop({ seed: SAMPLE_SEED, locale: "zh-CN" });
  expect(await bench.sheetNames()).toEqual(sheets.map(({ name }) => name));
  const [orders] = sheets;
  const last = orders?.rows.length ?? 0;
  const [firstCell] = (await bench.values(`A${last}`, orders?.name))[0] ?? [];
  expect(String(firstCell)).toBe(String(orders?.rows[last - 1]?.[0]));
  expect((await bench.values(`A${last + 1}`, orders?.name))[0]?.[0]).toBeNull();
  await bench.pane.locator("body").waitFor();
});

test("a formula typed into a cell is calculated, and again after an edit", async () => {
  await bench.type("P2", "=SUM(Q2:Q3)");
  await bench.type("Q2", "40");
  await bench.type("Q3", "2");
  await bench.waitForCell("P2", 42);
  await bench.type("Q3", "60");
  await bench.waitForCell("P2", 100);
});

test("what is on screen is downloaded as a workbook that holds and calculates the same", async () => {
  const { name, bytes } = await bench.download();
  expect(name).toBe("示例店铺.xlsx");
  const read = readWorkbook(bytes, name);
  if (!read.ok) throw new Error(read.failure);
  const sample = sampleShop({ seed: SAMPLE_SEED, locale: "zh-CN" });
  expect(read.sheets.map((sheet) => sheet.name)).toEqual(sample.map((sheet) => sheet.name));
  for (const [index, sheet] of sample.entries()) {
    const text = (rows: readonly (readonly unknown[])[], row: number, column: number): string =>
      String(rows[row]?.[column] ?? "");
    sheet.rows.forEach((row, down) =>
      row.forEach((_, across) => {
        expect(text(read.sheets[index]?.rows ?? [], down, across)).toBe(text(sheet.rows, down, across));
      }),
    );
  }
  expect(read.sheets[0]?.rows[1]?.[15]).toBe(100);
  expect(semanticProblems(bytes)).toEqual([]);
  if (hasValidator) expect(validatorErrors(bytes)).toEqual([]);
  else console.warn("the Open XML validator is missing: the download was not checked with it");
  if (hasLibreOffice()) {
    const again = readWorkbook(recalculated(bytes), name);
    if (!again.ok) throw new Error(again.failure);
    expect(again.sheets[0]?.rows[1]?.[15]).toBe(100);
  } else console.warn("LibreOffice is missing: the download was not opened with it");
});

test("a file of one's own opens in a workbook of its own, and one that is none says why", async () => {
  const good = join(folder, "我的订单.csv");
  writeFileSync(good, "客户ID,付款时间,实付金额\nA01,2025-03-01,120\nA02,2025-04-02,80\n");
  await bench.openFile(good);
  await bench.page.getByTestId("file-name").getByText("我的订单.csv").waitFor();
  expect(await bench.sheetNames()).toEqual(["我的订单"]);
  expect((await bench.values("A1:C2"))[1]?.[0]).toBe("A01");

  const bad = join(folder, "坏文件.xlsx");
  writeFileSync(bad, "not a workbook");
  await bench.openFile(bad);
  await bench.page.getByTestId("notice").getByText("坏文件.xlsx").waitFor();
  // What was open stays open.
  expect(await bench.sheetNames()).toEqual(["我的订单"]);
});
