import { analyse } from "../../src/core/analysis";
import { serialOfDay } from "../../src/core/math/day";
import { sayIn } from "../../src/functions/words";
import { MOTHER_BABY_SETTINGS, motherBabyTables, noTables, NO_SOURCES } from "../support/motherBabyShop";
import { byFirstCell, column, table } from "./excelHost";

// Orders alone: what other sheets add to a report, ranges cannot know.
const { orders: sheets } = motherBabyTables();
// Rules that few customers make, so that a small shop has some.
const rules = { minCustomers: 2, minConfidence: 0.05, minLift: 0 };
const analysis = analyse({ ...noTables(), orders: sheets }, NO_SOURCES, {
  ...MOTHER_BABY_SETTINGS,
  programme: {
    ...MOTHER_BABY_SETTINGS.programme,
    pairCustomers: rules.minCustomers,
    pairConfidence: rules.minConfidence,
    pairLift: rules.minLift,
  },
});
const { relationship } = analysis.programme;
const buyers = analysis.customers.flatMap((row, place) => (row.totalOrders > 0 ? [{ row, place }] : []));
const say = sayIn("zh");

/** The report's own orders as ranges, so that the two paths may differ in what they make of them alone. */
const { book } = analysis;
const ranges = [
  column(...Array.from(book.orders.customer, (customer) => book.customers[customer])),
  column(...Array.from(book.orders.day, (day) => serialOfDay(day))),
  column(...Array.from(book.orders.net, (net) => net / 10 ** book.decimals)),
];
const asOf = serialOfDay(analysis.asOf);

test("there is something to compare", () => {
  expect(buyers.length).toBeGreaterThan(15);
});

test("LIFECYCLE gives every buyer the stage that the report gives", () => {
  const answer = byFirstCell(table("LIFECYCLE", ...ranges, asOf));
  for (const { row, place } of buyers) {
    const stage = relationship.stages[place]?.stage ?? "";
    expect([row.id, answer.get(row.id)?.[1]]).toEqual([row.id, stage === "" ? "" : say(`stage.${stage}`)]);
  }
});

test("RELATIONTYPE gives every buyer the type that the report gives", () => {
  const answer = byFirstCell(table("RELATIONTYPE", ...ranges, asOf));
  for (const { row, place } of buyers) {
    const type = relationship.relations[place]?.type ?? "";
    expect([row.id, answer.get(row.id)?.[1]]).toEqual([
      row.id,
      type === "" ? "" : say(`relationType.${type}`),
    ]);
  }
});

test("LOYALTY measures repeat purchases as the report does", () => {
  const answer = byFirstCell(table("LOYALTY", ...ranges, asOf));
  for (const { row, place } of buyers) {
    const repeat = relationship.loyalty[place]?.parts.find(({ id }) => id === "repeat")?.value ?? "";
    expect([row.id, answer.get(row.id)?.[2]]).toEqual([row.id, repeat]);
  }
});

test("NEXTTOUCH says of a tier never touched what the report says", () => {
  const answer = table(
    "NEXTTOUCH",
    column(...buyers.map(({ row }) => (row.tier === "" ? "" : say(`tier.${row.tier}`)))),
    column(...buyers.map(() => null)),
    asOf,
  );
  buyers.forEach(({ row, place }, at) => {
    const planned = relationship.touches[place] ?? null;
    expect([row.id, answer[at]?.[0]]).toEqual([row.id, planned === null ? "" : serialOfDay(planned.dueOn)]);
  });
});

test("CROSSSELL offers what the report offers", () => {
  const { lines, orders, items, categories } = book;
  const [names, of] = categories.length > 0 ? [categories, lines.category] : [items, lines.item];
  const bought = Array.from(lines.order, (order, line) => ({ order, item: of[line] ?? -1 })).filter(
    ({ order, item }) => order >= 0 && item >= 0,
  );
  const answer = byFirstCell(
    table(
      "CROSSSELL",
      column(...bought.map(({ order }) => book.customers[orders.customer[order] ?? -1])),
      column(...bought.map(({ item }) => names[item])),
      column(...bought.map(({ order }) => serialOfDay(orders.day[order] ?? 0))),
      Object.entries(rules),
    ),
  );
  const offers = relationship.crossSelling?.offers ?? [];
  let offered = 0;
  for (const { row, place } of buyers) {
    const offer = offers[place] ?? null;
    const [, item = ""] = answer.get(row.id) ?? [];
    expect([row.id, item]).toEqual([row.id, offer?.name ?? ""]);
    if (item !== "") offered++;
  }
  expect(offered).toBeGreaterThan(0);
});
