import type { Locale } from "../i18n";
import { helpFolder } from "./helpFolder";

/** The ribbon's help button: the help pages in the browser, or the pane where the host cannot open one. */
export async function openHelp(locale: Locale): Promise<void> {
  const url = new URL(`${helpFolder(locale)}/index.html`, document.baseURI).href;
  if (Office.context.requirements.isSetSupported("OpenBrowserWindowApi", "1.1")) {
    Office.context.ui.openBrowserWindow(url);
  } else {
    await Office.addin.showAsTaskpane();
  }
}
