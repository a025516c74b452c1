import type { FunctionResult } from "../protocol";
import { classOf, type Thing } from "../classSpec";
import type { HostBook } from "../hostBook";
import { HostError } from "../hostError";
import { rangeThing, type RangeThing } from "./range";

const part = (type: string) => (): Thing => ({ type });

function selected(book: HostBook): RangeThing {
  const sheet = book.workbook.getActiveSheet();
  const range = sheet.getActiveRange();
  if (range === null) return rangeThing(sheet.getSheetId(), { row: 0, column: 0, rows: 1, columns: 1 });
  return rangeThing(sheet.getSheetId(), {
    row: range.getRow(),
    column: range.getColumn(),
    rows: range.getHeight(),
    columns: range.getWidth(),
  });
}

export const Workbook = classOf<Thing>({
  get: {
    name: (_, book) => book.workbook.getName(),
    isDirty: () => true,
    readOnly: () => false,
  },
  nav: {
    worksheets: part("WorksheetCollection"),
    tables: part("TableCollection"),
    names: part("NamedItemCollection"),
    settings: part("SettingCollection"),
    application: part("Application"),
    protection: part("WorkbookProtection"),
    _Runtime: part("Runtime"),
  },
  call: {
    getSelectedRange: (_, __: readonly [], book) => selected(book),
    getActiveCell: (_, __: readonly [], book) => {
      const range = selected(book);
      return rangeThing(range.sheet, { ...range.range, rows: 1, columns: 1 });
    },
    _onMessage: () => null,
  },
});

export const WorkbookProtection = classOf<Thing>({
  get: { protected: (_, book) => book.extras.locked.has("") },
  call: {
    protect: (_, __: readonly unknown[], book) => void book.extras.locked.add(""),
    unprotect: (_, __: readonly unknown[], book) => void book.extras.locked.delete(""),
  },
});

export const Application = classOf<Thing>({
  get: { calculationMode: () => "Automatic", calculationState: () => "Done" },
  call: {
    calculate: () => null,
    suspendApiCalculationUntilNextSync: () => null,
    suspendScreenUpdatingUntilNextSync: () => null,
  },
  set: {
    calculationMode: (_, value: string) => {
      if (value !== "Automatic")
        throw new HostError("ApiNotFound", `Workbench: calculation mode "${value}" is not implemented`);
    },
  },
});

export const Runtime = classOf<Thing>({
  get: { enableEvents: (_, book) => book.eventsEnabled },
  set: {
    enableEvents: (_, value: boolean, book) => {
      book.eventsEnabled = value;
    },
  },
});

/** What the shared runtime says to Excel of itself. */
export const AddinInternalService = classOf<Thing>({
  call: { notifyActionHandlerReady: () => null },
});

/** Where the add-in's own function runtime brings its results. */
export const CustomFunctions = classOf<Thing>({
  call: {
    setInvocationResults: (_, [results]: readonly [readonly FunctionResult[]], book) => {
      for (const result of results) book.onFunctionResult(result);
      return null;
    },
  },
});

/** Whether the add-in's pane is to be seen: `Office.addin.showAsTaskpane()` and `hide()`. */
export const AppRuntimeService = classOf<Thing>({
  call: {
    getAppRuntimeState: (_, __: readonly [], book) => (book.paneShown ? "Visible" : "Background"),
    setAppRuntimeState: (_, [state]: readonly [string], book) => {
      if (state !== "Visible" && state !== "Background")
        throw new HostError("ApiNotFound", `Workbench: runtime state "${state}" is not implemented`);
      book.paneShown = state === "Visible";
      book.onPane(book.paneShown);
      return null;
    },
  },
});
