import { createRoot } from "react-dom/client";
import { associateCommands } from "../commands/associateCommands";
import { Pane } from "./Pane";
import { connectSession } from "./connectSession";
import { watchHost, type HostState } from "./host/hostState";
import { localStorageOrNull } from "./preferences/localStorageOrNull";
import { createPreferences } from "./preferences/preferences";
import { createRibbon } from "./ribbon";
import { paneLocale } from "./words/paneLocale";

const root = createRoot(document.getElementById("pane") as HTMLElement);
let preferences = createPreferences("", localStorageOrNull());
let associated = false;

watchHost(document.getElementById("office") as HTMLScriptElement, (host: HostState) => {
  if (host.status === "inside" || host.status === "old") {
    if (!associated) {
      associated = true;
      preferences = createPreferences(host.partition, localStorageOrNull());
      const locale = () => paneLocale(preferences.get().locale, host.displayLanguage, navigator.language);
      const ribbon = createRibbon(connectSession, locale);
      associateCommands(ribbon.commands, ribbon.report);
    }
  }
  root.render(<Pane host={host} preferences={preferences} connect={connectSession} />);
});
