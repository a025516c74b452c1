import type { WorkbenchTranslate } from "../../i18n/workbench";
import type { GridModel } from "../book/modelOfSnapshot";

/** What of the screen a downloaded file has otherwise or not at all; null: it has everything. */
export function downloadSentence(
  t: WorkbenchTranslate,
  { formulasAsValues, left }: GridModel,
): string | null {
  if (left > 0) return t("workbench.download.left", { formulas: formulasAsValues, left });
  return formulasAsValues > 0 ? t("workbench.download.formulas", { formulas: formulasAsValues }) : null;
}
