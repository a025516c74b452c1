import { InvalidArgumentError, NotKnowableError } from "../core/errors";
import type { Language } from "../core/settings";
import { isWord, word } from "./words";

/**
 * What a cell shows when a function cannot answer: #VALUE! for arguments that make no sense, #N/A for what
 * cannot be known from the data, each with one sentence. (Excel shows a sentence with these two errors only.)
 */
export function toCellError(error: unknown, language: Language): CustomFunctions.Error {
  if (error instanceof NotKnowableError) {
    return cellError("#N/A", sentenceFor("functions.unknowable.", error.code, language, error.data, error));
  }
  if (error instanceof InvalidArgumentError) {
    const holes = { argument: error.argument, ...error.data };
    return cellError("#VALUE!", sentenceFor("functions.invalid.", error.code, language, holes, error));
  }
  const details = error instanceof Error ? error.message : String(error);
  return cellError("#VALUE!", word(language, "functions.unexpected", { details }));
}

function cellError(code: "#N/A" | "#VALUE!", sentence: string): CustomFunctions.Error {
  const { ErrorCode } = CustomFunctions;
  return new CustomFunctions.Error(
    code === "#N/A" ? ErrorCode.notAvailable : ErrorCode.invalidValue,
    sentence,
  );
}

function sentenceFor(
  prefix: string,
  code: string,
  language: Language,
  holes: Readonly<Record<string, string | number>>,
  error: Error,
): string {
  const key = prefix + code;
  return isWord(key)
    ? word(language, key, holes)
    : word(language, "functions.unexpected", { details: error.message });
}
