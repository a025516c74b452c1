import type { AppServices } from "../app/services";
import { createSession, type Session } from "./session/session";

/** Everything that reads, analyses and writes loads after the pane's first picture. */
async function loadServices(): Promise<AppServices> {
  const [{ createServices }, { createBackgroundAnalyst }, { startAnalystWorker }, { createDesk }] =
    await Promise.all([
      import("../app/createServices"),
      import("../app/worker/createBackgroundAnalyst"),
      import("../app/worker/startAnalystWorker"),
      import("../excel"),
    ]);
  return createServices({
    desk: createDesk(),
    analyst: createBackgroundAnalyst({
      startWorker: startAnalystWorker,
      inPlace: async () => (await import("../app/createAnalyst")).createAnalyst(),
    }),
    // The shell keeps the page's language true.
    locale: () => (document.documentElement.lang === "en" ? "en" : "zh-CN"),
    clock: () => performance.now(),
  });
}

let connecting: Promise<Session> | null = null;

/** The pane's session with the open workbook: one for pane and ribbon. After a failure it is tried anew. */
export function connectSession(): Promise<Session> {
  connecting ??= loadServices()
    .then(createSession)
    .catch((error: unknown) => {
      connecting = null;
      throw error;
    });
  return connecting;
}
