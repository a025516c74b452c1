import { winBackArm, winBackEffect, type WinBackCase } from "../../../src/core/winBack";

const AS_OF = 1_000;

/** `won` of `customers` ordered on day 60 after day 100. */
function arm(
  id: WinBackCase["arm"],
  won: number,
  customers: number,
  cost: number | null = 0,
  discount: number | null = null,
): WinBackCase[] {
  return Array.from({ length: customers }, (_, index) => ({
    arm: id,
    assignedOn: 100,
    orders: index < won ? [{ day: 160, net: 10, discount }] : [],
    cost,
  }));
}

describe("winBackArm", () => {
  const keys = Array.from({ length: 20_000 }, (_, index) => `customer ${String(index)}`);

  test("holds out the share asked for", () => {
    const held = keys.filter((key) => winBackArm(1, "spring", key) === "holdOut").length;
    // Four standard deviations of a binomial share.
    expect(Math.abs(held / keys.length - 0.1)).toBeLessThan(4 * Math.sqrt((0.1 * 0.9) / keys.length));
  });

  test("is the same every time, and another for another campaign", () => {
    const arms = (campaign: string) => keys.map((key) => winBackArm(1, campaign, key)).join();
    expect(arms("spring")).toBe(arms("spring"));
    expect(arms("spring")).not.toBe(arms("autumn"));
  });

  test.each([
    { share: 0, arm: "treated" },
    { share: 1, arm: "holdOut" },
  ])("a share of $share puts everybody into $arm", ({ share, arm: expected }) => {
    expect(new Set(keys.map((key) => winBackArm(1, "c", key, share)))).toEqual(new Set([expected]));
  });
});

describe("winBackEffect", () => {
  test.each([
    { name: "a clear gain works", won: [40, 10], of: [100, 100], verdict: "works" },
    { name: "a small gain shows no effect", won: [22, 20], of: [100, 100], verdict: "noEffect" },
    { name: "a clear loss harms", won: [10, 40], of: [100, 100], verdict: "harms" },
    { name: "49 in an arm are too few, however clear", won: [49, 0], of: [100, 49], verdict: "tooFew" },
    { name: "50 are enough", won: [60, 1], of: [100, 50], verdict: "works" },
  ])("$name", ({ won, of, verdict }) => {
    const cases = [...arm("treated", won[0]!, of[0]!), ...arm("holdOut", won[1]!, of[1]!)];
    expect(winBackEffect(cases, AS_OF).verdict).toBe(verdict);
  });

  test("Newcombe's example: 56 of 70 against 48 of 80", () => {
    const { difference } = winBackEffect([...arm("treated", 56, 70), ...arm("holdOut", 48, 80)], AS_OF);
    expect(difference?.value).toBeCloseTo(0.2, 10);
    // The paper's table II gives 0.0524 to 0.3339 at 95 %; at 90 % the interval is the narrower one here.
    expect(difference?.low).toBeGreaterThan(0.0524);
    expect(difference?.high).toBeLessThan(0.3339);
  });

  test("an order on day 60 counts, one on the day of assignment or on day 61 does not", () => {
    const on = (day: number): WinBackCase => ({
      arm: "treated",
      assignedOn: 100,
      orders: [{ day, net: 5, discount: null }],
      cost: 0,
    });
    const won = (day: number) => winBackEffect([on(day)], AS_OF).treated.won;
    expect([won(100), won(101), won(160), won(161)]).toEqual([0, 1, 1, 0]);
  });

  test("whose days are not over is pending, and what they brought so far is counted as money", () => {
    const result = winBackEffect(
      [
        {
          arm: "treated",
          assignedOn: AS_OF - 10,
          orders: [{ day: AS_OF - 1, net: 7, discount: null }],
          cost: 2,
        },
      ],
      AS_OF,
    );
    expect(result.treated).toMatchObject({ customers: 0, pending: 1, rate: null, net: 7, cost: 2 });
    expect(result.difference).toBeNull();
  });

  test("the cost of one more customer won is over those who would have come anyway", () => {
    const result = winBackEffect([...arm("treated", 40, 100, 3), ...arm("holdOut", 10, 100)], AS_OF);
    expect(result.costPerExtraWin).toBeCloseTo(10, 10);
  });

  test("R97: discounts count in the cost, beyond those that the held out had anyway", () => {
    const result = winBackEffect([...arm("treated", 40, 100, 3, 5), ...arm("holdOut", 10, 100, 0, 2)], AS_OF);
    // 300 of touches and 200 of discounts, less 20, over 30 more won.
    expect(result.costPerExtraWin).toBeCloseTo(480 / 30, 10);
    expect(result.treated.discountPerCustomer).toBe(2);
  });

  test("R97: discounts alone are a cost; a cost that nobody knows is none", () => {
    const held = arm("holdOut", 10, 100, 9, 2);
    expect(winBackEffect([...arm("treated", 40, 100, null, 5), ...held], AS_OF).costPerExtraWin).toBeCloseTo(
      180 / 30,
      10,
    );
    expect(winBackEffect([...arm("treated", 40, 100, null), ...held], AS_OF).costPerExtraWin).toBeNull();
  });

  test("R97: the net value is after discounts once: what was brought is what was paid", () => {
    const value = (discount: number | null) =>
      winBackEffect([...arm("treated", 40, 100, 3, discount), ...arm("holdOut", 10, 100)], AS_OF).netValue;
    expect(value(5)).toBeCloseTo(400 - 100 - 300, 10);
    expect(value(null)).toBe(value(5));
  });
});
