import { rangeAddress } from "../reports/kit/address";
import type { CellRange } from "../reports";

/** Excel takes 8,192 characters; some room for hosts that count more than the address. */
const MOST_CHARACTERS = 4_000;

/**
 * Rectangles of equal cells: neighbours in a row become one run, equal runs of neighbouring rows one rectangle.
 * They do not overlap and cover every cell whose key is not null.
 *
 * @param key - what cells must share; null: none of interest
 */
export function equalAreas<Key>(
  rows: number,
  columns: number,
  key: (row: number, column: number) => Key | null,
): Map<Key, CellRange[]> {
  const areas = new Map<Key, CellRange[]>();
  let open = new Map<string, { key: Key; area: { -readonly [P in keyof CellRange]: CellRange[P] } }>();
  for (let row = 0; row < rows; row += 1) {
    const next: typeof open = new Map();
    for (let column = 0; column < columns;) {
      const here = key(row, column);
      let end = column + 1;
      while (end < columns && key(row, end) === here) end += 1;
      if (here !== null) {
        const place = `${column}:${end}`;
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
