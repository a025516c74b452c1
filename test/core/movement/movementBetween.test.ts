import fc from "fast-check";
import { movementBetween, movementCounts, type MovementSnapshot } from "../../../src/core/movement";
import { TIER_IDS, type TierId } from "../../../src/core/tiers";

interface Customer {
  readonly id: string;
  readonly tier: TierId;
  readonly scores?: readonly [number, number, number];
  readonly raw?: readonly [number, number, number];
}

const snapshot = (takenOn: number, customers: readonly Customer[], withRaw = true): MovementSnapshot => ({
  takenOn,
  customerIds: customers.map(({ id }) => id),
  customerKeys: customers.map(({ id }) => id.toLowerCase()),
  tiers: customers.map(({ tier }) => tier),
  r: customers.map(({ scores }) => scores?.[0] ?? 0),
  f: customers.map(({ scores }) => scores?.[1] ?? 0),
  m: customers.map(({ scores }) => scores?.[2] ?? 0),
  days: withRaw ? customers.map(({ raw }) => raw?.[0] ?? NaN) : null,
  orders: withRaw ? customers.map(({ raw }) => raw?.[1] ?? NaN) : null,
  spend: withRaw ? customers.map(({ raw }) => raw?.[2] ?? NaN) : null,
});

test("who stayed, rose, fell, joined and left, with reasons", () => {
  const before = snapshot(100, [
    { id: "Stay", tier: "high", scores: [5, 5, 5] },
    { id: "Fall", tier: "high", scores: [5, 5, 5], raw: [2, 9, 900] },
    { id: "Rise", tier: "basic", scores: [1, 1, 1], raw: [300, 1, 10] },
    { id: "Drift", tier: "medium", scores: [3, 3, 3], raw: [60, 3, 300] },
    { id: "Gone", tier: "basic", scores: [1, 1, 1] },
  ]);
  const after = snapshot(130, [
    { id: "New", tier: "medium", scores: [5, 1, 3] },
    { id: "rise", tier: "medium", scores: [5, 2, 2], raw: [1, 2, 60] },
    { id: "stay", tier: "high", scores: [5, 5, 5] },
    { id: "fall", tier: "outsideWindow", scores: [0, 0, 0], raw: [32, 0, 0] },
    { id: "drift", tier: "basic", scores: [3, 2, 2], raw: [60, 3, 300] },
  ]);
  const found = movementBetween(before, after);
  expect(found).toMatchObject({
    before: 100,
    after: 130,
    tiers: ["high", "medium", "basic", "outsideWindow"],
  });
  expect(found.counts).toEqual([
    [1, 0, 0, 1],
    [0, 0, 1, 0],
    [0, 1, 0, 0],
    [0, 0, 0, 0],
  ]);
  expect(found.joined).toEqual([0, 1, 0, 0]);
  expect(found.left).toEqual([0, 0, 1, 0]);
  expect(
    found.moves.map((move) => [move.customerId, move.from, move.to, move.direction, move.reason]),
  ).toEqual([
    ["fall", "high", "outsideWindow", "down", "ownChange"],
    ["rise", "basic", "medium", "up", "ownChange"],
    ["drift", "medium", "basic", "down", "rankDrift"],
    ["Gone", "basic", "", "left", "left"],
    ["New", "", "medium", "joined", "joined"],
  ]);
  expect(found.moves[1]).toMatchObject({ scoresBefore: [1, 1, 1], scoresAfter: [5, 2, 2] });
  expect(found.moves[4]).toMatchObject({ scoresBefore: null, scoresAfter: [5, 1, 3] });
});

test("a snapshot without raw figures is judged by its scores", () => {
  const before = snapshot(1, [{ id: "a", tier: "high", scores: [5, 5, 5] }], false);
  const after = snapshot(2, [{ id: "a", tier: "medium", scores: [5, 4, 5], raw: [1, 9, 900] }]);
  expect(movementBetween(before, after).moves[0]?.reason).toBe("ownChange");
});

test("from no tier to a tier is counted and is no move", () => {
  const before = snapshot(1, [{ id: "a", tier: "" }]);
  const after = snapshot(2, [{ id: "a", tier: "basic" }]);
  expect(movementBetween(before, after)).toMatchObject({
    tiers: ["basic", ""],
    counts: [
      [0, 0],
      [1, 0],
    ],
    moves: [],
  });
});

test("two empty snapshots make an empty table", () => {
  expect(movementBetween(snapshot(1, []), snapshot(2, []))).toEqual({
    before: 1,
    after: 2,
    tiers: [],
    counts: [],
    joined: [],
    left: [],
    moves: [],
  });
});

test("counts of plain columns: rows before, columns after, labels in the order asked for, then as seen", () => {
  const counts = movementCounts(
    { keys: ["1", "2", "3", ""], labels: ["基础", "高价值", "VIP", "基础"] },
    { keys: ["2", "3", "4"], labels: ["中等", "VIP", "中等"] },
    ["高价值", "中等", "基础"],
  );
  expect(counts).toEqual({
    labels: ["高价值", "中等", "基础", "VIP"],
    counts: [
      [0, 1, 0, 0],
      [0, 0, 0, 0],
      [0, 0, 0, 0],
      [0, 0, 0, 1],
    ],
    joined: [0, 1, 0, 0],
    left: [0, 0, 1, 0],
    totalBefore: [1, 0, 1, 1],
    totalAfter: [0, 2, 0, 1],
    total: 4,
  });
});

test("a customer listed twice counts once, with the later row", () => {
  const counts = movementCounts({ keys: ["1", "1"], labels: ["a", "b"] }, { keys: ["1"], labels: ["b"] }, []);
  expect(counts).toMatchObject({ labels: ["b"], counts: [[1]], total: 1 });
});

test("columns of unequal length make no sense", () => {
  const one = { keys: ["1"], labels: ["a"] };
  expect(() => movementCounts(one, { keys: ["1", "2"], labels: ["a"] }, [])).toThrow(
    expect.objectContaining({ argument: "afterTiers", code: "unequalLength" }),
  );
});

test("laws: totals add up, every move is in the matrix, and the way back mirrors it", () => {
  const customer = fc.record({
    id: fc.integer({ min: 0, max: 12 }).map(String),
    tier: fc.constantFrom(...TIER_IDS),
    scores: fc.tuple(fc.nat(5), fc.nat(5), fc.nat(5)),
  });
  const customers = fc.uniqueArray(customer, { selector: ({ id }) => id });
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  fc.assert(
    fc.property(customers, customers, (first, second) => {
      const forward = movementBetween(snapshot(1, first), snapshot(2, second));
      const back = movementBetween(snapshot(1, second), snapshot(2, first));
      expect(sum(forward.counts.flat()) + sum(forward.left)).toBe(first.length);
      expect(sum(forward.counts.flat()) + sum(forward.joined)).toBe(second.length);
      const stayed = sum(forward.tiers.map((_, index) => forward.counts[index]?.[index] ?? 0));
      const both = first.filter(({ id }) => second.some((other) => other.id === id)).length;
      expect(forward.moves).toHaveLength(both - stayed + sum(forward.joined) + sum(forward.left));
      expect(back.tiers).toEqual(forward.tiers);
      expect(back.counts).toEqual(forward.tiers.map((_, j) => forward.counts.map((row) => row[j])));
      expect(back.joined).toEqual(forward.left);
    }),
  );
});
