import { join } from "node:path";
import type { LoaderContext } from "webpack";
import { WORD_TABLES } from "../wordTables";
import { packWords } from "./packWords";

/** Loader for `wordTables.ts`: the same tables, packed. */
export default function packWordsLoader(this: LoaderContext<unknown>): string {
  // A build kept from before is out of date once a word has changed.
  for (const language of ["en", "zhCN"]) {
    this.addContextDependency(join(this.rootContext, "src/i18n", language));
  }
  return packWords("WORD_TABLES", WORD_TABLES);
}
