import { readFileSync } from "node:fs";
import { join } from "node:path";
// @ts-expect-error its types are a package of their own, for these three names alone
import { JSDOM, ResourceLoader, VirtualConsole } from "jsdom";
import type { WorkbookModel } from "../../../src/reports";
import { blankBook } from "../../../src/workbench/book/blankBook";
import { snapshotOfModel } from "../../../src/workbench/book/snapshotOfModel";
import { createHost, type Host } from "../../../src/workbench/host";
import { createHeadlessGrid } from "./headlessGrid";

const OFFICE = join(__dirname, "../../../node_modules/@microsoft/office-js/dist");
const ORIGIN = "http://localhost";

/** An open workbook with the real Office.js before it, all in this process. */
export interface OpenWorkbook {
  readonly Excel: typeof Excel;
  readonly Office: typeof Office;
  /** The add-in's window. */
  readonly window: Window & typeof globalThis;
  readonly host: Host;
  /** How often the add-in has asked, and how many characters went either way. */
  readonly traffic: Host["traffic"];
  /** What is in the way of an answer: cell edit mode, limits, refusals to come. */
  readonly refusals: Host["refusals"];
  /** Makes `Excel`, `Office` and `OfficeExtension` global, as they are for the add-in; undone by `dispose`. */
  makeGlobal(): void;
  dispose(): void;
}

/** Office.js out of node_modules, whatever address it asks for. */
class OfficeLoader extends ResourceLoader {
  fetch(url: string): Promise<Buffer> | null {
    const path = new URL(url).pathname;
    if (!path.startsWith("/office/")) return null;
    return Promise.resolve(readFileSync(join(OFFICE, path.slice("/office/".length))));
  }
}

const GLOBALS = ["Excel", "Office", "OfficeExtension", "CustomFunctions", "OfficeRuntime"] as const;

/**
 * Opens a workbook for the real Office.js:
 *
 *   const book = await openWorkbook({ model });
 *   await book.Excel.run(async (context) => { ... });
 *   book.dispose();
 *
 * @param options.model - its sheets; one empty sheet if omitted
 * @param options.requirementSets - what this Excel knows; everything if omitted
 * @param options.onRefusal - told the sentence behind an error of one of our functions
 */
export async function openWorkbook({
  model = blankBook("Workbook", "Sheet1", "en"),
  locale = "en-US",
  dark = false,
  requirementSets,
  onRefusal,
}: {
  readonly model?: WorkbookModel;
  readonly locale?: string;
  readonly dark?: boolean;
  readonly requirementSets?: Readonly<Record<string, string>>;
  readonly onRefusal?: (id: string, code: string, sentence: string) => void;
} = {}): Promise<OpenWorkbook> {
  const unitId = "book1";
  const grid = createHeadlessGrid(snapshotOfModel(model, unitId));
  const host = createHost(grid.parts, {
    unitId,
    model,
    ...(onRefusal !== undefined && { onRefusal }),
    surroundings: () => ({
      displayLanguage: locale,
      dark,
      ...(requirementSets !== undefined && { requirementSets }),
    }),
  });
  const dom = new JSDOM("<!doctype html><html><head></head><body></body></html>", {
    url: `${ORIGIN}/addin/taskpane.html`,
    runScripts: "dangerously",
    resources: new OfficeLoader(),
    pretendToBeVisual: true,
    // Office.js says where it runs.
    virtualConsole: new VirtualConsole(),
  });
  const window = dom.window as unknown as OpenWorkbook["window"];
  host.installInto(window);
  await loaded(dom.window.document);
  const { Office } = window as unknown as { readonly Office: OpenWorkbook["Office"] };
  await Office.onReady();
  if (requirementSets !== undefined) checkRequirementSets(window);
  const before = new Map<string, unknown>();
  return {
    Excel: (window as unknown as { readonly Excel: OpenWorkbook["Excel"] }).Excel,
    Office,
    window,
    host,
    traffic: host.traffic,
    refusals: host.refusals,
    makeGlobal: () => {
      for (const name of GLOBALS) {
        before.set(name, Reflect.get(globalThis, name));
        Reflect.set(globalThis, name, Reflect.get(window, name));
      }
    },
    dispose: () => {
      for (const [name, value] of before) {
        if (value === undefined) Reflect.deleteProperty(globalThis, name);
        else Reflect.set(globalThis, name, value);
      }
      host.dispose();
      dom.window.close();
      grid.dispose();
    },
  };
}

function loaded(document: Document): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = `${ORIGIN}/office/office.js`;
    script.addEventListener("load", () => resolve());
    script.addEventListener("error", () => reject(new Error("Office.js did not load")));
    document.head.append(script);
  });
}

/** Excel on Windows leaves it to the host to refuse what is too new; for the sake of tests the library does. */
function checkRequirementSets(window: object): void {
  const { OfficeExtension } = window as {
    readonly OfficeExtension: Record<string, { _doApiNotSupportedCheck?: boolean } | undefined>;
  };
  for (const name of ["CommonUtility", "Utility"]) {
    const utility = OfficeExtension[name];
    if (utility !== undefined) utility._doApiNotSupportedCheck = true;
  }
}
