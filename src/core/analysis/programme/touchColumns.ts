import { NO_DAY, type DayNumber } from "../../math/day";
import type { RelationType } from "../../relations";
import type { TierId } from "../../tiers/types";
import {
  arrival,
  plannedTouch,
  TIER_TOUCHES,
  TOUCH_ACTION_IDS,
  touchCoverage,
  touchKind,
  type PlannedTouch,
  type TouchActionId,
  type TouchCoverage,
} from "../../touch";
import type { CustomerRow } from "../types";
import { withPlaces, type PlacedInputs } from "./customerPlaces";
import type { ProgrammeSources } from "./inputs";

/** What the touch sheet tells of each customer; days are NO_DAY where there is none. */
export interface TouchColumns {
  /** The last touch that was of a kind, or may have been. */
  readonly last: Readonly<Record<TouchActionId, Int32Array>>;
  readonly lastAny: Int32Array;
  /** The last touch that was answered. */
  readonly answered: Int32Array;
  /** Touches made in the days of the fatigue rule, the as-of date counted in. */
  readonly recent: Int32Array;
  /** The first day from the as-of date on for which a touch stands in the sheet, not done yet. */
  readonly scheduled: Int32Array;
}

type TouchSources = Pick<PlacedInputs, "placeOf" | "touches" | "asOf" | "settings" | "absent"> & {
  readonly rows: readonly Pick<CustomerRow, "tier" | "consent" | "openComplaint">[];
};

export function touchColumnsOf({ rows, placeOf, touches, asOf, settings }: TouchSources): TouchColumns {
  const column = () => new Int32Array(rows.length).fill(NO_DAY);
  const last: Record<TouchActionId, Int32Array> = {
    ownVisit: column(),
    productNews: column(),
    coupon: column(),
  };
  const lastAny = column();
  const answered = column();
  const scheduled = column();
  const recent = new Int32Array(rows.length);
  const raise = (days: Int32Array, place: number, day: number) => {
    if (day > (days[place] ?? NO_DAY)) days[place] = day;
  };
  for (const touch of touches) {
    const place = placeOf.get(touch.customerKey);
    if (place === undefined) continue;
    const { doneOn, plannedOn } = touch;
    if (doneOn === null) {
      const known = scheduled[place] ?? NO_DAY;
      if (plannedOn !== null && plannedOn >= asOf && (known === NO_DAY || plannedOn < known))
        scheduled[place] = plannedOn;
      continue;
    }
    if (doneOn > asOf) continue;
    raise(lastAny, place, doneOn);
    if (asOf - doneOn < settings.programme.fatigueDays) recent[place] = (recent[place] ?? 0) + 1;
    if (arrival(touch) === "answered") raise(answered, place, doneOn);
    const kind = touchKind(touch);
    for (const action of TOUCH_ACTION_IDS) {
      if (kind === null || kind === action) raise(last[action], place, doneOn);
    }
  }
  return { last, lastAny, answered, recent, scheduled };
}

/** The next touch of every customer; null for those without a rhythm. */
export function touchPlanOf(
  { rows, asOf, settings }: TouchSources,
  relations: readonly RelationType[],
  columns: TouchColumns,
): readonly (PlannedTouch | null)[] {
  const { fatigueTouches: touches, fatigueDays: days } = settings.programme;
  return rows.map(({ tier, consent, openComplaint }, place) => {
    const action = TIER_TOUCHES[tier]?.action;
    if (action === undefined) return null;
    const last = columns.last[action][place] ?? NO_DAY;
    return plannedTouch(
      {
        tier,
        relation: relations[place]?.type ?? "",
        lastTouch: last === NO_DAY ? null : last,
        recentTouches: columns.recent[place] ?? 0,
        consent,
        openComplaint,
      },
      asOf,
      { touches, days },
    );
  });
}

/** @returns null without a touch sheet: then nobody knows who was touched */
export function touchCoverageOf(
  { rows, asOf, absent }: TouchSources,
  plan: readonly (PlannedTouch | null)[],
  { last }: TouchColumns,
): TouchCoverage | null {
  if (absent.has("touches")) return null;
  return touchCoverage(
    plan,
    rows.map(({ tier }) => tier),
    (place) => {
      const action = plan[place]?.action;
      return action !== undefined && (last[action][place] ?? NO_DAY) !== NO_DAY;
    },
    asOf,
  );
}

/**
 * Coverage as it stood on an earlier day: by the tiers and touches of that day. Consent and types of relation have
 * no days, and are those of today.
 */
export function touchCoverageAt(
  sources: Pick<ProgrammeSources, "rows" | "touches" | "settings" | "absent">,
  relations: readonly RelationType[],
  tierOn: (bookIndex: number) => TierId,
  day: DayNumber,
): TouchCoverage | null {
  const then = withPlaces({
    ...sources,
    asOf: day,
    // An open complaint holds a touch back, and changes no rate.
    rows: sources.rows.map(({ key, bookIndex, consent }) => ({
      key,
      tier: tierOn(bookIndex),
      consent,
      openComplaint: false,
    })),
  });
  const columns = touchColumnsOf(then);
  return touchCoverageOf(then, touchPlanOf(then, relations, columns), columns);
}
