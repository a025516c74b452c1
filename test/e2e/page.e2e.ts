import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
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

test("a function of the add-in spills its table, and follows an edit", async () => {
  await bench.type("S1", "=CRM.RFMSCORE(B2:B6,D2:D6,I2:I6)");
  await bench.waitForCell("S1", "客户");
  // YY002306 has the first two rows: 49 and 288.
  await bench.waitForCell("V2", 337);
  expect((await bench.values("S1:AC1"))[0]).toHaveLength(11);
  expect((await bench.values("S2:S5")).map(([id]) => id)).toEqual([
    "YY002306",
    "YY001836",
    "YY001960",
    "YY001822",
  ]);
  await bench.type("I2", "149");
  await bench.waitForCell("V2", 437);
  await bench.type("I2", "49");
  await bench.waitForCell("V2", 337);
});

test("a wrong argument shows the error that the function names", async () => {
  await bench.type("S20", "=CRM.SCORE(I2:I6,1)");
  await bench.waitForCell("S20", "#VALUE!");
});

test("typing =CRM. offers the functions", async () => {
  await bench.select("S22");
  await bench.page.keyboard.type("=CRM.RF", { delay: 30 });
  await bench.page.getByText("CRM.RFMSCORE", { exact: false }).first().waitFor({ timeout: 10_000 });
  await bench.page.keyboard.press("Escape");
  await bench.page.keyboard.press("Escape");
});

test("a chart the add-in makes is drawn over its cells, and goes into the download", async () => {
  const pane = bench.page.frames().find((frame) => frame.url().includes("taskpane"));
  await pane?.evaluate(() =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("渠道投放");
      sheet.activate();
      sheet.getRange("N1:O4").values = [
        ["月", "净收入"],
        ["1月", 10],
        ["2月", 30],
        ["3月", 20],
      ];
      const chart = sheet.charts.add("ColumnClustered", sheet.getRange("O2:O4"), "Columns");
      chart.title.text = "净收入（万元）";
      chart.setPosition("P6", "W20");
      chart.series.getItemAt(0).name = "净收入";
      chart.series.getItemAt(0).setXAxisValues(sheet.getRange("N2:N4"));
      await context.sync();
    }),
  );
  await bench.select("P6");
  await bench.page.locator("svg").getByText("净收入（万元）").waitFor({ timeout: 15_000 });
  expect(await bench.page.locator("[data-chart] rect").count()).toBeGreaterThanOrEqual(3);
  await bench.goToSheet("订单");
});

test("what is on screen is downloaded as a workbook that holds and calculates the same", async () => {
  const { name, bytes } = await bench.download();
  expect(name).toBe("示例店铺.xlsx");
  const read = readWorkbook(bytes, name);
  if (!read.ok) throw new Error(read.failure);
  const sample = sampleShop({ seed: SAMPLE_SEED, locale: "zh-CN" });
  expect(read.sheets.map((sheet) => sheet.name)).toEqual(sample.map((sheet) => sheet.name));
  for (const [index, sheet] of sample.entries()) {
    const inSample = sheet.rows.map((row) => row.map((cell) => String(cell ?? "")));
    const written = sheet.rows.map((row, down) =>
      row.map((_, across) => String(read.sheets[index]?.rows[down]?.[across] ?? "")),
    );
    expect(written).toEqual(inSample);
  }
  expect(Object.keys(unzipSync(bytes)).filter((path) => /charts\/chart\d+\.xml$/.test(path))).toHaveLength(1);
  // A formula that calls the add-in is written as what it gave.
  expect(read.sheets[0]?.rows[1]?.slice(18, 22)).toEqual(["YY002306", 0, 2, 337]);
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
