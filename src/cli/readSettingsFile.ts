import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { describeProblem } from "../i18n/describeProblem";
import { parseSettings, type StatedSettings } from "../sources";
import { UsageError } from "./usageError";
import { systemReason } from "./writeFiles";

/**
 * The settings a JSON file states.
 *
 * @throws UsageError if it cannot be read, or with every mistake in it
 */
export function readSettingsFile(path: string): StatedSettings {
  const file = basename(path);
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    throw new UsageError("cli.file.unreadable", { file: path, reason: systemReason(error) });
  }
  let json: unknown;
  try {
    // Editors on Windows put a mark at the start that is no JSON.
    json = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    const detail = error instanceof Error ? error.message.replace(/\s+/g, " ") : String(error);
    throw new UsageError("settingProblem.notReadable", { file, detail });
  }
  const stated = parseSettings(json);
  if (stated.problems.length > 0)
    throw new UsageError((t) =>
      stated.problems.map((problem) => describeProblem(t, "settingProblem", problem)).join(" "),
    );
  return stated;
}
