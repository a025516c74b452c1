import { touchCoverage, touchKind, type PlannedTouch } from "../../../src/core/touch";

describe("touchKind", () => {
  test.each([
    { campaign: "专属回访", channel: "微信", kind: "ownVisit" },
    { campaign: "新品动态", channel: "短信", kind: "productNews" },
    { campaign: "618预热券", channel: "电话", kind: "coupon" },
    { campaign: "New arrivals", channel: "Email", kind: "productNews" },
    { campaign: "10% voucher", channel: "", kind: "coupon" },
    { campaign: "", channel: "电话", kind: "ownVisit" },
    { campaign: "付款提醒", channel: "短信", kind: null },
    { campaign: "", channel: "", kind: null },
  ])("$campaign by $channel: $kind", ({ campaign, channel, kind }) => {
    expect(touchKind({ campaign, channel })).toBe(kind);
  });
});

describe("R26: coverage of the touch plan", () => {
  const touch = (dueOn: number, holds: PlannedTouch["holds"] = []): PlannedTouch => ({
    action: "coupon",
    every: { months: 1 },
    by: "tier",
    dueOn,
    state: "due",
    holds,
  });

  test("due today is on time for who was touched before, and not for who never was", () => {
    const found = touchCoverage(
      [touch(10), touch(10), touch(9)],
      ["high", "high", "basic"],
      (at) => at !== 1,
      10,
    );
    expect(found).toMatchObject({ customers: 3, onTime: 1, rate: 1 / 3 });
    expect(found.byTier.map(({ tier, rate }) => [tier, rate])).toEqual([
      ["high", 0.5],
      ["basic", 0],
    ]);
  });

  test("who did not agree is in no rate; who waits for another reason is counted as waiting", () => {
    const found = touchCoverage(
      [touch(1, ["noConsent"]), touch(1, ["openComplaint"]), null],
      ["high", "high", "noOrder"],
      () => true,
      10,
    );
    expect(found).toMatchObject({ customers: 1, onTime: 0, onHold: 1, noConsent: 1, rate: 0 });
  });

  test("with nobody to touch there is no rate", () => {
    expect(touchCoverage([null], ["noOrder"], () => false, 10)).toMatchObject({ customers: 0, rate: null });
  });
});
