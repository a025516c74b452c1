/** What the page offers to the frame of the pane. */
export interface PaneConnector {
  /** Puts the host into the frame's window; called before Office.js loads there. */
  connect(pane: Window): void;
}

export interface WorkbenchWindow extends Window {
  tenureWorkbench?: PaneConnector;
}
