import { readCustomers } from "../../../src/core/customers";
import { DEFAULT_SETTINGS } from "../../../src/core/settings";
import { tableOf } from "../../support/tableOf";

const read = (...tables: ReturnType<typeof tableOf<"customers">>[]) =>
  readCustomers(tables, DEFAULT_SETTINGS);

test("a sheet without customer ids is keyed by e-mail, whatever its case", () => {
  const { keys, records } = read(tableOf("customers", ["email", "name"], [["Li@Example.com", "李"]]));
  expect(keys).toEqual(["li@example.com"]);
  expect(records[0]?.customerId).toBe("Li@Example.com");
});

test("where orders know customers by e-mail, so does the customer sheet", () => {
  const table = tableOf("customers", ["customerId", "email"], [["7", "a@b.cn"]]);
  expect(readCustomers([table], DEFAULT_SETTINGS, "email").keys).toEqual(["a@b.cn"]);
});

test("of several rows for one customer the first is kept and the others are problems with their row", () => {
  const { records, problems } = read(
    tableOf(
      "customers",
      ["customerId", "name"],
      [
        [1, "first"],
        ["１", "second"],
        ["", "nobody"],
        [null, null],
      ],
    ),
    tableOf("customers", ["customerId", "name"], [["1 ", "third"]]),
  );
  expect(records.map(({ name }) => name)).toEqual(["first"]);
  expect(problems.map(({ row, code, text }) => [row, code, text])).toEqual([
    [3, "duplicateKey", "１"],
    [4, "noCustomer", ""],
    [2, "duplicateKey", "1"],
  ]);
});

test("words for nothing are kept as nothing, the end of a contract as a date", () => {
  const { records } = read(
    tableOf(
      "customers",
      ["customerId", "preference", "contractEnd", "industry"],
      [["a", "-", 46022, { error: "#N/A" }]],
    ),
  );
  expect(records[0]).toMatchObject({ preference: "", contractEnd: "2025-12-31", industry: "", row: 2 });
});

test("a consent that nobody can read is a problem", () => {
  const { problems } = read(
    tableOf(
      "customers",
      ["customerId", "consent"],
      [
        ["a", "maybe"],
        ["b", ""],
        ["c", "是"],
      ],
    ),
  );
  expect(problems.map(({ code, field, text }) => [code, field, text])).toEqual([
    ["unknownValue", "consent", "maybe"],
  ]);
});
