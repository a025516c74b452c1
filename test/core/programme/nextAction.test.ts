import { STAGE_IDS, type StageId } from "../../../src/core/lifecycle";
import { ACTION_IDS, ACTION_RULES, inviteMix, nextAction, productPhase } from "../../../src/core/programme";
import type { ActionFacts } from "../../../src/core/programme/nextAction";
import { TIER_IDS, type TierId } from "../../../src/core/tiers/types";
import { dayOf } from "../../../src/core/math/day";
import { customerRow } from "../../support/customerRow";

const STAGES: readonly StageId[] = [...STAGE_IDS, ""];
const TIERS: readonly TierId[] = [...TIER_IDS, ""];
const both = [false, true];

/** Every world the table can meet. */
const WORLDS: readonly ActionFacts[] = STAGES.flatMap((stage) =>
  TIERS.flatMap((tier) =>
    both.flatMap((lapsed) =>
      both.flatMap((company) =>
        both.map((openComplaint) => ({ stage, tier, lapsed, company, openComplaint })),
      ),
    ),
  ),
);

describe("R54: the strategy table", () => {
  test("no line is dead, and every action has a line", () => {
    const met = new Set(WORLDS.map(nextAction));
    expect(ACTION_RULES.filter((rule) => !met.has(rule))).toEqual([]);
    expect(new Set(ACTION_RULES.map(({ action }) => action))).toEqual(new Set(ACTION_IDS));
  });

  test("an open complaint outranks every offer", () => {
    for (const facts of WORLDS.filter(({ openComplaint }) => openComplaint)) {
      expect(nextAction(facts).action).toBe("settleComplaint");
    }
  });

  test("nobody who has lapsed is asked for a referral", () => {
    for (const facts of WORLDS.filter(({ stage, lapsed }) => stage === "loyal" && lapsed)) {
      expect(nextAction(facts).action).not.toBe("askReferral");
    }
  });

  test.each<{ stage: StageId; tier: TierId; more?: Partial<ActionFacts>; action: string; role: string }>([
    { stage: "loyal", tier: "high", action: "personalCare", role: "adviser" },
    { stage: "loyal", tier: "medium", action: "askReferral", role: "sales" },
    { stage: "purchase", tier: "basic", action: "secondOrderCoupon", role: "marketing" },
    { stage: "lapsed", tier: "high", more: { lapsed: true }, action: "regainPersonally", role: "adviser" },
    {
      stage: "lapsed",
      tier: "outsideWindow",
      more: { lapsed: true },
      action: "winBackCoupon",
      role: "marketing",
    },
    { stage: "affinity", tier: "noOrder", more: { company: true }, action: "productDemo", role: "sales" },
    { stage: "affinity", tier: "noOrder", action: "firstOrderOffer", role: "marketing" },
  ])("$stage, $tier: $action by $role", ({ stage, tier, more = {}, action, role }) => {
    const facts = { stage, tier, lapsed: false, company: false, openComplaint: false, ...more };
    expect(nextAction(facts)).toMatchObject({ action, role });
  });
});

describe("R89: the phase of a product", () => {
  const asOf = dayOf(2025, 12, 31);
  const plain = { firstSold: asOf - 400, newFrom: asOf - 300, asOf, growth: 0 };
  test.each([
    { name: "first sold 180 days ago", facts: { firstSold: asOf - 180 }, phase: "early" },
    { name: "first sold a day earlier", facts: { firstSold: asOf - 181 }, phase: "middle" },
    {
      name: "young only because the data is",
      facts: { firstSold: asOf - 100, newFrom: asOf - 99 },
      phase: "middle",
    },
    { name: "a tenth less than before", facts: { growth: -0.1 }, phase: "late" },
    { name: "90 after 100", facts: { growth: 90 / 100 - 1 }, phase: "late" },
    { name: "a little less than before", facts: { growth: -0.09 }, phase: "middle" },
    { name: "nothing sold before", facts: { growth: null }, phase: "middle" },
  ])("$name: $phase", ({ facts, phase }) => {
    expect(productPhase({ ...plain, ...facts })).toBe(phase);
  });

  test("how long a product is new, and what fall makes it late, can be set", () => {
    const limits = { newDays: 90, fall: 0.2 };
    expect(productPhase({ ...plain, firstSold: asOf - 91 }, limits)).toBe("middle");
    expect(productPhase({ ...plain, firstSold: asOf - 90 }, limits)).toBe("early");
    expect(productPhase({ ...plain, growth: -0.19 }, limits)).toBe("middle");
    expect(productPhase({ ...plain, growth: -0.2 }, limits)).toBe("late");
  });
});

describe("R96: whom to invite together", () => {
  const guest = (id: string, relation: "new" | "existing", more = {}) =>
    customerRow(id, { relation, firstDay: 20_000, ...more });

  test("as many new as loyal, with consent and without an open complaint", () => {
    const rows = [
      ...Array.from({ length: 6 }, (_, index) => guest(`new${index}`, "new", { firstDay: 20_000 + index })),
      ...Array.from({ length: 4 }, (_, index) => guest(`old${index}`, "existing", { rank: 4 - index })),
      guest("angry", "new", { openComplaint: true, firstDay: 21_000 }),
      guest("silent", "existing", { consent: false, rank: 1 }),
      guest("fickle", "existing", { rank: 1 }),
    ];
    const { newcomers, regulars } = inviteMix(rows, (index) => rows[index]?.id !== "fickle");
    expect(newcomers.map(({ id }) => id)).toEqual(["new5", "new4", "new3", "new2"]);
    expect(regulars.map(({ id }) => id)).toEqual(["old3", "old2", "old1", "old0"]);
  });

  test("nobody to invite is nobody", () => {
    expect(inviteMix([], () => true)).toEqual({ newcomers: [], regulars: [] });
  });
});
