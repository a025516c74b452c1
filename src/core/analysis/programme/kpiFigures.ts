import { eventSummary, type EventSummary } from "../../events";
import { addMonths, NO_DAY, type DayNumber } from "../../math/day";
import {
  communityReach,
  customerMix,
  deadMembers,
  onboarding,
  pointsLedger,
  referralRate,
  surveyCoverage,
} from "../../programme";
import type { CommunityReach } from "../../programme/communityReach";
import type { MixLine } from "../../programme/customerMix";
import type { PointsLedger } from "../../programme/pointsLedger";
import type { ReferralRate } from "../../programme/referralRate";
import type { SurveyCoverage } from "../../programme/surveyCoverage";
import { recommendationSuccess, type RecommendationSuccess } from "../../recommendations";
import { plainText } from "../../tables";
import { arrival } from "../../touch";
import { firstKnownDay } from "../firstBuyers";
import type { CustomerRow } from "../types";
import type { ProgrammeSources } from "./inputs";
import { purchasesByName } from "./purchasesByName";
import { secondPurchaseDays } from "./secondPurchaseDays";

/** Figures of the programme that stand on the KPI board. Null without the sheet or column they need. */
export interface KpiFigures {
  readonly recommendations: RecommendationSuccess | null;
  readonly events: EventSummary | null;
  readonly referral: ReferralRate | null;
  readonly community: CommunityReach | null;
  /** Members who were judged, and those of them who are silent. */
  readonly silentMembers: { readonly judged: number; readonly silent: number } | null;
  readonly points: PointsLedger | null;
  readonly mix: readonly MixLine[];
  /** New customers whose days are over, and those of them who ordered again in time. */
  readonly secondOrders: { readonly settled: number; readonly returned: number; readonly pending: number };
  readonly surveyed: SurveyCoverage | null;
}

/** All figures of the KPI board that the programme's sheets bring. */
export function kpiFigures(sources: ProgrammeSources): KpiFigures {
  const { rows, rowByKey, customers, events, asOf, windowStart, firstOrderDay, book, absent } = sources;
  const { settings } = sources;
  const { programme } = settings;
  const answeredOn = lastAnswers(sources);
  const visitedOn = lastVisits(sources);
  const surveyedOn = lastSurveys(sources);
  const hasMembers = customers.fields.has("memberId");
  const signOf = ({ key }: CustomerRow) => latestOf(answeredOn.get(key), visitedOn.get(key));
  const newFrom =
    firstOrderDay === NO_DAY ? windowStart : Math.max(windowStart, firstKnownDay(firstOrderDay));
  const second = secondPurchaseDays(book);
  const newcomers = onboarding(
    rows,
    {
      newFrom,
      asOf,
      secondDayOf: (index) => {
        const day = second[index] ?? NO_DAY;
        return day === NO_DAY ? null : day;
      },
      // Only the counts are of interest here; the steps have a list of their own.
      touchedSince: () => false,
    },
    programme.secondOrderDays,
  );
  const silent = deadMembers(rows, ({ key }) => answeredOn.get(key) ?? null, asOf, programme.deadMemberDays);
  return {
    recommendations: absent.has("recommendations") ? null : recommendationsAt(sources, asOf),
    events:
      absent.has("events") || events.length === 0
        ? null
        : eventSummary(events, (key) => rowByKey.get(key)?.tier ?? "", windowStart, asOf, programme),
    referral: referralRate(rows, customers),
    community: hasMembers ? communityReach(rows, signOf, asOf, programme.communityDays) : null,
    silentMembers: hasMembers ? { judged: silent.members - silent.tooNew, silent: silent.dead.length } : null,
    points: pointsLedger(
      rows,
      {
        perUnit: programme.pointsPerUnit,
        value: programme.pointValue,
        noticeDays: programme.pointsNoticeDays,
      },
      asOf,
    ),
    mix: customerMix(rows, { windowStart, newFrom, decimals: book.decimals }),
    secondOrders: newcomers,
    surveyed: absent.has("surveys") ? null : surveyCoverage(rows, (key) => surveyedOn.get(key) ?? null, asOf),
  };
}

/** Recommendations as they could be judged on a day. */
export function recommendationsAt(
  {
    recommendations,
    book,
    rowByKey,
    settings,
  }: Pick<ProgrammeSources, "recommendations" | "book" | "rowByKey" | "settings">,
  day: DayNumber,
): RecommendationSuccess {
  const names = new Set(recommendations.map(({ item }) => plainText(item).toLowerCase()));
  return recommendationSuccess(
    recommendations,
    {
      ...purchasesByName(book, names),
      ownerOf: (key) => rowByKey.get(key)?.record?.owner ?? "",
    },
    day,
    settings.programme.recommendationDays,
  );
}

/** Day a board of a month ago would have been made on: what trends are measured from. */
export const trendDay = (asOf: DayNumber): DayNumber => addMonths(asOf, -1);

/** Day of the latest answered touch of each customer, by key. */
function lastAnswers({
  touches,
  asOf,
}: Pick<ProgrammeSources, "touches" | "asOf">): ReadonlyMap<string, DayNumber> {
  const days = new Map<string, DayNumber>();
  for (const touch of touches) {
    const { customerKey, doneOn } = touch;
    if (doneOn === null || doneOn > asOf || arrival(touch) !== "answered") continue;
    days.set(customerKey, Math.max(doneOn, days.get(customerKey) ?? doneOn));
  }
  return days;
}

/** Day of the latest event each customer came to, by key. */
function lastVisits({
  events,
  asOf,
}: Pick<ProgrammeSources, "events" | "asOf">): ReadonlyMap<string, DayNumber> {
  const days = new Map<string, DayNumber>();
  for (const { attended, heldOn } of events) {
    if (heldOn > asOf) continue;
    for (const key of attended) days.set(key, Math.max(heldOn, days.get(key) ?? heldOn));
  }
  return days;
}

/** Day of the latest answer of each customer to any question of a survey, by key. */
function lastSurveys({
  answers,
  asOf,
}: Pick<ProgrammeSources, "answers" | "asOf">): ReadonlyMap<string, DayNumber> {
  const days = new Map<string, DayNumber>();
  for (const { customerKey, answeredOn } of answers) {
    if (answeredOn === null || answeredOn > asOf) continue;
    days.set(customerKey, Math.max(answeredOn, days.get(customerKey) ?? answeredOn));
  }
  return days;
}

function latestOf(...days: readonly (DayNumber | undefined)[]): DayNumber | null {
  const known = days.filter((day) => day !== undefined);
  return known.length === 0 ? null : Math.max(...known);
}
