import { translator, type Locale } from "../i18n";
import { drawPane } from "./drawPane";
import { watchHost, type HostState } from "./hostState";
import { associateHelp } from "./openHelp";

const localeOf = (tag: string): Locale => (tag.toLowerCase().startsWith("zh") ? "zh-CN" : "en");

let locale = localeOf(navigator.language);

function show(state: HostState): void {
  if (state.status === "inside") {
    if (state.displayLanguage !== null) locale = localeOf(state.displayLanguage);
    if (state.darkTheme !== null)
      document.documentElement.dataset["theme"] = state.darkTheme ? "dark" : "light";
    associateHelp(() => locale);
  }
  void drawPane(document, translator(locale), locale, state);
}

watchHost(document.getElementById("office") as HTMLScriptElement, show);
