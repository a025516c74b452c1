import type { Language } from "../core/settings";
import { common as commonEn } from "../i18n/en/common";
import { functions as functionsEn } from "../i18n/en/functions";
import { fillHoles } from "../i18n/fillHoles";
import { common as commonZh } from "../i18n/zhCN/common";
import { functions as functionsZh } from "../i18n/zhCN/functions";

// Only these two areas: the words of the reports would double the size of functions.js.
const WORDS = {
  en: { ...commonEn, ...functionsEn },
  zh: { ...commonZh, ...functionsZh },
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

/** A sentence as a pattern, with … where a call's own figures stand. */
export function pattern(language: Language, key: Word): string {
  return WORDS[language][key].replace(/\{\w+\}/g, "…");
}

export function isWord(key: string): key is Word {
  return key in WORDS.en;
}

/** A word in every language, to recognise it whatever language a sheet was written in. */
export function wordsIn(key: Word): readonly string[] {
  return [WORDS.zh[key], WORDS.en[key]];
}
