export type { HoldReason, WinBackItem } from "./types";
export { winBackDue, type WinBackColumns, type WinBackSource } from "./winBackDue";
export { winBackList, type WinBackFacts } from "./winBackList";
