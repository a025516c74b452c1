import { useMemo } from "react";
import { insightTranslator, type InsightTranslate } from "../../i18n/insightWords";
import { useWords, type Words } from "./useWords";

/** Words of the pages that bring their own; `pane` has those of the frame. */
export function useInsightWords(): Omit<Words, "t"> & {
  readonly t: InsightTranslate;
  readonly pane: Words["t"];
} {
  const { locale, format, t: pane } = useWords();
  return useMemo(() => ({ locale, format, pane, t: insightTranslator(locale) }), [locale, format, pane]);
}
