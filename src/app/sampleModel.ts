import { SAMPLE_SEED, sampleShop } from "../sample";
import { NO_OVERRIDES, readTables } from "../sources";
import type { Locale } from "../i18n";
import type { WorkbookModel } from "../reports";
import { INPUT_STYLES, inputSheets } from "./inputSheets";
import { createPseudonyms } from "./pseudonyms";

const FONTS = { "zh-CN": "Microsoft YaHei", en: "Calibri" } as const;

/** The bundled sample shop as plain sheets, to be added to a workbook. */
export function sampleModel(locale: Locale): WorkbookModel {
  const rawSheets = sampleShop({ seed: SAMPLE_SEED, locale });
  const { tables } = readTables(rawSheets, NO_OVERRIDES);
  const { sheets } = inputSheets(rawSheets, tables, [], "none", createPseudonyms(false));
  return {
    title: "Tenure",
    language: locale === "en" ? "en" : "zh",
    font: FONTS[locale],
    fontSize: 10,
    styles: INPUT_STYLES,
    sheets,
    names: [],
  };
}
