import { act, render, type RenderResult } from "@testing-library/react";
import type { AppServices } from "../../../src/app/services";
import type { Locale } from "../../../src/i18n";
import type { HostState } from "../../../src/taskpane/host/hostState";
import { Pane } from "../../../src/taskpane/Pane";
import { createPreferences } from "../../../src/taskpane/preferences/preferences";
import { createSession, type Session } from "../../../src/taskpane/session/session";
import type { PageId } from "../../../src/taskpane/shell/pageIds";
import { fakeServices, type FakeWorld } from "./fakeServices";

interface Wanted {
  readonly locale?: Locale;
  readonly world?: FakeWorld;
  readonly page?: PageId;
  readonly host?: HostState;
  readonly welcomed?: boolean;
  readonly services?: Partial<AppServices>;
  readonly connect?: (session: Session) => Promise<Session>;
}

/** The pane over a workbook on paper, drawn and settled. */
export async function drawPane({
  locale = "en",
  world = "shop",
  page = "data",
  host = { status: "inside", displayLanguage: locale, darkTheme: false, partition: "" },
  welcomed = true,
  services = {},
  connect = (session) => Promise.resolve(session),
}: Wanted = {}): Promise<RenderResult & { readonly session: Session }> {
  const session = createSession({ ...fakeServices({ world, locale }), ...services });
  session.page.set(page);
  const preferences = createPreferences("", null);
  preferences.set({ locale, look: "light", welcomed });
  const drawn = render(<Pane host={host} preferences={preferences} connect={() => connect(session)} />);
  await settle();
  return { ...drawn, session };
}

/** Lets promises, timers of no length and lazily loaded pages come to an end. */
export async function settle(): Promise<void> {
  for (let round = 0; round < 8; round += 1) {
    await act(async () => {
      await new Promise((resolve) => setTimeout(resolve, 5));
    });
  }
}
