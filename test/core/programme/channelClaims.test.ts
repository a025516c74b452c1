import { channelClaim, needShares } from "../../../src/core/programme";
import { customerRow } from "../../support/customerRow";

describe("R18: channelClaim", () => {
  const on = (channel: string, responded: number, delivered: number) => ({ channel, responded, delivered });

  test.each([
    {
      name: "far ahead of every other holds",
      tier: "high",
      list: [on("线下沙龙", 30, 40), on("短信", 5, 100)],
      verdict: "holds",
    },
    {
      name: "far behind another fails",
      tier: "basic",
      list: [on("线上优惠券", 3, 100), on("电话", 60, 100)],
      verdict: "fails",
    },
    {
      name: "overlapping intervals leave it open",
      tier: "high",
      list: [on("Salon evening", 10, 40), on("SMS", 9, 40)],
      verdict: "open",
    },
    {
      name: "29 deliveries are too few",
      tier: "high",
      list: [on("线下沙龙", 29, 29), on("短信", 1, 100)],
      verdict: "tooFew",
    },
    {
      name: "others with 29 deliveries are no comparison",
      tier: "high",
      list: [on("线下沙龙", 20, 30), on("短信", 1, 29)],
      verdict: "tooFew",
    },
    { name: "a channel nobody used", tier: "basic", list: [on("短信", 1, 100)], verdict: "tooFew" },
  ] as const)("R18: $name", ({ tier, list, verdict }) => {
    expect(channelClaim(tier, list)?.verdict).toBe(verdict);
  });

  test("R18: of the other tiers nothing is claimed", () => expect(channelClaim("medium", [])).toBeNull());
});

describe("R67: needShares", () => {
  const rows = (needs: readonly string[]) =>
    needs.map((need, index) => customerRow(`c${String(index)}`, { tier: "basic", record: { need } }));

  test("R67: exactly the share asked for is shared; a cell may name several; blanks are not known", () => {
    const [found] = needShares(rows(["A、B", "A", "A", "A", "A", ""]), 0.2);
    expect(found).toMatchObject({
      known: 5,
      common: [
        { need: "A", customers: 5, share: 1 },
        { need: "B", customers: 1, share: 0.2 },
      ],
      rare: [],
    });
  });

  test("R67: with fewer than five known nothing is called shared", () => {
    expect(needShares(rows(["A", "A", "A", "A"]))[0]).toMatchObject({
      known: 4,
      common: [],
      rare: [{ need: "A" }],
    });
  });
});
