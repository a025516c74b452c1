import { copyFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { RawSheet } from "../../src/core/tables";
import { translator } from "../../src/i18n";
import { SHEET_IDS } from "../../src/reports/context";
import { SAMPLE_SEED, sampleShop } from "../../src/sample";
import { readWorkbook } from "../../src/xlsx";
import { cellAddress } from "../../src/xlsx/cellAddress";
import type {} from "@univerjs/sheets-ui/facade";
import type { WorkbenchWindow } from "../../src/workbench/page/workbenchWindow";
import { openBench } from "../cli/runCli";
import { hasLibreOffice, recalculated } from "../support/libreOffice";
import { hasValidator, recalculationDifferences, semanticProblems, validatorErrors } from "../support/ooxml";
import { openWorkbench, type Workbench } from "./openWorkbench";
import { PATIENCE_MS, paneReport, type PaneReport } from "./paneReport";
import { sheetDifferences } from "./sheetDifferences";

jest.setTimeout(2 * PATIENCE_MS);

const t = translator("zh-CN");
const NAMES = SHEET_IDS.map((id) => t(`sheet.${id}`));
/**
 * Node and the browser do not give the last digit of exp and log alike, and models are fitted until a step no
 * longer helps: their figures agree to six digits and more.
 */
const ENGINES_APART = 1e-6;
const cli = openBench();
afterAll(() => cli.clear());

/** A workbook file's sheets, by name. */
function sheetsOf(bytes: Uint8Array): ReadonlyMap<string, RawSheet> {
  const read = readWorkbook(bytes, "report.xlsx");
  if (!read.ok) throw new Error(read.failure);
  return new Map(read.sheets.map((sheet) => [sheet.name, sheet]));
}

/** What the command line writes: its report's sheets, in a file of its own. */
async function commandLineReport(...inputs: readonly string[]): Promise<ReadonlyMap<string, RawSheet>> {
  const { code, err } = await cli.run(...inputs, "--out", "report.xlsx");
  if (code !== 0) throw new Error(err);
  const sheets = sheetsOf(readFileSync(cli.path("report.xlsx")));
  return new Map([...sheets].filter(([name]) => NAMES.includes(name)));
}

/** Cell by cell: every sheet of the command line's report, in the workbook that was downloaded. */
function expectReport(
  wanted: ReadonlyMap<string, RawSheet>,
  found: ReadonlyMap<string, RawSheet>,
  inputs: { readonly sheets: readonly string[]; readonly files: readonly string[] },
): void {
  // Rows came from files there, and from the open workbook here, where a text file's figures are numbers.
  const fromFile = (a: unknown, b: unknown): boolean =>
    typeof a === "string" &&
    ((inputs.files.includes(a) && b === null) ||
      (typeof b === "string" && b !== "" && Number(a) === Number(b)));
  const differences = [...wanted].map(([name, sheet]) => {
    // A sheet of the user's that has the name already keeps it.
    const shown = found.get(inputs.sheets.includes(name) ? `${name} (2)` : name);
    return [
      name,
      shown === undefined ? ["missing"] : sheetDifferences(sheet, shown, ENGINES_APART, fromFile),
    ];
  });
  expect(Object.fromEntries(differences)).toEqual(
    Object.fromEntries([...wanted.keys()].map((name) => [name, []])),
  );
}

/** Which sheets of a workbook are not as they were. */
function changedSheets(
  before: ReadonlyMap<string, RawSheet>,
  after: ReadonlyMap<string, RawSheet>,
): readonly (readonly [string, readonly string[]])[] {
  const names = [...new Set([...before.keys(), ...after.keys()])];
  return names
    .map((name): readonly [string, readonly string[]] => {
      const [was, is] = [before.get(name), after.get(name)];
      return [name, was && is ? sheetDifferences(was, is) : ["only once"]];
    })
    .filter(([, differences]) => differences.length > 0);
}

describe("the sample", () => {
  const sample = sampleShop({ seed: SAMPLE_SEED, locale: "zh-CN" });
  const names = sample.map(({ name }) => name);
  let bench: Workbench;
  let pane: PaneReport;
  let first: ReadonlyMap<string, RawSheet>;

  beforeAll(async () => {
    bench = await openWorkbench({ lang: "zh-CN" });
    pane = paneReport(bench);
    await pane.recognised();
  });
  afterAll(() => bench.close());
  afterEach(() => expect(bench.faults).toEqual([]));

  const saved = async (): Promise<ReadonlyMap<string, RawSheet>> => sheetsOf((await bench.download()).bytes);

  test("cancelled, the workbook has its own sheets and nothing else", async () => {
    await pane.cancel();
    expect(await bench.sheetNames()).toEqual(names);
  });

  test("生成报告 writes every sheet the command line writes, with its numbers", async () => {
    const [wanted] = await Promise.all([commandLineReport(), pane.generate()]);
    const { bytes } = await bench.download();
    first = sheetsOf(bytes);
    expect([...wanted.keys()].length).toBeGreaterThan(10);
    expectReport(wanted, first, {
      sheets: names,
      files: sample.map(({ file }) => file),
    });
    // The user's own sheets are as they were.
    for (const sheet of sample) {
      const kept = first.get(sheet.name);
      expect(kept === undefined ? ["gone"] : sheetDifferences(sheet, kept)).toEqual([]);
    }
    const linked = await pane.sheets();
    for (const name of linked) expect(first.has(name)).toBe(true);
    expect(linked).toHaveLength([...wanted.keys()].filter((name) => name !== t("sheet.chartData")).length);
    expect(semanticProblems(bytes)).toEqual([]);
    if (hasValidator) expect(validatorErrors(bytes)).toEqual([]);
    else console.warn("the Open XML validator is missing: the download was not checked with it");
    if (hasLibreOffice()) expect(recalculationDifferences(bytes, recalculated(bytes))).toEqual([]);
    else console.warn("LibreOffice is missing: the download was not opened with it");
  });

  test("made again, nothing changes", async () => {
    await pane.generate();
    expect(changedSheets(first, await saved())).toEqual([]);
  });

  test("what people typed into a list survives a refresh, beside its customer", async () => {
    const list = t("sheet.winBack");
    const rows = first.get(list)?.rows ?? [];
    const head = rows.findIndex((row) => row.includes(t("followUp.remark")));
    const result = rows[head]?.indexOf(t("followUp.result")) ?? -1;
    const remark = rows[head]?.indexOf(t("followUp.remark")) ?? -1;
    const row = head + 3;
    await bench.goToSheet(list);
    await bench.type(cellAddress(row, result), t("followUp.reached"));
    await bench.type(cellAddress(row, remark), "周五再打");
    await pane.generate();
    await pane.text.getByText("您写的 2 条备注").waitFor({ timeout: PATIENCE_MS });
    const after = (await saved()).get(list)?.rows ?? [];
    const customer = rows[row]?.slice(0, result);
    const place = after.findIndex(
      (line) => JSON.stringify(line.slice(0, result)) === JSON.stringify(customer),
    );
    expect([after[place]?.[result], after[place]?.[remark]]).toEqual([t("followUp.reached"), "周五再打"]);
  });

  test("cancelled while it is refreshed, the report stands as it stood", async () => {
    const before = await saved();
    await pane.cancel();
    expect(changedSheets(before, await saved())).toEqual([]);
  });

  test("a row that is clicked shows its customer in the pane", async () => {
    const [orders] = sample;
    const column = orders?.rows[0]?.indexOf("客户ID") ?? -1;
    await pane.goTo("customer");
    await bench.goToSheet(orders?.name ?? "");
    for (const row of [4, 9]) {
      await clickCell(bench, cellAddress(row, column));
      const id = String(orders?.rows[row]?.[column]);
      await bench.pane.getByRole("heading", { level: 3, name: id }).waitFor({ timeout: PATIENCE_MS });
    }
  });
});

test("a file of one's own is recognised, and its report has the command line's numbers", async () => {
  const file = "orders_taobao.csv";
  const path = join(__dirname, "../fixtures/mother-baby-shop", file);
  copyFileSync(path, cli.path(file));
  const bench = await openWorkbench({ lang: "zh-CN" });
  try {
    await bench.openFile(path);
    await bench.page.getByTestId("file-name").getByText(file).waitFor();
    const pane = paneReport(bench);
    await pane.recognised();
    const own = await bench.sheetNames();
    const [wanted] = await Promise.all([commandLineReport(file), pane.generate()]);
    const found = sheetsOf((await bench.download()).bytes);
    expectReport(wanted, found, { sheets: own, files: [file] });
    expect(bench.faults).toEqual([]);
  } finally {
    await bench.close();
  }
});

/** Clicks where a cell is drawn. */
async function clickCell({ page }: Workbench, address: string): Promise<void> {
  const canvas = await page.locator('canvas[id^="univer-sheet-main-canvas"]').boundingBox();
  const place = await page.evaluate((wanted) => {
    const sheet = (window as WorkbenchWindow).tenureWorkbench?.grid.getActiveWorkbook()?.getActiveSheet();
    const { x, y, width, height } = sheet?.getRange(wanted).getCellRect() ?? new DOMRect();
    return { x: x + width / 2, y: y + height / 2 };
  }, address);
  if (canvas === null) throw new Error("the grid is not drawn");
  await page.mouse.click(canvas.x + place.x, canvas.y + place.y);
}
