import type { Cell } from "../../core/tables";
import { normaliseHeading } from "../headings/normaliseHeading";
import { SETTING_SPECS } from "./settingSpecs";
import type { SettingPath } from "./settingSpec";

export const SETTING_PATHS = Object.keys(SETTING_SPECS) as SettingPath[];

/** Names of which one cell gives several settings: 权重 1:1:1, 工作时间 09:00-18:00. */
const COMPOUND_NAMES = {
  weights: ["权重", "weights", "RFM权重", "weights R:F:M"],
  workingHours: ["工作时间", "营业时间", "服务时间", "working hours", "opening hours"],
} as const;

export type CompoundName = keyof typeof COMPOUND_NAMES;

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
const COMPOUND = new Map<string, CompoundName>(
  (Object.keys(COMPOUND_NAMES) as CompoundName[]).flatMap((id) =>
    COMPOUND_NAMES[id].map((name): [string, CompoundName] => [normaliseHeading(name).full, id]),
  ),
);

/** The setting a cell of a settings sheet names; null: none. */
export function settingOfName(cell: Cell | undefined): SettingPath | CompoundName | null {
  const { full, bare } = normaliseHeading(cell);
  if (full === "") return null;
  return COMPOUND.get(full) ?? BY_NAME.get(full) ?? COMPOUND.get(bare) ?? BY_NAME.get(bare) ?? null;
}

export function isSettingName(cell: Cell | undefined): boolean {
  return settingOfName(cell) !== null;
}
