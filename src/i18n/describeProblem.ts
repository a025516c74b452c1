import type { MessageKey, Translate } from ".";

/** A code with what fills the holes of its sentence; `terms` are lists of ids that have words of their own. */
interface Coded {
  readonly code: string;
  readonly holes: Readonly<Record<string, string | number>>;
  readonly terms: Readonly<Record<string, readonly string[]>>;
}

/**
 * The sentence for a problem with a file, a sheet or a setting.
 *
 * @param area - first part of the sentence's key: "file" for files and sheets, "settingProblem" for settings
 */
export function describeProblem(t: Translate, area: "file" | "settingProblem", problem: Coded): string {
  const holes: Record<string, string | number> = { ...problem.holes };
  for (const [name, ids] of Object.entries(problem.terms)) holes[name] = joined(t, ids);
  return t(`${area}.${problem.code}` as MessageKey, holes);
}

function joined(t: Translate, ids: readonly string[]): string {
  const words = ids.map((id) => t(id as MessageKey));
  return words.slice(1).reduce((first, next) => t("list.pair", { first, next }), words[0] ?? "");
}
