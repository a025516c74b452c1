import {
  DEFAULT_STAGE_LIMITS,
  lifecycleStage,
  STAGE_IDS,
  type StageFacts,
} from "../../../src/core/lifecycle";
import { dayOf, NO_DAY } from "../../../src/core/math/day";

const AS_OF = dayOf(2025, 12, 31);
const nobody: StageFacts = {
  orders: 0,
  lastOrderDay: NO_DAY,
  referred: false,
  inService: false,
  showedInterest: false,
};
const buyer = (orders: number, lastOrderDay: number, more: Partial<StageFacts> = {}): StageFacts => ({
  ...nobody,
  orders,
  lastOrderDay,
  ...more,
});

describe("R42: lifecycleStage", () => {
  test.each([
    { name: "somebody only known is aware", facts: nobody, stage: "awareness" },
    { name: "who answered a touch is near", facts: { ...nobody, showedInterest: true }, stage: "affinity" },
    {
      name: "an order 31 days ago is a purchase",
      facts: buyer(1, AS_OF - 31),
      stage: "purchase",
    },
    { name: "an order 30 days ago is still served", facts: buyer(1, AS_OF - 30), stage: "support" },
    {
      name: "an open ticket is support however old the order",
      facts: buyer(1, AS_OF - 80, { inService: true }),
      stage: "support",
    },
    {
      name: "a ticket without an order is no support",
      facts: { ...nobody, inService: true },
      stage: "awareness",
    },
    { name: "three orders make loyal", facts: buyer(3, AS_OF - 60), stage: "loyal" },
    { name: "two orders do not", facts: buyer(2, AS_OF - 60), stage: "purchase" },
    {
      name: "three orders and three months of silence have lapsed",
      facts: buyer(3, dayOf(2025, 9, 30)),
      stage: "lapsed",
    },
    {
      name: "one day short of three months is not lapsed",
      facts: buyer(3, dayOf(2025, 10, 1)),
      stage: "loyal",
    },
    {
      name: "a referral makes loyal without an order",
      facts: { ...nobody, referred: true },
      stage: "loyal",
    },
    {
      name: "a referral keeps a silent buyer loyal",
      facts: buyer(1, dayOf(2025, 1, 1), { referred: true }),
      stage: "loyal",
    },
    {
      name: "a silent buyer with an open ticket is in support",
      facts: buyer(1, dayOf(2025, 1, 1), { inService: true }),
      stage: "support",
    },
  ])("$name", ({ facts, stage }) => {
    expect(lifecycleStage(facts, AS_OF).stage).toBe(stage);
  });

  test("a loyal customer with a ticket carries both flags", () => {
    expect(lifecycleStage(buyer(5, AS_OF - 3, { inService: true }), AS_OF)).toEqual({
      stage: "loyal",
      lapsed: false,
      inService: true,
    });
  });

  test("a referrer who fell silent is loyal and lapsed", () => {
    const stage = lifecycleStage(buyer(1, dayOf(2025, 1, 1), { referred: true }), AS_OF);
    expect(stage).toMatchObject({ stage: "loyal", lapsed: true });
  });

  test("limits are settings", () => {
    const limits = { ...DEFAULT_STAGE_LIMITS, loyalOrders: 2, lapsedMonths: 6, supportDays: 0 };
    expect(lifecycleStage(buyer(2, dayOf(2025, 8, 1)), AS_OF, limits).stage).toBe("loyal");
    expect(lifecycleStage(buyer(1, AS_OF - 1), AS_OF, limits).stage).toBe("purchase");
  });

  test("every stage can be reached, and everybody has one", () => {
    const seen = new Set<string>();
    for (const orders of [0, 1, 2, 3]) {
      for (const silence of [0, 40, 400]) {
        for (const bits of [0, 1, 2, 3, 4, 5, 6, 7]) {
          const facts: StageFacts = {
            orders,
            lastOrderDay: orders === 0 ? NO_DAY : AS_OF - silence,
            referred: (bits & 1) !== 0,
            inService: (bits & 2) !== 0,
            showedInterest: (bits & 4) !== 0,
          };
          seen.add(lifecycleStage(facts, AS_OF).stage);
        }
      }
    }
    expect([...seen].sort()).toEqual([...STAGE_IDS].sort());
  });
});
