import { teamsHighContrastTheme, webDarkTheme, webLightTheme, type Theme } from "@fluentui/react-components";
import type { DrawnLook } from "./looks";

/** Fluent's families name no Chinese fonts, so a browser would pick one by chance, often with Japanese glyphs. */
const FAMILY =
  '"Segoe UI Variable Text", "Segoe UI", "Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", system-ui, sans-serif';

const withFamily = (theme: Theme): Theme => ({ ...theme, fontFamilyBase: FAMILY });

export const THEMES: Readonly<Record<DrawnLook, Theme>> = {
  light: withFamily(webLightTheme),
  dark: withFamily(webDarkTheme),
  contrast: withFamily(teamsHighContrastTheme),
};
