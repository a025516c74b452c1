import { dayOf } from "../../../src/core/math/day";
import { DEFAULT_SETTINGS } from "../../../src/core/settings";
import { readTraining } from "../../../src/core/training";
import { tableOf } from "../../support/tableOf";

const AS_OF = dayOf(2025, 6, 30);

describe("readTraining", () => {
  const read = (rows: readonly (readonly (string | number | null)[])[]) =>
    readTraining(
      [tableOf("training", ["module", "post", "hours", "plannedOn", "doneOn"], rows)],
      DEFAULT_SETTINGS,
      AS_OF,
    );

  test("done, overdue and planned, with the share of hours done", () => {
    const { training } = read([
      ["分层标准", "全员", 2, "2025-05-01", "2025-05-02"],
      ["画像", "市场", 4, "2025-06-29", null],
      ["服务", "客服", 6, "2025-06-30", null],
      ["开会", "客服", 4, "2025-06-01", "2025-07-01"],
    ]);
    expect(training.records.map(({ state }) => state)).toEqual(["done", "overdue", "planned", "overdue"]);
    expect(training).toMatchObject({ hours: 16, doneHours: 2, doneShare: 0.125 });
  });

  test("a module without a name is a problem, no rows are no share", () => {
    expect(read([[null, "全员", 2, null, null]]).problems).toMatchObject([{ row: 2, field: "module" }]);
    expect(read([]).training).toEqual({ records: [], hours: 0, doneHours: 0, doneShare: null });
  });
});
