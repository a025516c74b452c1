export { winBackArm, type WinBackArm } from "./holdOut";
export { readWinBackLog, winBackStep, type WinBackEntry, type WinBackStep } from "./readWinBackLog";
export type { WinBackItem } from "./types";
export { winBackEffect, type WinBackCase, type WinBackEffect } from "./winBackEffect";
export { winBackDue, type WinBackSource } from "./winBackDue";
export { winBackList, type WinBackFacts } from "./winBackList";
