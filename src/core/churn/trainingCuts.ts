import type { DayNumber } from "../math/day";

export interface TrainingPlan {
  /** Length of the window that is looked back on, at most the horizon asked for. */
  readonly horizonDays: number;
  /** Days the data is cut at, latest first; the window after each lies inside the data. */
  readonly cuts: readonly DayNumber[];
}

/**
 * Days in the past at which the question of today can be asked with the answer known.
 *
 * The window after a cut is as long as the horizon where at least as much history lies before it; else
 * half of the history. Further cuts step back by half a window while as much history as the window
 * lies before them.
 */
export function trainingCuts(
  firstDay: DayNumber,
  day: DayNumber,
  horizonDays: number,
  most: number,
): TrainingPlan {
  const span = day - firstDay;
  const window = Math.min(horizonDays, Math.floor(span / 2));
  if (window < 1) return { horizonDays: window, cuts: [] };
  const cuts: DayNumber[] = [];
  const step = Math.max(1, Math.floor(window / 2));
  for (let cut = day - window; cut - firstDay >= window && cuts.length < most; cut -= step) cuts.push(cut);
  return { horizonDays: window, cuts };
}
