import type { Commands } from "../commands/associateCommands";
import { openHelp } from "../commands/openHelp";
import type { Locale } from "../i18n";
import type { Session } from "./session/session";

/** What the ribbon's buttons do with the pane's session, which both share. */
export interface Ribbon {
  readonly commands: Commands;
  /** Shows an error in the pane, now or when it is opened. */
  readonly report: (error: unknown) => void;
}

export function createRibbon(connect: () => Promise<Session>, locale: () => Locale): Ribbon {
  /** Shows where the report stands; outcomes that need the pane bring it up. */
  async function makeReport(session: Session): Promise<void> {
    const outcome = await session.report.start(locale());
    if (outcome.status !== "failed") return;
    session.page.set("report");
    await Office.addin.showAsTaskpane();
  }

  return {
    commands: {
      // A first report takes a while and leaves much to read: the pane shows both.
      generateReport: async () => {
        const session = await connect();
        session.page.set("report");
        await Office.addin.showAsTaskpane();
        await makeReport(session);
      },
      refreshReport: async () => makeReport(await connect()),
      freezeValues: async () => {
        const session = await connect();
        const outcome = await session.formulas.freeze.start();
        if (outcome.status === "failed") throw outcome.error;
        if (outcome.status !== "done") return;
        const { formulas } = outcome.value;
        session.notice.set({
          kind: "said",
          intent: formulas === 0 ? "info" : "success",
          key: formulas === 0 ? "pane.formulas.freeze.none" : "pane.formulas.freeze.done",
          holes: { count: formulas },
        });
      },
      openHelp: () => openHelp(locale()),
    },
    report: (error) => {
      connect().then(
        (session) => session.notice.set({ kind: "failed", error }),
        // Without a session the pane itself says why there is none.
        () => undefined,
      );
    },
  };
}
