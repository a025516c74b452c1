import { plainText } from "../tables";
import type { TierId } from "./types";

/** Words for tiers in every language a sheet may have been written in, and their ids. */
const TIERS: Readonly<Record<string, TierId>> = {
  高价值: "high",
  "high value": "high",
  high: "high",
  中等: "medium",
  medium: "medium",
  基础: "basic",
  basic: "basic",
  窗口外: "outsideWindow",
  "outside window": "outsideWindow",
  outsidewindow: "outsideWindow",
  未成交: "noOrder",
  "no order yet": "noOrder",
  noorder: "noOrder",
};

/** The tier that a word in a sheet names, whatever its case and width; "" for a blank one, null for no tier. */
export function tierOfText(text: string): TierId | null {
  const plain = plainText(text).toLowerCase();
  return plain === "" ? "" : (TIERS[plain] ?? null);
}
