import type { Cell } from "./cell";
import { yesNo } from "./yesNo";

/**
 * Whether a cell claims what its heading asks: by a yes, or by words that say what (「刺绣名字」 in a column of custom
 * work). Blank cells, a no and error cells do not.
 */
export function saysSo(cell: Cell | undefined): boolean {
  return yesNo(cell) ?? typeof cell !== "object";
}
