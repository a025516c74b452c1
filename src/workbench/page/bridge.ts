import type { WorkbenchWindow } from "./workbenchWindow";

// Runs in the pane's frame before Office.js: the page around it puts the grid where Excel would be.
(window.parent as WorkbenchWindow).tenureWorkbench?.connect(window);
