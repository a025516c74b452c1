import type { Holes } from ".";
import type { problem as problems } from "./en/problem";

type ProblemKey = keyof typeof problems;

/** Any translator that has the words for what can be wrong with input. */
type ProblemTranslate = (key: ProblemKey, holes?: Holes) => string;

/** A code with what fills the holes of its sentence; `terms` are lists of ids that have words of their own. */
interface Coded {
  readonly code: string;
  readonly holes: Readonly<Record<string, string | number>>;
  readonly terms: Readonly<Record<string, readonly string[]>>;
}

/**
 * The sentence for a problem with a file, a sheet or a setting.
 *
 * @param area - first part of the sentence's key: "file" for files and sheets, "settingProblem" for settings, "app" for what
 *   a user asked for and could not be done, "pane.question" for what the pane asks about a sheet it shows
 */
export function describeProblem(
  t: ProblemTranslate,
  area: "file" | "settingProblem" | "app" | "pane.question",
  problem: Coded,
): string {
  const holes: Record<string, string | number> = { ...problem.holes };
  for (const [name, ids] of Object.entries(problem.terms)) holes[name] = joined(t, ids);
  return t(`${area}.${problem.code}` as ProblemKey, holes);
}

function joined(t: ProblemTranslate, ids: readonly string[]): string {
  const words = ids.map((id) => t(id as ProblemKey));
  return words.slice(1).reduce((first, next) => t("list.pair", { first, next }), words[0] ?? "");
}
