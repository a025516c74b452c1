import { dayOf } from "../../../src/core/math/day";
import { DEFAULT_SETTINGS } from "../../../src/core/settings";
import { readSnapshots } from "../../../src/core/snapshots";
import { tableOf } from "../../support/tableOf";

const FIELDS = [
  "takenOn",
  "customerId",
  "r",
  "f",
  "m",
  "score",
  "rank",
  "tier",
  "churnRisk",
  "settingsHash",
] as const;

test("rows come in order of date, tiers in any language; a later row of the same day counts", () => {
  const { snapshots, problems } = readSnapshots(
    [
      tableOf("snapshots", FIELDS, [
        ["2025-11-30", "a", 5, 4, 3, 12, 1, "高价值", 0.2, "cafe0001"],
        ["2025-10-31", "a", 4, 4, 3, 11, 2, "Medium", "", "cafe0001"],
        ["2025-11-30", "a", 5, 5, 5, 15, 1, "High value", null, "cafe0002"],
        ["2025-11-30", "b", "", "", "", "", "", "窗口外", "", ""],
        ["2025-11-30", "c", 1, 1, 1, 3, 9, "钻石", "", ""],
        ["", "d", 1, 1, 1, 3, 9, "基础", "", ""],
        ["2025-11-30", "", 1, 1, 1, 3, 9, "基础", "", ""],
      ]),
    ],
    DEFAULT_SETTINGS,
  );
  expect(
    snapshots.map(({ takenOn, customerId, r, score, tier, churnRisk }) => [
      takenOn,
      customerId,
      r,
      score,
      tier,
      churnRisk,
    ]),
  ).toEqual([
    [dayOf(2025, 10, 31), "a", 4, 11, "medium", null],
    [dayOf(2025, 11, 30), "a", 5, 15, "high", null],
    [dayOf(2025, 11, 30), "b", 0, null, "outsideWindow", null],
    [dayOf(2025, 11, 30), "c", 1, 3, "", null],
  ]);
  expect(problems.map(({ row, field, code }) => [row, field, code])).toEqual([
    [6, "tier", "unknownValue"],
    [7, "takenOn", "missingValue"],
    [8, "customerId", "noCustomer"],
  ]);
});
