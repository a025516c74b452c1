import type { AppServices } from "../app/services";
import { createSession, type Session } from "./session/session";

/** Everything that reads, analyses and writes loads after the pane's first picture. */
async function loadServices(): Promise<AppServices> {
  throw new Error("the steps behind the pane are not there yet");
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
