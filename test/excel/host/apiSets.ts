import { readFileSync } from "node:fs";
import { join } from "node:path";

const TYPES = join(__dirname, "..", "..", "..", "node_modules", "@types", "office-js", "index.d.ts");

/** A member of Excel's API as Microsoft's typings state it. */
export interface ApiMember {
  /** The ExcelApi release it came with, 109 for 1.9. */
  readonly set: number;
  /** The class of the object it is, "ChartTitle"; null: a value or a method. */
  readonly objectOf: string | null;
}

let known: ReadonlyMap<string, ApiMember> | null = null;

/** Every member of Excel's API by "Range.values". */
export function apiMembers(): ReadonlyMap<string, ApiMember> {
  if (known !== null) return known;
  const members = new Map<string, ApiMember>();
  const lines = readFileSync(TYPES, "utf8").split("\n");
  let owner = "";
  let set: number | null = null;
  let inExcel = false;
  for (const line of lines) {
    if (/^declare namespace /.test(line)) inExcel = line.startsWith("declare namespace Excel ");
    if (!inExcel) continue;
    owner = /^ {4}class (\w+)/.exec(line)?.[1] ?? (/^ {4}(?:interface|enum)/.test(line) ? "" : owner);
    if (/^ {8}\/\*\*/.test(line)) set = null;
    const stated = /\[Api set: ExcelApi (\d+)\.(\d+)/.exec(line);
    if (stated !== null) set = Number(stated[1]) * 100 + Number(stated[2]);
    const member = /^ {8}(?:readonly )?(\w+)\??(?:\(|:)/.exec(line)?.[1];
    if (owner === "" || member === undefined || set === null) continue;
    const key = `${owner}.${member}`;
    const before = members.get(key);
    members.set(key, {
      set: Math.min(before?.set ?? set, set),
      objectOf: /: (?:Excel\.)?([A-Z]\w+);$/.exec(line)?.[1] ?? before?.objectOf ?? null,
    });
  }
  known = members;
  return members;
}

/** "1.20" as a number that compares. */
export function apiVersion(text: string): number {
  const [major = "0", minor = "0"] = text.split(".");
  return Number(major) * 100 + Number(minor);
}
