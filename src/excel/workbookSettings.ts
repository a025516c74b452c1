import { RANGE_BYTES } from "./cellSteps";
import { WorkbookError } from "./desk";
import { inExcel } from "./inExcel";
import { textBytes } from "./payload";
import type { Step } from "./steps";

/** Before every key of ours: other add-ins keep settings in the same workbook. */
const PREFIX = "tenure.";
const VERSION = 1;

interface Kept {
  readonly version: number;
  readonly value: string;
}

/** A setting as it lies in the workbook. */
function keptSetting(value: string): string {
  return JSON.stringify({ version: VERSION, value } satisfies Kept);
}

export function settingKey(key: string): string {
  return PREFIX + key;
}

/**
 * What a setting holds; null for one that is none of ours.
 *
 * @throws WorkbookError "unsupported" for one that a later release wrote: reading half of it would lose the rest
 */
export function readSetting(raw: unknown): string | null {
  if (typeof raw !== "string") return null;
  let kept: Partial<Kept> | null;
  try {
    kept = JSON.parse(raw) as Partial<Kept> | null;
  } catch {
    // Somebody else's text under our prefix.
    return null;
  }
  if (typeof kept?.value !== "string" || typeof kept.version !== "number") return null;
  if (kept.version > VERSION)
    throw new WorkbookError("unsupported", { api: `settings version ${kept.version}` });
  return kept.value;
}

/** A value kept in the workbook under our prefix, so that it travels with the file; null: none. */
export function workbookSetting(key: string): Promise<string | null> {
  return inExcel(async (context) => {
    const setting = context.workbook.settings.getItemOrNullObject(settingKey(key));
    setting.load("value");
    await context.sync();
    return setting.isNullObject ? null : readSetting(setting.value);
  });
}

/** Keeps a value in the workbook under our prefix; null takes it away. */
export function setWorkbookSetting(key: string, value: string | null): Promise<void> {
  return inExcel(async (context) => {
    const { settings } = context.workbook;
    if (value !== null) {
      settings.add(settingKey(key), keptSetting(value));
      await context.sync();
      return;
    }
    const setting = settings.getItemOrNullObject(settingKey(key));
    await context.sync();
    if (setting.isNullObject) return;
    setting.delete();
    await context.sync();
  });
}

/** Keeping a setting as one of many calls. */
export function settingStep(key: string, value: string): Step {
  const kept = keptSetting(value);
  return {
    bytes: RANGE_BYTES + textBytes(kept),
    run: ({ context }) => {
      context.workbook.settings.add(settingKey(key), kept);
    },
  };
}
