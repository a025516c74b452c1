import { readFileSync } from "node:fs";
import { chromium, type Browser, type FrameLocator, type Page } from "playwright-core";
import type { Locale } from "../../src/i18n";
import type { Theme } from "../../src/workbench/page/startTheme";
import type { WorkbenchWindow } from "../../src/workbench/page/workbenchWindow";
import { browserPath } from "./browserPath";
import { ADDRESS } from "./startWorkbench";

type CellContent = string | number | boolean | null;

/** A running workbench page, with what a person does on it. */
export interface Workbench {
  readonly page: Page;
  /** The task pane's document. */
  readonly pane: FrameLocator;
  /** Milliseconds from the address to a grid that can be used. */
  readonly readyMs: number;
  /** Clicks a sheet's tab. */
  goToSheet(name: string): Promise<void>;
  /** Selects cells by their address, through the box beside the formula bar. */
  select(address: string): Promise<void>;
  /** Selects a cell, types into it with the keyboard, and ends with Enter. */
  type(address: string, text: string): Promise<void>;
  /** Values of a range, of the active sheet or the one named, blank cells as null. */
  values(address: string, sheet?: string): Promise<CellContent[][]>;
  /** Waits until a cell of the active sheet holds this, as a number or as text. */
  waitForCell(address: string, wanted: CellContent, timeoutMs?: number): Promise<void>;
  sheetNames(): Promise<string[]>;
  /** Opens a file of this machine through the button and the file picker. */
  openFile(path: string): Promise<void>;
  /** Clicks the download button. */
  download(): Promise<{ readonly name: string; readonly bytes: Uint8Array }>;
  /** Clicks a button of the add-in's ribbon, by its id in the manifest. */
  runCommand(id: string): Promise<void>;
  /** What went wrong unseen: script errors, failed requests, and any request to somewhere else. */
  readonly faults: readonly string[];
  close(): Promise<void>;
}

const WORDS = {
  "zh-CN": { open: "打开 .xlsx / .csv", download: "下载 .xlsx" },
  en: { open: "Open .xlsx / .csv", download: "Download .xlsx" },
} as const;

/** Chromium speaks to nobody of its own accord. */
const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const READY_MS = 90_000;
/** A selection is there in a moment; on a machine that does other things, after some. */
const SELECT_MS = 20_000;

/**
 * Opens the page in a browser of its own:
 *
 *   const bench = await openWorkbench({ lang: "zh-CN" });
 *   await bench.type("N2", "=SUM(H2:H5)");
 *   await bench.waitForCell("N2", 525);
 *   expect(bench.faults).toEqual([]);
 *   await bench.close();
 *
 * `npm run e2e` builds and serves it beforehand; with `npm start` running, TENURE_WORKBENCH=http://localhost:4180/
 * takes that one.
 */
export async function openWorkbench({
  lang = "zh-CN",
  theme = "light",
  viewport = { width: 1366, height: 768 },
}: {
  readonly lang?: Locale;
  readonly theme?: Theme;
  readonly viewport?: { readonly width: number; readonly height: number };
} = {}): Promise<Workbench> {
  const address = process.env[ADDRESS];
  if (address === undefined) throw new Error(`run browser tests with npm run e2e, or set ${ADDRESS}`);
  const browser: Browser = await chromium.launch({ executablePath: browserPath(), args: QUIET });
  const page = await browser.newPage({ viewport, locale: lang, acceptDownloads: true });
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.stack ?? error.message));
  page.on("response", (response) => {
    if (response.status() >= 400 && !isExpected(response.url()))
      faults.push(`${response.status()} ${response.url()}`);
  });
  page.on("request", (request) => {
    if (!/^(?:http:\/\/localhost|data:|blob:|about:)/.test(request.url()))
      faults.push(`away: ${request.url()}`);
  });
  const started = Date.now();
  await page.goto(`${address}?lang=${lang}&theme=${theme}`);
  await page.locator("iframe").waitFor({ state: "attached", timeout: READY_MS });
  await page.locator('[data-u-comp="defined-name"] input').waitFor({ timeout: READY_MS });
  const readyMs = Date.now() - started;

  const nameBox = page.locator('[data-u-comp="defined-name"] input').first();
  const select = async (cells: string): Promise<void> => {
    await nameBox.click();
    await nameBox.fill(cells);
    await nameBox.press("Enter");
    // The box gives the keyboard back to the grid a moment later.
    await page.waitForFunction(
      (wanted) => {
        const range = (window as WorkbenchWindow).tenureWorkbench?.grid.getActiveWorkbook()?.getActiveRange();
        return range?.getA1Notation() === wanted;
      },
      cells.replaceAll("$", ""),
      { timeout: SELECT_MS },
    );
  };
  const values = (cells: string, sheet?: string): Promise<CellContent[][]> =>
    page.evaluate(
      ({ wanted, name }) => {
        const book = (window as WorkbenchWindow).tenureWorkbench?.grid.getActiveWorkbook();
        const target = name === undefined ? book?.getActiveSheet() : book?.getSheetByName(name);
        if (!target) throw new Error(`no sheet ${name}`);
        return target
          .getRange(wanted)
          .getValues()
          .map((line) => line.map((value) => (value === undefined || value === "" ? null : value)));
      },
      { wanted: cells, name: sheet },
    ) as Promise<CellContent[][]>;

  return {
    page,
    pane: page.frameLocator("iframe"),
    readyMs,
    faults,
    select,
    values,
    goToSheet: async (name) => {
      await page.locator('[data-u-comp="slide-tab-item"]', { hasText: name }).first().click();
    },
    type: async (cell, text) => {
      await select(cell);
      await page.keyboard.type(text, { delay: 5 });
      await page.keyboard.press("Enter");
    },
    waitForCell: async (cell, wanted, timeoutMs = 20_000) => {
      const deadline = Date.now() + timeoutMs;
      for (;;) {
        const [[found] = [null]] = await values(cell);
        if (found === wanted || (typeof wanted === "number" && Math.abs(Number(found) - wanted) < 1e-9))
          return;
        if (Date.now() > deadline)
          throw new Error(`${cell} holds ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`);
        await page.waitForTimeout(100);
      }
    },
    sheetNames: () =>
      page.evaluate(
        () =>
          (window as WorkbenchWindow).tenureWorkbench?.grid
            .getActiveWorkbook()
            ?.getSheets()
            .map((sheet) => sheet.getSheetName()) ?? [],
      ),
    openFile: async (path) => {
      const chooser = page.waitForEvent("filechooser");
      await page.getByRole("button", { name: WORDS[lang].open }).click();
      await (await chooser).setFiles(path);
    },
    download: async () => {
      const file = page.waitForEvent("download", { timeout: 60_000 });
      await page.getByRole("button", { name: WORDS[lang].download }).click();
      const saved = await file;
      return { name: saved.suggestedFilename(), bytes: new Uint8Array(readFileSync(await saved.path())) };
    },
    runCommand: async (id) => {
      await page.locator(`[data-command="${id}"]`).click();
    },
    close: () => browser.close(),
  };
}

/** Office.js asks once for a table it can do without. */
const isExpected = (url: string): boolean => url.endsWith("o15apptofilemappingtable.js");
