import type { Language } from "../core/settings";
import type { signalReasons } from "../i18n/en/signalReasons";
import { fillHoles } from "../i18n/fillHoles";
import { WORD_TABLES } from "./wordTables";

export type Word = keyof (typeof WORD_TABLES)["en"];

/** A word or sentence that a function shows in a cell or its error. */
export function word(
  language: Language,
  key: Word,
  holes: Readonly<Record<string, string | number>> = {},
): string {
  return fillHoles(WORD_TABLES[language][key], holes);
}

/**
 * `word` of one language, for sentences that functions share with reports. Of the reasons that only other sheets
 * give, none comes up where orders are all there is.
 */
export function sayIn(
  language: Language,
): (key: Word | keyof typeof signalReasons, holes?: Readonly<Record<string, string | number>>) => string {
  return (key, holes) => word(language, key as Word, holes);
}

export function isWord(key: string): key is Word {
  return key in WORD_TABLES.en;
}

/** Name of a returned column: the end of its heading's key. */
export type Column = Word extends infer Key
  ? Key extends `functions.column.${infer Name}`
    ? Name
    : never
  : never;

export function headings(language: Language, columns: readonly Column[]): string[] {
  return columns.map((column) => word(language, `functions.column.${column}`));
}

/** A word in every language, to recognise it whatever language a sheet was written in. */
export function wordsIn(key: Word): readonly string[] {
  return [WORD_TABLES.zh[key], WORD_TABLES.en[key]];
}
