/**
 * Something about a file, a sheet or a setting that a person must know: a code with what fills the
 * holes of its sentence. Words come later, at the surface.
 */
export interface SourceProblem<Code extends string> {
  readonly code: Code;
  /** Text and numbers as they stand. */
  readonly holes: Readonly<Record<string, string | number>>;
  /** Lists of ids that have words of their own: "field.customerId", "sheetKind.orders". */
  readonly terms: Readonly<Record<string, readonly string[]>>;
}

export function sourceProblem<Code extends string>(
  code: Code,
  holes: SourceProblem<Code>["holes"],
  terms: SourceProblem<Code>["terms"] = {},
): SourceProblem<Code> {
  return { code, holes, terms };
}
