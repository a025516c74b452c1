import { dayOf } from "../../../src/core/math/day";
import {
  winBackArm,
  winBackTracker,
  type WinBackEntry,
  type WinBackTracker,
} from "../../../src/core/winBack";
import { bookOfRows, type OrderRow } from "../../support/bookOfRows";

const AS_OF = dayOf(2025, 12, 31);
const RULES = { months: 3, days: 60, share: 0.1, seed: 1 };

function entry(customerId: string, more: Partial<WinBackEntry> = {}): WinBackEntry {
  return {
    customerId,
    customerKey: customerId,
    lostOn: dayOf(2025, 6, 1),
    reason: "价格原因",
    action: "回归礼包",
    owner: "Li",
    dueOn: dayOf(2025, 6, 15),
    outcome: null,
    ...more,
  };
}

function track(
  log: readonly WinBackEntry[],
  orders: readonly OrderRow[],
  costIn: (key: string) => number | null = () => null,
  rules = RULES,
  discountOf: (order: number) => number = () => Number.NaN,
): WinBackTracker {
  const book = bookOfRows(orders, AS_OF);
  return winBackTracker(
    log,
    {
      asOf: AS_OF,
      orders: book.orders,
      decimals: book.decimals,
      discountOf,
      customerOf: (key) => book.customerKeys.indexOf(key),
      keyOf: (customer) => book.customerKeys[customer] ?? "",
      costIn,
    },
    rules,
  );
}

describe("an attempt", () => {
  test.each<{ name: string; more: Partial<WinBackEntry>; step: string; reasonMissing: boolean }>([
    {
      name: "R97: without a reason stands at the reason",
      more: { reason: "", action: "" },
      step: "reason",
      reasonMissing: false,
    },
    {
      name: "R97: planned without a reason stands at the reason and is named",
      more: { reason: "" },
      step: "reason",
      reasonMissing: true,
    },
    {
      name: "R97: with a reason alone waits for its plan",
      more: { action: "" },
      step: "plan",
      reasonMissing: false,
    },
    { name: "R97: with reason and action is under way", more: {}, step: "action", reasonMissing: false },
    {
      name: "R97: with an outcome is to be reviewed",
      more: { outcome: "lost" },
      step: "review",
      reasonMissing: false,
    },
  ])("$name", ({ more, step, reasonMissing }) => {
    const [attempt] = track([entry("a", more)], [["a", dayOf(2025, 2, 1), 9]]).attempts;
    expect(attempt).toMatchObject({ step, reasonMissing });
  });

  test.each([
    { name: "the day after being given up", day: dayOf(2025, 6, 2), result: "won", net: 9 },
    { name: "day 60", day: dayOf(2025, 7, 31), result: "won", net: 9 },
    { name: "day 61", day: dayOf(2025, 8, 1), result: "notWon", net: 0 },
    { name: "the very day of being given up", day: dayOf(2025, 6, 1), result: "notWon", net: 0 },
  ])("R97: with an order on $name is $result", ({ day, result, net }) => {
    const [attempt] = track(
      [entry("a")],
      [
        ["a", dayOf(2025, 2, 1), 9],
        ["a", day, 9],
      ],
    ).attempts;
    expect(attempt).toMatchObject({ result, net });
  });

  test.each<{ name: string; lostOn: number | null; result: string }>([
    { name: "60 days ago without an order is not won", lostOn: AS_OF - 60, result: "notWon" },
    { name: "59 days ago is pending", lostOn: AS_OF - 59, result: "pending" },
    { name: "on no day can be judged by nobody", lostOn: null, result: "undated" },
    { name: "after the as-of date is not judged yet", lostOn: AS_OF + 1, result: "undated" },
  ])("R97: given up $name", ({ lostOn, result }) => {
    const { attempts } = track([entry("a", { lostOn })], [["a", dayOf(2025, 2, 1), 9]]);
    expect(attempts[0]?.result).toBe(result);
  });

  test("of a customer without any order is judged without one", () => {
    expect(track([entry("nobody")], [["a", dayOf(2025, 2, 1), 9]]).attempts[0]?.result).toBe("notWon");
  });

  test("is overdue the day after its due day, unless its outcome is known", () => {
    const overdue = (more: Partial<WinBackEntry>) =>
      track([entry("a", more)], [["a", dayOf(2025, 2, 1), 9]]).attempts[0]?.overdue;
    expect([
      overdue({ dueOn: AS_OF }),
      overdue({ dueOn: AS_OF - 1 }),
      overdue({ dueOn: AS_OF - 1, outcome: "lost" }),
      overdue({ dueOn: null }),
    ]).toEqual([false, true, false, false]);
  });
});

describe("the log as a whole", () => {
  const orders: readonly OrderRow[] = [
    ["a", dayOf(2025, 2, 1), 9],
    ["a", dayOf(2025, 6, 20), 30],
    ["b", dayOf(2025, 2, 1), 9],
  ];

  test("R97: win-back rate, cost per win-back and net count attempts with an action alone", () => {
    const tracker = track([entry("a"), entry("b"), entry("c", { action: "" })], orders, () => 4);
    expect(tracker).toMatchObject({ settled: 2, won: 1, rate: 0.5, net: 30, cost: 8, costPerWin: 8 });
    expect(tracker.interval?.low).toBeGreaterThan(0);
  });

  test("R97: unknown costs are no zero, and nobody won has no cost per win-back", () => {
    expect(track([entry("a")], orders)).toMatchObject({ cost: null, costPerWin: null });
    expect(track([entry("b")], orders, () => 4)).toMatchObject({ won: 0, cost: 4, costPerWin: null });
  });

  // Orders of a: 1 February, and the one that won them on 20 June, for which 30 of a list price of 40 was paid.
  test.each<{ name: string; share: number; cost: number | null; expected: Partial<WinBackTracker> }>([
    {
      name: "are part of the cost per win-back",
      share: 0.25,
      cost: 4,
      expected: { cost: 4, discount: 10, costPerWin: 14 },
    },
    {
      name: "are the cost where touches have none",
      share: 0.25,
      cost: null,
      expected: { cost: null, discount: 10, costPerWin: 10 },
    },
    { name: "of nothing are known", share: 0, cost: 4, expected: { cost: 4, discount: 0, costPerWin: 4 } },
    {
      name: "are unknown where no order says what it would have cost",
      share: Number.NaN,
      cost: 4,
      expected: { cost: 4, discount: null, costPerWin: 4 },
    },
    {
      name: "of the whole price leave nothing to reckon from",
      share: 1,
      cost: 4,
      expected: { cost: 4, discount: null, costPerWin: 4 },
    },
  ])("R97: discounts of the orders in time $name", ({ share, cost, expected }) => {
    const tracker = track(
      [entry("a")],
      orders,
      () => cost,
      RULES,
      (order) => (order === 1 ? share : 0.9),
    );
    expect(tracker).toMatchObject(expected);
    expect(tracker.attempts[0]?.discount ?? null).toBe(expected.discount);
  });

  test("names attempts of which log and orders say different things", () => {
    const log = [
      entry("a", { outcome: "lost" }),
      entry("b", { outcome: "won" }),
      entry("b", { outcome: "lost" }),
    ];
    expect(track(log, orders).unlike).toBe(2);
  });

  test("an empty log gives no rate and no effect", () => {
    expect(track([], orders)).toMatchObject({
      settled: 0,
      rate: null,
      interval: null,
      effect: null,
      campaigns: [],
    });
  });
});

describe("the hold-out", () => {
  /** 2,000 customers whose three months were over on 2025-06-01; who returned in time is told by `back`. */
  const ids = Array.from({ length: 2_000 }, (_, index) => `c${String(index)}`);
  const isHeld = (id: string) => winBackArm(1, "2025-06-01", id) === "holdOut";
  const world = (back: (id: string, index: number) => boolean): readonly OrderRow[] =>
    ids.flatMap((id, index): readonly OrderRow[] => [
      [id, dayOf(2025, 3, 1), 10],
      ...(back(id, index) ? [[id, dayOf(2025, 7, 1), 20] as const] : []),
    ]);
  const logOf = (contacted: (id: string, index: number) => boolean) =>
    ids.filter(contacted).map((id) => entry(id));

  test("R97: a kept hold-out shows what was won beyond those who would have come anyway", () => {
    // Of the held out one in ten returns, of the others three in ten.
    const orders = world((id, index) => index % 10 < (isHeld(id) ? 1 : 3));
    const { effect, campaigns } = track(
      logOf((id) => !isHeld(id)),
      orders,
    );
    // Who returned in July and fell silent again is another month's, in which nobody was contacted.
    expect(campaigns.map(({ month, state }) => [month, state])).toEqual([
      [dayOf(2025, 10, 1), "tooFewContacted"],
      [dayOf(2025, 6, 1), "compared"],
    ]);
    expect(effect?.verdict).toBe("works");
    expect(effect?.difference?.value).toBeCloseTo(0.2, 1);
    expect(effect?.treated.customers).toBe(ids.filter((id) => !isHeld(id)).length);
    // 20 for every one of the 200 in 1,800 that came beyond, no cost known.
    expect(effect?.netValue).toBeCloseTo(
      20 * (effect?.difference?.value ?? 0) * (effect?.treated.customers ?? 0),
      6,
    );
  });

  test("R97: who was never contacted counts in the arm drawn all the same", () => {
    const orders = world((_, index) => index % 10 === 0);
    const { effect } = track(
      logOf((id, index) => !isHeld(id) && index % 3 > 0),
      orders,
    );
    expect((effect?.treated.customers ?? 0) + (effect?.holdOut.customers ?? 0)).toBe(ids.length);
  });

  test.each([
    { name: "whose hold-out was contacted", contacted: () => true, state: "holdOutBroken" },
    {
      name: "that reached few of its customers",
      contacted: (id: string, index: number) => !isHeld(id) && index % 5 === 0,
      state: "tooFewContacted",
    },
  ])("R97: a month $name is not compared", ({ contacted, state }) => {
    const { campaigns, effect } = track(
      logOf(contacted),
      world(() => false),
    );
    expect(campaigns.map((campaign) => campaign.state)).toEqual([state]);
    expect(effect).toBeNull();
  });

  test("R97: a month without a hold-out is not compared", () => {
    const { campaigns } = track(
      logOf(() => true),
      world(() => false),
      () => null,
      { ...RULES, share: 0 },
    );
    expect(campaigns.map(({ state }) => state)).toEqual(["noHoldOut"]);
  });

  test("R97: below 50 in an arm there is no verdict", () => {
    const few = ids.slice(0, 300);
    const orders = few.map((id): OrderRow => [id, dayOf(2025, 3, 1), 10]);
    const log = few.filter((id) => !isHeld(id)).map((id) => entry(id));
    expect(track(log, orders).effect?.verdict).toBe("tooFew");
  });

  test("a customer stays in one arm as long as the silence lasts, and is left alone for the days of the clock", () => {
    const [held] = ids.filter((id) => winBackArm(1, "2025-12-01", id) === "holdOut");
    const lapsed = (day: number): readonly OrderRow[] => [[held ?? "", day, 10]];
    // Due on 2025-12-01: the clock runs to 2026-01-30.
    expect(track([], lapsed(dayOf(2025, 9, 1))).heldOutNow).toMatchObject([
      { dueOn: dayOf(2025, 12, 1), until: dayOf(2026, 1, 30), contacted: false },
    ]);
    expect(track([], lapsed(dayOf(2025, 7, 1))).heldOutNow).toEqual([]);
  });

  test("an order on the very day the months are over is no silence", () => {
    const [held] = ids.filter((id) => winBackArm(1, "2025-12-01", id) === "holdOut");
    const orders: readonly OrderRow[] = [
      [held ?? "", dayOf(2025, 9, 1), 10],
      [held ?? "", dayOf(2025, 12, 1), 10],
    ];
    expect(track([], orders).heldOutNow).toEqual([]);
  });
});
