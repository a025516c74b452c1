import { isInsightKey, type InsightTranslate } from "../../../i18n/insightWords";
import type { FormulaParameter } from "./formulaText";

/** What a person calls an argument; one without a word of its own keeps its name in the metadata. */
export function argumentName(t: InsightTranslate, { name }: FormulaParameter): string {
  const key = `argument.${name}`;
  return isInsightKey(key) ? t(key) : name;
}
