import type { Locale } from "../i18n";

/** Help pages of a language, relative to the pane's own page. */
export const helpFolder = (locale: Locale): string => (locale === "zh-CN" ? "help/zh-cn" : "help");

/** The ribbon's help button: the help pages in the browser, or the pane where the host cannot open one. */
export function associateHelp(locale: () => Locale): void {
  Office.actions.associate("openHelp", (event) => {
    const url = new URL(`${helpFolder(locale())}/index.html`, document.baseURI).href;
    try {
      if (Office.context.requirements.isSetSupported("OpenBrowserWindowApi", "1.1")) {
        Office.context.ui.openBrowserWindow(url);
      } else {
        void Office.addin.showAsTaskpane();
      }
    } finally {
      event.completed();
    }
  });
}
