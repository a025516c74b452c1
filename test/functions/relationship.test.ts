import { CellError, byFirstCell, call, column, failure, table, type Cell } from "./excelHost";

/** One order a row: customer, date, amount. */
type Row = readonly [string | number, string, number];
const ranges = (rows: readonly Row[]) =>
  [
    column(...rows.map(([customer]) => customer)),
    column(...rows.map(([, date]) => date)),
    column(...rows.map(([, , amount]) => amount)),
  ] as const;
const option = (...rows: readonly (readonly [string, unknown])[]) => rows.map((row) => [...row]);
const ENGLISH = option(["lang", "en"]);
const BLANKS: readonly (readonly [string, Cell])[] = [
  ["null", null],
  ["an empty string", ""],
  ["0", 0],
];

/** Loyal, served, at purchase, lapsed, refunded only, and still to come. */
const SHOP: readonly Row[] = [
  ["late", "2026-02-01", 10],
  ["loyal", "2025-03-01", 100],
  ["lapsed", "2025-05-31", 40],
  ["loyal", "2025-07-01", 100],
  ["refunded", "2025-08-01", -20],
  ["bought", "2025-10-20", 60],
  ["loyal", "2025-11-10", 100],
  ["served", "2025-12-15", 80],
];
const AS_OF = "2025-12-31";

describe("R42: LIFECYCLE", () => {
  test("a stage for each customer in order of first appearance, and blanks for who is still to come", () => {
    expect(table("LIFECYCLE", ...ranges(SHOP), AS_OF)).toEqual([
      ["客户", "阶段"],
      ["late", ""],
      ["loyal", "忠诚"],
      ["lapsed", "沉睡/流失"],
      ["refunded", "意识"],
      ["bought", "购买"],
      ["served", "支持"],
    ]);
  });

  test("lang en says it in English, headers FALSE leaves the headings out", () => {
    const options = option(["lang", "en"], ["headers", false]);
    expect(table("LIFECYCLE", ...ranges(SHOP), AS_OF, options).map((row) => row[1])).toEqual([
      "",
      "Loyal",
      "Lapsed",
      "Awareness",
      "Purchase",
      "In support",
    ]);
  });

  test.each([
    ["an order exactly supportDays ago is still served", "2026-01-14", [], "served", "In support"],
    ["one day more and it is not", "2026-01-15", [], "served", "Purchase"],
    [
      "exactly lapsedMonths of silence have lapsed, at a month's end too",
      "2025-08-31",
      [],
      "lapsed",
      "Lapsed",
    ],
    ["one day less has not", "2025-08-30", [], "lapsed", "Purchase"],
    ["loyalOrders 4 asks for one order more", AS_OF, [["loyalOrders", 4]], "loyal", "Purchase"],
    ["loyalOrders 1 makes every buyer loyal", AS_OF, [["loyalOrders", 1]], "bought", "Loyal"],
    ["supportDays 0 serves on the day alone", AS_OF, [["supportDays", 0]], "served", "Purchase"],
    ["lapsedMonths 12 waits a year", AS_OF, [["lapsedMonths", 12]], "lapsed", "Purchase"],
    ["enough orders, but lapsed", "2026-02-10", [], "loyal", "Lapsed"],
  ] as const)("%s", (_, asOf, options, customer, stage) => {
    const answer = table("LIFECYCLE", ...ranges(SHOP), asOf, [...option(...options), ...ENGLISH]);
    expect(byFirstCell(answer).get(customer)?.[1]).toBe(stage);
  });

  test("an omitted as-of date is the day of the last order", () => {
    expect(table("LIFECYCLE", ...ranges(SHOP))).toEqual(table("LIFECYCLE", ...ranges(SHOP), "2026-02-01"));
  });
});

describe("R60: RELATIONTYPE", () => {
  const orders: readonly Row[] = [
    ["big", "2025-12-10", 2_500],
    ["big", "2025-12-20", 2_500],
    ["steady", "2025-01-10", 50],
    ["steady", "2025-04-10", 50],
    ["steady", "2025-07-10", 50],
    ["burst", "2025-11-01", 40],
    ["burst", "2025-11-02", 40],
    ["burst", "2025-11-03", 40],
    ["once", "2025-12-01", 30],
    ["twice", "2025-12-02", 30],
    ["twice", "2025-12-03", 30],
    ["refunded", "2025-12-04", -5],
  ];

  test("a type and its reason with the figures, in Chinese", () => {
    expect(table("RELATIONTYPE", ...ranges(orders), AS_OF)).toEqual([
      ["客户", "关系类型", "原因"],
      ["big", "战略型", "高价值客户，占净收入 93.3%（达到 5.0%）"],
      ["steady", "关系型", "181 天内 3 单（不少于 6 个月）"],
      ["burst", "交易型", "3 单集中在 2 天内，不足 6 个月"],
      ["once", "交易型", "1 单，少于 3 单"],
      ["twice", "交易型", "2 单，少于 3 单"],
      ["refunded", "", "尚未建立关系"],
    ]);
  });

  test("and in English", () => {
    const rows = byFirstCell(table("RELATIONTYPE", ...ranges(orders), AS_OF, ENGLISH));
    expect(rows.get("big")).toEqual(["big", "Strategic", "Top tier with 93.3% of net spend (from 5.0%)"]);
    expect(rows.get("steady")?.slice(1)).toEqual([
      "Relational",
      "Orders so far: 3, spread over 181 days (from 6 months)",
    ]);
    expect(rows.get("refunded")?.slice(1)).toEqual(["", "No relation yet"]);
  });

  test.each([
    ["relationalMonths 7", [["relationalMonths", 7]], "steady", "Transactional"],
    ["exactly relationalMonths is enough", [["relationalMonths", 6]], "steady", "Relational"],
    ["relationalMonths 0 asks for orders alone", [["relationalMonths", 0]], "burst", "Relational"],
    [
      "relationalOrders 2",
      [
        ["relationalOrders", 2],
        ["relationalMonths", 0],
      ],
      "twice",
      "Relational",
    ],
    ["strategicShare 0.95 is more than anybody has", [["strategicShare", 0.95]], "big", "Transactional"],
  ] as const)("%s", (_, options, customer, type) => {
    const answer = table("RELATIONTYPE", ...ranges(orders), AS_OF, [...option(...options), ...ENGLISH]);
    expect(byFirstCell(answer).get(customer)?.[1]).toBe(type);
  });

  test("fewer than five customers have no tier, so nobody is strategic", () => {
    const few = orders.filter(([customer]) => customer === "big" || customer === "once");
    expect(byFirstCell(table("RELATIONTYPE", ...ranges(few), AS_OF, ENGLISH)).get("big")?.[1]).toBe(
      "Transactional",
    );
  });

  test("who only comes after the as-of date keeps a blank row", () => {
    expect(byFirstCell(table("RELATIONTYPE", ...ranges(SHOP), AS_OF)).get("late")).toEqual(["late", "", ""]);
  });
});

describe("R94: LOYALTY", () => {
  test("orders tell one part of four: the others stay blank, and coverage says so", () => {
    expect(table("LOYALTY", ...ranges(SHOP), AS_OF, ENGLISH)).toEqual([
      ["Customer", "Index", "Repeat purchases", "Trust", "Price tolerance", "Quick choice", "Coverage"],
      ["late", "", "", "", "", "", ""],
      ["loyal", 87.5, 0.875, "", "", "", 0.25],
      ["lapsed", 37.5, 0.375, "", "", "", 0.25],
      ["refunded", "", "", "", "", "", 0],
      ["bought", 37.5, 0.375, "", "", "", 0.25],
      ["served", 37.5, 0.375, "", "", "", 0.25],
    ]);
  });

  test("who ordered before the window alone has no part", () => {
    const rows = byFirstCell(table("LOYALTY", ...ranges(SHOP), AS_OF, option(["windowDays", 60])));
    expect(rows.get("lapsed")?.[1]).toBe("");
    // One order each in the last 60 days: equal counts are equally loyal.
    expect([rows.get("loyal")?.[1], rows.get("served")?.[1]]).toEqual([50, 50]);
  });
});

describe("R26: NEXTTOUCH", () => {
  const tiers = column("高价值", "Medium", "基础", "High value", "窗口外", "未成交", "", "VIP", "层级");
  const touches = column(
    "2025-01-31",
    "2025-12-20",
    "2025-12-01",
    null,
    "2025-12-01",
    null,
    "2025-12-01",
    "2025-12-01",
    "日期",
  );
  const serial = (text: string) => Math.round(Date.parse(text) / 86_400_000) + 25_569;

  test("due date, action and overdue for each row, without headings", () => {
    expect(table("NEXTTOUCH", tiers, touches, AS_OF)).toEqual([
      [serial("2025-02-28"), "专属服务回访", true],
      [serial("2026-01-03"), "产品动态推送", false],
      [serial("2026-01-01"), "优惠券发放", false],
      [serial(AS_OF), "专属服务回访", false],
      ["", "", ""],
      ["", "", ""],
      ["", "", ""],
      ["", "", ""],
      ["", "", ""],
    ]);
  });

  test("lang en", () => {
    expect(table("NEXTTOUCH", tiers, touches, AS_OF, "en").map((row) => row[1])).toEqual([
      "Personal service visit",
      "Product news",
      "Coupon",
      "Personal service visit",
      "",
      "",
      "",
      "",
      "",
    ]);
  });

  test("an omitted as-of date is the latest touch", () => {
    expect(table("NEXTTOUCH", tiers, touches)).toEqual(table("NEXTTOUCH", tiers, touches, "2025-12-20"));
  });

  test("due on the as-of date is not overdue, a day later it is", () => {
    const one = [column("中等"), column("2025-12-17")] as const;
    expect(table("NEXTTOUCH", ...one, "2025-12-31")[0]?.[2]).toBe(false);
    expect(table("NEXTTOUCH", ...one, "2026-01-01")[0]?.[2]).toBe(true);
  });

  test.each(BLANKS)("a blank last touch may be %s", (_, blank) => {
    expect(table("NEXTTOUCH", column("基础"), column(blank), AS_OF)).toEqual([
      [serial(AS_OF), "优惠券发放", false],
    ]);
  });

  test("an error or a word for a date is no touch and no blank", () => {
    const rows = table("NEXTTOUCH", column("基础", "基础"), column(new CellError("#N/A"), "soon"), AS_OF);
    expect(rows).toEqual([
      ["", "", ""],
      ["", "", ""],
    ]);
  });

  test("without any touch the as-of date must be given", () => {
    expect(failure("NEXTTOUCH", column("基础"), column(null))).toEqual({
      code: "#N/A",
      sentence: "lastTouches 里没有日期可作起点，请填写 asOf。",
    });
    expect(failure("NEXTTOUCH", column("Basic"), column(null), null, "en").sentence).toBe(
      "lastTouches holds no date to count from; enter asOf.",
    );
  });

  test("a whole column gives a row for each of its rows", () => {
    const tall = Array.from({ length: 50_000 }, () => [null]);
    expect(table("NEXTTOUCH", [...tiers, ...tall], [...touches, ...tall], AS_OF)).toHaveLength(50_009);
  });
});

describe("R29: CROSSSELL", () => {
  /** Four of five with milk have porridge, too; nappies go with nothing. */
  const rows: readonly (readonly [string | number, string | number, string])[] = [
    ["a", "milk", "2025-01-01"],
    ["a", "porridge", "2025-02-01"],
    ["b", "milk", "2025-01-02"],
    ["b", "porridge", "2025-01-02"],
    ["c", "milk", "2025-01-03"],
    ["c", "porridge", "2025-03-01"],
    ["d", "Milk ", "2025-01-04"],
    ["d", "porridge", "2025-03-02"],
    ["e", "milk", "2025-01-05"],
    ["f", "nappies", "2025-01-06"],
    ["g", "porridge", "2025-12-01"],
    ["h", "milk", "2025-12-24"],
  ].map(([who = "", what = "", when = ""]) => [who, what === "Milk " ? " milk " : what, when] as const);
  const sold = (list = rows) =>
    [
      column(...list.map(([customer]) => customer)),
      column(...list.map(([, item]) => item)),
      column(...list.map(([, , date]) => date)),
    ] as const;

  test("the item that buyers of the same have too, with lift, confidence and support", () => {
    expect(table("CROSSSELL", ...sold(), ENGLISH)).toEqual([
      ["Customer", "Next item", "Lift", "Confidence", "Support"],
      ["a", "", "", "", ""],
      ["b", "", "", "", ""],
      ["c", "", "", "", ""],
      ["d", "", "", "", ""],
      ["e", "porridge", expect.closeTo(4 / 6 / (5 / 8), 12), expect.closeTo(4 / 6, 12), 0.5],
      ["f", "", "", "", ""],
      ["g", "milk", expect.closeTo(4 / 5 / (6 / 8), 12), 0.8, 0.5],
      ["h", "porridge", expect.closeTo(4 / 6 / (5 / 8), 12), expect.closeTo(4 / 6, 12), 0.5],
    ]);
  });

  test.each([
    ["minCustomers 5: four have both", [["minCustomers", 5]], ""],
    ["minSupport 0.5 is reached", [["minSupport", 0.5]], "porridge"],
    ["minSupport 0.51 is not", [["minSupport", 0.51]], ""],
    ["minConfidence 0.7 is not reached", [["minConfidence", 0.7]], ""],
    ["minLift 1.1 is not beaten", [["minLift", 1.1]], ""],
    ["asOf leaves out what came later", [["asOf", "2025-02-28"]], ""],
  ] as const)("%s", (_, options, item) => {
    const answer = table("CROSSSELL", ...sold(), option(...options));
    expect(byFirstCell(answer).get("e")?.[1]).toBe(item);
    expect(answer).toHaveLength(9);
  });

  test("asOf counts from 1904 where date1904 says so", () => {
    const since1904 = option(["asOf", 44_254], ["date1904", true]);
    const numbers = sold().map((range, at) => (at < 2 ? range : range.map(() => [44_254])));
    expect(byFirstCell(table("CROSSSELL", ...numbers, since1904)).get("e")?.[1]).toBe("porridge");
  });

  test("items that are numbers come back as numbers", () => {
    const numbered = rows.map(([who, what, when]) => [who, what === "porridge" ? 7 : what, when] as const);
    expect(byFirstCell(table("CROSSSELL", ...sold(numbered))).get("e")?.[1]).toBe(7);
  });

  test("headings and blank rows around the data are no rows", () => {
    const [customers, items, dates] = sold();
    const tail = Array.from({ length: 30_000 }, () => [null]);
    expect(
      table(
        "CROSSSELL",
        [["客户"], ...customers, ...tail],
        [["商品"], ...items, ...tail],
        [["日期"], ...dates, ...tail],
      ),
    ).toEqual(table("CROSSSELL", ...sold()));
  });

  test.each([...BLANKS, ["an error", new CellError("#N/A")] as const])(
    "an item that is %s is none, and its customer keeps a row",
    (_, blank) => {
      const [customers, items, dates] = sold();
      const answer = table(
        "CROSSSELL",
        [...customers, ["z"]],
        [...items, [blank]],
        [...dates, ["2025-05-05"]],
      );
      expect(byFirstCell(answer).get("z")).toEqual(["z", "", "", "", ""]);
    },
  );

  test("nothing to learn from is #N/A with a sentence", () => {
    expect(failure("CROSSSELL", column("a"), column("milk"), column("soon"), ENGLISH)).toEqual({
      code: "#N/A",
      sentence:
        "No row has a customer, an item and a readable date up to the as-of date; check the three columns and asOf.",
    });
  });
});

describe("all five", () => {
  const orders = ranges(SHOP);

  test.each([
    ["LIFECYCLE", [...orders, AS_OF], "loyalOrders, lapsedMonths, supportDays, "],
    ["RELATIONTYPE", [...orders, AS_OF], "relationalOrders, relationalMonths, strategicShare, "],
    ["LOYALTY", [...orders, AS_OF], "windowDays, "],
    ["CROSSSELL", orders, "minCustomers, minSupport, minConfidence, minLift, "],
  ])("%s names the options it knows when given one it does not", (id, args, known) => {
    const { code, sentence } = failure(id, ...args, option(["colour", 1]));
    expect(code).toBe("#VALUE!");
    expect(sentence).toContain(`options 不认识“colour”，可用的选项有：${known}`);
  });

  test.each(["LIFECYCLE", "RELATIONTYPE", "LOYALTY"])("%s lines up with RFMSCORE", (id) => {
    const firsts = (rows: readonly Cell[][]) => rows.map((row) => row[0]);
    expect(firsts(table(id, ...orders, AS_OF))).toEqual(firsts(table("RFMSCORE", ...orders, AS_OF)));
  });

  test.each(
    ["LIFECYCLE", "RELATIONTYPE", "LOYALTY"].flatMap((id) => BLANKS.map((blank) => [id, ...blank] as const)),
  )("%s: blank rows at the end may be %s", (id, _, blank) => {
    const tail = Array.from({ length: 20_000 }, () => [blank]);
    const tall = orders.map((range) => [...range, ...tail]);
    expect(table(id, ...tall, AS_OF)).toEqual(table(id, ...orders, AS_OF));
  });

  test.each(["LIFECYCLE", "RELATIONTYPE", "LOYALTY"])("%s without a valid order is #N/A", (id) => {
    expect(failure(id, column("a"), column("soon"), column(1))).toEqual({
      code: "#N/A",
      sentence: "到基准日为止，customers、dates、amounts 里没有有效订单，请检查这三列和 asOf。",
    });
  });

  test.each([
    [
      "LIFECYCLE",
      [...orders, AS_OF, option(["lapsedMonths", 0.5])],
      "options lapsedMonths 应在 1 到 1200 之间",
    ],
    [
      "RELATIONTYPE",
      [...orders, AS_OF, option(["strategicShare", "much"])],
      "options strategicShare 应为数值",
    ],
    ["CROSSSELL", [...orders, option(["minLift", -1])], "options minLift 不能小于 0"],
    ["NEXTTOUCH", [column("基础", "基础"), column(null)], "lastTouches 有 1 行，而 tiers 有 2 行"],
    ["NEXTTOUCH", [null, column(null)], "缺少 tiers"],
  ])("%s says in one sentence what is wrong", (id, args, sentence) => {
    expect(failure(id, ...args).sentence).toContain(sentence);
  });

  test("the same content gives the same answer without being worked out again", () => {
    expect(call("CROSSSELL", ...orders, ENGLISH)).toEqual(call("CROSSSELL", ...orders, ENGLISH));
  });
});
