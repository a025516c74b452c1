import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { join } from "node:path";
import sirv from "sirv";
import { panePage } from "./panePage";
import type { WorkbenchFolders } from "./workbenchFolders";

/**
 * The page may speak to nobody but this server. Univer styles its elements one by one and draws icons and
 * drag pictures from data.
 */
const PAGE_POLICY = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "worker-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

const PANE_PATH = "/addin/taskpane.html";

/** Serves the page, the built add-in beside it, and Office.js and Univer's styles out of node_modules. */
export function workbenchServer({ root, addin, page, univer }: WorkbenchFolders): Server {
  const modules = join(root, "node_modules");
  // dev: files are looked up on each request, so a new build shows on reload.
  const folder = (path: string) => sirv(path, { dev: true, etag: true });
  const mounts: readonly { readonly prefix: string; readonly serve: ReturnType<typeof sirv> }[] = [
    { prefix: "/addin", serve: folder(addin) },
    { prefix: "/page", serve: folder(page) },
    { prefix: "/office", serve: folder(join(modules, "@microsoft/office-js/dist")) },
    { prefix: "/univer", serve: folder(univer) },
    { prefix: "/univer-styles", serve: folder(join(modules, "@univerjs")) },
    { prefix: "/styles", serve: folder(join(root, "src/workbench/page")) },
    { prefix: "/assets", serve: folder(join(root, "assets")) },
  ];

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    if (path === "/") {
      const html = await readFile(join(root, "src/workbench/page/index.html"), "utf8");
      response.setHeader("Content-Security-Policy", PAGE_POLICY);
      send(response, html);
    } else if (path === PANE_PATH) {
      send(response, panePage(await readFile(join(addin, "taskpane.html"), "utf8")));
    } else {
      const mount = mounts.find(({ prefix }) => path.startsWith(`${prefix}/`));
      if (mount === undefined) return notFound(response);
      request.url = request.url?.slice(mount.prefix.length) ?? "/";
      mount.serve(request, response, () => notFound(response));
    }
  }

  return createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.writeHead(500, { "Content-Type": "text/plain; charset=utf-8" });
      response.end(String(error));
    });
  });
}

function send(response: ServerResponse, html: string): void {
  response.writeHead(200, { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" });
  response.end(html);
}

function notFound(response: ServerResponse): void {
  response.writeHead(404);
  response.end();
}
