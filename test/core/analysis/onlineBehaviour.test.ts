import { analyse } from "../../../src/core/analysis";
import { dayOf } from "../../../src/core/math/day";
import { DEFAULT_SETTINGS } from "../../../src/core/settings";
import type { Cell, FieldOf } from "../../../src/core/tables";
import { noTables, NO_SOURCES } from "../../support/motherBabyShop";
import { tableOf } from "../../support/tableOf";

const AS_OF = dayOf(2025, 12, 31);
type Field = FieldOf<"customers">;

/** Enough buyers for tiers. */
const CROWD = Array.from({ length: 6 }, (_, index) => [`other${index}`, "2025-12-01", 5 + index, "杂货"]);

/** What the portraits say of those who never bought, of those who did before the window, and of all. */
function online(
  fields: readonly Field[],
  rows: readonly (readonly Cell[])[],
  orders: readonly (readonly Cell[])[] = [],
) {
  const { portraits } = analyse(
    {
      ...noTables(),
      orders: [tableOf("orders", ["customerId", "paidAt", "paid", "category"], [...CROWD, ...orders])],
      customers: [tableOf("customers", ["customerId", ...fields], rows)],
    },
    NO_SOURCES,
    { ...DEFAULT_SETTINGS, asOf: AS_OF },
  );
  return {
    noOrder: portraits.find(({ tier }) => tier === "noOrder")?.online,
    outside: portraits.find(({ tier }) => tier === "outsideWindow")?.online,
    all: portraits.map(({ online: found }) => found),
  };
}

describe("R43: online behaviour", () => {
  test("without such a column nothing is claimed", () => {
    expect(online(["name"], [["a", "Ann"]]).all.every((found) => found === null)).toBe(true);
  });

  test("an empty column is none", () => {
    expect(online(["lastVisitOn"], [["a", ""]]).all.every((found) => found === null)).toBe(true);
  });

  test.each<{ name: string; visit: string; cart: string; counts: readonly number[] }>([
    { name: "a visit today", visit: "2025-12-31", cart: "", counts: [1, 0, 0] },
    { name: "a visit 89 days ago", visit: "2025-10-03", cart: "", counts: [1, 0, 0] },
    { name: "a visit 90 days ago is over", visit: "2025-10-02", cart: "", counts: [0, 0, 0] },
    { name: "a visit after the as-of date", visit: "2026-01-01", cart: "", counts: [0, 0, 0] },
    { name: "a cart is a visit too", visit: "", cart: "2025-12-30", counts: [1, 1, 1] },
    { name: "an old cart no longer waits", visit: "2025-12-30", cart: "2025-06-01", counts: [1, 0, 0] },
    { name: "a day nobody can read", visit: "soon", cart: "", counts: [0, 0, 0] },
  ])("$name", ({ visit, cart, counts }) => {
    const { noOrder } = online(["lastVisitOn", "lastCartOn"], [["a", visit, cart]]);
    expect(noOrder && [noOrder.visited, noOrder.carted, noOrder.waiting]).toEqual(counts);
  });

  test.each([
    { name: "an order on the day of the cart empties it", day: "2025-12-20", waiting: 0 },
    { name: "one before it does not", day: "2025-12-19", waiting: 1 },
  ])("$name", ({ day, waiting }) => {
    const { all } = online(["lastCartOn"], [["a", "2025-12-20"]], [["a", day, 5, "茶"]]);
    expect(all.reduce((sum, found) => sum + (found?.waiting ?? 0), 0)).toBe(waiting);
  });

  test("what was looked at and never bought is a want not met, the most frequent first", () => {
    const { outside } = online(
      ["viewedCategory"],
      [
        ["a", "茶、Cups"],
        ["b", "ｃｕｐｓ"],
      ],
      [
        ["a", "2024-03-01", 5, "茶"],
        ["b", "2024-03-01", 5, "茶"],
      ],
    );
    expect(outside?.untapped).toEqual([{ category: "Cups", customers: 2 }]);
  });
});
