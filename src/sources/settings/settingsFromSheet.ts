import { cellText, type Cell, type MappedTable, type SheetKind } from "../../core/tables";
import { momentOfSerial, SECONDS_PER_DAY } from "../../core/math/day";
import { sourceProblem } from "../sourceProblem";
import { columnLetters } from "../columnLetters";
import { readField, readKind } from "./readOverrides";
import { readSetting, type DraftSettings } from "./readSetting";
import { SETTING_PATHS, settingOfName, type CompoundName } from "./settingNames";
import type { SettingProblem } from "./settingProblem";
import type { SettingPath } from "./settingSpec";
import type { SettingsPart, StatedSettings } from "./statedSettings";

/** columns.订单.客户ID, sheets.Sheet1; in Chinese 列.订单.客户ID, 表.Sheet1. */
const COLUMN_NAME = /^(?:columns|列)\s*[.:：]\s*(.+)\s*[.:：]\s*([^.:：]+)$/i;
const SHEET_NAME = /^(?:sheets|表|工作表)\s*[.:：]\s*(.+)$/i;

/** Names that stand for several settings, and how the cell is cut into them. */
const COMPOUNDS: Readonly<
  Record<
    CompoundName,
    { readonly paths: readonly SettingPath[]; readonly cut: RegExp; readonly allowed: string }
  >
> = {
  weights: {
    paths: ["weights.r", "weights.f", "weights.m"],
    cut: /[:：,，、;/\s]+/,
    allowed: "1:1:1",
  },
  workingHours: {
    paths: ["service.opensAt", "service.closesAt"],
    cut: /\s*[-–—~～至]\s*/,
    allowed: "09:00-18:00",
  },
};
const DAYS: ReadonlySet<string> = new Set(["asOf", "now", "service.holidays", "programme.startOn"]);

/**
 * The settings a 设置 sheet states: one row each, name and value; Chinese and English names, and the
 * words a report's own settings sheet shows. A row without a value leaves the setting to others.
 */
export function settingsFromSheet(table: MappedTable<"settings">): StatedSettings {
  const problems: SettingProblem[] = [];
  const draft: DraftSettings = {};
  const sheets: Record<string, SheetKind | "ignore"> = {};
  const columns: Record<string, Record<string, string>> = {};
  const nameColumn = table.columns.setting ?? 0;
  const valueColumn = table.columns.value ?? 1;
  const cellAt = (index: number, column: number) =>
    `${table.sheet}!${columnLetters(column)}${String(table.firstRow + index)}`;
  const read = (path: SettingPath, value: unknown, cell: string): void => {
    const problem = readSetting(draft, path, value);
    if (problem !== null) problems.push(sourceProblem("badCell", { ...problem.holes, cell }));
  };
  const isNamed = (row: readonly Cell[]): boolean => {
    const name = cellText(row[nameColumn]);
    return settingOfName(name) !== null || SHEET_NAME.test(name) || COLUMN_NAME.test(name);
  };
  const lastNamed = table.rows.findLastIndex(isNamed);
  for (const [index, row] of table.rows.entries()) {
    const name = cellText(row[nameColumn]);
    const cell = row[valueColumn] ?? null;
    if (name === "" || cellText(cell) === "") {
      // Below the last setting a gap ends the table: notes and other tables may follow.
      if (index > lastNamed) break;
      continue;
    }
    const sheetName = SHEET_NAME.exec(name)?.[1]?.trim();
    const columnName = COLUMN_NAME.exec(name);
    if (columnName !== null) {
      const [, sheet = "", field = ""] = columnName;
      const id = readField(sheet, field.trim());
      if (typeof id === "string") columns[sheet] = { ...columns[sheet], [id]: cellText(cell) };
      else problems.push(id);
      continue;
    }
    if (sheetName !== undefined) {
      const kind = readKind(sheetName, cellText(cell));
      if (typeof kind === "string") sheets[sheetName] = kind;
      else problems.push(kind);
      continue;
    }
    const path = settingOfName(name);
    if (path === null) {
      problems.push(
        sourceProblem("unknownName", {
          key: name,
          cell: cellAt(index, nameColumn),
          known: SETTING_PATHS.join(", "),
        }),
      );
    } else if (path in COMPOUNDS) {
      const { paths, cut, allowed } = COMPOUNDS[path as CompoundName];
      const parts = cellText(cell).split(cut);
      if (parts.length === paths.length)
        paths.forEach((part, place) => read(part, parts[place], cellAt(index, valueColumn)));
      else
        problems.push(
          sourceProblem("badCell", {
            key: name,
            value: cellText(cell),
            allowed,
            cell: cellAt(index, valueColumn),
          }),
        );
    } else
      read(
        path as SettingPath,
        plainValue(path as SettingPath, cell, table.date1904),
        cellAt(index, valueColumn),
      );
  }
  return { settings: draft as SettingsPart, overrides: { sheets, columns }, problems };
}

/** A cell as a JSON file would write it; serials of the 1904 system become those of 1900. */
function plainValue(path: SettingPath, cell: Cell, date1904: boolean): unknown {
  if (typeof cell === "number") {
    if (!date1904 || !DAYS.has(path)) return cell;
    return momentOfSerial(cell, true) / SECONDS_PER_DAY + 25_569;
  }
  return typeof cell === "boolean" ? cell : cellText(cell);
}
