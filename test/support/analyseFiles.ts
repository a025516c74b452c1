import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { analyseSheets } from "../../src/app/analyseSheets";
import type { Analysis } from "../../src/core/analysis";
import type { RawSheet } from "../../src/core/tables";
import { readCsv, type StatedSettings } from "../../src/sources";

/** The CSV files of a folder under test/fixtures, as the command line reads them. */
export function fixtureSheets(folder: string): readonly RawSheet[] {
  const path = join(__dirname, "..", "fixtures", folder);
  return readdirSync(path)
    .filter((name) => name.endsWith(".csv"))
    .sort()
    .map((name) => {
      const read = readCsv(new Uint8Array(readFileSync(join(path, name))), name);
      if ("problem" in read) throw new Error(`${name}: ${read.problem.code}`);
      return read.sheet;
    });
}

/** The one path from sheets to an analysis, with the settings of a user. */
export function analysisOf(sheets: readonly RawSheet[], settings: StatedSettings["settings"] = {}): Analysis {
  const { analysis, questions } = analyseSheets(sheets, { settings: [settings] });
  if (analysis === null) throw new Error(`no orders recognised: ${JSON.stringify(questions)}`);
  return analysis;
}
