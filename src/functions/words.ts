import type { Language } from "../core/settings";
import { common as commonEn } from "../i18n/en/common";
import { functions as functionsEn } from "../i18n/en/functions";
import { prediction as predictionEn } from "../i18n/en/prediction";
import { fillHoles } from "../i18n/fillHoles";
import { common as commonZh } from "../i18n/zhCN/common";
import { functions as functionsZh } from "../i18n/zhCN/functions";
import { prediction as predictionZh } from "../i18n/zhCN/prediction";

// Only these areas: the words of reports and help pages would double the size of functions.js.
const WORDS = {
  en: { ...commonEn, ...functionsEn, ...predictionEn },
  zh: { ...commonZh, ...functionsZh, ...predictionZh },
} as const;

export type Word = keyof (typeof WORDS)["en"];

/** A word or sentence that a function shows in a cell or its error. */
export function word(
  language: Language,
  key: Word,
  holes: Readonly<Record<string, string | number>> = {},
): string {
  return fillHoles(WORDS[language][key], holes);
}

export function isWord(key: string): key is Word {
  return key in WORDS.en;
}

/** A word in every language, to recognise it whatever language a sheet was written in. */
export function wordsIn(key: Word): readonly string[] {
  return [WORDS.zh[key], WORDS.en[key]];
}
