import { meanInterval, Moments, type Interval } from "../kpi/intervals";
import type { LatestAnswer, SurveySummary } from "./types";

/** Satisfied is 4 of 5 or better; 0.8 may carry the rounding of a division. */
const SATISFIED = 0.8 - 1e-9;

/** Promoters answer 9 or 10, detractors 6 or less, of 10. */
const PROMOTER = 9 - 1e-9;
const DETRACTOR = 6 + 1e-9;

export function isSatisfied(answer: LatestAnswer): boolean {
  return answer.satisfaction !== null && answer.satisfaction.ofTop >= SATISFIED;
}

/** Satisfaction index 0 to 100, by the scale rule of the settings; null without an answer. */
export function satisfactionIndex(answer: LatestAnswer, scale: "times" | "minmax"): number | null {
  if (answer.satisfaction === null) return null;
  return 100 * (scale === "times" ? answer.satisfaction.ofTop : answer.satisfaction.ofRange);
}

/**
 * Satisfaction index, CSAT (share at 4 of 5 or better) and net promoter score over one answer a
 * customer, each over those who answered that question.
 *
 * @returns the summary, and 90 % intervals of the two indices and the score
 */
export function surveySummary(latest: Iterable<LatestAnswer>): {
  readonly summary: SurveySummary;
  readonly intervals: Readonly<Record<"times" | "minmax" | "nps", Interval | null>>;
} {
  const ofTop = new Moments();
  const ofRange = new Moments();
  const promoting = new Moments();
  let satisfied = 0;
  let promoters = 0;
  let detractors = 0;
  for (const answer of latest) {
    if (answer.satisfaction !== null) {
      ofTop.add(100 * answer.satisfaction.ofTop);
      ofRange.add(100 * answer.satisfaction.ofRange);
      if (isSatisfied(answer)) satisfied++;
    }
    if (answer.recommend !== null) {
      const promotes = answer.recommend.value >= PROMOTER;
      const detracts = answer.recommend.value <= DETRACTOR;
      if (promotes) promoters++;
      if (detracts) detractors++;
      promoting.add(promotes ? 100 : detracts ? -100 : 0);
    }
  }
  const n = ofTop.n;
  const npsN = promoting.n;
  return {
    summary: {
      n,
      mean5: n === 0 ? null : ofTop.mean / 20,
      indexTimes: n === 0 ? null : ofTop.mean,
      indexMinmax: n === 0 ? null : ofRange.mean,
      csat: n === 0 ? null : satisfied / n,
      npsN,
      promoters,
      detractors,
      nps: npsN === 0 ? null : (100 * (promoters - detractors)) / npsN,
    },
    intervals: {
      times: meanInterval(ofTop, { low: 0, high: 100 }),
      minmax: meanInterval(ofRange, { low: 0, high: 100 }),
      nps: meanInterval(promoting, { low: -100, high: 100 }),
    },
  };
}
