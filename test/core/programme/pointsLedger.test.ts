import { pointsLedger } from "../../../src/core/programme";
import { customerRow } from "../../support/customerRow";

const row = (id: string, totalNet: number, balance: string, earned: string, redeemed: string) =>
  customerRow(id, {
    totalNet,
    record: { pointsBalance: balance, pointsEarned: earned, pointsRedeemed: redeemed },
  });
const NO_RULES = { perUnit: null, value: null };

describe("R27: the points account", () => {
  test("sums what is stated, and rates only customers who state both sides", () => {
    const ledger = pointsLedger(
      [row("a", 0, "40", "100", "60"), row("b", 0, "5", "50", ""), customerRow("c")],
      NO_RULES,
    );
    expect(ledger).toMatchObject({
      customers: 2,
      balance: 45,
      earned: 150,
      redeemed: 60,
      redemption: { redeemed: 60, earned: 100, rate: 0.6 },
      liability: null,
      excess: [],
    });
  });

  test("the liability is the balance at the value of a point", () => {
    expect(pointsLedger([row("a", 0, "40", "", "")], { perUnit: null, value: 0.05 })?.liability).toBe(2);
  });

  test.each([
    { name: "earned as the net spend gives", net: 30.9, earned: "61", excess: [] },
    { name: "a refund whose points were kept", net: 20, earned: "61", excess: [["a", 61, 40]] },
    { name: "refunds beyond the spend give nothing, not less", net: -5, earned: "1", excess: [["a", 1, 0]] },
    { name: "0.1 times 30 loses no point", net: 0.1 * 3 * 10, earned: "6", excess: [] },
  ])("$name", ({ net, earned, excess }) => {
    const found = pointsLedger([row("a", net, "", earned, "")], { perUnit: 2, value: null });
    expect(found?.excess.map(({ row: { id }, earned: has, due }) => [id, has, due])).toEqual(excess);
  });

  test("without a figure there is no account", () => {
    expect(pointsLedger([customerRow("a", { record: {} })], NO_RULES)).toBeNull();
  });

  test("nothing earned is no rate", () => {
    expect(pointsLedger([row("a", 0, "0", "0", "0")], NO_RULES)?.redemption.rate).toBeNull();
  });
});
