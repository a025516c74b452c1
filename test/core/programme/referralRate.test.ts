import { readCustomers } from "../../../src/core/customers";
import { referralRate } from "../../../src/core/programme";
import { DEFAULT_SETTINGS } from "../../../src/core/settings";
import type { Cell } from "../../../src/core/tables";
import { customerRow } from "../../support/customerRow";
import { tableOf } from "../../support/tableOf";

const book = (...rows: readonly (readonly Cell[])[]) =>
  readCustomers([tableOf("customers", ["customerId", "referrerId"], rows)], DEFAULT_SETTINGS);
const active = ["a", "b", "c", "d"].map((id) => customerRow(id, { orders: 1 }));

test.each([
  {
    name: "one who brought two counts once",
    rows: [
      ["b", "a"],
      ["c", "a"],
    ],
    referrers: 1,
  },
  { name: "ids match however wide they are written", rows: [["b", "ａ "]], referrers: 1 },
  { name: "nobody refers himself", rows: [["a", "a"]], referrers: 0 },
  { name: "a referrer who is no customer counts on neither side", rows: [["b", "x"]], referrers: 0 },
])("R68: $name", ({ rows, referrers }) => {
  expect(referralRate(active, book(...rows))).toMatchObject({ active: 4, referrers, rate: referrers / 4 });
});

test("R68: a referrer without an order in the window is not active", () => {
  const rows = [...active.slice(1), customerRow("a", { orders: 0 })];
  expect(referralRate(rows, book(["b", "a"]))).toMatchObject({ active: 3, referrers: 0 });
});

test("R68: without the column nothing is claimed; with nobody active there is no rate", () => {
  const without = readCustomers([tableOf("customers", ["customerId"], [["a"]])], DEFAULT_SETTINGS);
  expect(referralRate(active, without)).toBeNull();
  expect(referralRate([], book(["b", "a"]))).toMatchObject({ active: 0, rate: null, interval: null });
});
