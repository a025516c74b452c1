import { inSlices, type Steps } from "../core/math/steps";

/** How long Excel may wait for its turn. */
const SLICE_MS = 30;

/**
 * Does work in slices and gives way to everybody else between them, so that Excel and the pane stay usable while
 * a hundred thousand orders are fitted.
 */
export function runInSlices<Result>(steps: Steps<Result>): Promise<Result> {
  return inSlices(steps, {
    sliceMs: SLICE_MS,
    now: Date.now,
    giveWay: () => new Promise<void>((resume) => setTimeout(resume, 0)),
  });
}

/** A runtime without timers has nobody to give way to. */
export function canGiveWay(): boolean {
  return typeof setTimeout === "function";
}
