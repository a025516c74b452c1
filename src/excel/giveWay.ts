import { pause } from "./steps";

/** Work at a stretch that nobody notices, in milliseconds. */
const STRETCH_MS = 30;

/**
 * For loops over sheets: waits a turn where the work since the last one has taken long, so that Excel's web view
 * draws and hears its user. Laying out the list of a hundred thousand orders takes half a second.
 */
export function createGiveWay(): () => Promise<void> {
  let begun = performance.now();
  return async () => {
    if (performance.now() - begun < STRETCH_MS) return;
    await pause(0);
    begun = performance.now();
  };
}
