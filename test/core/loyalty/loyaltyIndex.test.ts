import fc from "fast-check";
import { loyalTests, loyaltyIndex, type LoyaltyColumns } from "../../../src/core/loyalty";

const none: LoyaltyColumns = {
  orders: Float64Array.of(),
  trust: null,
  priceSensitivity: null,
  choosingTime: null,
  complaintRate: null,
  discountShare: null,
  hoursToPay: null,
};

describe("R94: loyaltyIndex", () => {
  test("orders alone give one part of four: the mid-rank share of the count", () => {
    const loyalty = loyaltyIndex({ ...none, orders: Float64Array.of(1, 1, 3, 9, 0) });
    expect(loyalty.map(({ index }) => index)).toEqual([25, 25, 62.5, 87.5, null]);
    expect(loyalty.map(({ coverage }) => coverage)).toEqual([0.25, 0.25, 0.25, 0.25, 0]);
  });

  test("a survey goes before behaviour, and behaviour is marked", () => {
    const [asked, unasked] = loyaltyIndex({
      ...none,
      orders: Float64Array.of(2, 2),
      trust: Float64Array.of(0.75, Number.NaN),
      complaintRate: Float64Array.of(1, 0.5),
    });
    expect(asked?.parts[1]).toEqual({ id: "trust", value: 0.75, proxy: false });
    expect(unasked?.parts[1]).toEqual({ id: "trust", value: 0.5, proxy: true });
  });

  test("a missing part is left out of the mean, not taken as 0", () => {
    const [one] = loyaltyIndex({
      ...none,
      orders: Float64Array.of(1),
      priceSensitivity: Float64Array.of(0.2),
    });
    expect(one?.index).toBeCloseTo((100 * (0.5 + 0.8)) / 2, 12);
    expect(one?.coverage).toBe(0.5);
    expect(one?.parts[3]).toEqual({ id: "choosing", value: null, proxy: false });
  });

  test("more complaints than orders count as no trust at all, not less", () => {
    const [one] = loyaltyIndex({ ...none, orders: Float64Array.of(1), complaintRate: Float64Array.of(3) });
    expect(one?.parts[1]?.value).toBe(0);
  });

  test("who pays at once chooses quickly", () => {
    const loyalty = loyaltyIndex({
      ...none,
      orders: Float64Array.of(1, 1, 1),
      hoursToPay: Float64Array.of(0, 48, Number.NaN),
    });
    expect(loyalty.map(({ parts }) => parts[3]?.value)).toEqual([0.75, 0.25, null]);
  });

  test("equal customers get equal scores, and every index lies within 0 and 100", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 30 }), (orders) => {
        const loyalty = loyaltyIndex({ ...none, orders: Float64Array.from(orders) });
        orders.forEach((count, customer) => {
          const { index } = loyalty[customer]!;
          expect(index).toBe(loyalty[orders.indexOf(count)]?.index);
          if (index !== null) expect(index >= 0 && index <= 100).toBe(true);
        });
      }),
    );
  });
});

describe("R73: loyalTests", () => {
  test.each([
    {
      name: "buying again alone is habit",
      facts: { orders: 5, referred: false, recommend: null, refusesRivals: null, walletShare: null },
      loyal: false,
    },
    {
      name: "with a referral it is loyalty",
      facts: { orders: 2, referred: true, recommend: null, refusesRivals: null, walletShare: null },
      loyal: true,
    },
    {
      name: "a 9 is a promoter",
      facts: { orders: 2, referred: false, recommend: 9, refusesRivals: null, walletShare: null },
      loyal: true,
    },
    {
      name: "an 8 is not",
      facts: { orders: 2, referred: false, recommend: 8, refusesRivals: null, walletShare: null },
      loyal: false,
    },
    {
      name: "a referral outweighs a low answer",
      facts: { orders: 2, referred: true, recommend: 3, refusesRivals: null, walletShare: null },
      loyal: true,
    },
    {
      name: "who would go to a rival is not loyal",
      facts: { orders: 9, referred: true, recommend: 10, refusesRivals: 0, walletShare: null },
      loyal: false,
    },
    {
      name: "one order is not loyal yet",
      facts: { orders: 1, referred: true, recommend: 10, refusesRivals: 1, walletShare: null },
      loyal: false,
    },
  ])("$name", ({ facts, loyal }) => expect(loyalTests(facts).loyal).toBe(loyal));

  test.each([
    { name: "4 of 1 to 5 refuses", refusesRivals: 0.75, walletShare: null, rival: "passed", by: "question" },
    {
      name: "less than that does not",
      refusesRivals: 0.74,
      walletShare: null,
      rival: "failed",
      by: "question",
    },
    { name: "a plain no fails", refusesRivals: 0, walletShare: null, rival: "failed", by: "question" },
    {
      name: "the question outweighs the wallet",
      refusesRivals: 0.25,
      walletShare: 1,
      rival: "failed",
      by: "question",
    },
    {
      name: "four fifths bought here refuse",
      refusesRivals: null,
      walletShare: 0.8,
      rival: "passed",
      by: "wallet",
    },
    {
      name: "0.1 times 8 is four fifths",
      refusesRivals: null,
      walletShare: 1 - 0.2,
      rival: "passed",
      by: "wallet",
    },
    {
      name: "less bought here does not",
      refusesRivals: null,
      walletShare: 0.79,
      rival: "failed",
      by: "wallet",
    },
    { name: "nothing is known", refusesRivals: null, walletShare: null, rival: "untested", by: null },
  ])("R73: rivals: $name", ({ refusesRivals, walletShare, rival, by }) => {
    const facts = { orders: 2, referred: true, recommend: null, refusesRivals, walletShare };
    expect(loyalTests(facts)).toMatchObject({ rival, rivalBy: by, loyal: rival !== "failed" });
  });

  test("R73: where rivals count as refused is for the shop to say", () => {
    const facts = { orders: 2, referred: true, recommend: null, refusesRivals: null, walletShare: 0.6 };
    expect(loyalTests(facts, { refusal: 0.75, walletShare: 0.6 }).rival).toBe("passed");
  });

  test("what nobody was asked is untested", () => {
    const tests = loyalTests({
      orders: 2,
      referred: false,
      recommend: null,
      refusesRivals: null,
      walletShare: null,
    });
    expect(tests).toMatchObject({ repeat: "passed", recommend: "untested", rival: "untested" });
  });
});
