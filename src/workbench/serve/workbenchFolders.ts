import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Where the parts of the workbench lie once they are built; nothing of it is ever in dist/. */
export interface WorkbenchFolders {
  /** The project's folder. */
  readonly root: string;
  /** The add-in, built as for production. */
  readonly addin: string;
  /** The page around grid and pane. */
  readonly page: string;
  /** Univer, which is large and changes with its version alone: built once and kept. */
  readonly univer: string;
  /** The pane over a workbook on paper, for browser tests of its pages. */
  readonly panePreview: string;
  /** What webpack keeps from one build to the next. */
  readonly cache: string;
}

/** Checkouts may share one node_modules, so each has a folder of its own in it. */
export function workbenchFolders(root: string): WorkbenchFolders {
  const kept = join(root, "node_modules", ".cache", "tenure-workbench");
  const own = join(kept, shortHash(root));
  // The lock file names the version of every package that goes into it.
  const packages = shortHash(readFileSync(join(root, "package-lock.json"), "utf8"));
  return {
    root,
    addin: join(own, "addin"),
    page: join(own, "page"),
    univer: join(kept, `univer-${packages}`),
    panePreview: join(own, "pane-preview"),
    cache: join(own, "webpack"),
  };
}

const shortHash = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 8);
