export { winBackArm } from "./holdOut";
export { readWinBackLog, winBackStep, type WinBackEntry } from "./readWinBackLog";
export type { WinBackItem } from "./types";
export { winBackEffect, type WinBackCase } from "./winBackEffect";
export { winBackDue, type WinBackSource } from "./winBackDue";
export { winBackList, type WinBackFacts } from "./winBackList";
