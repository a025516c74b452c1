import type { FUniver } from "@univerjs/core/facade";

/** What the page offers to the frame of the pane, to the console, and to the browser tests. */
export interface WorkbenchDoor {
  /** Puts the host into the frame's window; called before Office.js loads there. */
  connect(pane: Window): void;
  readonly grid: FUniver;
}

export interface WorkbenchWindow extends Window {
  tenureWorkbench?: WorkbenchDoor;
}
