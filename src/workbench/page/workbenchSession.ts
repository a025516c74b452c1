import { ICommandService } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import {
  FormulaDataModel,
  IActiveDirtyManagerService,
  ICalculateFormulaService,
  TriggerCalculationController,
  type CalculateFormulaService,
} from "@univerjs/preset-sheets-core";
import { inSlices } from "../../core/math/steps";
import type { Locale } from "../../i18n";
import type { WorkbookModel } from "../../reports";
import { modelOfSnapshot, type GridModel } from "../book/modelOfSnapshot";
import { snapshotSteps } from "../book/snapshotOfModel";
import {
  besideTheGrid,
  createHost,
  queueCalculations,
  type Calculations,
  type FunctionMetadata,
  type Host,
} from "../host";
import { createGrid, type Grid, type GridLook } from "./createGrid";
import { createScreen } from "./createScreen";
import { followLinks } from "./followLinks";
import { gridState } from "./gridState";
import { runAction } from "./runAction";
import { showCharts } from "./showCharts";

/** The grid with one open workbook, and the host that speaks for it. */
export interface WorkbenchSession {
  readonly grid: FUniver;
  /**
   * Shows another workbook; the one before it stays until this one is laid out, and is gone then. One at a time:
   * whoever asks waits for the end before the next.
   */
  open(model: WorkbookModel): Promise<void>;
  /** What is on screen, as it can be written to a file; null: nothing is open. */
  model(): GridModel | null;
  setLook(look: GridLook): void;
  /** Puts the open workbook into the frame of a pane, as Excel would be there. */
  connect(pane: Window): void;
  /** Runs what the add-in has associated with a ribbon button; resolves when it says that it is done. */
  runAction(pane: Window, name: string): Promise<void>;
  /** Tells the add-in's host that a person has opened or closed the pane. */
  setPaneShown(shown: boolean): void;
  dispose(): void;
}

/** Office.js as the frame has it, with the part that only the host side looks at. */
interface PaneWindow extends Window {
  readonly CustomFunctions?: {
    readonly _association: { readonly mappings: Record<string, (...args: unknown[]) => unknown> };
  };
}

/** Laying out a workbook gives way to the page between two slices. */
const PACE = {
  sliceMs: 100,
  now: () => performance.now(),
  giveWay: () => new Promise<void>((resume) => setTimeout(resume, 0)),
} as const;

const DISPLAY_LANGUAGE: Readonly<Record<Locale, string>> = { "zh-CN": "zh-CN", en: "en-US" };

export function createSession(
  container: HTMLElement,
  startLook: GridLook,
  metadata: (locale: Locale) => Promise<readonly FunctionMetadata[]>,
  onPane: (shown: boolean) => void,
): WorkbenchSession {
  const grid: Grid = createGrid(container, startLook);
  let look = startLook;
  let opened = 0;
  let disposed = false;
  let current: {
    readonly unitId: string;
    readonly model: WorkbookModel;
    readonly stops: (() => void)[];
  } | null = null;
  /** One for each pane that was opened on the workbook; the last speaks. */
  let host: Host | null = null;
  let calculations: Calculations | null = null;

  function closeCurrent(): void {
    if (current === null) return;
    for (const stop of current.stops) stop();
    host?.dispose();
    host = null;
    grid.api.disposeUnit(current.unitId);
    current = null;
  }

  return {
    grid: grid.api,
    open: async (model) => {
      opened += 1;
      const unitId = `book${opened}`;
      const snapshot = await inSlices(snapshotSteps(model, unitId), PACE);
      if (disposed) return;
      closeCurrent();
      grid.api.createWorkbook(snapshot);
      const formulas = grid.injector.get(FormulaDataModel);
      calculations ??= queueCalculations({
        commands: grid.injector.get(ICommandService),
        service: grid.injector.get(ICalculateFormulaService) as CalculateFormulaService,
        formulas,
        trigger: grid.injector.get(TriggerCalculationController),
        dirty: grid.injector.get(IActiveDirtyManagerService),
      });
      const parts = { api: grid.api, formulas, calculations };
      host = createHost(parts, {
        unitId,
        model,
        surroundings: () => ({ displayLanguage: DISPLAY_LANGUAGE[look.locale], dark: look.dark }),
        screen: createScreen(grid.injector, unitId),
        openBrowserWindow: (address) => void window.open(address, "_blank", "noopener"),
      });
      const { book } = host;
      book.onPane = onPane;
      current = { unitId, model, stops: [showCharts(grid.api, book), followLinks(grid.api, book)] };
    },
    model: () => {
      const state = gridState(grid);
      return state === null || host === null ? null : modelOfSnapshot(state, besideTheGrid(host.book));
    },
    setLook: (next) => {
      look = next;
      grid.setLook(next);
    },
    connect: (pane) => {
      const connected = host;
      if (connected === null) return;
      connected.installInto(pane);
      pane.addEventListener("load", () => {
        const functions = (pane as PaneWindow).CustomFunctions?._association.mappings ?? {};
        void metadata(look.locale).then((entries) =>
          connected.registerFunctions(entries, new Map(Object.entries(functions))),
        );
      });
    },
    runAction: (pane, name) => runAction(pane, name),
    setPaneShown: (shown) => {
      if (host !== null) host.book.paneShown = shown;
    },
    dispose: () => {
      disposed = true;
      closeCurrent();
      grid.dispose();
    },
  };
}
