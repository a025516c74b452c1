import type { WorkbookModel } from "../../reports";
import { answerRequest, type Interpreter } from "./answerRequest";
import { ALL_SETS, nativeExternal, type Surroundings } from "./bootstrap";
import { CLASSES } from "./classes";
import { registerFunctions, type AssociatedFunction, type FunctionMetadata } from "./customFunctions";
import { shownAddress } from "./address";
import { extrasOfModel } from "./extras";
import { HostBook, type GridParts } from "./hostBook";
import { HostError } from "./hostError";
import type { FunctionResult, RichRequest } from "./protocol";
import { quickenFormulaSearch } from "./quickenFormulaSearch";
import { rememberHiddenRows } from "./rememberHiddenRows";

export interface HostOptions {
  /** Language, theme and requirement sets, asked for whenever a window is opened; the rest is English and light. */
  readonly surroundings?: () => Partial<Surroundings>;
  /** Grid's id of the open workbook. */
  readonly unitId: string;
  /** What the workbook was opened from: its tables, links and page set-up are not in the grid. */
  readonly model: WorkbookModel;
  /** Opens an address in the browser; nothing if omitted. */
  readonly openBrowserWindow?: (address: string) => void;
  /** What is drawn of the grid; nothing is, if omitted. */
  readonly screen?: Screen;
  /** Told the sentence behind an error of one of our functions. */
  readonly onRefusal?: (id: string, code: string, sentence: string) => void;
}

/** The grid's picture. Drawing takes longer than a change to it, so it stands still while many are made. */
export interface Screen {
  hold(): void;
  /** Shows what has changed since. */
  release(): void;
}

/** What can go wrong in Excel and does not by itself here: set by tests. */
export interface Refusals {
  /** A cell is being edited: every request is refused. */
  cellEditMode: boolean;
  /** Requests and answers of more characters are refused. */
  mostCharacters: number;
  /** Codes thrown at the next requests, one each: "ServiceNotAvailable". */
  readonly next: string[];
}

/** Excel's place, taken by the grid. */
export interface Host {
  readonly book: HostBook;
  readonly refusals: Refusals;
  /** Requests so far, and the characters of questions and answers. */
  readonly traffic: { requests: number; sent: number; received: number };
  /** Puts the host into a window, before Office.js loads there. */
  installInto(target: object): void;
  /** Lets the grid call functions of the add-in. */
  registerFunctions(
    metadata: readonly FunctionMetadata[],
    functions: ReadonlyMap<string, AssociatedFunction>,
  ): void;
  /**
   * Calls a function of the add-in as Excel does: by a message to Microsoft's runtime in its window, which queues
   * and batches calls and brings the results in a request of its own.
   */
  callFunction(id: string, args: readonly unknown[]): Promise<FunctionResult>;
  /** Resolves once nothing is left to calculate. */
  calculated(): Promise<void>;
  /** Tells the add-in that a person, here or elsewhere, has changed cells. */
  changed(sheet: string, address: string, source: "Local" | "Remote"): void;
  dispose(): void;
}

interface Bridge {
  sendMessageToHost(text: string): void;
  onMessageFromHost?: (text: string) => void;
}

const LIMIT = 5_000_000;
const CALCULATION_MS = 120_000;
const WORKSHEET_CHANGED = 10;
const EVENT_CATEGORY = 65_536;
const FUNCTION_CATEGORY = 1;
const FUNCTION_CALLED = 1_000;
const WORKBOOK_TARGET = "Workbook";
/** Office.js's number for "the selection of the document has changed". */
const SELECTION_CHANGED = 2;
/** How long a selection has to rest before it is told: a range being drawn is a hundred selections. */
const SELECTED_MS = 30;
const SELECTIONS: ReadonlySet<string> = new Set([
  "sheet.operation.set-selections",
  "sheet.operation.set-worksheet-active",
]);
/** What a person does to cells: typing, pasting, clearing, undoing. */
const USER_EDITS: ReadonlySet<string> = new Set([
  "sheet.command.set-range-values",
  "sheet.command.clear-selection-content",
  "sheet.command.clear-selection-all",
  "sheet.command.paste",
  "univer.command.undo",
  "univer.command.redo",
]);

/** A host for one open workbook. */
export function createHost(parts: GridParts, options: HostOptions): Host {
  const book = new HostBook(parts, options.unitId);
  const taken = extrasOfModel(options.model.sheets, (name) => book.sheetNamed(name) ?? "");
  book.extras.tables.push(...taken.tables);
  for (const [sheet, links] of taken.links) book.extras.links.set(sheet, links);
  for (const [sheet, page] of taken.pages) book.extras.pages.set(sheet, page);
  const interpreter: Interpreter = {
    classes: CLASSES,
    book,
    kept: new Map(),
    root: { type: "Workbook" },
    services: {
      "Microsoft.InternalService.AddinInternalService": { type: "AddinInternalService" },
      "Microsoft.ExcelServices.CustomFunctions": { type: "CustomFunctions" },
      "Microsoft.ExcelServices.Runtime": { type: "Runtime" },
      "Microsoft.AppRuntime.AppRuntimeService": { type: "AppRuntimeService" },
    },
    calculated,
    breathe: () => {
      options.screen?.hold();
      return new Promise((resolve) => setTimeout(resolve, 0));
    },
  };
  const refusals: Refusals = { cellEditMode: false, mostCharacters: LIMIT, next: [] };
  const traffic = { requests: 0, sent: 0, received: 0 };
  const bridges = new Set<Bridge>();
  const listeners = new Map<string, (args: unknown) => void>();
  const workbook = book.workbook.getWorkbook();
  const stops: (() => void)[] = [quickenFormulaSearch(parts, workbook), rememberHiddenRows(parts, workbook)];
  const gone = new AbortController();
  let queue: Promise<void> = Promise.resolve();
  let takeFunctionsAway = (): void => undefined;

  /** Rejects when it takes too long: values of yesterday must not pass for today's. */
  async function calculated(): Promise<void> {
    book.flush();
    if (book.hasFormulas) await parts.calculations.done(CALCULATION_MS, gone.signal);
  }

  async function answer(text: string): Promise<string | null> {
    const request = JSON.parse(text) as RichRequest;
    if (request.type !== 1) return null;
    traffic.requests += 1;
    traffic.sent += text.length;
    const refused = refusal(text.length);
    const body =
      refused === null
        ? await answerRequest(interpreter, request.message.body).finally(() => options.screen?.release())
        : {
            Results: [],
            TraceIds: [],
            Error: {
              Code: refused.code,
              Message: refused.message,
              Location: "",
              HttpStatusCode: refused.status,
              ActionIndex: 0,
            },
          };
    const reply = (content: unknown): string =>
      JSON.stringify({ id: request.id, type: 2, message: { statusCode: 200, headers: {}, body: content } });
    const answered = reply(body);
    traffic.received += answered.length;
    if (answered.length <= refusals.mostCharacters) return answered;
    return reply({
      Results: [],
      TraceIds: [],
      Error: {
        Code: "ResponsePayloadSizeLimitExceeded",
        Message: "The response payload size has exceeded the limit.",
        Location: "",
        HttpStatusCode: 413,
        ActionIndex: 0,
      },
    });
  }

  function refusal(characters: number): HostError | null {
    const next = refusals.next.shift();
    if (next !== undefined) return new HostError(next, `Workbench: ${next} was asked for`);
    if (refusals.cellEditMode)
      return new HostError("InvalidOperationInCellEditMode", "Excel is in cell-editing mode.");
    if (characters > refusals.mostCharacters)
      return new HostError(
        "RequestPayloadSizeLimitExceeded",
        "The request payload size has exceeded the limit.",
      );
    return null;
  }

  function push(entries: readonly object[]): void {
    const text = JSON.stringify({ type: 3, message: { entries } });
    for (const bridge of bridges) bridge.onMessageFromHost?.(text);
  }

  function changed(sheet: string, address: string, source: "Local" | "Remote"): void {
    if (!book.eventsEnabled) return;
    const message = JSON.stringify({
      type: "WorksheetChanged",
      changeType: "RangeEdited",
      source,
      worksheetId: sheet,
      address,
    });
    push(
      [sheet, WORKBOOK_TARGET].map((targetId) => ({
        messageCategory: EVENT_CATEGORY,
        messageType: WORKSHEET_CHANGED,
        targetId,
        message,
      })),
    );
  }

  let resting: ReturnType<typeof setTimeout> | null = null;
  function selected(): void {
    if (!book.eventsEnabled) return;
    if (resting !== null) clearTimeout(resting);
    resting = setTimeout(() => {
      resting = null;
      // `workbook.onSelectionChanged` hears the message, `document.addHandlerAsync` the call.
      push([
        { messageCategory: EVENT_CATEGORY, messageType: SELECTION_CHANGED, targetId: "", message: "{}" },
      ]);
      for (const [key, listener] of listeners) if (key.startsWith(`${SELECTION_CHANGED}:`)) listener([[]]);
    }, SELECTED_MS);
  }

  const executed = parts.api.onCommandExecuted((command) => {
    const params = command.params as
      | {
          readonly unitId?: string;
          readonly subUnitId?: string;
          readonly trigger?: string;
          readonly cellValue?: object;
        }
      | undefined;
    if (SELECTIONS.has(command.id) && params?.unitId === options.unitId) return selected();
    if (command.id !== "sheet.mutation.set-range-values" || params?.unitId !== options.unitId) return;
    // Everything may change what a chart shows, calculation too.
    book.onCharts();
    if (params.trigger === undefined || !USER_EDITS.has(params.trigger)) return;
    changed(params.subUnitId ?? "", editedAddress(params.cellValue), "Local");
  });
  stops.push(() => executed.dispose());

  const calls = new Map<number, (result: FunctionResult) => void>();
  book.onFunctionResult = (result) => {
    calls.get(result.id)?.(result);
    calls.delete(result.id);
  };
  let called = 0;
  function callFunction(id: string, args: readonly unknown[]): Promise<FunctionResult> {
    const call = (called += 1);
    return new Promise((resolve) => {
      calls.set(call, resolve);
      const message = JSON.stringify([call, id, args, "Sheet1!A1", 0]);
      push([{ messageCategory: FUNCTION_CATEGORY, messageType: FUNCTION_CALLED, targetId: "", message }]);
    });
  }

  return {
    book,
    refusals,
    traffic,
    callFunction,
    calculated,
    changed,
    installInto: (target) => {
      // A pane that is loaded anew takes the place of the one before it.
      bridges.clear();
      listeners.clear();
      const bridge: Bridge = {
        sendMessageToHost: (text) => {
          queue = queue
            .then(() => answer(text))
            .then((reply) => {
              if (reply !== null) bridge.onMessageFromHost?.(reply);
            });
        },
      };
      bridges.add(bridge);
      const external = nativeExternal(
        {
          displayLanguage: "en-US",
          dark: false,
          requirementSets: ALL_SETS,
          ...options.surroundings?.(),
        },
        {
          read: () => book.extras.customProperties,
          write: (settings) => {
            book.extras.customProperties.clear();
            for (const [key, value] of settings) book.extras.customProperties.set(key, value);
          },
        },
        {
          register: (id, eventTarget, handler) => void listeners.set(`${id}:${eventTarget}`, handler),
          unregister: (id, eventTarget) => void listeners.delete(`${id}:${eventTarget}`),
          openBrowserWindow: options.openBrowserWindow ?? (() => undefined),
        },
      );
      Object.defineProperty(target, "external", { value: external, configurable: true });
      Object.defineProperty(target, "_richApiNativeBridge", { value: bridge, configurable: true });
    },
    registerFunctions: (metadata, functions) => {
      takeFunctionsAway();
      takeFunctionsAway = registerFunctions(
        parts.api,
        metadata,
        functions,
        options.onRefusal ?? (() => undefined),
      );
      // Univer calculates with them in a moment by itself; asked now, it is known that it will.
      parts.api.getFormula().executeCalculation();
    },
    dispose: () => {
      if (resting !== null) clearTimeout(resting);
      gone.abort();
      for (const stop of stops) stop();
      book.close();
      takeFunctionsAway();
      bridges.clear();
      listeners.clear();
    },
  };
}

/** The range around the cells of an edit. */
function editedAddress(cells: object | undefined): string {
  const rows = Object.keys(cells ?? {}).map(Number);
  const columns = Object.values((cells ?? {}) as Record<string, object>).flatMap((line) =>
    Object.keys(line ?? {}).map(Number),
  );
  if (rows.length === 0 || columns.length === 0) return "A1";
  const [row, column] = [Math.min(...rows), columns.reduce((least, one) => Math.min(least, one), Infinity)];
  return shownAddress({
    row,
    column,
    rows: Math.max(...rows) - row + 1,
    columns: columns.reduce((most, one) => Math.max(most, one), 0) - column + 1,
  });
}
