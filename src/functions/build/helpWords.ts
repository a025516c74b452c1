import type { Language } from "../../core/settings";
import { common as commonEn } from "../../i18n/en/common";
import { functions as functionsEn } from "../../i18n/en/functions";
import { help as helpEn } from "../../i18n/en/help";
import { prediction as predictionEn } from "../../i18n/en/prediction";
import { fillHoles } from "../../i18n/fillHoles";
import { common as commonZh } from "../../i18n/zhCN/common";
import { functions as functionsZh } from "../../i18n/zhCN/functions";
import { help as helpZh } from "../../i18n/zhCN/help";
import { prediction as predictionZh } from "../../i18n/zhCN/prediction";

const WORDS = {
  en: { ...commonEn, ...functionsEn, ...predictionEn, ...helpEn },
  zh: { ...commonZh, ...functionsZh, ...predictionZh, ...helpZh },
} as const;

/** What help pages say: their own words, and those that the functions show in cells. */
export type HelpWord = keyof (typeof WORDS)["en"];

export function helpWord(
  language: Language,
  key: HelpWord,
  holes: Readonly<Record<string, string | number>> = {},
): string {
  return fillHoles(WORDS[language][key], holes);
}

/** A sentence as a pattern, with … where a call's own figures stand. */
export function helpPattern(language: Language, key: HelpWord): string {
  return WORDS[language][key].replace(/\{\w+\}/g, "…");
}

export function isHelpWord(key: string): key is HelpWord {
  return key in WORDS.en;
}
