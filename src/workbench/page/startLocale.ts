import type { Locale } from "../../i18n";

const localeOf = (tag: string): Locale => (tag.toLowerCase().startsWith("zh") ? "zh-CN" : "en");

/** `?lang=` of the address, else the browser's first language. */
export function startLocale(search: string, browserLanguage: string): Locale {
  return localeOf(new URLSearchParams(search).get("lang") ?? browserLanguage);
}
