import { NO_DAY } from "../../math/day";
import type { LoyalTests } from "../../loyalty/loyalTests";
import {
  adviserLoad,
  deadMembers,
  inviteMix,
  onboarding,
  opportunities,
  potentialCustomers,
  starCustomers,
} from "../../programme";
import type { AdviserSummary } from "../../programme/adviserLoad";
import type { DeadMembers } from "../../programme/deadMembers";
import type { InviteMix } from "../../programme/inviteMix";
import type { Onboarding } from "../../programme/onboarding";
import type { Opportunity } from "../../programme/opportunities";
import type { PotentialCustomer } from "../../programme/potentialCustomers";
import { normaliseId } from "../../tables";
import { firstKnownDay } from "../firstBuyers";
import type { CustomerRow } from "../types";
import type { CategoryTrends } from "./categoryTrends";
import type { CrossSelling } from "./crossSelling";
import type { PlacedInputs } from "./customerPlaces";
import { secondPurchaseDays } from "./secondPurchaseDays";
import type { TouchColumns } from "./touchColumns";

/** Customers singled out, each list by its own rule. */
export interface GrowthLists {
  readonly potential: readonly PotentialCustomer[];
  /** null: no category is known, or no value can be predicted. */
  readonly opportunities: readonly Opportunity[] | null;
  readonly stars: readonly CustomerRow[];
  readonly invites: InviteMix;
  /** null: nobody has a member number. */
  readonly deadMembers: DeadMembers | null;
  readonly onboarding: Onboarding;
  /** null without a column of owners. */
  readonly advisers: AdviserSummary | null;
}

export function growthListsOf(
  inputs: PlacedInputs,
  known: {
    readonly tests: readonly LoyalTests[];
    readonly touches: TouchColumns;
    readonly trends: CategoryTrends | null;
    readonly crossSelling: CrossSelling | null;
  },
): GrowthLists {
  const { rows, placeOf, predictions, settings, asOf, customers, firstOrderDay } = inputs;
  const { tests, touches, trends, crossSelling } = known;
  const { programme } = settings;
  const value = predictions?.value ?? null;
  const valueOf = (bookIndex: number) => {
    const clv = value?.clv[bookIndex] ?? Number.NaN;
    const quadrant = value?.quadrants.of[bookIndex];
    return Number.isNaN(clv) ? null : { clv, high: quadrant === "protect" || quadrant === "grow" };
  };
  const secondDays = secondPurchaseDays(inputs.book);
  const isLoyal = (place: number) => tests[place]?.loyal ?? false;
  const placeOfRow = ({ key }: CustomerRow) => placeOf.get(key) ?? -1;
  const dayAt = (days: Int32Array, place: number) => {
    const day = days[place] ?? NO_DAY;
    return day === NO_DAY ? null : day;
  };
  const offerAt = new Map(
    crossSelling?.offers.flatMap((offer, place) =>
      offer === null ? [] : [[rows[place]?.bookIndex ?? -1, offer.name] as const],
    ),
  );
  const members = deadMembers(
    rows,
    (row) => dayAt(touches.answered, placeOfRow(row)),
    asOf,
    programme.deadMemberDays,
  );
  return {
    potential: potentialCustomers(rows, earlierScores(inputs), valueOf),
    opportunities:
      trends === null || value === null
        ? null
        : opportunities(
            rows,
            valueOf,
            trends.bought,
            (index) => offerAt.get(index) ?? null,
            programme.rangeShare,
          ),
    stars: starCustomers(rows, isLoyal),
    invites: inviteMix(rows, isLoyal),
    deadMembers: members.members === 0 ? null : members,
    onboarding: onboarding(
      rows,
      {
        newFrom: Math.max(inputs.windowStart, firstKnownDay(firstOrderDay)),
        asOf,
        secondDayOf: (index) => dayAt(secondDays, index),
        touchedSince: (row, day) => (touches.lastAny[placeOfRow(row)] ?? NO_DAY) >= day,
      },
      programme.secondOrderDays,
    ),
    advisers: customers.fields.has("owner")
      ? adviserLoad(rows, programme.adviserCap, new Set(programme.formerOwners))
      : null,
  };
}

/** r and f of the newest snapshot before the as-of date. */
function earlierScores({ snapshots, asOf }: PlacedInputs) {
  const newest = snapshots.reduce(
    (latest, { takenOn }) => (takenOn < asOf && takenOn > latest ? takenOn : latest),
    NO_DAY,
  );
  const scores = new Map<string, { readonly r: number; readonly f: number }>();
  for (const { takenOn, customerId, r, f } of snapshots) {
    if (takenOn === newest) scores.set(normaliseId(customerId), { r, f });
  }
  return (key: string) => scores.get(key) ?? null;
}
