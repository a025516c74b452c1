import type { Locale } from "../i18n";

/** Help pages of a language, relative to the pane's own page. */
export const helpFolder = (locale: Locale): string => (locale === "zh-CN" ? "help/zh-cn" : "help");
