import { rangeAddress } from "../reports/kit/address";
import type { CellRange } from "../reports";

/** More than a sheet has columns. */
const PLACES = 32_768;
/** Excel takes 8,192 characters; some room for hosts that count more than the address. */
const MOST_CHARACTERS = 4_000;

/**
 * Rectangles of equal cells: neighbours in a row become one run, equal runs of neighbouring rows one rectangle.
 * They do not overlap and cover every cell whose key is not null.
 *
 * @param key - what cells must share; null: none of interest
 * @param sameAsAbove - whether a row's keys are known to be those of the row above: a list is then passed through
 *   without a look at its cells
 */
export function equalAreas<Key>(
  rows: number,
  columns: number,
  key: (row: number, column: number) => Key | null,
  sameAsAbove: (row: number) => boolean = () => false,
): Map<Key, CellRange[]> {
  const areas = new Map<Key, CellRange[]>();
  let open = new Map<number, { key: Key; area: { -readonly [P in keyof CellRange]: CellRange[P] } }>();
  for (let row = 0; row < rows; row += 1) {
    if (row > 0 && sameAsAbove(row)) {
      for (const { area } of open.values()) area.rows += 1;
      continue;
    }
    const next: typeof open = new Map();
    for (let column = 0; column < columns;) {
      const here = key(row, column);
      let end = column + 1;
      while (end < columns && key(row, end) === here) end += 1;
      if (here !== null) {
        // One number for both: a sheet has fewer columns than this.
        const place = column * PLACES + end;
        const above = open.get(place);
        if (above !== undefined && above.key === here) {
          above.area.rows += 1;
          next.set(place, above);
        } else {
          const area = { row, column, rows: 1, columns: end - column };
          next.set(place, { key: here, area });
          const known = areas.get(here);
          if (known === undefined) areas.set(here, [area]);
          else known.push(area);
        }
      }
      column = end;
    }
    open = next;
  }
  return areas;
}

/** Addresses of many ranges, in as few texts as `Worksheet.getRanges` takes: "B2:B9,D4:F4". */
export function areaAddresses(areas: readonly CellRange[]): readonly string[] {
  const texts: string[] = [];
  let text = "";
  for (const area of areas) {
    const address = rangeAddress(area);
    if (text !== "" && text.length + address.length + 1 > MOST_CHARACTERS) {
      texts.push(text);
      text = "";
    }
    text += text === "" ? address : `,${address}`;
  }
  return text === "" ? texts : [...texts, text];
}
