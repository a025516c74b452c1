import { randomBytes } from "node:crypto";
import { renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { UsageError } from "./usageError";

export interface NewFile {
  readonly path: string;
  readonly content: Uint8Array | string;
}

/** The reason a file system gives, in as few words as it has: "EACCES". */
export function systemReason(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}

/**
 * Writes all of the files or none: each beside its place under a name of its own first, then moved over.
 * Whatever is left when something fails, or when the process is told to stop, is removed.
 *
 * @throws UsageError when the file system refuses
 */
export function writeFiles(files: readonly NewFile[]): void {
  const drafts = files.map(({ path, content }) => ({
    path,
    content,
    draft: join(dirname(path), `.${basename(path)}.${randomBytes(6).toString("hex")}.tmp`),
  }));
  const clean = () => {
    for (const { draft } of drafts) rmSync(draft, { force: true });
  };
  process.once("exit", clean);
  let current = files[0]?.path ?? "";
  try {
    for (const { path, content, draft } of drafts) {
      current = path;
      writeFileSync(draft, content, { flag: "wx" });
    }
    for (const { path, draft } of drafts) {
      current = path;
      renameSync(draft, path);
    }
  } catch (error) {
    throw new UsageError("cli.out.unwritable", { file: current, reason: systemReason(error) });
  } finally {
    clean();
    process.removeListener("exit", clean);
  }
}
