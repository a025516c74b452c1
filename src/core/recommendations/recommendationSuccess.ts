import type { TableProblem } from "../analysis/types";
import { wilsonInterval, type Interval } from "../kpi/intervals";
import type { DayNumber } from "../math/day";
import { plainText, type MappedTable } from "../tables";
import { tableReader, type ReadingSettings } from "../tables/tableReader";

export interface Recommendation {
  readonly customerKey: string;
  readonly item: string;
  readonly recommendedOn: DayNumber | null;
  /** What the sheet says; null: it does not. */
  readonly bought: boolean | null;
}

/** Reads the sheets of recommendations made; a row that names nobody or nothing is a problem. */
export function readRecommendations(
  tables: readonly MappedTable<"recommendations">[],
  settings: ReadingSettings,
): { readonly recommendations: readonly Recommendation[]; readonly problems: readonly TableProblem[] } {
  const recommendations: Recommendation[] = [];
  const problems: TableProblem[] = [];
  for (const table of tables) {
    const reader = tableReader(table, settings);
    for (let row = 0; row < table.rows.length; row++) {
      if (reader.isBlank(row)) continue;
      const customerKey = reader.key(row, "customerId");
      const item = reader.text(row, "item");
      if (customerKey === "") reader.report(row, "customerId", "noCustomer");
      else if (item === "") reader.report(row, "item", "missingValue");
      else {
        recommendations.push({
          customerKey,
          item,
          recommendedOn: reader.day(row, "recommendedOn"),
          bought: reader.yesNo(row, "bought"),
        });
      }
    }
    problems.push(...reader.problems);
  }
  return { recommendations, problems };
}

export interface SuccessCounts {
  readonly made: number;
  readonly bought: number;
  readonly rate: number | null;
  readonly interval: Interval | null;
}

export interface RecommendationSuccess extends SuccessCounts {
  readonly days: number;
  /** Not bought, and their days are not over: in no rate. */
  readonly pending: number;
  readonly byItem: readonly (SuccessCounts & { readonly item: string })[];
}

/** Days on which a customer bought something of a name (item or category), by customer key and plain name. */
export type PurchasesOf = (customerKey: string, plainName: string) => readonly DayNumber[];

/**
 * Share of recommendations that were taken up: the thing was bought within so many days after it was
 * recommended. What was bought before, or on the day itself, does not count.
 *
 * The orders decide where they know a thing of that name bought by anybody; else what the sheet says. A
 * recommendation without a day can only be judged by the sheet.
 *
 * @param isSold - whether orders know a thing of that (plain) name
 */
export function recommendationSuccess(
  recommendations: readonly Recommendation[],
  purchases: PurchasesOf,
  isSold: (plainName: string) => boolean,
  asOf: DayNumber,
  days = 30,
): RecommendationSuccess {
  const byItem = new Map<string, { made: number; bought: number }>();
  let pending = 0;
  for (const { customerKey, item, recommendedOn, bought } of recommendations) {
    if (recommendedOn !== null && recommendedOn > asOf) continue;
    const plain = plainText(item).toLowerCase();
    const until = recommendedOn === null ? null : recommendedOn + days;
    const seen =
      recommendedOn === null || until === null || !isSold(plain)
        ? null
        : purchases(customerKey, plain).some((day) => day > recommendedOn && day <= Math.min(until, asOf));
    const taken = seen ?? bought;
    if (taken === null) continue;
    if (!taken && until !== null && until > asOf) {
      pending++;
      continue;
    }
    const counts = byItem.get(item) ?? { made: 0, bought: 0 };
    byItem.set(item, { made: counts.made + 1, bought: counts.bought + (taken ? 1 : 0) });
  }
  const counted = (made: number, taken: number): SuccessCounts => ({
    made,
    bought: taken,
    rate: made > 0 ? taken / made : null,
    interval: wilsonInterval(taken, made),
  });
  const all = [...byItem.values()];
  return {
    ...counted(
      all.reduce((sum, { made }) => sum + made, 0),
      all.reduce((sum, { bought }) => sum + bought, 0),
    ),
    days,
    pending,
    byItem: [...byItem]
      .map(([item, { made, bought }]) => ({ item, ...counted(made, bought) }))
      .sort((one, other) => other.made - one.made || (one.item < other.item ? -1 : 1)),
  };
}
