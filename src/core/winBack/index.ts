export type { WinBackItem } from "./types";
export { winBackDue, type WinBackSource } from "./winBackDue";
export { winBackList, type WinBackFacts } from "./winBackList";
