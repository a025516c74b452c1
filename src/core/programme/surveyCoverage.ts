import type { CustomerRow } from "../analysis/types";
import type { DayNumber } from "../math/day";
import { TIER_IDS, type TierId } from "../tiers/types";

export interface SurveyCoverageLine {
  readonly tier: Exclude<TierId, "">;
  /** Customers with an order in the window. */
  readonly active: number;
  readonly surveyed: number;
  readonly rate: number | null;
}

export interface SurveyCoverage {
  readonly lines: readonly SurveyCoverageLine[];
  readonly active: number;
  readonly surveyed: number;
  readonly rate: number | null;
  /** Day of the latest answer of all; null: no dated answer. */
  readonly lastAnswer: DayNumber | null;
  readonly daysSince: number | null;
}

const YEAR_DAYS = 365;

/**
 * Share of the active customers who answered a survey in the 365 days up to the as-of date, by tier.
 *
 * @param answeredOn - day of the latest answer of a customer by key; null: none, or undated
 */
export function surveyCoverage(
  rows: readonly CustomerRow[],
  answeredOn: (key: string) => DayNumber | null,
  asOf: DayNumber,
): SurveyCoverage {
  const counts = new Map<TierId, { active: number; surveyed: number }>();
  let lastAnswer: DayNumber | null = null;
  for (const { key, tier, orders } of rows) {
    const answered = answeredOn(key);
    const known = answered !== null && answered <= asOf;
    if (known && (lastAnswer === null || answered > lastAnswer)) lastAnswer = answered;
    if (orders === 0) continue;
    const count = counts.get(tier) ?? { active: 0, surveyed: 0 };
    counts.set(tier, {
      active: count.active + 1,
      surveyed: count.surveyed + (known && answered > asOf - YEAR_DAYS ? 1 : 0),
    });
  }
  const share = (surveyed: number, active: number) => (active > 0 ? surveyed / active : null);
  const lines = TIER_IDS.flatMap((tier): readonly SurveyCoverageLine[] => {
    const count = counts.get(tier);
    return count === undefined ? [] : [{ tier, ...count, rate: share(count.surveyed, count.active) }];
  });
  const sum = (field: "active" | "surveyed") => [...counts.values()].reduce((all, c) => all + c[field], 0);
  return {
    lines,
    active: sum("active"),
    surveyed: sum("surveyed"),
    rate: share(sum("surveyed"), sum("active")),
    lastAnswer,
    daysSince: lastAnswer === null ? null : asOf - lastAnswer,
  };
}
