import type { Server } from "node:http";
import { join } from "node:path";
import { buildWorkbench } from "../../src/workbench/serve/buildWorkbench";
import { listen } from "../../src/workbench/serve/listen";
import { workbenchFolders } from "../../src/workbench/serve/workbenchFolders";
import { workbenchServer } from "../../src/workbench/serve/workbenchServer";

/** Where the tests find the page. Set beforehand, it names one that runs already (`npm start`). */
export const ADDRESS = "TENURE_WORKBENCH";

let server: Server | null = null;

/** Jest's global set-up: builds what `npm start` builds, and serves it on a free port. */
export default async function startWorkbench(): Promise<void> {
  process.env["TZ"] = "Asia/Shanghai";
  if (process.env[ADDRESS] !== undefined) return;
  const folders = workbenchFolders(join(__dirname, "../.."));
  await buildWorkbench(folders.root, () => undefined);
  server = workbenchServer(folders);
  process.env[ADDRESS] = await listen(server, null);
}

/** Its other half, called by `stopWorkbench.ts`. */
export function stop(): void {
  server?.closeAllConnections();
  server?.close();
}
