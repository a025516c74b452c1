import fc from "fast-check";
import { byFirstCell, column, table } from "./excelHost";

interface Row {
  readonly customer: string;
  readonly day: number;
  readonly amount: number;
  readonly item: string;
  readonly tier: string;
}

const row: fc.Arbitrary<Row> = fc.record({
  customer: fc.constantFrom("a", "b", "c", "d", "e", "f", "g"),
  day: fc.integer({ min: 45_300, max: 46_000 }),
  amount: fc.integer({ min: -20, max: 500 }),
  item: fc.constantFrom("milk", "porridge", "nappies", "toys", ""),
  tier: fc.constantFrom("高价值", "Medium", "基础", "窗口外", ""),
});
const AS_OF = 46_000;
const LOOSE = [
  ["minCustomers", 1],
  ["minConfidence", 0],
  ["minLift", 0],
];

const columns = {
  customers: (rows: readonly Row[]) => column(...rows.map(({ customer }) => customer)),
  dates: (rows: readonly Row[]) => column(...rows.map(({ day }) => day)),
  amounts: (rows: readonly Row[]) => column(...rows.map(({ amount }) => amount)),
  items: (rows: readonly Row[]) => column(...rows.map(({ item }) => item)),
};
const overOrders = (id: string) => (rows: readonly Row[]) =>
  table(id, columns.customers(rows), columns.dates(rows), columns.amounts(rows), AS_OF);

test.each([
  ["LIFECYCLE", overOrders("LIFECYCLE")],
  ["RELATIONTYPE", overOrders("RELATIONTYPE")],
  ["LOYALTY", overOrders("LOYALTY")],
  [
    "CROSSSELL",
    (rows: readonly Row[]) =>
      table("CROSSSELL", columns.customers(rows), columns.items(rows), columns.dates(rows), LOOSE),
  ],
])("%s: the order of the rows does not change a customer's answer", (_, answer) => {
  let answered = 0;
  fc.assert(
    fc.property(
      fc
        .array(row, { minLength: 12, maxLength: 30 })
        .chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length }))),
      ([rows, shuffled]) => {
        // Without one order that counts there is no table at all.
        fc.pre(rows.some(({ amount, item }) => amount > 0 && item !== ""));
        const answers = byFirstCell(answer(rows));
        expect(byFirstCell(answer(shuffled))).toEqual(answers);
        if ([...answers.values()].some((cells) => cells[1] !== "")) answered++;
      },
    ),
    { numRuns: 60 },
  );
  expect(answered).toBeGreaterThan(20);
});

test("NEXTTOUCH: a row's answer hangs on that row and the as-of date alone", () => {
  const touchOf = (rows: readonly Row[]) =>
    table("NEXTTOUCH", column(...rows.map(({ tier }) => tier)), columns.dates(rows), AS_OF);
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), (rows) => {
      const together = touchOf(rows);
      rows.forEach((one, at) => expect(touchOf([one])[0]).toEqual(together[at]));
    }),
    { numRuns: 60 },
  );
});

test("LIFECYCLE: more silence never brings a customer closer than lapsed", () => {
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 3, maxLength: 20 }),
      fc.integer({ min: 0, max: 400 }),
      (rows, later) => {
        fc.pre(rows.some(({ amount }) => amount > 0));
        const at = (asOf: number) =>
          byFirstCell(
            table("LIFECYCLE", columns.customers(rows), columns.dates(rows), columns.amounts(rows), asOf, [
              ["lang", "en"],
            ]),
          );
        const after = at(AS_OF + later);
        for (const [customer, [, stage]] of at(AS_OF)) {
          if (stage === "Lapsed") expect(after.get(customer)?.[1]).toBe("Lapsed");
        }
      },
    ),
    { numRuns: 60 },
  );
});
