// What the headless grid takes of Univer, as one file: jest cannot load all of its packages one by one.
export * from "@univerjs/core";
export * from "@univerjs/core/facade";
export * from "@univerjs/preset-sheets-node-core";
export { UniverSheetsConditionalFormattingPlugin } from "@univerjs/sheets-conditional-formatting";
export { UniverSheetsNotePlugin } from "@univerjs/sheets-note";
import "@univerjs/sheets-conditional-formatting/facade";
import "@univerjs/sheets-note/facade";
