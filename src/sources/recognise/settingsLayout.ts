import { isBlankCell, type Cell, type MappedTable, type RawSheet } from "../../core/tables";
import { isSettingName } from "../settings/settingNames";

const ROWS_LOOKED_AT = 15;
const NAMES_NEEDED = 2;

/**
 * A settings sheet without the headings 设置项 and 值: names and values side by side, or names in one
 * row and the values in the row below. null: neither.
 */
export function settingsLayout(raw: RawSheet): MappedTable<"settings"> | null {
  const base = {
    kind: "settings",
    file: raw.file,
    sheet: raw.name,
    profile: "plain",
    date1904: raw.date1904,
    headings: [],
  } as const;
  const top = raw.rows.slice(0, ROWS_LOOKED_AT);
  for (const [index, row] of top.entries()) {
    const names = row.filter((cell) => isSettingName(cell)).length;
    const values = raw.rows[index + 1];
    if (names >= NAMES_NEEDED && values !== undefined) {
      const pairs: Cell[][] = [];
      row.forEach((cell, column) => {
        if (!isBlankCell(cell)) pairs.push([cell, values[column] ?? null]);
      });
      return { ...base, firstRow: index + 2, columns: { setting: 0, value: 1 }, rows: pairs };
    }
  }
  const width = Math.max(0, ...top.map((row) => row.length));
  for (let column = 0; column + 1 < width; column++) {
    const first = top.findIndex((row) => isSettingName(row[column]));
    const names = top.filter((row) => isSettingName(row[column])).length;
    if (names >= NAMES_NEEDED) {
      return {
        ...base,
        firstRow: first + 1,
        columns: { setting: column, value: column + 1 },
        rows: raw.rows.slice(first),
      };
    }
  }
  return null;
}
