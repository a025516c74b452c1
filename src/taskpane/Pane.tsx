import { AriaLiveAnnouncer, FluentProvider, makeStyles } from "@fluentui/react-components";
import { useEffect, useMemo, type ReactNode } from "react";
import type { Locale } from "../i18n";
import { Connected } from "./host/Connected";
import { HostPage } from "./host/HostPage";
import type { HostState } from "./host/hostState";
import { drawnLook } from "./look/looks";
import { themeOf } from "./look/themes";
import { useMedia } from "./look/useMedia";
import type { Preferences } from "./preferences/preferences";
import { PreferencesContext } from "./preferences/usePreferences";
import type { Session } from "./session/session";
import type { Store } from "./session/store";
import { useStore } from "./session/useStore";
import { paneLocale } from "./words/paneLocale";
import { WordsContext, wordsOf } from "./words/useWords";

const useStyles = makeStyles({
  // What the provider wears its pop-ups wear too: a height here would lay an open list over the whole pane.
  provider: {
    overflowWrap: "anywhere",
    // No last line of a single character.
    textWrap: "pretty",
  },
  root: { height: "100vh" },
});

interface Props {
  readonly host: HostState;
  readonly preferences: Store<Preferences>;
  /** Made once the host is known to be Excel; a rejected one may be asked for again. */
  readonly connect: () => Promise<Session>;
}

/** The whole pane: its language and look, and what stands in it wherever it was opened. */
export function Pane({ host, preferences, connect }: Props): ReactNode {
  const styles = useStyles();
  const { locale: chosenLocale, look: chosen } = useStore(preferences);
  const systemDark = useMedia("(prefers-color-scheme: dark)");
  const excel = host.status === "inside" || host.status === "old" ? host : null;
  const locale: Locale = paneLocale(chosenLocale, excel?.displayLanguage ?? null, navigator.language);
  const look = drawnLook({ chosen, officeDark: excel?.darkTheme ?? null, systemDark });
  const words = useMemo(() => wordsOf(locale), [locale]);
  const theme = useMemo(() => themeOf(look, locale), [look, locale]);

  useEffect(() => {
    document.documentElement.lang = locale;
    document.documentElement.dataset["theme"] = look;
    document.title = words.t("pane.title");
  }, [locale, look, words]);

  return (
    <FluentProvider theme={theme} className={styles.provider}>
      <AriaLiveAnnouncer>
        <PreferencesContext value={preferences}>
          <WordsContext value={words}>
            <div className={styles.root}>
              {host.status === "inside" ? <Connected connect={connect} /> : <HostPage host={host} />}
            </div>
          </WordsContext>
        </PreferencesContext>
      </AriaLiveAnnouncer>
    </FluentProvider>
  );
}
