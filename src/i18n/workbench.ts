import type { Holes, Locale } from ".";
import { workbench as en } from "./en/workbench";
import { fillHoles } from "./fillHoles";
import { workbench as zhCN } from "./zhCN/workbench";

export type WorkbenchKey = keyof typeof en;
export type WorkbenchTranslate = (key: WorkbenchKey, holes?: Holes) => string;

const MESSAGES: Record<Locale, Record<WorkbenchKey, string>> = { en, "zh-CN": zhCN };

/** Words of the workbench page. They stand apart from all others, so that the add-in ships without them. */
export function workbenchTranslator(locale: Locale): WorkbenchTranslate {
  return (key, holes = {}) => fillHoles(MESSAGES[locale][key], holes);
}
