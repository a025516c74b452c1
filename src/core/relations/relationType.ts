import { addMonths, NO_DAY, type DayNumber } from "../math/day";

/** 交易型, 关系型, 战略型 of the brief; "": no order and no contract, so no relation yet. */
export type RelationTypeId = "transactional" | "relational" | "strategic" | "";

/** What the rules look at; null where the data does not say. */
export interface RelationFacts {
  /** Valid orders ever, and the days of the first and the last; NO_DAY without one. */
  readonly orders: number;
  readonly firstDay: DayNumber;
  readonly lastDay: DayNumber;
  readonly tier: string;
  /** Share of the window's net spend of all customers, 0 to 1. */
  readonly revenueShare: number;
  /** Share of the customer's orders bought at a discount; null: no list prices. */
  readonly discountShare: number | null;
  readonly priceSensitive: boolean | null;
  /** Contacts of the account the customer belongs to; null: no account column. */
  readonly contacts: number | null;
  /** Orders with something made to measure; null: the orders do not say. */
  readonly customOrders: number | null;
  readonly contractEnd: DayNumber | null;
  /** Works to a plan made together; null: no sheet tells of plans. */
  readonly jointPlan: boolean | null;
  /** 战略标记 of the customer sheet. */
  readonly flagged: boolean;
  /** The type a person wrote in by hand; "": none. */
  readonly override: RelationTypeId;
}

/** The thresholds are the product's own, so they are settings and stand in the reason. */
export interface RelationLimits {
  readonly relationalOrders: number;
  readonly relationalMonths: number;
  readonly contacts: number;
  readonly contractMonths: number;
  readonly revenueShare: number;
  readonly discountShare: number;
}

export const DEFAULT_RELATION_LIMITS: RelationLimits = {
  relationalOrders: 3,
  relationalMonths: 6,
  contacts: 2,
  contractMonths: 12,
  revenueShare: 0.05,
  discountShare: 0.5,
};

export type RelationReasonCode =
  | "override"
  | "flagged"
  | "contract"
  | "revenueShare"
  | "jointPlan"
  | "steadyOrders"
  | "contacts"
  | "custom"
  | "fewOrders"
  | "shortHistory"
  | "discounts"
  | "priceSensitive";

/** One reason with the numbers its sentence needs. */
export interface RelationReason {
  readonly code: RelationReasonCode;
  readonly numbers: Readonly<Record<string, number>>;
}

export interface RelationType {
  readonly type: RelationTypeId;
  readonly reasons: readonly RelationReason[];
  /** What the rules say by themselves, also under an override. */
  readonly computed: RelationTypeId;
}

interface Rule {
  readonly code: RelationReasonCode;
  /** null: does not hold; else the numbers. */
  readonly test: (
    facts: RelationFacts,
    limits: RelationLimits,
    asOf: DayNumber,
  ) => Readonly<Record<string, number>> | null;
}

/** The share of a customer of the top tier who has enough of it; null: not in the tier, or too little. */
function weightOf(
  { tier, revenueShare }: RelationFacts,
  limits: RelationLimits,
): { readonly share: number; readonly limit: number } | null {
  return tier === "high" && revenueShare >= limits.revenueShare
    ? { share: revenueShare, limit: limits.revenueShare }
    : null;
}

const STRATEGIC: readonly Rule[] = [
  { code: "flagged", test: ({ flagged }) => (flagged ? {} : null) },
  {
    code: "contract",
    test: ({ contractEnd, firstDay }, { contractMonths }, asOf) => {
      if (contractEnd === null || contractEnd < asOf) return null;
      // Only the end is known: a contract runs at least from the first order, or from today without one.
      const from = firstDay === NO_DAY ? asOf : firstDay;
      return addMonths(from, contractMonths) <= contractEnd ? { contractEnd, months: contractMonths } : null;
    },
  },
  { code: "jointPlan", test: (facts, limits) => (facts.jointPlan === true ? weightOf(facts, limits) : null) },
  {
    // Where nobody wrote down plans, the share speaks alone.
    code: "revenueShare",
    test: (facts, limits) => (facts.jointPlan === null ? weightOf(facts, limits) : null),
  },
];

const RELATIONAL: readonly Rule[] = [
  {
    code: "steadyOrders",
    test: ({ orders, firstDay, lastDay }, limits) =>
      orders >= limits.relationalOrders && addMonths(firstDay, limits.relationalMonths) <= lastDay
        ? { orders, days: lastDay - firstDay, months: limits.relationalMonths }
        : null,
  },
  {
    code: "contacts",
    test: ({ orders, contacts }, limits) =>
      orders > 0 && contacts !== null && contacts >= limits.contacts ? { contacts } : null,
  },
  {
    code: "custom",
    test: ({ orders, customOrders }) =>
      orders > 0 && customOrders !== null && customOrders > 0 ? { custom: customOrders } : null,
  },
];

/** Why a buyer is neither; all that hold are named. */
const TRANSACTIONAL: readonly Rule[] = [
  {
    code: "fewOrders",
    test: ({ orders }, limits) =>
      orders < limits.relationalOrders ? { orders, limit: limits.relationalOrders } : null,
  },
  {
    code: "shortHistory",
    test: ({ orders, firstDay, lastDay }, limits) =>
      orders >= limits.relationalOrders && addMonths(firstDay, limits.relationalMonths) > lastDay
        ? { orders, days: lastDay - firstDay, months: limits.relationalMonths }
        : null,
  },
  {
    code: "discounts",
    test: ({ discountShare }, limits) =>
      discountShare !== null && discountShare >= limits.discountShare ? { share: discountShare } : null,
  },
  { code: "priceSensitive", test: ({ priceSensitive }) => (priceSensitive === true ? {} : null) },
];

/**
 * The type of relation one customer has with the shop, with the reasons.
 *
 * Strategic with the flag, with a contract that runs and spans a year or more, or in the top tier with a
 * large share of revenue and a plan made together (the share alone where no sheet tells of plans); relational
 * with at least three orders spread over at least six months, where several people of one account buy, or with
 * something made to measure; transactional for every other buyer. The brief describes the types in words only,
 * so the thresholds are settings. A type written by hand wins; what the rules say stays known.
 * Every border counts in: exactly six months and exactly 5 % are enough.
 */
export function relationType(
  facts: RelationFacts,
  asOf: DayNumber,
  limits: RelationLimits = DEFAULT_RELATION_LIMITS,
): RelationType {
  const reasonsOf = (rules: readonly Rule[]): readonly RelationReason[] =>
    rules.flatMap(({ code, test }) => {
      const numbers = test(facts, limits, asOf);
      return numbers === null ? [] : [{ code, numbers }];
    });
  const computed = (): Omit<RelationType, "computed"> => {
    const strategic = reasonsOf(STRATEGIC);
    if (strategic.length > 0) return { type: "strategic", reasons: strategic };
    if (facts.orders === 0) return { type: "", reasons: [] };
    const relational = reasonsOf(RELATIONAL);
    if (relational.length > 0) return { type: "relational", reasons: relational };
    return { type: "transactional", reasons: reasonsOf(TRANSACTIONAL) };
  };
  const own = computed();
  if (facts.override === "") return { ...own, computed: own.type };
  return { type: facts.override, reasons: [{ code: "override", numbers: {} }], computed: own.type };
}
