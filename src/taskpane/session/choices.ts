import type { GenerateOptions, SavedChoices } from "../../app/services";
import type { Locale } from "../../i18n";

/** The brief's defaults: nothing was changed. */
export const NO_CHOICES: SavedChoices = {
  version: 1,
  overrides: { sheets: {}, columns: {} },
  settings: {},
};

/** The language reports are written in: the one chosen, else the pane's. */
export function reportLocale(choices: SavedChoices, paneLocale: Locale): Locale {
  const { language } = choices.settings;
  if (language === undefined) return paneLocale;
  return language === "zh" ? "zh-CN" : "en";
}

/** What a report or an analysis is to be made with. */
export function generateOptions(choices: SavedChoices, paneLocale: Locale): GenerateOptions {
  const { overrides, settings } = choices;
  return { locale: reportLocale(choices, paneLocale), overrides, settings };
}
