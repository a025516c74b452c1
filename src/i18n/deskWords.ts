import type { Translate } from ".";

/** Words that the Excel layer puts on sheets beside the report's own (`DeskWords` of excel/). */
export function deskWords(t: Translate): {
  readonly keptTitle: string;
  readonly keptExplanation: string;
  readonly keptRow: string;
  readonly keptColumn: string;
  readonly keptNote: string;
  readonly emptied: string;
} {
  return {
    keptTitle: t("desk.keptTitle"),
    keptExplanation: t("desk.keptExplanation"),
    keptRow: t("desk.keptRow"),
    keptColumn: t("desk.keptColumn"),
    keptNote: t("desk.keptNote"),
    emptied: t("desk.emptied"),
  };
}
