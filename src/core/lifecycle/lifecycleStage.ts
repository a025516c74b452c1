import { addMonths, NO_DAY, type DayNumber } from "../math/day";

/**
 * Stages of the customer lifecycle, from the top; `lapsed` (沉睡/流失) stands outside the five of the
 * brief and must be seen.
 */
export const STAGE_IDS = ["loyal", "support", "purchase", "affinity", "awareness", "lapsed"] as const;
/** "": nothing is known of the customer at that date. */
export type StageId = (typeof STAGE_IDS)[number] | "";

/** What the rules look at, as things stood on the as-of date. */
export interface StageFacts {
  /** Valid orders ever. */
  readonly orders: number;
  /** NO_DAY: none. */
  readonly lastOrderDay: DayNumber;
  /** Has a customer been brought by this one? */
  readonly referred: boolean;
  /** A ticket that is open, or was opened in the last 30 days. */
  readonly inService: boolean;
  /** Answered a touch, asked something, put something into the cart, or left an order unpaid. */
  readonly showedInterest: boolean;
}

export interface StageLimits {
  /** Orders that make a loyal customer. */
  readonly loyalOrders: number;
  /** Calendar months of silence after which a customer has lapsed. */
  readonly lapsedMonths: number;
  /** Days after an order in which a customer is still being served; the data has no day of delivery. */
  readonly supportDays: number;
}

export const DEFAULT_STAGE_LIMITS: StageLimits = { loyalOrders: 3, lapsedMonths: 3, supportDays: 30 };

export interface Stage {
  readonly stage: StageId;
  /** Whichever stage: EDATE(last order, lapsedMonths) <= as-of. */
  readonly lapsed: boolean;
  /** Whichever stage: being served. A loyal customer with a ticket is loyal and in service. */
  readonly inService: boolean;
}

interface Seen extends StageFacts {
  readonly lapsed: boolean;
  readonly served: boolean;
}

/** First match wins; the last row catches everyone who is known at all. */
const STAGE_RULES: readonly {
  readonly stage: Exclude<StageId, "">;
  readonly holds: (seen: Seen, limits: StageLimits) => boolean;
}[] = [
  {
    stage: "loyal",
    holds: (seen, { loyalOrders }) => (seen.orders >= loyalOrders && !seen.lapsed) || seen.referred,
  },
  { stage: "support", holds: ({ orders, served }) => orders > 0 && served },
  { stage: "lapsed", holds: ({ lapsed }) => lapsed },
  { stage: "purchase", holds: ({ orders }) => orders > 0 },
  { stage: "affinity", holds: ({ showedInterest }) => showedInterest },
  { stage: "awareness", holds: () => true },
];

/**
 * The lifecycle stage of one customer on one day (意识→亲近→购买→支持→忠诚 of the brief).
 *
 * The first rule that holds, from the top: loyal with enough orders and not lapsed, or with a referral
 * made, lapsed or not; support with an order and a ticket (open, or opened in the last 30 days) or within
 * `supportDays` of the last order; lapsed with an order and nothing for so many calendar months; purchase
 * with an order; affinity with a sign of interest; awareness for everybody else. The borders count in: an
 * order exactly `supportDays` ago is still served, a silence of exactly `lapsedMonths` has lapsed.
 */
export function lifecycleStage(
  facts: StageFacts,
  asOf: DayNumber,
  limits: StageLimits = DEFAULT_STAGE_LIMITS,
): Stage {
  const { lastOrderDay } = facts;
  const bought = lastOrderDay !== NO_DAY && facts.orders > 0;
  const lapsed = bought && addMonths(lastOrderDay, limits.lapsedMonths) <= asOf;
  const served = facts.inService || (bought && asOf - lastOrderDay <= limits.supportDays);
  const seen: Seen = { ...facts, lapsed, served };
  const { stage } = STAGE_RULES.find(({ holds }) => holds(seen, limits)) ?? { stage: "" as const };
  return { stage, lapsed, inService: facts.inService };
}
