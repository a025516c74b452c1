import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const ROOT = resolve(__dirname, "../..");
const MAIN = join(ROOT, "src/cli/main.ts");
const TSX = require.resolve("tsx/cli");

export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A folder of its own for one test, where the command runs and writes. */
export interface Bench {
  readonly folder: string;
  readonly path: (name: string) => string;
  readonly run: (...args: readonly string[]) => Promise<Outcome>;
  readonly files: () => readonly string[];
  readonly json: (name: string) => unknown;
  readonly clear: () => void;
}

/** Runs the command line as people do: a process of its own, in a folder of its own. */
export function openBench(): Bench {
  const folder = mkdtempSync(join(tmpdir(), "tenure-cli-"));
  const path = (name: string) => join(folder, name);
  return {
    folder,
    path,
    run: (...args) =>
      new Promise((done) => {
        const env = { ...process.env, LANG: "C.UTF-8" };
        execFile(process.execPath, [TSX, MAIN, ...args], { cwd: folder, env }, (error, out, err) => {
          done({ code: error === null ? 0 : Number(error.code), out, err });
        });
      }),
    files: () => readdirSync(folder).sort(),
    json: (name) => JSON.parse(readFileSync(path(name), "utf8")) as unknown,
    clear: () => rmSync(folder, { recursive: true, force: true }),
  };
}
