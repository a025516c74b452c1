import { createContext, useContext } from "react";
import type { Locale } from "../../i18n";
import { paneTranslator, type PaneTranslate } from "../../i18n/paneWords";
import { createFormats, type Formats } from "./formats";

/** The pane's language: its sentences, and figures as they are written in it. */
export interface Words {
  readonly locale: Locale;
  readonly t: PaneTranslate;
  readonly format: Formats;
}

export const wordsOf = (locale: Locale): Words => ({
  locale,
  t: paneTranslator(locale),
  format: createFormats(locale),
});

export const WordsContext = createContext<Words>(wordsOf("en"));

export const useWords = (): Words => useContext(WordsContext);
