import { teamsHighContrastTheme, webDarkTheme, webLightTheme, type Theme } from "@fluentui/react-components";
import type { Locale } from "../../i18n";
import type { DrawnLook } from "./looks";

/**
 * Fluent's families name no Chinese fonts, so a browser would pick one by chance, often with Japanese glyphs. In English
 * they come last: a Chinese font draws quotation marks and dashes as wide as its characters.
 */
const FAMILIES: Readonly<Record<Locale, string>> = {
  "zh-CN":
    '"Segoe UI Variable Text", "Segoe UI", "Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", system-ui, sans-serif',
  en: '"Segoe UI Variable Text", "Segoe UI", -apple-system, BlinkMacSystemFont, "Helvetica Neue", "Noto Sans", "Liberation Sans", "DejaVu Sans", Arial, "Microsoft YaHei UI", "PingFang SC", "Noto Sans CJK SC", sans-serif',
};

const LOOKS: Readonly<Record<DrawnLook, Theme>> = {
  light: webLightTheme,
  dark: webDarkTheme,
  contrast: teamsHighContrastTheme,
};

/** Colours of a look, in the fonts of a language. */
export const themeOf = (look: DrawnLook, locale: Locale): Theme => ({
  ...LOOKS[look],
  fontFamilyBase: FAMILIES[locale],
});
