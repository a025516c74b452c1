import type { Locale } from "../../i18n";

/** The language chosen in the pane, else Excel's, else the browser's; anything but Chinese is English. */
export function paneLocale(chosen: Locale | null, excel: string | null, browser: string): Locale {
  return chosen ?? ((excel ?? browser).toLowerCase().startsWith("zh") ? "zh-CN" : "en");
}
