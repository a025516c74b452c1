import type { CellValue } from "../reports";

/** What one request should weigh. Excel on the web takes 5 MB; small ones keep it answering. */
export const TARGET_BYTES = 1_000_000;
/** What no request may weigh, our estimate being a little off. */
export const MOST_BYTES = 1_500_000;

const BYTES_OF_NUMBER = 12;
const LAST_ASCII = 0x7f;

/** Bytes of a text in the JSON of a request, near enough: quotes and comma counted, escapes not. */
export function textBytes(text: string): number {
  let bytes = text.length + 3;
  for (let i = 0; i < text.length; i += 1) if (text.charCodeAt(i) > LAST_ASCII) bytes += 2;
  return bytes;
}

/** Bytes of a cell's value in the JSON of a request, near enough. */
export function cellBytes(value: CellValue): number {
  switch (typeof value) {
    case "string":
      return textBytes(value);
    case "number":
      return Number.isInteger(value) && Math.abs(value) < 1e5 ? 6 : BYTES_OF_NUMBER + 6;
    default:
      return 5;
  }
}

/**
 * Parts rows into stretches of about `target` bytes; a row that is larger stands alone.
 *
 * @returns [from, to) of each stretch
 */
export function stretches(
  rows: number,
  bytesOfRow: (row: number) => number,
  target: number,
): readonly { readonly from: number; readonly to: number; readonly bytes: number }[] {
  const parts: { from: number; to: number; bytes: number }[] = [];
  let from = 0;
  let bytes = 0;
  for (let row = 0; row < rows; row += 1) {
    const size = bytesOfRow(row);
    if (row > from && bytes + size > target) {
      parts.push({ from, to: row, bytes });
      from = row;
      bytes = 0;
    }
    bytes += size;
  }
  if (rows > from) parts.push({ from, to: rows, bytes });
  return parts;
}
