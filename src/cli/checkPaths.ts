import { realpathSync, statSync, type Stats } from "node:fs";
import { dirname, resolve } from "node:path";
import type { CommandLine } from "./commandLine";
import { UsageError } from "./usageError";

const stats = (path: string): Stats | undefined => statSync(path, { throwIfNoEntry: false });

/** Two names of one file: links and letter case included. */
function sameFile(a: Stats, b: Stats): boolean {
  return a.ino === b.ino && a.dev === b.dev;
}

/** Where a file that may not exist yet would stand, with links in its folder followed. */
function placeOf(path: string): string {
  const full = resolve(path);
  const folder = dirname(full);
  return stats(folder) ? `${realpathSync(folder)}${full.slice(folder.length)}` : full;
}

/**
 * Makes sure that every input is a file, once, and that nothing given would be overwritten.
 *
 * @returns the inputs, each once, and those that were given twice
 * @throws UsageError naming the file
 */
export function checkPaths(line: CommandLine): {
  readonly inputs: readonly string[];
  readonly repeated: readonly string[];
} {
  const inputs: { readonly path: string; readonly stats: Stats }[] = [];
  const repeated: string[] = [];
  for (const path of line.inputs) {
    const found = stats(path);
    if (!found) throw new UsageError("cli.file.notFound", { file: path });
    if (found.isDirectory()) throw new UsageError("cli.file.isFolder", { file: path });
    if (inputs.some((input) => sameFile(input.stats, found))) repeated.push(path);
    else inputs.push({ path, stats: found });
  }
  const kept = [...inputs];
  if (line.settings !== null) {
    const found = stats(line.settings);
    if (!found) throw new UsageError("cli.file.notFound", { file: line.settings });
    if (found.isDirectory()) throw new UsageError("cli.file.isFolder", { file: line.settings });
    kept.push({ path: line.settings, stats: found });
  }
  const outputs = [
    { option: "--out", path: line.out },
    ...(line.json === null ? [] : [{ option: "--json", path: line.json }]),
  ];
  for (const { option, path } of outputs) {
    const found = stats(path);
    if (found?.isDirectory()) throw new UsageError("cli.out.isFolder", { option, file: path });
    if (!stats(dirname(resolve(path)))?.isDirectory())
      throw new UsageError("cli.out.noFolder", { file: path });
    const overwritten = found && kept.find((input) => sameFile(input.stats, found));
    if (overwritten) throw new UsageError("cli.out.isInput", { option, file: overwritten.path });
  }
  if (line.json !== null && placeOf(line.json) === placeOf(line.out))
    throw new UsageError("cli.out.same", { file: line.json });
  return { inputs: inputs.map(({ path }) => path), repeated };
}
