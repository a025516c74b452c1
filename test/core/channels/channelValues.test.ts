import { channelTable, channelValues } from "../../../src/core/channels";

const values = (
  row: {
    readonly spend: number | null;
    readonly newCustomers: number | null;
    readonly revenue: number | null;
  },
  clv: number | null,
  margin = 1,
) =>
  channelValues(
    channelTable([{ channel: "a", leads: null, ...row }], 0.1).channels,
    () => ({ customers: 10, clv }),
    { margin, months: 12 },
  )[0];

describe("R21: payback", () => {
  test.each([
    { name: "the first order pays", row: { spend: 100, newCustomers: 10, revenue: 100 }, clv: 5, months: 0 },
    {
      name: "what is left comes in month by month",
      row: { spend: 400, newCustomers: 10, revenue: 100 },
      clv: 60,
      months: 6,
    },
    {
      name: "no CLV: not known",
      row: { spend: 400, newCustomers: 10, revenue: 100 },
      clv: null,
      months: null,
    },
    {
      name: "nothing to come: never",
      row: { spend: 400, newCustomers: 10, revenue: 100 },
      clv: 0,
      months: null,
    },
    { name: "spend missing", row: { spend: null, newCustomers: 10, revenue: 100 }, clv: 60, months: null },
    { name: "nobody came", row: { spend: 50, newCustomers: 0, revenue: null }, clv: 60, months: null },
  ])("$name", ({ row, clv, months }) => expect(values(row, clv)?.paybackMonths ?? null).toBe(months));

  test("a margin leaves less of the first order", () => {
    expect(values({ spend: 100, newCustomers: 10, revenue: 100 }, 60, 0.5)?.paybackMonths).toBe(1);
  });
});

test("R22: headroom is what a customer may cost more, below 0 where it is too dear", () => {
  expect(values({ spend: 5, newCustomers: 1, revenue: 100 }, null)?.headroom).toBe(5);
  expect(values({ spend: 15, newCustomers: 1, revenue: 100 }, null)?.headroom).toBe(-5);
  expect(values({ spend: null, newCustomers: 1, revenue: 100 }, null)?.headroom).toBeNull();
});
