import { dayOf, isCalendarDate, SECONDS_PER_DAY, serialOfDay } from "../core/math/day";
import type { Cell } from "../core/tables";
import { columnOfAddress } from "./cellAddress";
import { scanXml } from "./scanXml";
import { StringItem } from "./sharedStrings";
import { decodeStringItem } from "./xmlText";

/** Excel's own limits; what lies beyond cannot come from Excel. */
const MAX_ROWS = 1_048_576;
const MAX_COLUMNS = 16_384;
/** Cells of one sheet, the gaps before them counted too, that still fit into memory. */
const MAX_CELLS = 80_000_000;

const NO_CELLS: readonly Cell[] = [];

/** A sheet with more cells than fit into memory. */
export class TooManyCellsError extends Error {
  override readonly name = "TooManyCellsError";
}

/**
 * Cells of a worksheet part, row by row; row 1 is rows[0], and trailing blanks are left off.
 *
 * Numbers stay numbers, dates are serials; a formula is its cached result.
 *
 * @throws TooManyCellsError, or what the parser throws on broken XML
 */
export function sheetCells(
  part: Uint8Array,
  strings: readonly string[],
  date1904: boolean,
): (readonly Cell[])[] {
  const rows: (readonly Cell[])[] = [];
  const item = new StringItem();
  let rowIndex = -1;
  let row: Cell[] = [];
  let column = -1;
  let type = "";
  let value: string | null = null;
  let inValue = false;
  let inCell = false;
  let inString = false;
  let cells = 0;

  const put = (cell: Cell): void => {
    if (cell === null || rowIndex >= MAX_ROWS || column >= MAX_COLUMNS) return;
    while (row.length < column) row.push(null);
    row[column] = cell;
  };

  const finishRow = (): void => {
    if (row.length === 0 || rowIndex >= MAX_ROWS) return;
    cells += row.length;
    if (cells > MAX_CELLS) throw new TooManyCellsError();
    while (rows.length < rowIndex) rows.push(NO_CELLS);
    rows[rowIndex] = row;
  };

  scanXml(part, {
    open: (name, attributes) => {
      switch (name) {
        case "row": {
          const number = Number(attributes["r"]);
          // Some writers leave out addresses: the next row, the next column.
          rowIndex = Number.isInteger(number) && number > 0 ? number - 1 : rowIndex + 1;
          row = [];
          column = -1;
          break;
        }
        case "c": {
          const address = attributes["r"];
          column = address === undefined ? column + 1 : columnOfAddress(address);
          type = attributes["t"] ?? "n";
          value = null;
          inCell = true;
          break;
        }
        case "v":
          inValue = inCell;
          value = "";
          break;
        case "is":
          inString = inCell;
          item.clear();
          break;
        default:
          if (inString) item.open(name);
      }
    },
    text: (text) => {
      if (inValue) value += text;
      else if (inString) item.text(text);
    },
    close: (name) => {
      switch (name) {
        case "v":
          inValue = false;
          break;
        case "is":
          inString = false;
          value = item.value();
          break;
        case "c":
          inCell = false;
          if (value !== null && column >= 0) put(cellOf(type, value, strings, date1904));
          break;
        case "row":
          finishRow();
          break;
        default:
          if (inString) item.close(name);
      }
    },
  });
  return rows;
}

function cellOf(type: string, value: string, strings: readonly string[], date1904: boolean): Cell {
  switch (type) {
    case "s":
      return strings[Number(value)] ?? null;
    case "inlineStr":
      return value;
    case "str":
      return decodeStringItem(value).replace(/\r\n?/g, "\n");
    case "b":
      return value.trim() === "1" || value.trim() === "true";
    case "e":
      return { error: value };
    case "d":
      return serialOfIsoDate(value.trim(), date1904) ?? value;
    default: {
      if (value.trim() === "") return null;
      const number = Number(value);
      return Number.isNaN(number) ? value : number;
    }
  }
}

const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?)?Z?$/;

/** Strict files may hold dates as text; elsewhere a date is a serial, so it becomes one. */
function serialOfIsoDate(text: string, date1904: boolean): number | null {
  const match = ISO_DATE.exec(text);
  if (match === null) return null;
  const [year = 0, month = 0, day = 0, hours = 0, minutes = 0, seconds = 0] = match
    .slice(1)
    .map((digits) => Number((digits as string | undefined) ?? 0));
  if (!isCalendarDate(year, month, day)) return null;
  const time = hours * 3_600 + minutes * 60 + seconds;
  return serialOfDay(dayOf(year, month, day), date1904) + time / SECONDS_PER_DAY;
}
