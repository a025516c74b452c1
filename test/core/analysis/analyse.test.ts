import fc from "fast-check";
import { analyse, type Analysis } from "../../../src/core/analysis";
import { InvalidArgumentError } from "../../../src/core/errors";
import type { KpiId } from "../../../src/core/kpi";
import {
  addMonths,
  dayOf,
  formatDay,
  formatMoment,
  NO_DAY,
  SECONDS_PER_DAY,
} from "../../../src/core/math/day";
import { DEFAULT_SETTINGS, type Settings } from "../../../src/core/settings";
import type { Cell, MappedTables } from "../../../src/core/tables";
import { motherBabyTables, MOTHER_BABY_SETTINGS, noTables, NO_SOURCES } from "../../support/motherBabyShop";
import { tableOf } from "../../support/tableOf";

const AS_OF = dayOf(2025, 12, 31);
const SETTINGS: Settings = { ...DEFAULT_SETTINGS, asOf: AS_OF };

const orders = (...rows: readonly (readonly Cell[])[]) => [
  tableOf("orders", ["orderId", "customerId", "paidAt", "paid", "category", "status", "createdAt"], rows),
];
const run = (tables: Partial<MappedTables>, settings: Partial<Settings> = {}): Analysis =>
  analyse({ ...noTables(), ...tables }, NO_SOURCES, { ...SETTINGS, ...settings });
const kpiOf = (analysis: Analysis, id: KpiId) => analysis.kpis.find((kpi) => kpi.id === id);
const rowOf = (analysis: Analysis, id: string) => analysis.customers.find((row) => row.id === id);

/** Everything a sheet could show of an analysis: no NaN outside columns, no Infinity, no undefined. */
function faultyNumbers(value: unknown, path = ""): string[] {
  if (typeof value === "number") return Number.isFinite(value) ? [] : [path];
  if (value === undefined) return [path];
  if (typeof value !== "object" || value === null) return [];
  // In a column over customers NaN says that nothing is known of one of them; figures of their own are null then.
  if (ArrayBuffer.isView(value)) {
    const column = Array.from(value as unknown as ArrayLike<number>);
    return column.flatMap((entry, index) => (Math.abs(entry) === Infinity ? [`${path}.${index}`] : []));
  }
  return Object.entries(value).flatMap(([key, part]) => faultyNumbers(part, `${path}.${key}`));
}

describe("smallest worlds", () => {
  test("no sheet at all gives an empty analysis that names what is missing", () => {
    const analysis = run({}, { asOf: null });
    expect(analysis).toMatchObject({
      firstOrderDay: NO_DAY,
      lastOrderDay: NO_DAY,
      customers: [],
      portraits: [],
      segments: [],
      months: [],
      completeness: null,
      service: null,
      channels: null,
      survey: null,
      touch: null,
      movement: null,
      totals: { net: 0, orders: 0, buyers: 0, netPerCustomer: null, netPerOrder: null, previousNet: null },
      lists: {
        winBack: [],
        unpaidReminders: [],
        satisfiedButLapsed: [],
        completenessGaps: [],
        riskAlerts: [],
      },
    });
    expect(analysis.quality.missing).toEqual([
      "orders",
      "customers",
      "tickets",
      "touches",
      "channels",
      "surveys",
      "targets",
      "recommendations",
      "leads",
      "events",
      "winBackLog",
      "training",
    ]);
    expect(new Set(analysis.kpis.map(({ status }) => status))).toEqual(new Set(["noData"]));
    expect(faultyNumbers(analysis)).toEqual([]);
  });

  test("sheets with headings alone are there, and say nothing", () => {
    const analysis = run(
      {
        orders: orders(),
        customers: [tableOf("customers", ["customerId", "name"], [])],
        tickets: [tableOf("tickets", ["ticketId", "customerId", "type", "createdAt"], [])],
        touches: [tableOf("touches", ["customerId", "doneOn", "delivered", "responded"], [])],
        channels: [tableOf("channels", ["channel", "spend"], [])],
        surveys: [tableOf("surveys", ["customerId", "satisfaction"], [])],
        targets: [tableOf("targets", ["kpi", "target"], [])],
        recommendations: [tableOf("recommendations", ["customerId", "item"], [])],
        leads: [tableOf("leads", ["leadId", "stage"], [])],
        events: [tableOf("events", ["event", "heldOn"], [])],
        winBackLog: [tableOf("winBackLog", ["customerId", "action"], [])],
        training: [tableOf("training", ["module", "hours"], [])],
        snapshots: [tableOf("snapshots", ["takenOn", "customerId", "tier"], [])],
      },
      { asOf: null },
    );
    expect(analysis.quality.missing).toEqual([]);
    expect(new Set(analysis.kpis.map(({ status }) => status))).toEqual(new Set(["noData"]));
    expect(analysis.movement).toBeNull();
    expect(faultyNumbers(analysis)).toEqual([]);
  });

  test.each([
    ["named11", "prospects"],
    ["klaviyo6", ""],
    ["eightMean", ""],
  ] as const)(
    "people without an order have one segment in %s, whichever sheet names them",
    (scheme, segment) => {
      const analysis = run(
        {
          orders: orders(
            ["1", "a", "2025-12-01", 100],
            ["2", "b", "2025-12-01", 0],
            ["3", "z", "2026-02-01", 9],
          ),
          customers: [tableOf("customers", ["customerId", "name"], [["c", "张三"]])],
        },
        { segmentScheme: scheme },
      );
      expect(rowOf(analysis, "b")?.segment).toBe(segment);
      expect(rowOf(analysis, "c")?.segment).toBe(segment);
      // Of whom everything lies after the as-of date, nothing is known yet.
      expect(rowOf(analysis, "z")).toMatchObject({ tier: "", segment: "" });
    },
  );

  test("a customer has one id in every list, however other sheets spell it", () => {
    const analysis = run({
      orders: orders(["1", "ab1", "2025-12-01", 100]),
      customers: [
        tableOf("customers", ["customerId", "name", "phone"], [["ＡＢ1".toLowerCase(), "张三", null]]),
      ],
      tickets: [
        tableOf(
          "tickets",
          ["ticketId", "customerId", "type", "createdAt", "resolvedAt"],
          [["1", " ab１", "投诉", "2025-12-02", null]],
        ),
      ],
    });
    expect(analysis.customers.map(({ id }) => id)).toEqual(["ab1"]);
    expect(analysis.lists.completenessGaps.map(({ customerId }) => customerId)).toEqual(["ab1"]);
    expect(analysis.service?.items.map(({ customerId }) => customerId)).toEqual(["ab1"]);
    expect(analysis.service?.tickets.map(({ customerId }) => customerId)).toEqual(["ab1"]);
  });

  test("one customer with one order has scores and no tier", () => {
    const analysis = run({ orders: orders(["1", "a", "2025-12-01", 100, "奶粉"]) });
    expect(analysis.customers).toMatchObject([
      {
        id: "a",
        tier: "",
        orders: 1,
        netSpend: 100,
        intervalDays: null,
        topCategory: "奶粉",
        relation: "new",
      },
    ]);
    expect(analysis.portraits).toEqual([]);
    expect(kpiOf(analysis, "loyalToOrdinarySpend")).toMatchObject({
      value: null,
      status: "noData",
      missing: null,
    });
    expect(faultyNumbers(analysis)).toEqual([]);
  });

  test("orders alone give scores, months, portraits and lists; the rest names its sheet", () => {
    const analysis = run({ orders: motherBabyTables().orders }, MOTHER_BABY_SETTINGS);
    expect(analysis.customers).toHaveLength(20);
    expect(new Set(analysis.lists.winBack.flatMap(({ holds }) => holds))).toEqual(new Set(["naturalCycle"]));
    expect(analysis.lists.unpaidReminders).toHaveLength(1);
    expect(analysis.quality.onlyInOrders).toEqual([]);
    expect(kpiOf(analysis, "cac")).toMatchObject({ status: "noData", missing: "channels" });
    expect(kpiOf(analysis, "nps")).toMatchObject({ status: "noData", missing: "surveys" });
    expect(kpiOf(analysis, "completeness")).toMatchObject({ status: "noData", missing: "customers" });
    expect(kpiOf(analysis, "repeatRate")).toMatchObject({ value: 0.65 });
    expect(faultyNumbers(analysis)).toEqual([]);
  });

  test("without orders the as-of date is the last day other sheets name", () => {
    const analysis = run(
      {
        surveys: [
          tableOf("surveys", ["customerId", "answeredOn", "satisfaction=(1-5)"], [["a", "2025-06-30", 4]]),
        ],
      },
      { asOf: null },
    );
    expect(formatDay(analysis.asOf)).toBe("2025-06-30");
    expect(analysis.survey?.indexTimes).toBe(80);
  });
});

test("the same inputs give the same result, and are not changed", () => {
  const tables = motherBabyTables();
  const first = analyse(tables, NO_SOURCES, MOTHER_BABY_SETTINGS);
  const second = analyse(motherBabyTables(), NO_SOURCES, MOTHER_BABY_SETTINGS);
  expect(second.customers).toEqual(first.customers);
  expect(second.kpis).toEqual(first.kpis);
  expect(second.lists).toEqual(first.lists);
  expect(tables).toEqual(motherBabyTables());
});

describe("customers", () => {
  const tables: Partial<MappedTables> = {
    orders: orders(
      ["1", "b", "2025-06-01", 50, "辅食"],
      ["2", "b", "2025-08-01", 50, "奶粉"],
      ["3", "b", "2024-01-01", 900, "玩具"],
      ["4", "old", "2023-05-01", 70, "玩具"],
      ["5", "ret", "2025-05-01", -30, ""],
    ),
    customers: [
      tableOf(
        "customers",
        ["customerId", "name", "side", "industry", "scene", "preference", "consent"],
        [
          ["lead", "客", "B端", "制造", "办公", "", "是"],
          ["b", "乙", "C端", "零售", "年轻妈妈", "注重性价比", ""],
        ],
      ),
    ],
  };
  const analysis = run(tables);

  test("of the orders come first, then those of the customer sheet alone", () => {
    expect(analysis.customers.map(({ id }) => id)).toEqual(["b", "old", "ret", "lead"]);
    expect(analysis.quality.onlyInOrders).toEqual(["old", "ret"]);
    expect(analysis.quality.onlyInCustomers).toEqual(["lead"]);
    expect(analysis.quality.refundOnly).toEqual(["ret"]);
  });

  test("carry tags of the user's own words; companies by industry, consumers by scene", () => {
    expect(analysis.customers.map(({ tag }) => tag)).toEqual([
      "C端-年轻妈妈-奶粉-注重性价比",
      "--玩具-",
      "",
      "B端-制造--",
    ]);
  });

  test.each([
    ["the preference adds something to what is bought", ["童装", "高", "尺码建议"], "C端-年轻妈妈-奶粉-童装"],
    [
      "the attitude to price stands in for a preference that is bought",
      ["奶粉", "注重性价比", ""],
      "C端-年轻妈妈-奶粉-注重性价比",
    ],
    [
      "a bare level says nothing without its heading",
      ["奶粉", "高", "尺码建议"],
      "C端-年轻妈妈-奶粉-尺码建议",
    ],
    ["what nobody knows is blank", ["", "", ""], "C端-年轻妈妈-奶粉-"],
  ])("tag: %s", (_name, [preference = "", price = "", need = ""], tag) => {
    const tagged = run({
      orders: orders(["1", "a", "2025-06-01", 50, "奶粉"]),
      customers: [
        tableOf(
          "customers",
          ["customerId", "side", "scene", "preference", "priceSensitivity", "need"],
          [["a", "C端", "年轻妈妈", preference, price, need]],
        ),
      ],
    });
    expect(tagged.customers[0]?.tag).toBe(tag);
  });

  test("are known by the category of the last year; of equal ones the one bought last", () => {
    expect(rowOf(analysis, "b")?.topCategory).toBe("奶粉");
    expect(rowOf(analysis, "old")?.topCategory).toBe("玩具");
  });

  test("consent is no where the column is blank or the customer is not in the sheet", () => {
    expect(analysis.customers.map(({ consent }) => consent)).toEqual([false, false, false, true]);
    const unasked = run({ orders: tables.orders ?? [] });
    expect(unasked.customers.every(({ consent }) => consent)).toBe(true);
  });

  test("in no base keep a row: outside the window, refund only, never ordered", () => {
    expect(analysis.customers.map(({ tier }) => tier)).toEqual(["", "outsideWindow", "noOrder", "noOrder"]);
    expect(rowOf(analysis, "ret")).toMatchObject({
      daysSinceLastOrder: null,
      orders: 0,
      netSpend: -30,
      score: null,
    });
    expect(rowOf(analysis, "lead")).toMatchObject({ bookIndex: -1, firstDay: null, relation: "", code: "" });
  });

  test("carry their orders of the last twelve months", () => {
    expect(rowOf(analysis, "b")?.monthlyOrders).toEqual([0, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0]);
    expect(rowOf(analysis, "lead")?.monthlyOrders).toEqual(new Array(12).fill(0));
  });

  test("of an export without ids are joined by e-mail, whatever its case", () => {
    const joined = run({
      orders: [tableOf("orders", ["email", "paidAt", "paid"], [["A@b.cn", "2025-06-01", 5]])],
      customers: [tableOf("customers", ["customerId", "email", "name"], [["7", "a@B.cn", "甲"]])],
    });
    expect(joined.customers).toHaveLength(1);
    expect(joined.customers[0]?.record?.name).toBe("甲");
  });
});

describe("months", () => {
  const analysis = run(
    {
      orders: orders(
        ["1", "a", "2025-01-10", 10],
        ["2", "a", "2025-01-20", 10],
        ["3", "a", "2025-06-05", 10],
        ["4", "b", "2025-06-06", 7],
        ["5", "b", "2025-06-07", 7],
        ["6", "c", "2025-04-09", 3],
        ["7", "a", "2025-12-30", 1],
      ),
    },
    { asOf: dayOf(2025, 12, 30) },
  );
  const month = (number: number) => analysis.months[number - 1];

  test("tell new buyers from returning ones and from those of unknown start", () => {
    expect(month(1)).toMatchObject({
      buyers: 1,
      newBuyers: 0,
      unknownBuyers: 1,
      unknownNet: 20,
      newKnown: false,
    });
    expect(month(6)).toMatchObject({
      orders: 3,
      buyers: 2,
      newBuyers: 1,
      newNet: 14,
      returningBuyers: 1,
      returningNet: 10,
      newKnown: true,
    });
  });

  test("the 90 days end inside April: its newcomers from the 10th on would be known", () => {
    expect(month(4)).toMatchObject({ newBuyers: 0, unknownBuyers: 1, newKnown: false });
  });

  test("without an order are there, and the one that is cut short says so", () => {
    expect(month(2)).toMatchObject({ orders: 0, net: 0, complete: true });
    expect(analysis.months).toHaveLength(12);
    expect(month(12)?.complete).toBe(false);
  });
});

test("the window before is known once the data reaches back to it, within a week", () => {
  const at = (first: string) =>
    run({ orders: orders(["1", "a", first, 10], ["2", "a", "2024-12-31", 5], ["3", "b", "2025-01-01", 1]) })
      .totals;
  expect(at("2024-01-10")).toMatchObject({ previousNet: null });
  expect(at("2024-01-09")).toMatchObject({ previousNet: 15, previousOrders: 2, previousBuyers: 1, net: 1 });
  expect(at("2023-06-01")).toMatchObject({ previousNet: 5, previousOrders: 1, previousBuyers: 1 });
});

describe("unpaid reminders", () => {
  const unpaid = (id: string, created: string, amount = 100): readonly Cell[] => [
    `u${id}`,
    id,
    "",
    amount,
    "",
    "等待买家付款",
    created,
  ];
  const paid = (id: string, on: string, amount: number): readonly Cell[] => [
    `p${id}${on}`,
    id,
    on,
    amount,
    "",
    "交易成功",
    on,
  ];
  const analysis = run(
    {
      orders: orders(
        unpaid("due", "2025-12-31 10:00"),
        unpaid("edge", "2025-12-30 18:00"),
        unpaid("late", "2025-12-30 17:59"),
        unpaid("later", "2025-12-20 10:00"),
        paid("later", "2025-12-21", 40),
        unpaid("same", "2025-12-20 10:00"),
        paid("same", "2025-12-20", 100),
        unpaid("other", "2025-12-20 10:00"),
        paid("other", "2025-12-20", 40),
        unpaid("before", "2025-12-20 10:00"),
        paid("before", "2025-12-19", 100),
        unpaid("no", "2025-12-31 10:00"),
        unpaid("future", "2025-12-31 19:00"),
        ["x", "closed", "", 100, "", "交易关闭", "2025-12-31 10:00"],
      ),
      customers: [
        tableOf(
          "customers",
          ["customerId", "consent"],
          [
            ...["due", "edge", "late", "later", "same", "other", "before", "future", "closed"].map((id) => [
              id,
              "Y",
            ]),
            ["no", ""],
          ],
        ),
      ],
      touches: [
        tableOf(
          "touches",
          ["customerId", "doneOn"],
          [
            ["late", "2025-12-30"],
            ["due", "2025-12-30"],
          ],
        ),
      ],
    },
    { now: AS_OF * SECONDS_PER_DAY + 18 * 3600 },
  );

  test("leave out what was paid later, whoever did not consent, closed orders and those still to come", () => {
    expect(analysis.lists.unpaidReminders.map(({ customerId }) => customerId)).toEqual([
      "other",
      "before",
      "late",
      "edge",
      "due",
    ]);
  });

  test("are overdue past 24 hours, and due up to them", () => {
    const states = new Map(analysis.lists.unpaidReminders.map((item) => [item.customerId, item]));
    expect([states.get("late")?.state, states.get("edge")?.state, states.get("due")?.state]).toEqual([
      "overdue",
      "due",
      "due",
    ]);
    expect(formatMoment(states.get("due")?.dueAt ?? 0)).toBe("2026-01-01 10:00");
  });

  test("a touch since the order was made has reminded already", () => {
    const reminded = analysis.lists.unpaidReminders.filter((item) => item.reminded);
    expect(reminded.map(({ customerId }) => customerId)).toEqual(["late"]);
  });
});

describe("programme", () => {
  test("core repeat rate takes the tiers of the window's start", () => {
    const history = Array.from({ length: 10 }, (_, index): readonly Cell[] => [
      `h${index}`,
      `c${index}`,
      "2024-06-01",
      1000 - index * 100,
    ]);
    const analysis = run({
      orders: orders(...history, ["n1", "c0", "2025-03-01", 1], ["n2", "c9", "2025-03-01", 9000]),
    });
    // c0 and c1 led at the end of 2024; c9, who leads now, did not.
    expect(kpiOf(analysis, "coreRepeatRate")).toMatchObject({ value: 0.5, numerator: 1, denominator: 2 });
  });

  test("referral shares come from the customer sheet where it tells sources, with what is unknown", () => {
    const analysis = run({
      orders: orders(
        ["0", "z", "2024-01-01", 1],
        ["1", "a", "2025-03-01", 60],
        ["2", "b", "2025-03-01", 20],
        ["3", "c", "2025-03-01", 20],
      ),
      customers: [
        tableOf(
          "customers",
          ["customerId", "sourceChannel", "referrerId"],
          [
            ["a", "老客推荐", ""],
            ["b", "小红书", ""],
            ["c", "", ""],
            ["z", "", "a"],
          ],
        ),
      ],
    });
    expect(kpiOf(analysis, "referralShareOfNew")).toMatchObject({
      value: 0.5,
      denominator: 2,
      coverage: 2 / 3,
    });
    expect(kpiOf(analysis, "referralShareOfRevenue")).toMatchObject({ value: 0.75, coverage: 0.8 });
  });

  test("a target sheet overrides the brief and brings baselines", () => {
    const analysis = run({
      orders: motherBabyTables().orders,
      targets: [
        tableOf(
          "targets",
          ["kpi", "baseline", "target", "mode", "owner", "dueOn"],
          [
            ["复购率", "32%", "25%", "相对变化", "王五", "2026-06-30"],
            ["客单价", 1500, 500, "绝对值", "", ""],
          ],
        ),
      ],
    });
    expect(kpiOf(analysis, "repeatRate")).toMatchObject({ targetValue: 0.4, status: "met", owner: "王五" });
    expect(kpiOf(analysis, "netPerCustomer")).toMatchObject({ status: "met", targetSource: "sheet" });
  });

  test("response is counted over the window, by tier and channel", () => {
    const { orders: shopOrders } = motherBabyTables();
    const touch = (id: string, on: string, delivered: string, responded: string): readonly Cell[] => [
      id,
      on,
      "短信",
      delivered,
      responded,
    ];
    const analysis = run({
      orders: shopOrders,
      touches: [
        tableOf(
          "touches",
          ["customerId", "doneOn", "channel", "delivered", "responded"],
          [
            touch("tb_user01", "2025-12-01", "是", "是"),
            touch("tb_user02", "2025-12-01", "是", "否"),
            touch("tb_user17", "2025-12-01", "否", "否"),
            touch("tb_user01", "2024-12-01", "是", "是"),
            touch("tb_user01", "2026-01-01", "是", "是"),
          ],
        ),
      ],
    });
    expect(kpiOf(analysis, "responseRate")).toMatchObject({
      value: 0.5,
      denominator: 2,
      status: "noBaseline",
    });
    expect(analysis.portraits[0]?.channelResponse).toMatchObject([
      { channel: "短信", delivered: 2, responded: 1 },
    ]);
    expect(analysis.portraits[0]?.contactPreferences).toMatchObject([{ id: "短信", count: 1 }]);
    expect(rowOf(analysis, "tb_user01")?.lastTouch).toBe(dayOf(2025, 12, 1));
  });

  test("movement is against the newest snapshot before the as-of date", () => {
    const { orders: shopOrders } = motherBabyTables();
    const snapshot = (on: string, id: string, tier: string): readonly Cell[] => [on, id, 5, 5, 5, tier];
    const analysis = run({
      orders: shopOrders,
      snapshots: [
        tableOf(
          "snapshots",
          ["takenOn", "customerId", "r", "f", "m", "tier"],
          [
            snapshot("2025-10-31", "tb_user01", "基础"),
            snapshot("2025-11-30", "tb_user01", "高价值"),
            snapshot("2025-11-30", "tb_user07", "高价值"),
            snapshot("2025-11-30", "gone", "基础"),
            snapshot("2025-12-31", "tb_user02", "基础"),
          ],
        ),
      ],
    });
    expect(formatDay(analysis.movement?.before ?? 0)).toBe("2025-11-30");
    const moves = analysis.movement?.moves ?? [];
    expect(moves.find(({ customerId }) => customerId === "tb_user07")).toMatchObject({
      direction: "down",
      from: "high",
    });
    expect(moves.find(({ customerId }) => customerId === "gone")).toMatchObject({ direction: "left" });
    expect(moves.filter(({ direction }) => direction === "joined")).toHaveLength(18);
    expect(analysis.snapshots).toHaveLength(5);
  });
});

describe("settings", () => {
  test("klaviyo6 is scored on its own scale, whatever the bins", () => {
    const analysis = run({ orders: motherBabyTables().orders }, { segmentScheme: "klaviyo6" });
    expect(analysis.segments.reduce((sum, { count }) => sum + count, 0)).toBe(20);
    expect(rowOf(analysis, "tb_user01")?.code).toBe("555");
  });

  test("the hash changes with what changes a score, and with nothing else", () => {
    const hash = (settings: Partial<Settings>) => run({}, settings).settingsHash;
    expect(hash({})).toMatch(/^[0-9a-f]{8}$/);
    expect(hash({ asOf: AS_OF + 1, language: "en", smallSample: 5, mask: "full" })).toBe(hash({}));
    const changes: Partial<Settings>[] = [
      { windowDays: 180 },
      { bins: 4 },
      { ties: "mid" },
      { weights: { r: 2, f: 1, m: 1 } },
      { cuts: { r: [30, 90, 180, 365], f: null, m: null } },
      { cuts: { r: null, f: [30, 90, 180, 365], m: null } },
      { topShare: 0.1 },
      { countZero: true },
      { duplicates: "keep" },
      { currency: { base: "CNY", decimals: 2, rates: { USD: 7.1 } } },
    ];
    expect(new Set([hash({}), ...changes.map(hash)]).size).toBe(changes.length + 1);
  });

  test("that make no sense stop the analysis", () => {
    expect(() => run({}, { weights: { r: 0, f: 0, m: 0 } })).toThrow(InvalidArgumentError);
    expect(() => run({}, { winBackMonths: -1 })).toThrow(InvalidArgumentError);
  });
});

test("laws: tiers and segments hold everybody, months hold all orders, shares add up", () => {
  const order = fc.tuple(
    fc.integer({ min: 0, max: 12 }).map((id) => `c${id}`),
    fc.integer({ min: 0, max: 900 }).map((back) => formatDay(AS_OF - back)),
    fc.integer({ min: -50, max: 500 }),
    fc.constantFrom("a", "b", ""),
  );
  fc.assert(
    fc.property(fc.array(order, { maxLength: 60 }), (list) => {
      const analysis = run({
        orders: orders(
          ...list.map(([id, on, paid, category], index) => [String(index), id, on, paid, category]),
        ),
      });
      expect(faultyNumbers(analysis)).toEqual([]);
      const buyers = analysis.customers.filter((row) => row.orders > 0);
      expect(analysis.totals.buyers).toBe(buyers.length);
      expect(analysis.segments.reduce((sum, { count }) => sum + count, 0)).toBe(
        analysis.customers.filter(({ segment }) => segment !== "").length,
      );
      expect(analysis.months.reduce((sum, month) => sum + month.orders, 0)).toBe(analysis.book.orders.count);
      for (const month of analysis.months) {
        expect(month.newBuyers + month.returningBuyers + month.unknownBuyers).toBe(month.buyers);
      }
      if (buyers.length >= 5) {
        const value = analysis.portraits.filter(({ customerShare }) => customerShare !== null);
        expect(value.reduce((sum, { customers }) => sum + customers, 0)).toBe(buyers.length);
      }
      for (const { lastDay, customerId } of analysis.lists.winBack) {
        expect([customerId, addMonths(lastDay, 3) <= AS_OF]).toEqual([customerId, true]);
      }
    }),
    { numRuns: 60 },
  );
});

describe("service over the report window", () => {
  const tickets = (...rows: readonly (readonly Cell[])[]) => [
    tableOf(
      "tickets",
      ["ticketId", "customerId", "type", "createdAt", "firstResponseAt", "resolvedAt"],
      rows,
    ),
  ];

  test("a ticket opened before the window is in no rate; one opened on its first day is", () => {
    const analysis = run({
      tickets: tickets(
        ["T1", "a", "咨询", "2024-12-31 23:59", "2025-01-03 09:00", "2025-01-03 09:00"],
        ["T2", "a", "咨询", "2025-01-01 00:00", "2025-01-01 01:00", "2025-01-01 01:00"],
      ),
    });
    expect(analysis.service?.clocks.enquiry2h).toMatchObject({ met: 1, missed: 0, pending: 0 });
  });

  test("a complaint that was never solved still holds a customer back, however old it is", () => {
    const analysis = run({
      orders: orders(["1", "a", "2025-02-01", 100, "奶粉", "交易成功", "2025-02-01"]),
      tickets: tickets(["T1", "a", "投诉", "2024-06-01 09:00", null, null]),
    });
    expect(analysis.lists.winBack).toMatchObject([
      { customerId: "a", state: "onHold", holds: ["openComplaint"] },
    ]);
  });
});
