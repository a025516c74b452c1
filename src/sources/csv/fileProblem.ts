import type { SourceProblem } from "../sourceProblem";

/** Why a file gives no rows at all; the sentences are `file.*`. */
export const FILE_PROBLEMS = [
  "emptyFile",
  "notText",
  "workbookNamedCsv",
  "oldWorkbook",
  "unknownEncoding",
  "unclosedQuote",
  "tooLarge",
] as const;

export type FileProblem = SourceProblem<(typeof FILE_PROBLEMS)[number]>;
