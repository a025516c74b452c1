import fc from "fast-check";
import { readCustomers } from "../../../src/core/customers";
import { InvalidArgumentError, NotKnowableError } from "../../../src/core/errors";
import {
  completenessOf,
  completenessOfRange,
  fieldCheckNamed,
  requiredFields,
} from "../../../src/core/quality";
import { DEFAULT_SETTINGS } from "../../../src/core/settings";
import type { Cell } from "../../../src/core/tables";
import { tableOf } from "../../support/tableOf";

const book = (fields: Parameters<typeof tableOf<"customers">>[1], rows: readonly (readonly Cell[])[]) =>
  readCustomers([tableOf("customers", fields, rows)], DEFAULT_SETTINGS);

describe("required fields", () => {
  test("are those of the default that the sheet has", () => {
    const { fields } = book(["customerId", "name", "scene", "email"], []);
    expect(requiredFields(fields, null).map(({ id }) => id)).toEqual(["name", "scene"]);
  });

  test("industry and scene side by side are one field, filled by either", () => {
    const customers = book(
      ["customerId", "industry", "scene"],
      [
        ["a", "制造", ""],
        ["b", "-", "年轻妈妈"],
        ["c", "", "无"],
      ],
    );
    const found = completenessOf(customers.records, requiredFields(customers.fields, null), () => "");
    expect(found?.result.fields).toEqual([
      { field: "industryOrScene", check: "text", filled: 2, empty: 1, invalid: 0, rate: 2 / 3 },
    ]);
  });

  test("a chosen field that no sheet has is empty for everybody", () => {
    const customers = book(["customerId", "name"], [["a", "甲"]]);
    const fields = requiredFields(customers.fields, ["name", "email"]);
    expect(completenessOf(customers.records, fields, () => "")?.result.rate).toBe(0.5);
  });
});

describe("completeness of customers", () => {
  const customers = book(
    ["customerId", "name", "phone", "owner"],
    [
      ["a", "甲", "13800001001", "张三"],
      ["b", "乙", "1380000", "张三"],
      ["c", "-", "", "李四"],
      ["test01", "测试用户", "", ""],
    ],
  );
  const found = completenessOf(customers.records, requiredFields(customers.fields, null), (index) =>
    index === 0 ? "high" : "basic",
  );

  test("R3: counts filled, empty and invalid cells by field; test accounts are left out", () => {
    expect(found?.result).toEqual({
      customers: 3,
      testRows: 1,
      fields: [
        { field: "name", check: "text", filled: 2, empty: 1, invalid: 0, rate: 2 / 3 },
        { field: "phone", check: "phone", filled: 1, empty: 1, invalid: 1, rate: 1 / 3 },
      ],
      cells: 3,
      total: 6,
      rate: 0.5,
      fullyComplete: 1,
      strict: 1 / 3,
      byTier: [
        { tier: "high", customers: 1, rate: 1 },
        { tier: "basic", customers: 2, rate: 0.25 },
      ],
      byOwner: [
        { owner: "张三", customers: 2, rate: 0.75 },
        { owner: "李四", customers: 1, rate: 0 },
      ],
    });
  });

  test("R3: lists each customer's gaps, missing told from invalid", () => {
    expect(found?.gaps).toEqual([
      { index: 1, missing: [], invalid: ["phone"] },
      { index: 2, missing: ["name", "phone"], invalid: [] },
    ]);
  });

  test("R3: without customers or fields there is nothing to be complete", () => {
    expect(completenessOf([], requiredFields(customers.fields, null), () => "")).toBeNull();
    expect(completenessOf(customers.records, [], () => "")).toBeNull();
  });
});

describe("completeness of a range", () => {
  test("columns are checked by their kind, and as text beyond the list", () => {
    const rows = [
      ["甲", "13800001001", "a@b.cn", "x"],
      ["乙", "138", "a@b", ""],
    ];
    expect(completenessOfRange(rows, ["text", "phone", "email"])).toBe(5 / 8);
    expect(completenessOfRange(rows)).toBe(7 / 8);
  });

  test("blank rows count inside the range and not at its end", () => {
    expect(completenessOfRange([["a"], [""], ["b"], [null], [""]])).toBe(2 / 3);
  });

  test("a range that says nothing has no rate", () => {
    expect(() => completenessOfRange([])).toThrow(NotKnowableError);
    expect(() => completenessOfRange([["", null]])).toThrow(NotKnowableError);
  });

  test("more kinds than columns make no sense", () => {
    expect(() => completenessOfRange([["a"]], ["text", "phone"])).toThrow(InvalidArgumentError);
  });

  test("kinds are known by name in any case", () => {
    expect(fieldCheckNamed(" Phone ")).toBe("phone");
    expect(fieldCheckNamed("fax")).toBeNull();
  });

  test("is a fraction, and filling a blank never lowers it", () => {
    const cell = fc.constantFrom<Cell>("", "-", "a", "13800001001", "a@b.cn", 5);
    const grid = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(grid, (rows) => {
        const anchored: Cell[][] = [...rows.map((row) => [...row]), ["a", "a"]];
        const before = completenessOfRange(anchored, ["text", "phone"]);
        const filled = anchored.map(([first = "", second = ""]) => [first === "" ? "a" : first, second]);
        expect(before).toBeGreaterThan(0);
        expect(before).toBeLessThanOrEqual(1);
        expect(completenessOfRange(filled, ["text", "phone"])).toBeGreaterThanOrEqual(before);
      }),
    );
  });
});
