import type { Cell } from "../../core/tables";
import { normaliseHeading } from "../headings/normaliseHeading";
import { SETTING_SPECS, type SettingPath } from "./settingSpecs";

export const SETTING_PATHS = Object.keys(SETTING_SPECS) as SettingPath[];

/** Settings that one cell can give at once: 权重 1:1:1. */
const WEIGHT_NAMES = ["权重", "weights", "RFM权重"];

const BY_NAME = new Map<string, SettingPath>();
for (const path of SETTING_PATHS) {
  const last = path.slice(path.lastIndexOf(".") + 1);
  // "r" and "base" alone say nothing.
  const short =
    path.startsWith("weights.") || path.startsWith("cuts.") || path === "currency.base" ? [] : [last];
  for (const name of [path, ...short, ...SETTING_SPECS[path].names]) {
    const form = normaliseHeading(name).full;
    if (!BY_NAME.has(form)) BY_NAME.set(form, path);
  }
}
const WEIGHTS = new Set(WEIGHT_NAMES.map((name) => normaliseHeading(name).full));

/** The setting a cell of a settings sheet names; null: none. */
export function settingOfName(cell: Cell | undefined): SettingPath | "weights" | null {
  const { full, bare } = normaliseHeading(cell);
  if (full === "") return null;
  if (WEIGHTS.has(full) || WEIGHTS.has(bare)) return "weights";
  return BY_NAME.get(full) ?? BY_NAME.get(bare) ?? null;
}

export function isSettingName(cell: Cell | undefined): boolean {
  return settingOfName(cell) !== null;
}
