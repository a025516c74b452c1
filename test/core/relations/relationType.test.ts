import { dayOf, NO_DAY } from "../../../src/core/math/day";
import { relationType, type RelationFacts } from "../../../src/core/relations";

const AS_OF = dayOf(2025, 12, 31);
const plain: RelationFacts = {
  orders: 1,
  firstDay: dayOf(2025, 6, 1),
  lastDay: dayOf(2025, 6, 1),
  tier: "medium",
  revenueShare: 0.01,
  discountShare: null,
  priceSensitive: null,
  contacts: null,
  customOrders: null,
  contractEnd: null,
  jointPlan: null,
  flagged: false,
  override: "",
};

describe("R60: relationType", () => {
  test.each<{ name: string; facts: Partial<RelationFacts>; type: string; reasons: readonly string[] }>([
    { name: "one order is transactional", facts: {}, type: "transactional", reasons: ["fewOrders"] },
    {
      name: "three orders over exactly six months are relational",
      facts: { orders: 3, lastDay: dayOf(2025, 12, 1) },
      type: "relational",
      reasons: ["steadyOrders"],
    },
    {
      name: "three orders a day short of six months are not yet",
      facts: { orders: 3, lastDay: dayOf(2025, 11, 30) },
      type: "transactional",
      reasons: ["shortHistory"],
    },
    {
      name: "two contacts of one account are a relation",
      facts: { contacts: 2 },
      type: "relational",
      reasons: ["contacts"],
    },
    {
      name: "discounts and price are named among the reasons",
      facts: { discountShare: 0.5, priceSensitive: true },
      type: "transactional",
      reasons: ["fewOrders", "discounts", "priceSensitive"],
    },
    {
      name: "one order made to measure is a relation",
      facts: { customOrders: 1 },
      type: "relational",
      reasons: ["custom"],
    },
    {
      name: "orders that say of none are not",
      facts: { customOrders: 0 },
      type: "transactional",
      reasons: ["fewOrders"],
    },
    {
      name: "every sign of a relation is named",
      facts: { orders: 3, lastDay: dayOf(2025, 12, 1), contacts: 2, customOrders: 2 },
      type: "relational",
      reasons: ["steadyOrders", "contacts", "custom"],
    },
    {
      name: "5 % of revenue and a joint plan do",
      facts: { tier: "high", revenueShare: 0.05, jointPlan: true },
      type: "strategic",
      reasons: ["jointPlan"],
    },
    {
      name: "where plans are kept, 5 % without one does not",
      facts: { tier: "high", revenueShare: 0.05, jointPlan: false },
      type: "transactional",
      reasons: ["fewOrders"],
    },
    {
      name: "a joint plan with less than 5 % does not",
      facts: { tier: "high", revenueShare: 0.0499, jointPlan: true },
      type: "transactional",
      reasons: ["fewOrders"],
    },
    {
      name: "a joint plan below the top tier does not",
      facts: { tier: "medium", revenueShare: 0.2, jointPlan: true },
      type: "transactional",
      reasons: ["fewOrders"],
    },
    { name: "the flag makes strategic", facts: { flagged: true }, type: "strategic", reasons: ["flagged"] },
    {
      name: "a running contract over a year from the first order does",
      facts: { contractEnd: dayOf(2026, 6, 1) },
      type: "strategic",
      reasons: ["contract"],
    },
    {
      name: "one that spans less does not",
      facts: { contractEnd: dayOf(2026, 5, 31) },
      type: "transactional",
      reasons: ["fewOrders"],
    },
    {
      name: "one that has ended does not",
      facts: { firstDay: dayOf(2023, 1, 1), contractEnd: dayOf(2025, 12, 30) },
      type: "transactional",
      reasons: ["fewOrders"],
    },
    {
      name: "the top tier with exactly 5 % of revenue does",
      facts: { tier: "high", revenueShare: 0.05 },
      type: "strategic",
      reasons: ["revenueShare"],
    },
    {
      name: "5 % of revenue outside the top tier does not",
      facts: { revenueShare: 0.05 },
      type: "transactional",
      reasons: ["fewOrders"],
    },
    {
      name: "no order and no contract is no relation",
      facts: { orders: 0, firstDay: NO_DAY, lastDay: NO_DAY },
      type: "",
      reasons: [],
    },
    {
      name: "a year's contract before the first order counts from today",
      facts: { orders: 0, firstDay: NO_DAY, lastDay: NO_DAY, contractEnd: dayOf(2026, 12, 31) },
      type: "strategic",
      reasons: ["contract"],
    },
  ])("$name", ({ facts, type, reasons }) => {
    const found = relationType({ ...plain, ...facts }, AS_OF);
    expect(found.type).toBe(type);
    expect(found.reasons.map(({ code }) => code)).toEqual(reasons);
    expect(found.computed).toBe(type);
  });

  test("a type written by hand wins and what the rules say stays known", () => {
    const found = relationType({ ...plain, override: "strategic" }, AS_OF);
    expect(found).toEqual({
      type: "strategic",
      reasons: [{ code: "override", numbers: {} }],
      computed: "transactional",
    });
  });
});
