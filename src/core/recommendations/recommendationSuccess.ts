import type { TableProblem } from "../analysis/types";
import { wilsonInterval, type Interval } from "../kpi/intervals";
import type { DayNumber } from "../math/day";
import { plainText, type MappedTable } from "../tables";
import { recordsOfRows } from "../tables/forEachRow";
import type { ReadingSettings } from "../tables/tableReader";

export interface Recommendation {
  readonly customerKey: string;
  readonly item: string;
  readonly recommendedOn: DayNumber | null;
  /** What the sheet says; null: it does not. */
  readonly bought: boolean | null;
  /** Who made it; "": the sheet does not say. */
  readonly owner: string;
}

/** Reads the sheets of recommendations made; a row that names nobody or nothing is a problem. */
export function readRecommendations(
  tables: readonly MappedTable<"recommendations">[],
  settings: ReadingSettings,
): { readonly recommendations: readonly Recommendation[]; readonly problems: readonly TableProblem[] } {
  const { records, problems } = recordsOfRows(tables, settings, (reader, row): Recommendation | null => {
    const customerKey = reader.key(row, "customerId");
    const item = reader.text(row, "item");
    if (customerKey === "" || item === "") {
      if (customerKey === "") reader.report(row, "customerId", "noCustomer");
      else reader.report(row, "item", "missingValue");
      return null;
    }
    return {
      customerKey,
      item,
      recommendedOn: reader.day(row, "recommendedOn"),
      bought: reader.yesNo(row, "bought"),
      owner: reader.text(row, "owner"),
    };
  });
  return { recommendations: records, problems };
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
  /** Most recommended first. */
  readonly byItem: readonly (SuccessCounts & { readonly item: string })[];
  /** Who made them: as the sheet says, else who looks after the customer; "": nobody is named. */
  readonly byOwner: readonly (SuccessCounts & { readonly owner: string })[];
}

/** Days on which a customer bought something of a name (item or category), by customer key and plain name. */
export type PurchasesOf = (customerKey: string, plainName: string) => readonly DayNumber[];

/** What judges recommendations. */
export interface RecommendationFacts {
  readonly purchases: PurchasesOf;
  /** Whether orders know a thing of that (plain) name. */
  readonly isSold: (plainName: string) => boolean;
  /** Who looks after a customer, by key; "": nobody. */
  readonly ownerOf: (customerKey: string) => string;
}

/**
 * Share of recommendations that were taken up: the thing was bought within so many days after it was
 * recommended. What was bought before, or on the day itself, does not count.
 *
 * The orders decide where they know a thing of that name bought by anybody; else what the sheet says. A
 * recommendation without a day can only be judged by the sheet.
 */
export function recommendationSuccess(
  recommendations: readonly Recommendation[],
  { purchases, isSold, ownerOf }: RecommendationFacts,
  asOf: DayNumber,
  days = 30,
): RecommendationSuccess {
  const byItem = new Map<string, Tally>();
  const byOwner = new Map<string, Tally>();
  const all: Tally = { made: 0, bought: 0 };
  let pending = 0;
  for (const { customerKey, item, recommendedOn, bought, owner } of recommendations) {
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
    for (const tally of [all, tallyOf(byItem, item), tallyOf(byOwner, owner || ownerOf(customerKey))]) {
      tally.made++;
      if (taken) tally.bought++;
    }
  }
  return {
    ...counted(all),
    days,
    pending,
    byItem: mostFirst(byItem).map(([item, tally]) => ({ item, ...counted(tally) })),
    byOwner: mostFirst(byOwner).map(([owner, tally]) => ({ owner, ...counted(tally) })),
  };
}

interface Tally {
  made: number;
  bought: number;
}

function tallyOf(tallies: Map<string, Tally>, name: string): Tally {
  let tally = tallies.get(name);
  if (tally === undefined) tallies.set(name, (tally = { made: 0, bought: 0 }));
  return tally;
}

function counted({ made, bought }: Tally): SuccessCounts {
  return { made, bought, rate: made > 0 ? bought / made : null, interval: wilsonInterval(bought, made) };
}

function mostFirst(tallies: ReadonlyMap<string, Tally>): readonly (readonly [string, Tally])[] {
  return [...tallies].sort(
    ([one, { made }], [other, { made: otherMade }]) => otherMade - made || (one < other ? -1 : 1),
  );
}
