import { analyse, trendDay } from "../../../src/core/analysis";
import type { KpiId } from "../../../src/core/kpi";
import { dayOf } from "../../../src/core/math/day";
import { winBackArm } from "../../../src/core/winBack";
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

describe("R26, R61: coverage of the touch plan", () => {
  // Ten regulars of falling spend give every tier somebody; who is touched in time is up to each row.
  const ids = Array.from({ length: 10 }, (_, index) => `k${String(index)}`);
  const regulars = tableOf(
    "orders",
    ["customerId", "paidAt", "paid"],
    ids.flatMap((id, index) =>
      ["2025-03-02", "2025-08-02", "2025-12-02"].map((day) => [id, day, 1000 - index]),
    ),
  );
  const touched = (day: string) =>
    tableOf(
      "touches",
      ["customerId", "doneOn", "channel", "campaign", "delivered", "responded"],
      // By a channel of no kind: it counts for every rhythm.
      ids.map((id) => [id, day, "其他", "", "是", "否"]),
    );
  const customers = tableOf(
    "customers",
    ["customerId", "consent"],
    ids.map((id, index) => [id, index === 0 ? "否" : "是"]),
  );

  test.each([
    { name: "all touched within a fortnight", day: "2025-12-20", onTime: 10 },
    { name: "all touched two months ago", day: "2025-10-20", onTime: 0 },
  ])("$name: $onTime of 10 on time", ({ day, onTime }) => {
    expect(kpisOf({ orders: [regulars], touches: [touched(day)] })("touchCoverage")).toMatchObject({
      value: onTime / 10,
      numerator: onTime,
      denominator: 10,
      direction: "up",
      status: "noTarget",
    });
  });

  test("who did not agree is in no rate; a target of the sheet is judged", () => {
    const targets = tableOf(
      "targets",
      ["kpi", "baseline", "target", "mode", "owner"],
      [["触达计划覆盖率", "50%", 0.9, "绝对", "周芳"]],
    );
    expect(
      kpisOf({
        orders: [regulars],
        touches: [touched("2025-12-20")],
        customers: [customers],
        targets: [targets],
      })("touchCoverage"),
    ).toMatchObject({
      value: 1,
      denominator: 9,
      baseline: 0.5,
      target: 0.9,
      status: "met",
      owner: "周芳",
    });
  });

  test("a month before it is what the touches of that day gave", () => {
    const kpi = kpisOf({ orders: [regulars], touches: [touched("2025-11-25")] })("touchCoverage");
    expect(kpi.before).toBe(1);
    expect(kpi.value).toBe(0);
  });

  test("without touches the sheet is named", () => {
    expect(kpisOf({ orders: [regulars] })("touchCoverage")).toMatchObject({
      value: null,
      status: "noData",
      missing: "touches",
    });
  });
});

describe("R44, R64: days from feedback to action", () => {
  const complaint = (id: string, created: string, resolved: string | null) => [id, "投诉", created, resolved];
  const tickets = (...rows: readonly (readonly Cell[])[]) =>
    tableOf("tickets", ["customerId", "type", "createdAt", "resolvedAt"], rows);

  test("is the median over complaints and bad answers that were acted on, with the share of them", () => {
    const kpi = kpisOf({
      tickets: [
        tickets(
          complaint("a", "2025-11-01 09:00", "2025-11-01 10:00"),
          complaint("b", "2025-11-01 09:00", "2025-11-03 10:00"),
          complaint("c", "2025-12-29 09:00", null),
        ),
      ],
      surveys: [
        tableOf(
          "surveys",
          ["customerId", "answeredOn", "satisfaction"],
          [
            ["d", "2025-12-01", 2],
            ["e", "2025-12-01", 5],
          ],
        ),
      ],
      touches: [tableOf("touches", ["customerId", "doneOn", "channel"], [["d", "2025-12-11", "电话"]])],
    });
    // 0, 2 and 10 days; the complaint of c still waits, and the good answer asks for nothing.
    expect(kpi("feedbackDays")).toMatchObject({
      value: 2,
      unit: "days",
      denominator: 3,
      coverage: 0.75,
      direction: "down",
      smallSample: true,
      low: 0,
      high: 365,
    });
  });

  test.each([
    { name: "four alike cannot tell", n: 4, status: "smallSample" },
    { name: "five alike have an interval without width, and cannot tell", n: 5, status: "smallSample" },
    { name: "thirty alike are judged", n: 30, status: "met" },
  ])("$name", ({ n, status }) => {
    const rows = Array.from({ length: n }, (_, index) =>
      complaint(`x${String(index)}`, "2025-11-01 09:00", "2025-11-02 10:00"),
    );
    const targets = tableOf("targets", ["kpi", "target"], [["反馈处理天数", 3]]);
    expect(kpisOf({ tickets: [tickets(...rows)], targets: [targets] })("feedbackDays")).toMatchObject({
      value: 1,
      status,
    });
  });

  test("a month before, an action of this month had not been taken", () => {
    const kpi = kpisOf({
      tickets: [
        tickets(
          complaint("a", "2025-11-10 09:00", "2025-11-14 10:00"),
          complaint("b", "2025-11-10 09:00", "2025-12-20 10:00"),
        ),
      ],
    })("feedbackDays");
    expect(kpi).toMatchObject({ value: 22, before: 4 });
  });
});

describe("R97: win-back rate and its effect", () => {
  const log = (...rows: readonly (readonly Cell[])[]) => ({
    winBackLog: [
      tableOf("winBackLog", ["customerId", "lostOn", "reason", "action", "owner", "dueOn", "outcome"], rows),
    ],
  });

  test("counts settled attempts by the orders, whatever the log says", () => {
    const kpi = kpisOf(
      log(
        ["a", "2025-08-01", "价格", "电话", "李", null, "失败"],
        ["c", "2025-08-01", "价格", "电话", "李", null, "已赢回"],
        ["b", "2025-12-22", "价格", "电话", "李", null, null],
      ),
    );
    // a bought on 5 September; c did not come back; the days of b still run.
    expect(kpi("winBackRate")).toMatchObject({ numerator: 1, denominator: 2, status: "noTarget" });
  });

  test("a month before, later orders and attempts had not happened", () => {
    const kpi = kpisOf(
      log(
        ["a", "2025-08-01", "价格", "电话", "李", null, null],
        ["c", "2025-10-15", "价格", "电话", "李", null, null],
        ["b", "2025-12-01", "价格", "电话", "李", null, null],
      ),
    )("winBackRate");
    // Now: a won, c not, b won on 20 December. On 30 November: a won, the days of c still run, b not begun.
    expect(kpi).toMatchObject({ numerator: 2, denominator: 3, before: 1 });
  });

  test("without the log it is named; where nobody is left alone the effect is not known", () => {
    expect(kpisOf({})("winBackRate")).toMatchObject({ value: null, missing: "winBackLog" });
    const attempts = log(["a", "2025-08-01", "价格", "电话", "李", null, null]);
    const programme = { ...DEFAULT_SETTINGS.programme, holdOutShare: 0 };
    expect(kpisOf(attempts, { programme })("winBackEffect")).toMatchObject({
      value: null,
      status: "noData",
      missing: null,
    });
  });

  const arms = (customers: number) => {
    // All fall silent in March and are due in June; those who were called come back in July.
    const ids = Array.from({ length: customers }, (_, index) => `w${String(index)}`);
    const isHeld = (id: string) => winBackArm(1, "2025-06-01", id, 0.5) === "holdOut";
    const rows = ids.flatMap((id) => [
      [id, "2025-03-10", 100],
      ...(isHeld(id) ? [] : [[id, "2025-07-01", 100]]),
    ]);
    const called = ids.filter((id) => !isHeld(id));
    return {
      held: customers - called.length,
      analysed: kpisOf(
        {
          orders: [tableOf("orders", ["customerId", "paidAt", "paid"], rows)],
          ...log(...called.map((id) => [id, "2025-06-15", "价格", "电话", "李", null, null])),
          targets: [tableOf("targets", ["kpi", "target"], [["赢回率高出对照组", 0.2]])],
        },
        { programme: { ...DEFAULT_SETTINGS.programme, holdOutShare: 0.5 } },
      )("winBackEffect"),
    };
  };

  test("below 50 an arm there is no verdict, however clear the difference", () => {
    const { analysed, held } = arms(60);
    expect(held).toBeGreaterThan(0);
    expect(analysed).toMatchObject({ value: 1, denominator: 60, smallSample: true, status: "smallSample" });
  });

  test("from 50 an arm on the difference is judged", () => {
    const { analysed, held } = arms(140);
    expect(Math.min(held, 140 - held)).toBeGreaterThanOrEqual(50);
    expect(analysed).toMatchObject({ value: 1, denominator: 140, smallSample: false, status: "met" });
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
      "touchCoverage",
      "feedbackDays",
      "winBackRate",
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
