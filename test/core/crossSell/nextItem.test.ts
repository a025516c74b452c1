import fc from "fast-check";
import { nextItems, pairRules, type Holdings } from "../../../src/core/crossSell";

/** "milk cereal | milk" as customers and the things they have. */
function shop(text: string): Holdings & { readonly names: readonly string[] } {
  const baskets = text.split("|").map((part) => part.trim().split(/\s+/).filter(Boolean));
  const names = [...new Set(baskets.flat())];
  const pairs = baskets.flatMap((basket, customer) => basket.map((item) => [customer, names.indexOf(item)]));
  return {
    customers: baskets.length,
    items: names.length,
    customer: Int32Array.from(pairs, ([customer]) => customer!),
    item: Int32Array.from(pairs, ([, item]) => item!),
    names,
  };
}

const LOOSE = { minBoth: 1, minConfidence: 0, minLift: 0 };

describe("R29: pairRules", () => {
  const holdings = shop("milk cereal | milk cereal | milk cereal | milk | tea | tea cup");
  const rule = (given: string, then: string, limits = LOOSE) =>
    pairRules(holdings, limits).find(
      (found) => holdings.names[found.given] === given && holdings.names[found.then] === then,
    );

  test("support, confidence and lift are what their names say", () => {
    expect(rule("milk", "cereal")).toMatchObject({ both: 3, support: 0.5, confidence: 0.75, lift: 1.5 });
    expect(rule("cereal", "milk")).toMatchObject({ both: 3, confidence: 1, lift: 1.5 });
  });

  test("fewer customers than asked for give no rule", () => {
    expect(rule("tea", "cup", { ...LOOSE, minBoth: 2 })).toBeUndefined();
    expect(rule("tea", "cup")).toBeDefined();
  });

  test("a link no closer than chance is none", () => {
    const even = shop("a b | a | b | x");
    expect(pairRules(even, { ...LOOSE, minLift: 1 })).toEqual([]);
  });

  test("things bought again count once", () => {
    const again = {
      ...holdings,
      customer: Int32Array.of(...holdings.customer, 3),
      item: Int32Array.of(...holdings.item, 0),
    };
    expect(pairRules(again, LOOSE)).toEqual(pairRules(holdings, LOOSE));
  });

  test("rules stand by item, then likeliest first, then closest linked, then by item", () => {
    const basket = fc.array(fc.integer({ min: 0, max: 7 }), { maxLength: 6 });
    fc.assert(
      fc.property(fc.array(basket, { minLength: 1, maxLength: 20 }), (baskets) => {
        const entries = baskets.flatMap((items, customer) => items.map((item) => [customer, item] as const));
        const found = pairRules(
          {
            customers: baskets.length,
            items: 8,
            customer: Int32Array.from(entries, ([customer]) => customer),
            item: Int32Array.from(entries, ([, item]) => item),
          },
          LOOSE,
        );
        const sorted = [...found].sort(
          (a, b) => a.given - b.given || b.confidence - a.confidence || b.lift - a.lift || a.then - b.then,
        );
        expect(found).toEqual(sorted);
      }),
    );
  });

  test("agrees with counting every pair by hand", () => {
    const basket = fc.uniqueArray(fc.integer({ min: 0, max: 5 }), { maxLength: 6 });
    fc.assert(
      fc.property(fc.array(basket, { minLength: 1, maxLength: 12 }), (baskets) => {
        const entries = baskets.flatMap((items, customer) => items.map((item) => [customer, item] as const));
        const found = pairRules(
          {
            customers: baskets.length,
            items: 6,
            customer: Int32Array.from(entries, ([customer]) => customer),
            item: Int32Array.from(entries, ([, item]) => item),
          },
          LOOSE,
        );
        for (let given = 0; given < 6; given++) {
          for (let then = 0; then < 6; then++) {
            if (given === then) continue;
            const both = baskets.filter((items) => items.includes(given) && items.includes(then)).length;
            const one = found.find((rule) => rule.given === given && rule.then === then);
            if (both === 0) expect(one).toBeUndefined();
            else {
              const withGiven = baskets.filter((items) => items.includes(given)).length;
              const withThen = baskets.filter((items) => items.includes(then)).length;
              expect(one?.confidence).toBeCloseTo(both / withGiven, 12);
              expect(one?.lift).toBeCloseTo((both * baskets.length) / (withGiven * withThen), 12);
            }
          }
        }
      }),
    );
  });

  test("columns of unequal length are refused", () => {
    expect(() => pairRules({ ...holdings, item: Int32Array.of(0) })).toThrow("lengthsDiffer");
  });
});

describe("R29: nextItems", () => {
  const holdings = shop("milk cereal | milk cereal | milk cereal | milk | tea");
  const name = (index: number) => holdings.names[index];
  const offers = nextItems(holdings);

  test("offers what goes with what the customer has", () => {
    expect(name(offers[3]?.item ?? -1)).toBe("cereal");
    expect(name(offers[3]?.because ?? -1)).toBe("milk");
    expect(offers[3]?.rule?.confidence).toBe(0.75);
  });

  test("never offers what is owned, and nothing without a rule", () => {
    expect(offers[0]).toBeNull();
    expect(offers[4]).toBeNull();
  });

  test("a rule by hand serves where the data has none", () => {
    const [tea, milk] = ["tea", "milk"].map((item) => holdings.names.indexOf(item));
    const written = nextItems(holdings, { manual: [{ given: tea!, then: milk! }] });
    expect(written[4]).toEqual({ item: milk, because: tea, rule: null });
    expect(written[3]?.rule).not.toBeNull();
  });

  test("a shop without customers has nothing to offer", () => {
    expect(nextItems({ customers: 0, items: 0, customer: Int32Array.of(), item: Int32Array.of() })).toEqual(
      [],
    );
  });
});
