import type { FUniver } from "@univerjs/core/facade";
import type { WorkbookModel } from "../../reports";
import { modelOfSnapshot, NOTHING_BESIDE, type GridModel } from "../book/modelOfSnapshot";
import { snapshotOfModel } from "../book/snapshotOfModel";
import { createGrid, type Grid, type GridLook } from "./createGrid";
import { gridState } from "./gridState";

/** The grid with one open workbook. */
export interface WorkbenchSession {
  readonly grid: FUniver;
  /** Shows another workbook; the one before it is gone. */
  open(model: WorkbookModel): void;
  /** What is on screen, as it can be written to a file; null: nothing is open. */
  model(): GridModel | null;
  setLook(look: GridLook): void;
  /** Puts the open workbook into the frame of a pane, as Excel would be there. */
  connect(pane: Window): void;
  dispose(): void;
}

export function createSession(container: HTMLElement, look: GridLook): WorkbenchSession {
  const grid: Grid = createGrid(container, look);
  let opened = 0;
  let current: string | null = null;

  return {
    grid: grid.api,
    open: (model) => {
      if (current !== null) grid.api.disposeUnit(current);
      opened += 1;
      current = `book${opened}`;
      grid.api.createWorkbook(snapshotOfModel(model, current));
    },
    model: () => {
      const state = gridState(grid);
      return state === null
        ? null
        : modelOfSnapshot(state.snapshot, { ...NOTHING_BESIDE, spilled: state.spilled });
    },
    setLook: grid.setLook,
    connect: () => undefined,
    dispose: grid.dispose,
  };
}
