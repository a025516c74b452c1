import { pointsLedger } from "../../../src/core/programme";
import { dayOf } from "../../../src/core/math/day";
import { customerRow } from "../../support/customerRow";

const row = (id: string, totalNet: number, balance: string, earned: string, redeemed: string) =>
  customerRow(id, {
    totalNet,
    record: { pointsBalance: balance, pointsEarned: earned, pointsRedeemed: redeemed },
  });
const NO_RULES = { perUnit: null, value: null, noticeDays: 60 };
const AS_OF = dayOf(2025, 12, 31);

describe("R27: the points account", () => {
  test("sums what is stated, and rates only customers who state both sides", () => {
    const ledger = pointsLedger(
      [row("a", 0, "40", "100", "60"), row("b", 0, "5", "50", ""), customerRow("c")],
      NO_RULES,
      AS_OF,
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
    expect(pointsLedger([row("a", 0, "40", "", "")], { ...NO_RULES, value: 0.05 }, AS_OF)?.liability).toBe(2);
  });

  test.each([
    { name: "earned as the net spend gives", net: 30.9, earned: "61", excess: [] },
    { name: "a refund whose points were kept", net: 20, earned: "61", excess: [["a", 61, 40]] },
    { name: "refunds beyond the spend give nothing, not less", net: -5, earned: "1", excess: [["a", 1, 0]] },
    { name: "0.1 times 30 loses no point", net: 0.1 * 3 * 10, earned: "6", excess: [] },
  ])("$name", ({ net, earned, excess }) => {
    const found = pointsLedger([row("a", net, "", earned, "")], { ...NO_RULES, perUnit: 2 }, AS_OF);
    expect(found?.excess.map(({ row: { id }, earned: has, due }) => [id, has, due])).toEqual(excess);
  });

  test("without a figure there is no account", () => {
    expect(pointsLedger([customerRow("a", { record: {} })], NO_RULES, AS_OF)).toBeNull();
  });

  test("nothing earned is no rate", () => {
    expect(pointsLedger([row("a", 0, "0", "0", "0")], NO_RULES, AS_OF)?.redemption.rate).toBeNull();
  });
});

describe("R27: points that expire", () => {
  const expiring = (id: string, on: string, points = "", balance = "100") =>
    customerRow(id, { record: { pointsBalance: balance, pointsExpiring: points, pointsExpireOn: on } });

  test.each([
    {
      name: "on the as-of date can still be used",
      on: "2025-12-31",
      points: "30",
      found: [["a", 30, "soon"]],
    },
    {
      name: "on the last day of the notice are listed",
      on: "2026-03-01",
      points: "30",
      found: [["a", 30, "soon"]],
    },
    { name: "a day after the notice are not", on: "2026-03-02", points: "30", found: [] },
    {
      name: "the day before are over, and still counted",
      on: "2025-12-30",
      points: "30",
      found: [["a", 30, "past"]],
    },
    {
      name: "without a number of their own are the balance",
      on: "2026-01-31",
      points: "",
      found: [["a", 100, "soon"]],
    },
    { name: "none of them are not listed", on: "2026-01-31", points: "0", found: [] },
  ])("points that expire $name", ({ on, points, found }) => {
    const ledger = pointsLedger([expiring("a", on, points)], NO_RULES, AS_OF);
    expect(ledger?.expiring?.map(({ row: { id }, points: count, state }) => [id, count, state])).toEqual(
      found,
    );
  });

  test("come by day, and the most points of a day first", () => {
    const rows = [
      expiring("few", "2026-01-31", "5"),
      expiring("many", "2026-01-31", "50"),
      expiring("soonest", "2026-01-01", "1"),
    ];
    const ledger = pointsLedger(rows, NO_RULES, AS_OF);
    expect(ledger?.expiring?.map(({ row }) => row.id)).toEqual(["soonest", "many", "few"]);
  });

  test.each([
    { name: "no sheet says a day", on: "" },
    { name: "the day cannot be read", on: "next spring" },
    { name: "the day is in no calendar", on: "2026-02-30" },
  ])("nothing is claimed where $name", ({ on }) => {
    expect(pointsLedger([expiring("a", on)], NO_RULES, AS_OF)?.expiring).toBeNull();
  });

  test("expired points alone make an account", () => {
    const ledger = pointsLedger([customerRow("a", { record: { pointsExpired: "40" } })], NO_RULES, AS_OF);
    expect(ledger).toMatchObject({ customers: 1, expired: 40, balance: null });
  });
});
