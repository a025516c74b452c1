import type { SheetKind } from "../../core/tables";
import { sourceProblem } from "../sourceProblem";
import { readField, readKind } from "./readOverrides";
import { readSetting, type DraftSettings } from "./readSetting";
import { settingConflicts } from "./settingConflicts";
import { SETTING_PATHS } from "./settingNames";
import type { SettingProblem } from "./settingProblem";
import { SETTING_SPECS } from "./settingSpecs";
import type { SettingPath } from "./settingSpec";
import type { SettingsPart, StatedSettings } from "./statedSettings";

const TOP_KEYS: readonly string[] = [
  ...new Set(SETTING_PATHS.map((path) => path.replace(/\..*$/, ""))),
  "columns",
  "sheets",
];
const GROUPS: ReadonlySet<string> = new Set(
  SETTING_PATHS.filter((path) => path.includes(".")).map((path) => path.replace(/\..*$/, "")),
);

/**
 * The settings a JSON file states: keys as in `Settings`, days as "2025-12-31", moments as
 * "2025-12-31 18:00", clock times as "09:00"; beside them `sheets` (kind by sheet or file name) and
 * `columns` (heading by field, by sheet or file name). Every mistake is listed; what is sound holds.
 */
export function parseSettings(json: unknown): StatedSettings {
  const problems: SettingProblem[] = [];
  const draft: DraftSettings = {};
  const sheets: Record<string, SheetKind | "ignore"> = {};
  const columns: Record<string, Record<string, string>> = {};
  if (!isObject(json)) {
    problems.push(sourceProblem("fileNotAnObject", { example: '{ "windowDays": 365 }' }));
    return { settings: {}, overrides: { sheets, columns }, problems };
  }
  const read = (path: SettingPath, value: unknown): void => {
    const problem = readSetting(draft, path, value);
    if (problem !== null) problems.push(problem);
  };
  const unknown = (key: string, known: readonly string[]): void => {
    problems.push(sourceProblem("unknownKey", { key, known: known.join(", ") }));
  };
  const notAnObject = (key: string, example: string): void => {
    problems.push(sourceProblem("notAnObject", { key, example }));
  };
  for (const [key, value] of Object.entries(json)) {
    if (key === "sheets") {
      if (!isObject(value)) notAnObject(key, '{ "sheets": { "Sheet1": "orders" } }');
      else {
        for (const [name, kind] of Object.entries(value)) {
          const read = readKind(name, kind);
          if (typeof read === "string") sheets[name] = read;
          else problems.push(read);
        }
      }
    } else if (key === "columns") {
      if (!isObject(value)) notAnObject(key, '{ "columns": { "orders.csv": { "customerId": "Buyer" } } }');
      else {
        for (const [name, fields] of Object.entries(value)) {
          if (!isObject(fields)) {
            notAnObject(`columns.${name}`, '{ "customerId": "Buyer" }');
            continue;
          }
          for (const [field, heading] of Object.entries(fields)) {
            const id = readField(name, field);
            if (typeof id !== "string") problems.push(id);
            else if (typeof heading !== "string" || heading.trim() === "") {
              problems.push(
                sourceProblem("badValue", {
                  key: `columns.${name}.${field}`,
                  value: JSON.stringify(heading) ?? "",
                  allowed: '"…"',
                }),
              );
            } else columns[name] = { ...columns[name], [id]: heading };
          }
        }
      }
    } else if (GROUPS.has(key)) {
      const known = SETTING_PATHS.filter((path) => path.startsWith(`${key}.`)).map((path) =>
        path.slice(key.length + 1),
      );
      if (!isObject(value)) notAnObject(key, `{ "${key}": { "${known[0] ?? ""}": … } }`);
      else {
        for (const [leaf, leafValue] of Object.entries(value)) {
          if (known.includes(leaf)) read(`${key}.${leaf}` as SettingPath, leafValue);
          else unknown(`${key}.${leaf}`, known);
        }
      }
    } else if (key in SETTING_SPECS) read(key as SettingPath, value);
    else unknown(key, TOP_KEYS);
  }
  const settings = draft as SettingsPart;
  problems.push(...settingConflicts(settings));
  return { settings, overrides: { sheets, columns }, problems };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
