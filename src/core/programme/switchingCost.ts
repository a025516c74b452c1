import { addMonths, type DayNumber } from "../math/day";

/** What the brief's three costs of changing to a rival are read from: 程序, 财政, 情感转换成本. */
export interface SwitchingFacts {
  /** Day of the first order; null: none. */
  readonly firstDay: DayNumber | null;
  /** Has products made to measure, or integrations; null: the data does not say. */
  readonly custom: boolean | null;
  readonly pointsBalance: number | null;
  readonly contractRuns: boolean;
  readonly eventsAttended: number;
  readonly referralsMade: number;
  /** Looked after by a named person. */
  readonly hasOwner: boolean;
  /** Since when by this person; null: not known. */
  readonly ownerSince: DayNumber | null;
}

/** ownerTenure: the day is known since when the owner serves; owner: that there is one, and a customer long enough. */
export type SwitchingEvidence =
  "tenure" | "custom" | "points" | "contract" | "events" | "referrals" | "owner" | "ownerTenure";

export interface SwitchingCost {
  /** 0 to 3: kinds of cost that hold the customer. Descriptive only. */
  readonly score: number;
  readonly procedural: boolean;
  readonly financial: boolean;
  readonly emotional: boolean;
  readonly evidence: readonly SwitchingEvidence[];
}

/** Both are settings. */
export interface SwitchingLimits {
  /** Calendar months since the first order after which habit holds a customer. */
  readonly tenureMonths: number;
  /** Calendar months with one owner after which a tie to the person counts. */
  readonly ownerMonths: number;
}

export const DEFAULT_SWITCHING_LIMITS: SwitchingLimits = { tenureMonths: 24, ownerMonths: 12 };

/**
 * What holds a customer, with the evidence for each kind; one piece of evidence is enough for a kind.
 *
 * An owner counts once the same person has served for `ownerMonths`; where nobody wrote down since when, the
 * customer's own months stand in for it. The borders count in: exactly so many months are enough.
 */
export function switchingCost(
  facts: SwitchingFacts,
  asOf: DayNumber,
  limits: SwitchingLimits = DEFAULT_SWITCHING_LIMITS,
): SwitchingCost {
  const found = (pairs: readonly (readonly [SwitchingEvidence, boolean])[]) =>
    pairs.flatMap(([evidence, holds]) => (holds ? [evidence] : []));
  const lasts = (from: DayNumber | null, months: number) => from !== null && addMonths(from, months) <= asOf;
  const { firstDay, hasOwner, ownerSince } = facts;
  const procedural = found([
    ["tenure", lasts(firstDay, limits.tenureMonths)],
    ["custom", facts.custom === true],
  ]);
  const financial = found([
    ["points", (facts.pointsBalance ?? 0) > 0],
    ["contract", facts.contractRuns],
  ]);
  const emotional = found([
    ["events", facts.eventsAttended > 0],
    ["referrals", facts.referralsMade > 0],
    ["ownerTenure", hasOwner && lasts(ownerSince, limits.ownerMonths)],
    ["owner", hasOwner && ownerSince === null && lasts(firstDay, limits.ownerMonths)],
  ]);
  const kinds = [procedural, financial, emotional].map((evidence) => evidence.length > 0);
  return {
    score: kinds.filter(Boolean).length,
    procedural: kinds[0] ?? false,
    financial: kinds[1] ?? false,
    emotional: kinds[2] ?? false,
    evidence: [...procedural, ...financial, ...emotional],
  };
}
