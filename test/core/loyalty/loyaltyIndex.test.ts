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
      facts: { orders: 5, referred: false, recommend: null, refusesRivals: null },
      loyal: false,
    },
    {
      name: "with a referral it is loyalty",
      facts: { orders: 2, referred: true, recommend: null, refusesRivals: null },
      loyal: true,
    },
    {
      name: "a 9 is a promoter",
      facts: { orders: 2, referred: false, recommend: 9, refusesRivals: null },
      loyal: true,
    },
    {
      name: "an 8 is not",
      facts: { orders: 2, referred: false, recommend: 8, refusesRivals: null },
      loyal: false,
    },
    {
      name: "a referral outweighs a low answer",
      facts: { orders: 2, referred: true, recommend: 3, refusesRivals: null },
      loyal: true,
    },
    {
      name: "who would go to a rival is not loyal",
      facts: { orders: 9, referred: true, recommend: 10, refusesRivals: false },
      loyal: false,
    },
    {
      name: "one order is not loyal yet",
      facts: { orders: 1, referred: true, recommend: 10, refusesRivals: true },
      loyal: false,
    },
  ])("$name", ({ facts, loyal }) => expect(loyalTests(facts).loyal).toBe(loyal));

  test("what nobody was asked is untested", () => {
    const tests = loyalTests({ orders: 2, referred: false, recommend: null, refusesRivals: null });
    expect(tests).toMatchObject({ repeat: "passed", recommend: "untested", rival: "untested" });
  });
});
