import type { WorkbenchTranslate } from "../../i18n/workbench";
import type { NotShown } from "../book/openWorkbook";

/** What of an opened file is not on screen, in one sentence; null: all of it is. */
export function notShownSentence(t: WorkbenchTranslate, notShown: NotShown | "looks"): string | null {
  if (notShown === "looks") return t("workbench.notShown.looks");
  const { charts, pictures, pivots, rules } = notShown;
  return charts + pictures + pivots + rules === 0
    ? null
    : t("workbench.notShown.some", { charts, pictures, pivots, rules });
}
