import { DEFAULT_SETTINGS } from "../../../src/core/settings";
import { readWinBackLog, winBackStep } from "../../../src/core/winBack";
import { tableOf } from "../../support/tableOf";

describe("readWinBackLog", () => {
  const { entries, problems } = readWinBackLog(
    [
      tableOf(
        "winBackLog",
        ["customerId", "lostOn", "reason", "action", "outcome"],
        [
          ["a", "2025-01-02", "价格", "回归券", "已赢回"],
          ["b", "2025-01-02", "价格", "回归券", "失败"],
          ["c", "2025-01-02", "价格", "回归券", "进行中"],
          ["d", "2025-01-02", "价格", null, null],
          ["e", "2025-01-02", null, "回归券", null],
          [null, "2025-01-02", "价格", null, null],
        ],
      ),
    ],
    DEFAULT_SETTINGS,
  );

  test("outcomes in words", () => {
    expect(entries.map(({ outcome }) => outcome)).toEqual(["won", "lost", null, null, null]);
  });

  test.each(["未挽回", "Not won back", "未成功"])("%s is an outcome too", (outcome) => {
    const table = tableOf("winBackLog", ["customerId", "outcome"], [["a", outcome]]);
    expect(readWinBackLog([table], DEFAULT_SETTINGS).entries[0]?.outcome).toBe("lost");
  });

  test("no plan counts before the reason is known", () => {
    expect(entries.map(winBackStep)).toEqual(["review", "review", "action", "plan", "reason"]);
  });

  test("a row of nobody is a problem", () => {
    expect(problems).toMatchObject([{ row: 7, code: "noCustomer" }]);
  });
});
