import type { FUniver } from "@univerjs/core/facade";
import type {} from "@univerjs/sheets-ui/facade";
import { parseReference } from "../book/parseReference";
import type { HostBook } from "../host";

/**
 * Goes where a linked cell leads when it is clicked: another cell of the workbook, or a page of the web in a
 * tab of its own.
 */
export function followLinks(api: FUniver, book: HostBook): () => void {
  const clicked = api.addEvent(api.Event.CellClicked, ({ worksheet, row, column }) => {
    const link = book.extras.links.get(worksheet.getSheetId())?.get(`${row},${column}`);
    if (link === undefined) return;
    if (link.address !== undefined && link.address !== "") {
      window.open(link.address, "_blank", "noopener");
      return;
    }
    const place = parseReference(link.documentReference ?? "");
    const target = place === null ? null : book.sheetNamed(place.sheet);
    if (place === null || target === null) return;
    const sheet = book.sheet(target);
    sheet.activate();
    sheet.setActiveRange(
      sheet.getRange(place.range.row, place.range.column, place.range.rows, place.range.columns),
    );
  });
  return () => clicked.dispose();
}
