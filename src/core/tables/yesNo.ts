import type { Cell } from "./cell";
import { isBlankCell, plainText } from "./cellText";

const WORDS: Readonly<Record<string, boolean>> = {
  是: true,
  有: true,
  同意: true,
  愿意: true,
  已同意: true,
  已送达: true,
  送达: true,
  已响应: true,
  响应: true,
  成功: true,
  "√": true,
  "✓": true,
  "✔": true,
  y: true,
  yes: true,
  true: true,
  t: true,
  "1": true,
  x: true,
  否: false,
  没有: false,
  不同意: false,
  拒绝: false,
  不愿意: false,
  未送达: false,
  未响应: false,
  失败: false,
  "×": false,
  "✗": false,
  "✘": false,
  n: false,
  no: false,
  false: false,
  f: false,
  "0": false,
};

/**
 * Yes or no in a cell: TRUE, 1, 是, Y, √ and their like. Blank cells (and 「无」) are no; null is a word
 * nobody knows.
 */
export function yesNo(cell: Cell | undefined): boolean | null {
  if (isBlankCell(cell)) return false;
  if (typeof cell === "boolean") return cell;
  if (typeof cell === "object") return null;
  return WORDS[plainText(String(cell)).toLowerCase()] ?? null;
}
