import type { WorkbookModel } from "../../reports";
import { snapshotOfModel } from "../book/snapshotOfModel";
import { createGrid, type Grid, type GridLook } from "./createGrid";

/** The grid with one open workbook. */
export interface WorkbenchSession {
  /** Shows another workbook; the one before it is gone. */
  open(model: WorkbookModel): void;
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
    open: (model) => {
      if (current !== null) grid.api.disposeUnit(current);
      opened += 1;
      current = `book${opened}`;
      grid.api.createWorkbook(snapshotOfModel(model, current));
    },
    setLook: grid.setLook,
    connect: () => undefined,
    dispose: grid.dispose,
  };
}
