import { nextItems, orderByName } from "../../../src/core/crossSell";

test.each([
  { name: "no items", names: [], order: [] },
  { name: "one item", names: ["milk"], order: [0] },
  { name: "by letters, not by language", names: ["b", "a", "B", "奶粉"], order: [2, 1, 0, 3] },
])("$name", ({ names, order }) => {
  const found = orderByName(names);
  expect([...found.order]).toEqual(order);
  // One undoes the other.
  expect(Array.from(found.order, (item) => found.place[item])).toEqual(names.map((_, at) => at));
});

test("of equally good items the first by name is offered, in whatever order they were seen", () => {
  // Three have all three items, the fourth only milk: porridge and nappies are as good.
  const offerOf = (names: readonly string[]) => {
    const { order, place } = orderByName(names);
    const milk = place[names.indexOf("milk")] ?? -1;
    const holdings = {
      customers: 5,
      items: 3,
      customer: Int32Array.of(0, 0, 0, 1, 1, 1, 2, 2, 2, 3),
      item: Int32Array.of(0, 1, 2, 0, 1, 2, 0, 1, 2, milk),
    };
    const offer = nextItems(holdings)[3];
    return offer === null || offer === undefined ? null : names[order[offer.item] ?? -1];
  };
  expect(offerOf(["milk", "porridge", "nappies"])).toBe("nappies");
  expect(offerOf(["nappies", "porridge", "milk"])).toBe("nappies");
  expect(offerOf(["porridge", "milk", "nappies"])).toBe("nappies");
});
