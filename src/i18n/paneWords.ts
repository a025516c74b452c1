import type { Holes, Locale } from ".";
import { app } from "./en/app";
import { common } from "./en/common";
import { pane } from "./en/pane";
import { problem } from "./en/problem";
import { fillHoles } from "./fillHoles";
import { app as appChinese } from "./zhCN/app";
import { common as commonChinese } from "./zhCN/common";
import { pane as paneChinese } from "./zhCN/pane";
import { problem as problemChinese } from "./zhCN/problem";

const en = { ...app, ...common, ...problem, ...pane };

export type PaneKey = keyof typeof en;
export type PaneTranslate = (key: PaneKey, holes?: Holes) => string;

const MESSAGES: Record<Locale, Record<PaneKey, string>> = {
  en,
  "zh-CN": { ...appChinese, ...commonChinese, ...problemChinese, ...paneChinese },
};

/**
 * Words of the pane's frame and first pages. They stand apart from those of sheets, formulas and help pages,
 * which are four times as many and would make the pane late; a page that opens later may bring its own.
 */
export function paneTranslator(locale: Locale): PaneTranslate {
  return (key, holes = {}) => fillHoles(MESSAGES[locale][key], holes);
}

/** Whether the pane has a sentence under this key: for keys made from codes that come from elsewhere. */
export const isPaneKey = (key: string): key is PaneKey => Object.hasOwn(en, key);
