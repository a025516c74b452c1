import type { Analysis, CustomerRow } from "../core/analysis";
import type { Locale } from "../i18n";
import { createContext } from "./context";
import { reasonOf, segmentName } from "./lists/customerScores";
import { movementFinding } from "./lists/tierMovement";
import { relationWords, type RelationWords } from "./programme/relationWords";
import { findings } from "./sheets/kpiBoard/findings";
import { alertFinding } from "./sheets/riskAlerts";

/** The findings on top of the KPI board, most important first, but for the alert that `reportChanges` tells. */
export function reportFindings(analysis: Analysis, locale: Locale): readonly string[] {
  const untold = { ...analysis, lists: { ...analysis.lists, riskAlerts: [] } };
  return findings(untold, createContext(analysis, locale));
}

/** What changed since the last snapshot; empty without one. */
export function reportChanges(analysis: Analysis, locale: Locale): readonly string[] {
  const context = createContext(analysis, locale);
  return [movementFinding(analysis, context), alertFinding(analysis, context)].filter((text) => text !== "");
}

/** What a report says of one customer in words: segment, need tag, and why the risk is what it is. */
export function customerWords(
  analysis: Analysis,
  { bookIndex, segment, tag }: Pick<CustomerRow, "bookIndex" | "segment" | "tag">,
  locale: Locale,
): { readonly segment: string; readonly tag: string; readonly risk: string } {
  const context = createContext(analysis, locale);
  const { predictions, decimals } = analysis;
  return {
    segment: segmentName(segment, context),
    tag: context.words.tag(tag),
    risk: predictions === null ? "" : reasonOf(predictions, { bookIndex }, context, decimals),
  };
}

/** What a report says of the relation with one customer; `place`: in `analysis.customers`. */
export function customerRelation(analysis: Analysis, place: number, locale: Locale): RelationWords {
  const { t, words } = createContext(analysis, locale);
  return relationWords(analysis, place, t, words);
}
