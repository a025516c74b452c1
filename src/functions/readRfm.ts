import { scoreRfm, type RfmTable } from "../core/rfm";
import { Memo } from "./memo";
import type { KeyedBook } from "./readBook";

const TABLES = new Memo<RfmTable>(6);

/** The scores of a book, made once for all functions over the same cells and settings. */
export function readRfm({ book, settings, key }: KeyedBook): RfmTable {
  return TABLES.get(key, () => scoreRfm(book.summary, book.asOf, settings));
}
