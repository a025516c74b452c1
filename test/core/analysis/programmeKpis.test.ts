import { analyse, trendDay } from "../../../src/core/analysis";
import type { KpiId } from "../../../src/core/kpi";
import { dayOf } from "../../../src/core/math/day";
import { DEFAULT_SETTINGS, type Settings } from "../../../src/core/settings";
import type { Cell, MappedTables } from "../../../src/core/tables";
import { motherBabyTables, MOTHER_BABY_SETTINGS, NO_SOURCES, noTables } from "../../support/motherBabyShop";
import { tableOf } from "../../support/tableOf";

const AS_OF = dayOf(2025, 12, 31);

/** A shop of two years: a and b buy every quarter, c once, d is new in November. */
const ORDERS: readonly (readonly Cell[])[] = [
  ...["2024-01-05", "2024-06-05", "2024-12-05", "2025-03-05", "2025-09-05", "2025-12-20"].flatMap((day) => [
    ["a", day, 100],
    ["b", day, 50],
  ]),
  ["c", "2024-03-01", 80],
  ["d", "2025-10-01", 300],
  ["d", "2025-11-20", 30],
  ["e", "2025-12-24", 40],
];
const orders = tableOf("orders", ["customerId", "paidAt", "paid"], ORDERS);

function kpisOf(tables: Partial<MappedTables>, settings: Partial<Settings> = {}) {
  const analysis = analyse({ ...noTables(), orders: [orders], ...tables }, NO_SOURCES, {
    ...DEFAULT_SETTINGS,
    asOf: AS_OF,
    ...settings,
  });
  return (id: KpiId) => {
    const found = analysis.kpis.find((kpi) => kpi.id === id);
    if (found === undefined) throw new Error(id);
    return found;
  };
}

const events = (...rows: readonly (readonly Cell[])[]) =>
  tableOf("events", ["event", "type", "heldOn", "invited", "attended"], rows);

describe("R34: events of the quarter", () => {
  const old = ["沙龙", "线下", "2025-02-01", "a、b", "a"];
  test.each([
    { name: "none, 60 days left: not due", asOf: dayOf(2025, 11, 1), value: 0, status: "notDue" },
    { name: "none, 30 days left: not due", asOf: dayOf(2025, 12, 1), value: 0, status: "notDue" },
    { name: "none, 29 days left: missed", asOf: dayOf(2025, 12, 2), value: 0, status: "notMet" },
    { name: "none on the last day: missed", asOf: AS_OF, value: 0, status: "notMet" },
  ])("$name", ({ asOf, value, status }) => {
    expect(kpisOf({ events: [events(old)] }, { asOf })("eventsInQuarter")).toMatchObject({
      value,
      status,
      target: 1,
      unit: "count",
    });
  });

  test("one is enough", () => {
    const kpi = kpisOf({ events: [events(old, ["研讨会", "", "2025-10-08", "a", "a"])] });
    expect(kpi("eventsInQuarter")).toMatchObject({ value: 1, status: "met" });
  });

  test("a sheet that names no event says nothing", () => {
    expect(kpisOf({ events: [events()] })("eventsInQuarter")).toMatchObject({
      value: null,
      status: "noData",
    });
  });
});

describe("R30: recommendation success", () => {
  const recommended = (day: string, said: string) =>
    tableOf("recommendations", ["customerId", "item", "recommendedOn", "bought"], [["a", "辅食", day, said]]);

  test("is judged against 15 % of the brief", () => {
    expect(
      kpisOf({ recommendations: [recommended("2025-06-01", "是")] })("recommendationSuccess"),
    ).toMatchObject({ value: 1, denominator: 1, target: 0.15, targetSource: "brief", smallSample: true });
  });

  test("one whose 30 days still run is in no rate", () => {
    expect(
      kpisOf({ recommendations: [recommended("2025-12-15", "否")] })("recommendationSuccess"),
    ).toMatchObject({ value: null, status: "noData" });
  });

  test("without the sheet it is named", () => {
    expect(kpisOf({})("recommendationSuccess").missing).toBe("recommendations");
  });
});

describe("R22: acquisition cost to first spend", () => {
  const channels = (...rows: readonly (readonly Cell[])[]) => ({
    channels: [
      tableOf("channels", ["channel", "spend", "leads", "newCustomers", "newCustomerRevenue"], rows),
    ],
  });

  test.each([
    { name: "exactly on the limit is met", spend: 30, settings: {}, status: "met" },
    { name: "above it is not", spend: 31, settings: {}, status: "notMet" },
    { name: "the limit is the setting", spend: 31, settings: { channelLimit: 0.2 }, status: "met" },
  ])("$name", ({ spend, settings, status }) => {
    const kpi = kpisOf(channels(["a", spend, 100, 40, 300]), settings)("cacToOrderValue");
    expect(kpi).toMatchObject({ value: spend / 300, status, direction: "down" });
  });

  test("spend that brought nobody counts; a channel of unknown spend does not", () => {
    const kpi = kpisOf(channels(["a", 30, 10, 4, 300], ["b", 20, 9, 0, null], ["c", null, 9, 4, 90]));
    expect(kpi("cacToOrderValue")).toMatchObject({ numerator: 50, denominator: 300 });
  });
});

describe("R55: spend of new and existing customers", () => {
  test("is parted by the start of the window", () => {
    // a and b: 3 orders of 150 in the window, known since 2024; d and e: 370, new.
    expect(kpisOf({})("existingShareOfNet")).toMatchObject({ numerator: 450, denominator: 820 });
  });
});

test("R95: a new customer is judged once 60 days old or once back, whichever is first", () => {
  // d came back after 50 days; e is 7 days old and pending.
  expect(kpisOf({})("secondOrderRate")).toMatchObject({ numerator: 1, denominator: 1 });
});

describe("R11, R82: members", () => {
  const customers = tableOf(
    "customers",
    ["customerId", "memberId"],
    [
      ["a", "M1"],
      ["c", "M2"],
      ["x", "M3"],
      ["b", null],
    ],
  );

  test("reach and silence look at members alone", () => {
    const kpi = kpisOf({ customers: [customers] });
    expect(kpi("communityReach")).toMatchObject({ numerator: 1, denominator: 3 });
    expect(kpi("silentMembers")).toMatchObject({ numerator: 2, denominator: 3, direction: "down" });
  });

  test("a visit to an event is a sign of life", () => {
    const kpi = kpisOf({
      customers: [customers],
      events: [events(["沙龙", "", "2025-12-01", "x", "x"])],
    });
    expect(kpi("communityReach").numerator).toBe(2);
  });

  test("without a member column the customer sheet is named", () => {
    const without = tableOf("customers", ["customerId", "name"], [["a", "A"]]);
    expect(kpisOf({ customers: [without] })("communityReach")).toMatchObject({
      value: null,
      missing: "customers",
    });
  });
});

test("R44: survey coverage is of active customers, and old answers do not count", () => {
  const surveys = tableOf(
    "surveys",
    ["customerId", "answeredOn", "satisfaction"],
    [
      ["a", "2025-06-01", 5],
      ["b", "2024-06-01", 5],
      ["c", "2025-06-01", 5],
    ],
  );
  expect(kpisOf({ surveys: [surveys] })("surveyCoverage")).toMatchObject({ numerator: 1, denominator: 4 });
});

test("R27: points of the customer sheet give the share redeemed; unreadable ones are named and left out", () => {
  const customers = tableOf(
    "customers",
    ["customerId", "pointsEarned", "pointsRedeemed"],
    [
      ["a", "1,000", 250],
      ["b", "很多", 9],
    ],
  );
  const tables = { ...noTables(), orders: [orders], customers: [customers] };
  const analysis = analyse(tables, NO_SOURCES, { ...DEFAULT_SETTINGS, asOf: AS_OF });
  expect(analysis.kpis.find(({ id }) => id === "pointsRedemption")).toMatchObject({
    value: 0.25,
    denominator: 1000,
  });
  expect(analysis.quality.problems).toMatchObject([
    { kind: "customers", row: 3, field: "pointsEarned", code: "unreadableNumber" },
  ]);
});

describe("M10: targets and baselines", () => {
  const target = (...cells: readonly Cell[]) => ({
    targets: [tableOf("targets", ["kpi", "baseline", "target", "mode"], [cells])],
  });

  test.each([
    {
      name: "no baseline: says so",
      cells: ["复购率", null, 0.25, "相对"],
      targetValue: null,
      status: "noBaseline",
    },
    { name: "40 % and 25 % relative: 50 %", cells: ["复购率", "40%", 0.25, "相对"], targetValue: 0.5 },
    { name: "40 % and 25 points: 65 %", cells: ["复购率", "40%", 0.25, "百分点"], targetValue: 0.65 },
  ])("$name", ({ cells, targetValue, status }) => {
    const kpi = kpisOf(target(...cells))("repeatRate");
    if (targetValue === null) expect(kpi.targetValue).toBeNull();
    else expect(kpi.targetValue).toBeCloseTo(targetValue, 12);
    if (status !== undefined) expect(kpi).toMatchObject({ status, gap: null });
  });
});

describe("what the board of a month before would have shown", () => {
  test("is what an analysis as of that day shows", () => {
    const now = analyse(motherBabyTables(), NO_SOURCES, MOTHER_BABY_SETTINGS);
    const day = trendDay(AS_OF);
    const then = analyse(motherBabyTables(), NO_SOURCES, { ...DEFAULT_SETTINGS, asOf: day });
    const compared: readonly KpiId[] = [
      "repeatRate",
      "coreRepeatRate",
      "retention",
      "churn",
      "complaintOnTime",
      "enquiryOnTime",
      "highValueOnTime",
      "satisfaction",
      "nps",
      "highTierShareOfNet",
      "loyalToOrdinarySpend",
      "netPerCustomer",
      "netPerOrder",
    ];
    for (const id of compared) {
      const before = now.kpis.find((kpi) => kpi.id === id)?.before ?? null;
      const value = then.kpis.find((kpi) => kpi.id === id)?.value ?? null;
      if (value === null) expect([id, before]).toEqual([id, null]);
      else expect(before).toBeCloseTo(value, 9);
    }
  });

  test("is not taken from the channel sheet where customers say who came by referral", () => {
    const channels = tableOf(
      "channels",
      ["channel", "month", "spend", "newCustomers"],
      [["老客推荐", "2025-06", 30, 4]],
    );
    const said = tableOf(
      "customers",
      ["customerId", "sourceChannel"],
      [
        ["d", "老客推荐"],
        ["e", "小红书"],
      ],
    );
    expect(kpisOf({ channels: [channels] })("referralShareOfNew")).toMatchObject({ value: 1, before: 1 });
    expect(kpisOf({ channels: [channels], customers: [said] })("referralShareOfNew")).toMatchObject({
      value: 0.5,
      before: null,
    });
  });

  test("is not known where the sheet has no days, or the data no such day", () => {
    const kpi = kpisOf({
      channels: [tableOf("channels", ["channel", "spend", "newCustomers"], [["a", 30, 4]])],
    });
    expect(kpi("cac")).toMatchObject({ value: 7.5, before: null });
    const young = tableOf("orders", ["customerId", "paidAt", "paid"], [["a", "2025-12-20", 10]]);
    expect(kpisOf({ orders: [young] })("netPerOrder")).toMatchObject({ value: 10, before: null });
  });
});
