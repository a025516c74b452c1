import { analyse, type Analysis } from "../../../../src/core/analysis";
import { dayOf } from "../../../../src/core/math/day";
import { DEFAULT_SETTINGS, type Settings } from "../../../../src/core/settings";
import type { Cell, MappedTables } from "../../../../src/core/tables";
import { noTables, NO_SOURCES } from "../../../support/motherBabyShop";
import { tableOf } from "../../../support/tableOf";

const AS_OF = dayOf(2025, 12, 31);

/** customer, day, paid, [category], [list price] */
const orders = (rows: readonly (readonly Cell[])[]) =>
  tableOf(
    "orders",
    ["customerId", "paidAt", "paid", "category", "listAmount"],
    rows.map((row) => [...row, ...Array<Cell>(5 - row.length).fill("")]),
  );

/** Ten buyers who fill the tiers, best first, each with one order of a category nobody else buys. */
const CROWD = Array.from({ length: 10 }, (_, index) => [
  `c${index}`,
  "2025-12-20",
  900 - 10 * index,
  "other",
]);

/** In a shop of eleven everybody has a large share: only the whole of it makes a strategic customer here. */
const FEW: Settings["programme"] = { ...DEFAULT_SETTINGS.programme, strategicShare: 1 };

function analysed(tables: Partial<MappedTables>, programme: Partial<Settings["programme"]> = {}): Analysis {
  return analyse({ ...noTables(), ...tables }, NO_SOURCES, {
    ...DEFAULT_SETTINGS,
    asOf: AS_OF,
    programme: { ...FEW, ...programme },
  });
}

/** What the analysis says of one customer. */
function of(analysis: Analysis, id: string) {
  const place = analysis.customers.findIndex((row) => row.id === id);
  const { relationship } = analysis.programme;
  return {
    stage: relationship.stages[place],
    relation: relationship.relations[place],
    loyalty: relationship.loyalty[place],
    tests: relationship.tests[place],
    switching: relationship.switching[place],
    ladder: relationship.ladder[place],
    touch: relationship.touches[place],
    offer: relationship.crossSelling?.offers[place] ?? null,
    action: relationship.actions[place],
  };
}

describe("R42: the lifecycle stage", () => {
  const steady: readonly Cell[][] = [
    ["a", "2025-10-01", 10],
    ["a", "2025-11-01", 10],
    ["a", "2025-12-01", 10],
  ];

  test("a loyal customer with a ticket is loyal, and being served", () => {
    const found = of(
      analysed({
        orders: [orders(steady)],
        tickets: [tableOf("tickets", ["customerId", "type", "createdAt"], [["a", "投诉", "2025-12-30"]])],
      }),
      "a",
    );
    expect(found.stage).toEqual({ stage: "loyal", inService: true, lapsed: false });
  });

  test.each<{ name: string; tables: Partial<MappedTables>; stage: string }>([
    {
      name: "silent for three calendar months: lapsed, outside the five",
      tables: { orders: [orders([["a", "2025-09-30", 10]])] },
      stage: "lapsed",
    },
    {
      name: "something in the cart, never bought",
      tables: {
        orders: [orders([["b", "2025-12-30", 10]])],
        customers: [tableOf("customers", ["customerId", "lastCartOn"], [["a", "2025-12-31"]])],
      },
      stage: "affinity",
    },
    {
      name: "a cart after the as-of date is not known yet",
      tables: {
        orders: [orders([["b", "2025-12-30", 10]])],
        customers: [tableOf("customers", ["customerId", "lastCartOn"], [["a", "2026-01-01"]])],
      },
      stage: "awareness",
    },
    {
      name: "came by and looked, no more",
      tables: {
        orders: [orders([["b", "2025-12-30", 10]])],
        customers: [
          tableOf("customers", ["customerId", "lastVisitOn", "viewedCategory"], [["a", "2025-12-30", "tea"]]),
        ],
      },
      stage: "awareness",
    },
    {
      name: "a cart does not outweigh an order",
      tables: {
        orders: [orders([["a", "2025-11-30", 10]])],
        customers: [tableOf("customers", ["customerId", "lastCartOn"], [["a", "2025-12-31"]])],
      },
      stage: "purchase",
    },
    {
      name: "one order inside the support days",
      tables: { orders: [orders([["a", "2025-12-01", 10]])] },
      stage: "support",
    },
    {
      name: "one order a day beyond them",
      tables: { orders: [orders([["a", "2025-11-30", 10]])] },
      stage: "purchase",
    },
    {
      name: "answered a touch, never bought",
      tables: {
        orders: [orders([["b", "2025-12-30", 10]])],
        touches: [
          tableOf(
            "touches",
            ["customerId", "doneOn", "delivered", "responded"],
            [["a", "2025-12-01", "是", "是"]],
          ),
        ],
        customers: [tableOf("customers", ["customerId"], [["a"]])],
      },
      stage: "affinity",
    },
    {
      name: "only in the customer sheet",
      tables: {
        orders: [orders([["b", "2025-12-30", 10]])],
        customers: [tableOf("customers", ["customerId"], [["a"]])],
      },
      stage: "awareness",
    },
    {
      name: "made a referral, lapsed or not",
      tables: {
        orders: [
          orders([
            ["a", "2025-01-05", 10],
            ["b", "2025-12-30", 10],
          ]),
        ],
        customers: [tableOf("customers", ["customerId", "referrerId"], [["b", "ａ"]])],
      },
      stage: "loyal",
    },
    {
      name: "a ticket that was resolved at a time nobody can read is not open",
      tables: {
        orders: [orders([["a", "2025-11-01", 10]])],
        tickets: [
          tableOf(
            "tickets",
            ["customerId", "type", "createdAt", "resolvedAt"],
            [["a", "投诉", "2025-11-05", "某天"]],
          ),
        ],
      },
      stage: "purchase",
    },
  ])("$name", ({ tables, stage }) => {
    expect(of(analysed(tables), "a").stage?.stage).toBe(stage);
  });

  test.each([
    { ticketDays: 19, inService: false },
    { ticketDays: 20, inService: true },
  ])(
    "a ticket resolved 20 days ago, served for $ticketDays days: $inService",
    ({ ticketDays, inService }) => {
      const tickets = tableOf(
        "tickets",
        ["customerId", "type", "createdAt", "resolvedAt"],
        [["a", "投诉", "2025-12-11", "2025-12-11"]],
      );
      const { stage } = of(analysed({ orders: [orders(steady)], tickets: [tickets] }, { ticketDays }), "a");
      expect(stage?.inService).toBe(inService);
    },
  );

  test("the month's moves are worked out from what was known then", () => {
    const analysis = analysed({
      orders: [
        orders([
          ["early", "2025-09-20", 10],
          ["a", "2025-10-20", 10],
          ["a", "2025-11-20", 10],
          ["a", "2025-12-20", 10],
          ["new", "2025-12-24", 10],
        ]),
      ],
    });
    const { moves } = analysis.programme.relationship;
    expect(moves?.from).toBe(dayOf(2025, 11, 30));
    const count = (stage: string) => moves?.flow.stages.find((one) => one.stage === stage);
    expect(count("support")).toMatchObject({ before: 1, now: 1, onward: 1 });
    expect(count("loyal")).toMatchObject({ before: 0, now: 1 });
    expect(count("lapsed")).toMatchObject({ before: 0, now: 1 });
    expect(moves?.flow.arrived).toBe(1);
  });

  test("a snapshot sets the day to look back to", () => {
    const { moves } = analysed({
      orders: [orders([["a", "2025-01-20", 10]])],
      snapshots: [tableOf("snapshots", ["takenOn", "customerId"], [["2025-10-31", "a"]])],
    }).programme.relationship;
    expect(moves?.from).toBe(dayOf(2025, 10, 31));
  });

  test("data that begins within the month has no moves", () => {
    expect(analysed({ orders: [orders([["a", "2025-12-20", 10]])] }).programme.relationship.moves).toBeNull();
  });
});

describe("R60: the type of relation", () => {
  const bought = (fields: Parameters<typeof tableOf<"customers">>[1], cells: readonly Cell[]) =>
    analysed({
      orders: [orders([["a", "2025-06-01", 10], ...CROWD])],
      customers: [tableOf("customers", fields, [cells])],
    });

  test("the type in the customer sheet wins, and the computed one stays known", () => {
    const { relation } = of(bought(["customerId", "relationType"], ["a", "战略型"]), "a");
    expect(relation).toMatchObject({
      type: "strategic",
      computed: "transactional",
      reasons: [{ code: "override" }],
    });
  });

  test("a word nobody knows is a problem of its row, and the rules decide", () => {
    const analysis = bought(["customerId", "relationType"], ["a", "很好"]);
    expect(of(analysis, "a").relation?.type).toBe("transactional");
    expect(analysis.quality.problems).toMatchObject([
      { field: "relationType", code: "unknownValue", row: 2 },
    ]);
  });

  test.each<{
    name: string;
    fields: Parameters<typeof bought>[0];
    cells: readonly Cell[];
    type: string;
    codes: string[];
  }>([
    {
      name: "the strategic flag",
      fields: ["customerId", "strategic"],
      cells: ["a", "是"],
      type: "strategic",
      codes: ["flagged"],
    },
    {
      name: "a contract that runs a year from the first order",
      fields: ["customerId", "contractEnd"],
      cells: ["a", "2026/6/1"],
      type: "strategic",
      codes: ["contract"],
    },
    {
      name: "minds the price, with one order",
      fields: ["customerId", "priceSensitivity"],
      cells: ["a", "注重性价比"],
      type: "transactional",
      codes: ["fewOrders", "priceSensitive"],
    },
  ])("$name", ({ fields, cells, type, codes }) => {
    const { relation } = of(bought(fields, cells), "a");
    expect([relation?.type, relation?.reasons.map(({ code }) => code)]).toEqual([type, codes]);
  });

  test("two people of one account are a relation", () => {
    const analysis = analysed({
      orders: [orders([["a", "2025-06-01", 10], ...CROWD])],
      customers: [
        tableOf(
          "customers",
          ["customerId", "accountId"],
          [
            ["a", "Firm"],
            ["b", " ｆirm"],
          ],
        ),
      ],
    });
    expect(of(analysis, "a").relation).toMatchObject({
      type: "relational",
      reasons: [{ numbers: { contacts: 2 } }],
    });
  });

  test("thresholds are settings, and stand in the reason", () => {
    const tables = { orders: [orders([["a", "2025-06-01", 10], ["a", "2025-09-01", 10], ...CROWD])] };
    const { relation } = of(analysed(tables, { relationalOrders: 2, relationalMonths: 3 }), "a");
    expect(relation).toMatchObject({
      type: "relational",
      reasons: [{ code: "steadyOrders", numbers: { orders: 2, days: 92, months: 3 } }],
    });
  });
});

describe("R94: the loyalty index", () => {
  test("has only the parts that are known, and marks what stands in for an answer", () => {
    const { loyalty } = of(
      analysed({
        orders: [
          orders([["a", "2025-12-20", 80, "tea", 100], ["a", "2025-12-21", 100, "tea", 100], ...CROWD]),
        ],
        tickets: [tableOf("tickets", ["customerId", "type", "createdAt"], [["a", "投诉", "2025-12-22"]])],
        surveys: [tableOf("surveys", ["customerId", "priceSensitivity"], [["c0", 5]])],
      }),
      "a",
    );
    const part = (id: string) => loyalty?.parts.find((one) => one.id === id);
    expect(part("repeat")).toMatchObject({ proxy: false });
    expect(part("trust")).toEqual({ id: "trust", value: 0.5, proxy: true });
    expect(part("price")).toEqual({ id: "price", value: 0.5, proxy: true });
    expect(part("choosing")).toEqual({ id: "choosing", value: null, proxy: false });
    expect(loyalty?.coverage).toBe(0.75);
  });

  describe("choosing, by the hours from making an order to paying for it", () => {
    const choosing = (rows: readonly (readonly Cell[])[]) => {
      const found = analysed({
        orders: [tableOf("orders", ["customerId", "createdAt", "paidAt", "paid"], rows)],
      });
      return (id: string) => of(found, id).loyalty?.parts.find((part) => part.id === "choosing");
    };

    test("who pays at once chooses quickly, and the part is marked as a stand-in", () => {
      const part = choosing([
        ["quick", "2025-12-01 10:00", "2025-12-01 10:05", 10],
        ["slow", "2025-12-01 10:00", "2025-12-02 10:00", 10],
        ["unknown", "", "2025-12-02 10:00", 10],
        ["odd", "2025-12-03 10:00", "2025-12-02 10:00", 10],
      ]);
      expect(part("quick")).toEqual({ id: "choosing", value: 0.75, proxy: true });
      expect(part("slow")).toEqual({ id: "choosing", value: 0.25, proxy: true });
      expect(part("unknown")).toMatchObject({ value: null });
      expect(part("odd")).toMatchObject({ value: null });
    });

    test("dates without a time of day tell nothing", () => {
      const part = choosing([
        ["a", "2025-12-01", "2025-12-01", 10],
        ["b", "2025-12-02", "2025-12-02", 10],
      ]);
      expect(part("a")).toMatchObject({ value: null });
    });
  });

  test("R73: what nobody was asked is untested", () => {
    const { tests } = of(
      analysed({
        orders: [orders([["a", "2025-12-01", 10], ["a", "2025-12-20", 10], ...CROWD])],
        surveys: [tableOf("surveys", ["customerId", "recommend"], [["a", 9]])],
      }),
      "a",
    );
    expect(tests).toEqual({
      repeat: "passed",
      recommend: "passed",
      rival: "untested",
      rivalBy: null,
      loyal: true,
    });
  });

  test.each([
    {
      name: "asked whether they refuse rivals",
      field: "refusesRivals",
      cell: 5,
      rival: "passed",
      by: "question",
    },
    {
      name: "asked whether they consider rivals",
      field: "considersRivals",
      cell: 5,
      rival: "failed",
      by: "question",
    },
    { name: "with their share of wallet", field: "walletShare", cell: "85%", rival: "passed", by: "wallet" },
  ] as const)("R73: customers $name have made the third test", ({ field, cell, rival, by }) => {
    const { tests } = of(
      analysed({
        orders: [orders([["a", "2025-12-01", 10], ["a", "2025-12-20", 10], ...CROWD])],
        surveys: [
          tableOf(
            "surveys",
            ["customerId", field],
            [
              ["a", cell],
              ["b", field === "walletShare" ? "10%" : 1],
            ],
          ),
        ],
      }),
      "a",
    );
    expect(tests).toMatchObject({ rival, rivalBy: by });
  });

  test("R74: buying again alone is no loyalty", () => {
    const { tests } = of(
      analysed({
        orders: [
          orders([
            ["a", "2025-12-01", 10],
            ["a", "2025-12-20", 10],
          ]),
        ],
      }),
      "a",
    );
    expect(tests).toEqual({
      repeat: "passed",
      recommend: "untested",
      rival: "untested",
      rivalBy: null,
      loyal: false,
    });
  });
});

test("R98, R99: what holds a customer, with its evidence, and the step that is missing", () => {
  const { switching, ladder } = of(
    analysed({
      orders: [orders([["a", "2023-06-01", 80, "tea", 100], ["a", "2025-12-20", 10], ...CROWD])],
      customers: [tableOf("customers", ["customerId", "owner", "contractEnd"], [["a", "Li", "2026-03-01"]])],
      events: [tableOf("events", ["event", "heldOn", "attended"], [["Salon", "2025-11-02", "a、c1"]])],
    }),
    "a",
  );
  expect(switching).toMatchObject({ score: 3, evidence: ["tenure", "contract", "events", "owner"] });
  expect(ladder).toEqual({ level: 2, next: "resource" });
});

test("R98: the day since which the owner serves outweighs how long the customer has bought", () => {
  const tied = (ownerSince: string) =>
    of(
      analysed({
        orders: [orders([["a", "2024-06-01", 80], ["a", "2025-12-20", 10], ...CROWD])],
        customers: [tableOf("customers", ["customerId", "owner", "ownerSince"], [["a", "Li", ownerSince]])],
      }),
      "a",
    ).switching?.evidence;
  expect(tied("")).toEqual(["owner"]);
  expect(tied("2024-12-31")).toEqual(["ownerTenure"]);
  expect(tied("2025-01-01")).toEqual([]);
});

describe("R60, R98, R99: what was made to measure, and plans made together", () => {
  const custom = (rows: readonly (readonly Cell[])[], customers: MappedTables["customers"] = []) =>
    of(
      analysed(
        { orders: [tableOf("orders", ["customerId", "paidAt", "paid", "custom"], rows)], customers },
        { strategicShare: 0.05 },
      ),
      "a",
    );
  const crowd = CROWD.map((row) => [...row.slice(0, 3), ""]);

  test.each<{ name: string; cell: Cell; type: string; evidence: readonly string[]; level: number }>([
    { name: "a yes", cell: "是", type: "relational", evidence: ["custom"], level: 3 },
    {
      name: "the words of what was made",
      cell: "刺绣名字",
      type: "relational",
      evidence: ["custom"],
      level: 3,
    },
    { name: "a no", cell: "否", type: "transactional", evidence: [], level: 0 },
    { name: "a blank", cell: "", type: "transactional", evidence: [], level: 0 },
  ])("$name in the orders' column makes $type", ({ cell, type, evidence, level }) => {
    const found = custom([["a", "2025-12-20", 1, cell], ["c0", "2025-11-20", 1, "是"], ...crowd]);
    expect(found.relation?.type).toBe(type);
    expect(found.switching?.evidence).toEqual(evidence);
    expect(found.ladder?.level).toBe(level);
  });

  test("an order that was given back ties nobody", () => {
    const refunded = analysed({
      orders: [
        tableOf(
          "orders",
          ["customerId", "paidAt", "paid", "refunded", "custom"],
          [
            ["a", "2025-12-01", 10, 10, "是"],
            ["a", "2025-12-20", 10, "", ""],
            ...CROWD.map((row) => [...row.slice(0, 3), "", ""]),
          ],
        ),
      ],
    });
    expect(of(refunded, "a").switching?.evidence).toEqual([]);
  });

  const planned = (cell: string, other = "") =>
    custom(
      [["a", "2025-12-20", 5_000, ""], ...crowd],
      [
        tableOf(
          "customers",
          ["customerId", "jointPlan"],
          [
            ["a", cell],
            ["c0", other],
          ],
        ),
      ],
    ).relation;

  test("where nobody's plan is written down, the share of revenue speaks alone", () => {
    expect(planned("")).toMatchObject({ type: "strategic", reasons: [{ code: "revenueShare" }] });
  });

  test("with a plan the reason names it", () => {
    expect(planned("2026 联合采购")).toMatchObject({ type: "strategic", reasons: [{ code: "jointPlan" }] });
  });

  test.each(["", "否"])("where plans are kept, %p is no plan, and the share is not enough", (cell) => {
    expect(planned(cell, "是")?.type).toBe("transactional");
  });
});

describe("R26: the touch plan", () => {
  const touched = (rows: readonly (readonly Cell[])[], more: Partial<MappedTables> = {}) =>
    analysed({
      orders: [orders(CROWD)],
      touches: [tableOf("touches", ["customerId", "plannedOn", "doneOn", "campaign"], rows)],
      ...more,
    });

  test.each<{ name: string; rows: readonly (readonly Cell[])[]; due: number; state: string }>([
    {
      name: "a visit more than a month ago is overdue",
      rows: [["c0", "", "2025-11-30", "专属回访"]],
      due: dayOf(2025, 12, 30),
      state: "overdue",
    },
    {
      name: "never visited: due now",
      rows: [["c1", "", "2025-11-30", "专属回访"]],
      due: AS_OF,
      state: "due",
    },
    {
      name: "a coupon is no visit: the tier changed since the last touch",
      rows: [["c0", "", "2025-12-30", "月度优惠券"]],
      due: AS_OF,
      state: "due",
    },
    {
      name: "a touch that does not say what it was counts",
      rows: [["c0", "", "2025-12-15", ""]],
      due: dayOf(2026, 1, 15),
      state: "upcoming",
    },
    { name: "planned is not done", rows: [["c0", "2026-01-05", "", "专属回访"]], due: AS_OF, state: "due" },
    {
      name: "four touches in thirty days over all campaigns are enough",
      rows: ["2025-12-02", "2025-12-10", "2025-12-20", "2025-12-30"].map((day) => ["c0", "", day, "大促"]),
      due: dayOf(2026, 1, 30),
      state: "onHold",
    },
  ])("$name", ({ rows, due, state }) => {
    expect(of(touched(rows), "c0").touch).toMatchObject({ action: "ownVisit", dueOn: due, state });
  });

  test("the month's end: 31 January and a month is the last of February", () => {
    const analysis = analyse(
      {
        ...noTables(),
        orders: [orders(CROWD)],
        touches: [tableOf("touches", ["customerId", "doneOn", "campaign"], [["c0", "2026-01-31", "回访"]])],
      },
      NO_SOURCES,
      { ...DEFAULT_SETTINGS, programme: FEW, asOf: dayOf(2026, 2, 1) },
    );
    expect(of(analysis, "c0").touch?.dueOn).toBe(dayOf(2026, 2, 28));
  });

  test("without consent a touch is on hold, and in no coverage", () => {
    const { programme } = touched([["c0", "", "2025-12-20", "回访"]], {
      customers: [
        tableOf(
          "customers",
          ["customerId", "consent"],
          [
            ["c0", "是"],
            ["c1", "否"],
            ["c2", "是"],
          ],
        ),
      ],
    });
    const { coverage, touchPlan } = programme.relationship;
    expect(touchPlan.find(({ row }) => row.id === "c1")?.touch).toMatchObject({
      state: "onHold",
      holds: ["noConsent"],
    });
    expect(coverage).toMatchObject({ customers: 2, onTime: 1, rate: 0.5, noConsent: 8 });
    expect(coverage?.byTier).toMatchObject([
      { tier: "high", customers: 1, onTime: 1 },
      { tier: "medium", customers: 1, onTime: 0 },
    ]);
  });

  test("R61: a strategic customer is touched as often as the stricter of both asks", () => {
    const { touch } = of(
      touched([["c0", "", "2025-12-20", "回访"]], {
        customers: [tableOf("customers", ["customerId", "strategic"], [["c0", "是"]])],
      }),
      "c0",
    );
    expect(touch).toMatchObject({ by: "relation", every: { days: 14 }, dueOn: dayOf(2026, 1, 3) });
  });

  test("without a touch sheet everybody is due now, and nobody claims a coverage", () => {
    const { coverage, touchPlan } = analysed({ orders: [orders(CROWD)] }).programme.relationship;
    expect(coverage).toBeNull();
    expect(new Set(touchPlan.map(({ touch }) => touch.state))).toEqual(new Set(["due"]));
  });
});

describe("R29: the next product", () => {
  const pairs = ["p", "q", "r"].flatMap((id): Cell[][] => [
    [id, "2025-12-01", 10, "奶粉"],
    [id, "2025-12-09", 10, "湿巾"],
  ]);

  test("follows those who bought the same, and skips what is owned", () => {
    const analysis = analysed({ orders: [orders([...pairs, ["a", "2025-12-01", 10, "奶粉"], ...CROWD])] });
    expect(of(analysis, "a").offer).toMatchObject({
      name: "湿巾",
      because: "奶粉",
      rule: { confidence: 0.75, both: 3 },
    });
    expect(of(analysis, "p").offer).toBeNull();
  });

  test("where orders are few the rules written by hand hold, and claim no figures", () => {
    const rows: Cell[][] = [
      ["a", "2025-12-01", 10, "奶粉"],
      ["b", "2025-12-01", 10, "辅食"],
    ];
    expect(of(analysed({ orders: [orders(rows)] }), "a").offer).toEqual({
      name: "辅食",
      because: "奶粉",
      rule: null,
    });
  });

  test("without a word of what was bought there is nothing to offer", () => {
    expect(
      analysed({ orders: [orders([["a", "2025-12-01", 10]])] }).programme.relationship.crossSelling,
    ).toBeNull();
  });
});

describe("R31, R24: advisers", () => {
  const owned = (rows: readonly (readonly Cell[])[], formerOwners: readonly string[] = []) =>
    analysed(
      { orders: [orders(CROWD)], customers: [tableOf("customers", ["customerId", "owner", "side"], rows)] },
      { formerOwners },
    ).programme.relationship;

  test("an owner who has left is nobody's adviser", () => {
    const { advisers, touchPlan } = owned(
      [
        ["c0", "Li", ""],
        ["c1", "Wu", ""],
      ],
      ["Li"],
    );
    expect(advisers?.highValueWithout.map(({ id }) => id)).toEqual(["c0"]);
    expect(advisers?.former).toEqual([{ owner: "Li", customers: 1 }]);
    expect(touchPlan.find(({ row }) => row.id === "c0")?.owner).toBe("");
  });

  test("companies nobody is named for are listed", () => {
    const { advisers } = owned([
      ["c8", "", "B端"],
      ["c9", "Li", "B端"],
      ["c7", "", "C端"],
    ]);
    expect(advisers?.companiesWithout.map(({ id }) => id)).toEqual(["c8"]);
  });

  test("without a column of owners nothing is claimed", () => {
    expect(analysed({ orders: [orders(CROWD)] }).programme.relationship.advisers).toBeNull();
  });
});

describe("R54: the next action", () => {
  test.each<{ name: string; tables: Partial<MappedTables>; id: string; action: string; blocked: boolean }>([
    {
      name: "an open complaint comes first",
      tables: {
        tickets: [
          tableOf(
            "tickets",
            ["customerId", "type", "createdAt", "resolvedAt"],
            [["c0", "投诉", "2025-12-30", ""]],
          ),
        ],
      },
      id: "c0",
      action: "settleComplaint",
      blocked: false,
    },
    { name: "served, in the top tier", tables: {}, id: "c0", action: "serviceCall", blocked: false },
    { name: "served, in another tier", tables: {}, id: "c5", action: "usageAdvice", blocked: false },
    {
      name: "a company that has not bought is shown the product",
      tables: { customers: [tableOf("customers", ["customerId", "side"], [["firm", "B端"]])] },
      id: "firm",
      action: "productDemo",
      blocked: false,
    },
    {
      name: "without consent there is no welcome",
      tables: { customers: [tableOf("customers", ["customerId", "consent"], [["person", "否"]])] },
      id: "person",
      action: "welcome",
      blocked: true,
    },
  ])("$name", ({ tables, id, action, blocked }) => {
    const found = of(analysed({ orders: [orders(CROWD)], ...tables }), id).action;
    expect([found?.rule.action, found?.blocked]).toEqual([action, blocked]);
  });
});

describe("R51, R62: what happened with a customer", () => {
  const tables: Partial<MappedTables> = {
    orders: [
      orders([
        ["a", "2025-12-01", 10],
        ["a", "2025-12-20", 20],
      ]),
    ],
    tickets: [
      tableOf(
        "tickets",
        ["customerId", "type", "createdAt", "reason"],
        [["a", "投诉", "2025-12-05 10:00", "发错货"]],
      ),
    ],
    touches: [
      tableOf(
        "touches",
        ["customerId", "plannedOn", "doneOn", "channel"],
        [
          ["a", "", "2025-12-10", "短信"],
          ["a", "2026-01-10", "", "电话"],
        ],
      ),
    ],
    surveys: [tableOf("surveys", ["customerId", "answeredOn", "satisfaction"], [["a", "2025-12-12", 4]])],
  };

  test("the newest first; what is only planned is left out", () => {
    const [events] = analysed(tables).programme.relationship.interactions ?? [];
    expect(events?.map(({ kind, amount, text }) => [kind, amount ?? text])).toEqual([
      ["order", 20],
      ["survey", ""],
      ["touch", "短信"],
      ["ticket", "发错货"],
      ["order", 10],
    ]);
  });
});

test("R12: a new customer can be of high value already: the tier wins, the first order stays known", () => {
  const [best] = analysed({ orders: [orders(CROWD)] }).customers;
  expect(best).toMatchObject({
    id: "c0",
    tier: "high",
    relation: "highValue",
    firstDay: dayOf(2025, 12, 20),
  });
});

test("R95: customers first seen as the data begins are not called new", () => {
  const { onboarding } = analysed({ orders: [orders(CROWD)] }).programme.relationship;
  expect(onboarding).toMatchObject({ customers: [], settled: 0, pending: 0, rate: null });
});

test("R82: who never bought is told apart among the silent members", () => {
  const { deadMembers } = analysed({
    orders: [orders([["a", "2025-01-05", 10], ...CROWD])],
    customers: [
      tableOf(
        "customers",
        ["customerId", "memberId"],
        [
          ["a", "M1"],
          ["never", "M2"],
          ["c1", ""],
        ],
      ),
    ],
  }).programme.relationship;
  expect(deadMembers).toMatchObject({ members: 2, neverBought: 1, share: 1 });
});

test("R90: nobody is a star without consent", () => {
  const twice = CROWD.flatMap(([id, , amount]): Cell[][] => [
    [id ?? "", "2025-12-01", amount ?? 0],
    [id ?? "", "2025-12-20", amount ?? 0],
  ]);
  const found = analysed({
    orders: [orders(twice)],
    surveys: [
      tableOf(
        "surveys",
        ["customerId", "recommend"],
        [
          ["c0", 10],
          ["c1", 10],
        ],
      ),
    ],
    customers: [
      tableOf(
        "customers",
        ["customerId", "consent"],
        [
          ["c0", "否"],
          ["c1", "是"],
        ],
      ),
    ],
  }).programme.relationship;
  expect(found.stars.map(({ id }) => id)).toEqual(["c1"]);
});
