import type { Holes, Locale } from ".";
import { argumentNames } from "./en/argumentNames";
import { insight } from "./en/insight";
import { fillHoles } from "./fillHoles";
import { argumentNames as argumentNamesChinese } from "./zhCN/argumentNames";
import { insight as insightChinese } from "./zhCN/insight";

const en = { ...insight, ...argumentNames };

export type InsightKey = keyof typeof en;
export type InsightTranslate = (key: InsightKey, holes?: Holes) => string;

const MESSAGES: Record<Locale, Record<InsightKey, string>> = {
  en,
  "zh-CN": { ...insightChinese, ...argumentNamesChinese },
};

/** Words of the pages that load when they are opened: customer, what-if, back-test, formulas. */
export function insightTranslator(locale: Locale): InsightTranslate {
  return (key, holes = {}) => fillHoles(MESSAGES[locale][key], holes);
}

/** Whether there is a sentence under this key: for keys made from codes that come from elsewhere. */
export const isInsightKey = (key: string): key is InsightKey => Object.hasOwn(en, key);
