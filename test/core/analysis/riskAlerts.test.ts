import type { Predictions } from "../../../src/core/analysis";
import { riskAlerts } from "../../../src/core/analysis/riskAlerts";
import { snapshotOfDay } from "../../../src/core/analysis/snapshotOfDay";
import type { SnapshotRow } from "../../../src/core/analysis";
import { customerRow } from "../../support/customerRow";

const AS_OF = 1_000;
const HASH = "abc";

const rows = ["a", "b", "c"].map((id, bookIndex) =>
  customerRow(id, { bookIndex, tier: "medium", score: 3, rank: bookIndex + 1, netSpend: 10 }),
);
const predictions = {
  risk: Float64Array.of(0.7, 0.5, Number.NaN),
  low: Float64Array.of(0.5, 0.35, Number.NaN),
} as unknown as Predictions;
const then = (
  customerId: string,
  churnRisk: number | null,
  more: Partial<SnapshotRow> = {},
): SnapshotRow => ({
  takenOn: AS_OF - 30,
  customerId,
  r: 1,
  f: 1,
  m: 1,
  score: 1,
  rank: 1,
  tier: "medium",
  churnRisk,
  settingsHash: HASH,
  ...more,
});
const alerts = (snapshots: readonly SnapshotRow[]) => riskAlerts(rows, predictions, snapshots, AS_OF, HASH);

describe("riskAlerts", () => {
  test.each<{ name: string; snapshots: readonly SnapshotRow[]; who: readonly string[] }>([
    { name: "a rise of 20 points out of the interval", snapshots: [then("a", 0.45)], who: ["a"] },
    { name: "a rise that the interval leaves open", snapshots: [then("b", 0.4)], who: [] },
    { name: "the largest rise first", snapshots: [then("b", 0.2), then("a", 0.1)], who: ["a", "b"] },
    {
      name: "the newest earlier snapshot counts",
      snapshots: [then("a", 0.1, { takenOn: AS_OF - 60 }), then("a", 0.65)],
      who: [],
    },
    {
      name: "one of the same day is no earlier one",
      snapshots: [then("a", 0.1, { takenOn: AS_OF })],
      who: [],
    },
    {
      name: "another horizon speaks of another risk",
      snapshots: [then("a", 0.1, { settingsHash: "x" })],
      who: [],
    },
    { name: "ids compare as they do everywhere", snapshots: [then(" ａ ", 0.1)], who: ["a"] },
    { name: "who has no risk now", snapshots: [then("c", 0.1)], who: [] },
  ])("$name", ({ snapshots, who }) => {
    expect(alerts(snapshots).map(({ customerId }) => customerId)).toEqual(who);
  });

  test("nothing predicted, nothing to be alarmed at", () => {
    expect(riskAlerts(rows, null, [then("a", 0.1)], AS_OF, HASH)).toEqual([]);
  });
});

test("a snapshot has everybody who ever bought, with the risk where there is one", () => {
  const all = [...rows, customerRow("d", { tier: "noOrder" }), customerRow("e", { tier: "" })];
  const snapshot = snapshotOfDay(all, predictions, AS_OF, HASH);
  expect(snapshot.map(({ customerId, churnRisk }) => [customerId, churnRisk])).toEqual([
    ["a", 0.7],
    ["b", 0.5],
    ["c", null],
  ]);
  expect(snapshot.every(({ takenOn, settingsHash }) => takenOn === AS_OF && settingsHash === HASH)).toBe(
    true,
  );
});
