import { dayOf } from "../../../src/core/math/day";
import { nextTouch, plannedTouch, type PlanFacts } from "../../../src/core/touch";

const AS_OF = dayOf(2025, 12, 31);

describe("R26: nextTouch", () => {
  test.each([
    {
      name: "high value: a calendar month, to the last day of a shorter one",
      tier: "high" as const,
      last: dayOf(2025, 1, 31),
      due: dayOf(2025, 2, 28),
      action: "ownVisit",
      overdue: true,
    },
    {
      name: "medium: 14 days",
      tier: "medium" as const,
      last: dayOf(2025, 12, 17),
      due: AS_OF,
      action: "productNews",
      overdue: false,
    },
    {
      name: "basic: a calendar month",
      tier: "basic" as const,
      last: dayOf(2025, 12, 5),
      due: dayOf(2026, 1, 5),
      action: "coupon",
      overdue: false,
    },
    {
      name: "never touched: due now",
      tier: "basic" as const,
      last: null,
      due: AS_OF,
      action: "coupon",
      overdue: false,
    },
  ])("$name", ({ tier, last, due, action, overdue }) => {
    expect(nextTouch(tier, last, AS_OF)).toEqual({ dueOn: due, action, overdue });
  });

  test.each(["outsideWindow", "noOrder", ""] as const)("tier %p has no rhythm", (tier) => {
    expect(nextTouch(tier, null, AS_OF)).toBeNull();
  });
});

describe("R26, R61: plannedTouch", () => {
  const facts: PlanFacts = {
    tier: "high",
    relation: "",
    lastTouch: dayOf(2025, 12, 10),
    recentTouches: 1,
    consent: true,
    openComplaint: false,
  };

  test.each<{ name: string; facts: Partial<PlanFacts>; by: string; due: number; state: string }>([
    { name: "the tier alone", facts: {}, by: "tier", due: dayOf(2026, 1, 10), state: "upcoming" },
    {
      name: "a strategic relation asks sooner than the tier",
      facts: { relation: "strategic" },
      by: "relation",
      due: dayOf(2025, 12, 24),
      state: "overdue",
    },
    {
      name: "a looser relation changes nothing",
      facts: { relation: "transactional" },
      by: "tier",
      due: dayOf(2026, 1, 10),
      state: "upcoming",
    },
    {
      name: "both on one day: the tier is named",
      facts: { tier: "medium", relation: "strategic" },
      by: "tier",
      due: dayOf(2025, 12, 24),
      state: "overdue",
    },
    { name: "due today", facts: { lastTouch: null }, by: "tier", due: AS_OF, state: "due" },
    {
      name: "a hold outranks being overdue",
      facts: { lastTouch: dayOf(2025, 1, 1), openComplaint: true },
      by: "tier",
      due: dayOf(2025, 2, 1),
      state: "onHold",
    },
  ])("$name", ({ facts: more, by, due, state }) => {
    expect(plannedTouch({ ...facts, ...more }, AS_OF)).toMatchObject({ by, dueOn: due, state });
  });

  test("all holds are named, and the fatigue rule counts its limit in", () => {
    const held = plannedTouch({ ...facts, consent: false, openComplaint: true, recentTouches: 4 }, AS_OF);
    expect(held?.holds).toEqual(["noConsent", "openComplaint", "fatigue"]);
    expect(plannedTouch({ ...facts, recentTouches: 3 }, AS_OF)?.holds).toEqual([]);
  });

  test("who is outside the window belongs to win-back", () => {
    expect(plannedTouch({ ...facts, tier: "outsideWindow" }, AS_OF)).toBeNull();
  });
});
