/** What Excel refused, and words that stand on refreshed sheets. */
export const workbook = {
  "workbook.cellEditMode": "A cell is being edited. Press Enter or Esc in Excel, then try again.",
  "workbook.protectedSheet":
    "Sheet {sheet} is protected. Unprotect it (Review > Unprotect Sheet), then try again.",
  "workbook.protectedWorkbook":
    "The structure of this workbook is protected, so no sheet can be added or renamed. Unprotect it (Review > Protect Workbook), then try again.",
  "workbook.readOnly":
    "This workbook is open for reading only. Save a copy under another name, then try again.",
  "workbook.mergedCells":
    "Merged cells are in the way at {sheet}!{address}. Unmerge them or choose other cells.",
  "workbook.filteredRange": "A filter hides rows of sheet {sheet}. Clear the filter, then try again.",
  "workbook.sheetMissing": "There is no sheet {sheet} in this workbook. It may have been renamed or deleted.",
  "workbook.tooLarge":
    "Excel takes no more than 5 MB at a time, and one part of the data is larger. Shorten the longest texts, or use a smaller range.",
  "workbook.busy": "Excel is busy. Wait until it has finished calculating, then try again.",
  "workbook.memory": "Excel has run out of memory. Close other workbooks, then try again.",
  "workbook.unsupported":
    "This version of Excel cannot do this ({api}). Update Excel, or use Excel on the web.",
  "workbook.occupied":
    "Cells at {sheet}!{address} hold something that would be overwritten. Choose an empty place; nothing was changed.",
  "workbook.cancelled": "Cancelled. The workbook is as it was.",
  "workbook.unknown": "Excel could not do this: {message}",

  "workbookAnywhere.protectedSheet":
    "A sheet is protected. Unprotect it (Review > Unprotect Sheet), then try again.",
  "workbookAnywhere.mergedCells": "Merged cells are in the way. Unmerge them or choose other cells.",
  "workbookAnywhere.filteredRange": "A filter hides rows of the sheet. Clear the filter, then try again.",
  "workbookAnywhere.sheetMissing":
    "A sheet or range that was there before is gone. It may have been renamed or deleted; start again.",
  "workbookAnywhere.unsupported":
    "This version of Excel cannot do this. Update Excel, or use Excel on the web.",
  "workbookAnywhere.occupied":
    "The cells hold something that would be overwritten. Choose an empty place; nothing was changed.",

  "workbookLost.chartAltText": "Charts carry no text for screen readers: Excel lets no add-in set it.",
  "workbookLost.cellNotes": "Notes on cells were left out: Excel lets this add-in write none.",
  "workbookLost.printSetup":
    "The page set-up for printing was left out: Excel refused it, perhaps for want of a printer.",
  "workbookLost.oneUndoStep": "Undoing the report takes more than one step in this version of Excel.",

  "desk.keptTitle": "Notes whose row is no longer in the list",
  "desk.keptExplanation":
    "You or a colleague typed these beside rows that this report does not list. They go back by themselves when the row returns; delete what is no longer needed.",
  "desk.keptRow": "Row",
  "desk.keptColumn": "Column",
  "desk.keptNote": "Note",
  "desk.emptied":
    "The newest report has nothing for this sheet. It fills again with a report that has; delete it if it is no longer needed.",
};
