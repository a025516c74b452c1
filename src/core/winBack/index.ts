export { winBackArm, type WinBackArm } from "./holdOut";
export type { WinBackItem } from "./types";
export { winBackEffect, type WinBackCase, type WinBackEffect } from "./winBackEffect";
export { winBackDue, type WinBackSource } from "./winBackDue";
export { winBackList, type WinBackFacts } from "./winBackList";
