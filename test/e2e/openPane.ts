import { createServer, type Server } from "node:http";
import { readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { chromium, type Browser, type BrowserContext, type Page } from "playwright-core";
import sirv from "sirv";
import { addinFiles } from "../../src/functions/build/addinFilesPlugin";
import type { FakeWorld } from "../support/pane/fakeServices";
import { workbenchFolders } from "../../src/workbench/serve/workbenchFolders";
import type { PageId } from "../../src/taskpane/shell/pageIds";
import { browserPath } from "./browserPath";

const ROOT = join(__dirname, "../..");

/** Which pane is wanted; see `test/support/pane/preview.tsx`. */
export interface PaneWanted {
  readonly lang: "zh-CN" | "en";
  readonly look?: "auto" | "light" | "dark" | "contrast";
  readonly page?: PageId;
  readonly host?: "inside" | "unreachable" | "outside" | "blocked" | "loading" | "old";
  readonly world?: FakeWorld;
  readonly welcomed?: boolean;
  /** A long task stays at its third step. */
  readonly slow?: boolean;
  /** Width of the pane in pixels. */
  readonly width?: number;
}

export interface PaneBrowser {
  /** Opens a pane; `faults` fills with whatever goes wrong unseen: script errors and breaches of the policy. */
  open(wanted: PaneWanted): Promise<{ readonly page: Page; readonly faults: readonly string[] }>;
  close(): Promise<void>;
}

/** Serves the built preview under the pane's own policy, and a browser to look at it. */
export async function openPaneBrowser(): Promise<PaneBrowser> {
  const server = await serve();
  const { port } = server.address() as AddressInfo;
  const browser: Browser = await chromium.launch({
    executablePath: browserPath(),
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
  });
  // One for each language: what it has loaded once, it need not load again.
  const contexts = new Map<string, BrowserContext>();
  const contextOf = async (lang: string): Promise<BrowserContext> => {
    const context = contexts.get(lang) ?? (await browser.newContext({ locale: lang }));
    contexts.set(lang, context);
    return context;
  };
  return {
    open: async ({ width = 320, welcomed = false, slow = false, ...wanted }) => {
      const page = await (await contextOf(wanted.lang)).newPage();
      await page.setViewportSize({ width, height: 760 });
      const faults: string[] = [];
      page.on("pageerror", (error) => faults.push(String(error)));
      page.on("console", (message) => {
        if (message.type() === "error") faults.push(message.text());
      });
      const query = new URLSearchParams({
        ...wanted,
        ...(welcomed ? { welcomed: "1" } : {}),
        ...(slow ? { slow: "1" } : {}),
      });
      await page.goto(`http://localhost:${port}/taskpane.html?${query}`);
      await page.locator("h1, h2").first().waitFor();
      return { page, faults };
    },
    close: async () => {
      await browser.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

async function serve(): Promise<Server> {
  const files = await addinFiles({ root: ROOT, env: {} });
  const pane = sirv(workbenchFolders(ROOT).panePreview, { dev: true });
  const assets = sirv(join(ROOT, "assets"), { dev: true });
  const styles = sirv(join(ROOT, "src/taskpane"), { dev: true });
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    const missing = (): void => void response.writeHead(404).end();
    if (path === "/taskpane.html") {
      response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end(previewPage());
    } else if (path === "/functions.json" || path === "/functions-zh-cn.json") {
      response.writeHead(200, { "Content-Type": "application/json" }).end(files.get(path.slice(1)));
    } else if (path.endsWith(".html")) {
      const text = files.get(path.slice(1));
      response
        .writeHead(text === undefined ? 404 : 200, { "Content-Type": "text/html; charset=utf-8" })
        .end(text);
    } else if (path.startsWith("/assets/")) {
      request.url = path.slice("/assets".length);
      assets(request, response, missing);
    } else if (path.endsWith(".css")) {
      styles(request, response, missing);
    } else {
      pane(request, response, missing);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  return server;
}

/** The page as it ships, without Excel: its policy stays, the other scripts go. */
function previewPage(): string {
  return readFileSync(join(ROOT, "src/taskpane/taskpane.html"), "utf8")
    .replaceAll(" {{OFFICE_ORIGIN}}", "")
    .replace(/ *<script id="office"[^>]*><\/script>\n/, "")
    .replace(/ *<script src="functions\.js"[^>]*><\/script>\n/, "");
}
