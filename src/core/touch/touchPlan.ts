import type { DayNumber } from "../math/day";
import type { RelationTypeId } from "../relations";
import type { TierId } from "../tiers/types";
import { after, TIER_TOUCHES, type Rhythm, type TouchActionId } from "./nextTouch";

/** What each type of relation asks for (R61): the rhythm; content and added value are words. */
export const RELATION_RHYTHMS: Readonly<Record<Exclude<RelationTypeId, "">, Rhythm>> = {
  strategic: { days: 14 },
  relational: { months: 1 },
  transactional: { months: 2 },
};

export interface PlanFacts {
  readonly tier: TierId;
  readonly relation: RelationTypeId;
  /** Day of the last touch of the kind that the tier asks for; null: never. */
  readonly lastTouch: DayNumber | null;
  /** Touches done in the days of the fatigue rule. */
  readonly recentTouches: number;
  readonly consent: boolean;
  readonly openComplaint: boolean;
}

/** Why a touch that is due had better wait; all that hold. */
export type TouchHold = "noConsent" | "openComplaint" | "fatigue";

export interface PlannedTouch {
  readonly action: TouchActionId;
  readonly every: Rhythm;
  /** What set the rhythm: the stricter of both. */
  readonly by: "tier" | "relation";
  readonly dueOn: DayNumber;
  readonly state: "due" | "overdue" | "upcoming" | "onHold";
  readonly holds: readonly TouchHold[];
}

export interface FatigueRule {
  readonly touches: number;
  readonly days: number;
}

/** At most this many touches in this many days, over all campaigns. */
export const DEFAULT_FATIGUE: FatigueRule = { touches: 4, days: 30 };

/**
 * The next touch of one customer: what the tier asks for, as often as the stricter of tier and relation
 * type asks (the one whose due day comes first; the tier where both fall on one day).
 *
 * A touch on hold keeps its day: without consent, with an open complaint, or after as many touches as the
 * fatigue rule allows. A hold outranks being due.
 *
 * @returns null for customers without a rhythm: outside the window they belong to win-back
 */
export function plannedTouch(
  facts: PlanFacts,
  asOf: DayNumber,
  fatigue: FatigueRule = DEFAULT_FATIGUE,
): PlannedTouch | null {
  const rule = TIER_TOUCHES[facts.tier];
  if (rule === undefined) return null;
  const dueBy = (every: Rhythm) => (facts.lastTouch === null ? asOf : after(facts.lastTouch, every));
  const relation = facts.relation === "" ? null : RELATION_RHYTHMS[facts.relation];
  const byRelation = relation !== null && dueBy(relation) < dueBy(rule.every);
  const every = byRelation ? relation : rule.every;
  const dueOn = dueBy(every);
  const holds: readonly TouchHold[] = [
    ...(facts.consent ? [] : (["noConsent"] as const)),
    ...(facts.openComplaint ? (["openComplaint"] as const) : []),
    ...(facts.recentTouches >= fatigue.touches ? (["fatigue"] as const) : []),
  ];
  const timing = dueOn < asOf ? "overdue" : dueOn === asOf ? "due" : "upcoming";
  return {
    action: rule.action,
    every,
    by: byRelation ? "relation" : "tier",
    dueOn,
    state: holds.length > 0 ? "onHold" : timing,
    holds,
  };
}
