import type { SnapshotRow } from "../../../src/core/analysis";
import { extendSnapshots } from "../../../src/core/snapshots";

const row = (takenOn: number, customerId: string): SnapshotRow => ({
  takenOn,
  customerId,
  r: 1,
  f: 1,
  m: 1,
  score: 1,
  rank: 1,
  tier: "high",
  churnRisk: null,
  settingsHash: "",
});
const shown = (rows: readonly SnapshotRow[]) =>
  rows.map(({ takenOn, customerId }) => `${takenOn}${customerId}`);

describe("extendSnapshots", () => {
  test("the new day stands behind the others", () => {
    expect(shown(extendSnapshots([row(1, "a"), row(2, "a")], [row(3, "a")], 10).rows)).toEqual([
      "1a",
      "2a",
      "3a",
    ]);
  });

  test("rows of the same day give way, whoever they named", () => {
    expect(shown(extendSnapshots([row(3, "b"), row(1, "a")], [row(3, "a")], 10).rows)).toEqual(["1a", "3a"]);
  });

  test("an earlier report made later keeps what came after it", () => {
    expect(shown(extendSnapshots([row(5, "a")], [row(3, "a")], 10).rows)).toEqual(["3a", "5a"]);
  });

  test("older days go first, whole, and none before them stays", () => {
    const known = [row(1, "a"), row(2, "a"), row(2, "b"), row(2, "c"), row(3, "a")];
    const { rows, leftOut } = extendSnapshots(known, [row(4, "a")], 3);
    expect(shown(rows)).toEqual(["3a", "4a"]);
    expect(leftOut).toEqual([1, 2]);
  });

  test("the new day is whole, however large", () => {
    const { rows, leftOut } = extendSnapshots([row(1, "a")], [row(2, "a"), row(2, "b")], 1);
    expect(shown(rows)).toEqual(["2a", "2b"]);
    expect(leftOut).toEqual([1]);
  });

  test("nobody to add leaves the table as it is", () => {
    expect(shown(extendSnapshots([row(1, "a")], [], 10).rows)).toEqual(["1a"]);
  });
});
