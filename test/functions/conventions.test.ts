import { CellError, byFirstCell, call, column, failure, loadFunctions, metadata, table } from "./excelHost";

const customers = column("a", "b", "a", "c", "d", "e");
const dates = column(45_901, 45_930, 45_950, 45_960, 45_970, 45_980);
const amounts = column(100, 200, 50, 300, 20, 80);
const scored = table("RFMSCORE", customers, dates, amounts);
const ERROR_CELL = new CellError("#N/A");

describe("what comes in", () => {
  test("omitted arguments come as null, and as the invocation while Excel holds old metadata", () => {
    const invocation = { functionName: "RFMSCORE", address: undefined, setResult: () => undefined };
    expect(table("RFMSCORE", customers, dates, amounts, invocation, invocation, invocation)).toEqual(scored);
    expect(table("SCORE", amounts, invocation, invocation, invocation)).toEqual(table("SCORE", amounts));
    expect(table("KPI", 1, 1, 1, invocation, invocation, invocation)).toEqual(table("KPI", 1, 1, 1));
  });

  test("an omitted as-of date is the day of the last order", () => {
    expect(table("RFMSCORE", customers, dates, amounts, 45_980)).toEqual(scored);
  });

  test.each([
    ["null", null],
    ["an empty string", ""],
    ["0", 0],
  ])("blank rows at the end may be %s", (_, blank) => {
    const tail = Array.from({ length: 50_000 }, () => [blank]);
    expect(table("RFMSCORE", [...customers, ...tail], [...dates, ...tail], [...amounts, ...tail])).toEqual(
      scored,
    );
    expect(call("COMPLETENESS", [["x", "y"], ["z", ""], ...tail.map(() => [blank, blank])])).toBe(0.75);
  });

  test("a whole column gives what its filled rows give", () => {
    const tail = Array.from({ length: 1_048_576 - customers.length }, () => [null]);
    const whole = [customers, dates, amounts].map((part) => [...part, ...tail]);
    expect(table("RFMSCORE", ...whole)).toEqual(scored);
  });

  test("more rows than a sheet has are refused in one sentence", () => {
    const tall = Array.from({ length: 1_048_577 }, () => [null]);
    expect(failure("SCORE", tall)).toEqual({
      code: "#VALUE!",
      sentence: "values 有 1048577 行，超过工作表的 1048576 行，请减少行数。",
    });
  });

  test("a first row of words is a heading", () => {
    expect(
      table("RFMSCORE", [["买家"], ...customers], [["付款时间"], ...dates], [["实付金额"], ...amounts]),
    ).toEqual(scored);
  });

  test("dates as text and amounts with money signs are read", () => {
    const text = column(
      "2025-09-01",
      "2025/9/30",
      "2025年10月20日",
      "20251030",
      "2025.11.09",
      "2025-11-19 10:00",
    );
    const money = column("¥100.00", "200元", "50", "300", "￥20", "80");
    expect(table("RFMSCORE", customers, text, money)).toEqual(scored);
  });

  test("numbers with a format arrive as objects and count as numbers", () => {
    const formatted = dates.map(([value]) => [
      { type: "FormattedNumber", basicType: "Double", basicValue: value, numberFormat: "yyyy-mm-dd" },
    ]);
    expect(table("RFMSCORE", customers, formatted, amounts)).toEqual(scored);
  });

  test("1904 serials are read with the option date1904", () => {
    const since1904 = dates.map(([value]) => [Number(value) - 1_462]);
    const options = [["date1904", true]];
    expect(table("RFMSCORE", customers, since1904, amounts, 45_980 - 1_462, null, options)).toEqual(scored);
  });

  test("an error cell spoils its row, not the call", () => {
    const withError = [...amounts.slice(0, 5), [ERROR_CELL]];
    const row = byFirstCell(table("RFMSCORE", customers, dates, withError, 45_980)).get("e");
    expect(row?.slice(1, 4)).toEqual(["", 0, 0]);
    expect(table("SCORE", [[1], [ERROR_CELL], [3]])).toEqual([[1], [""], [3]]);
  });

  test("options: unknown names list the known ones", () => {
    const { code, sentence } = failure("RFMSCORE", customers, dates, amounts, null, null, [
      ["windowdayz", 30],
    ]);
    expect(code).toBe("#VALUE!");
    expect(sentence).toMatch(
      /^options 不认识“windowdayz”，可用的选项有：windowDays, bins, ties, .*date1904, headers, lang。$/,
    );
  });

  test("options: lists, blanks, case and blank rows", () => {
    const cuts = table("RFMSCORE", customers, dates, amounts, null, null, [
      ["CUTSR", "30,90,180,365"],
      [null, null],
      ["", 7],
      ["bins", ""],
    ]);
    expect(byFirstCell(cuts).get("a")?.[4]).toBe(5);
    expect(byFirstCell(cuts).get("b")?.[4]).toBe(4);
  });

  test("options: more than nine bins join the digits", () => {
    const wide = table("RFMSCORE", customers, dates, amounts, null, null, [["bins", 20]]);
    expect(String(wide[1]?.[7])).toMatch(/^\d+-\d+-\d+$/);
  });
});

describe("what goes out", () => {
  test("headers FALSE leaves the heading row out", () => {
    expect(table("RFMSCORE", customers, dates, amounts, null, null, [["headers", false]])).toEqual(
      scored.slice(1),
    );
  });

  test("labels follow lang and nothing else", () => {
    expect(scored[0]).toEqual([
      "客户",
      "最近消费天数",
      "消费次数",
      "消费金额",
      "R",
      "F",
      "M",
      "RFM",
      "总分",
      "名次",
      "层级",
    ]);
    const english = table("RFMSCORE", customers, dates, amounts, null, null, [["lang", "en"]]);
    expect(english[0]).toEqual([
      "Customer",
      "Days since last order",
      "Orders",
      "Net spend",
      "R",
      "F",
      "M",
      "RFM",
      "Score",
      "Rank",
      "Tier",
    ]);
    expect(english.slice(1).map((row) => row[10])).toContain("High value");
    expect(failure("KPI", "x", 1, 1, null, null, "en").sentence).toBe(
      'actual must be a number, not "x"; correct it.',
    );
  });

  test("customers who stand outside keep their row", () => {
    const world = {
      customers: column("late", "old", "a", "refund", "b", "c", "d", "e"),
      dates: column(46_100, 45_000, 45_990, 45_990, 45_991, 45_992, 45_993, 45_994),
      amounts: column(10, 500, 20, -30, 40, 50, 60, 70),
    };
    const rows = byFirstCell(table("RFMSCORE", world.customers, world.dates, world.amounts, 46_000));
    expect(rows.get("late")).toEqual(["late", "", "", "", "", "", "", "", "", "", ""]);
    expect(rows.get("old")).toEqual(["old", 1000, 0, 0, "", "", "", "", "", "", "窗口外"]);
    expect(rows.get("refund")).toEqual(["refund", "", 0, -30, "", "", "", "", "", "", "未成交"]);
    expect(rows.get("e")?.[10]).toBe("高价值");
  });

  test("customers come back as first seen: numbers as numbers, text as text", () => {
    const mixed = column(7, "7", "８", 8, "007", " 9 ", 9, 10.5);
    const days = column(45_901, 45_902, 45_903, 45_904, 45_905, 45_906, 45_907, 45_908);
    const rows = table("RFMSCORE", mixed, days, column(1, 1, 1, 1, 1, 1, 1, 1));
    expect(rows.slice(1).map((row) => row[0])).toEqual([7, "８", "007", "9", 10.5]);
    expect(rows.slice(1).map((row) => row[2])).toEqual([2, 2, 1, 2, 1]);
  });

  test("fewer than five customers get scores but no tier", () => {
    const few = table("RFMSCORE", customers.slice(0, 3), dates.slice(0, 3), amounts.slice(0, 3));
    expect(few.slice(1).map((row) => row[10])).toEqual(["", ""]);
    expect(failure("TIER", column(1, 2, 3))).toEqual({
      code: "#N/A",
      sentence: "scores 只有 3 行有数值，分层至少需要 5 行，请增加行数。",
    });
  });

  test("columns are as tall as their input, blanks and text stay blank, 0 is a value", () => {
    expect(table("SCORE", column(0, null, 10, "x", "", 20, true), 3)).toEqual(
      column(1, "", 2, "", "", 3, ""),
    );
    expect(table("TIER", column(0, 1, 2, 3, "", 4)).map((row) => row[0])).toEqual([
      "基础",
      "中等",
      "中等",
      "中等",
      "",
      "高价值",
    ]);
    expect(table("SEGMENT", column(5, "", 1, 0), column(5, 1, 1, 0), column(5, 1, 1, 0))).toEqual(
      column("冠军", "", "沉睡", "潜在"),
    );
  });

  test("TIER takes labels as a range or as text", () => {
    const scores = column(5, 4, 3, 2, 1);
    const wanted = column("A", "B", "B", "B", "C");
    expect(table("TIER", scores, null, null, [["A", "B", "C"]])).toEqual(wanted);
    expect(table("TIER", scores, null, null, [["A，B,C"]])).toEqual(wanted);
    expect(table("TIER", scores, 0.4, 0.4, null, "en")).toEqual(
      column("High value", "High value", "Medium", "Basic", "Basic"),
    );
  });

  test("klaviyo6 takes scores of three bins only", () => {
    const three = (value: number) => column(value);
    expect(table("SEGMENT", three(3), three(2), three(1), "klaviyo6", "en")).toEqual([["Loyal"]]);
    expect(failure("SEGMENT", three(5), three(2), three(1), "klaviyo6", "en").sentence).toBe(
      "r has the score 5, but scheme klaviyo6 takes 1 to 3; score with SCORE(values, 3).",
    );
  });

  test("COHORT shows shares, and nothing for periods still to come", () => {
    const cohorts = table(
      "COHORT",
      column("a", "b", "a", "c"),
      column("2025-01-05", "2025-01-20", "2025-02-03", "2025-03-01"),
    );
    expect(cohorts).toEqual([
      ["首购期", "客户数", 0, 1, 2],
      [45_658, 2, 1, 0.5, 0],
      [45_717, 1, 1, "", ""],
    ]);
  });

  test("MOVEMENT counts who moved, came and left", () => {
    const moved = table(
      "MOVEMENT",
      column("客户", "a", "b", "c"),
      column("层级", "高价值", "High value", "基础"),
      column("a", "b", "d", null),
      column("高价值", "中等", "中等", null),
    );
    expect(moved).toEqual([
      ["之前＼之后", "高价值", "中等", "基础", "流出", "合计"],
      ["高价值", 1, 1, 0, 0, 2],
      ["中等", 0, 0, 0, 0, 0],
      ["基础", 0, 0, 0, 1, 1],
      ["新进", 0, 1, 0, "", 1],
      ["合计", 1, 2, 0, 1, 4],
    ]);
  });

  test("SLA with nothing due has no rate; working hours run on workdays only", () => {
    expect(table("SLA", column("2025-12-31 17:30"), column(null), 2, "2025-12-31 18:00", null, "en")).toEqual(
      [
        ["Met", "Missed", "Pending", "Rate"],
        [0, 0, 1, ""],
      ],
    );
    const overnight = [column("2025-12-02 17:30"), column("2025-12-03 09:10"), 2, "2025-12-31"] as const;
    expect(table("SLA", ...overnight)[1]?.slice(0, 2)).toEqual([0, 1]);
    expect(table("SLA", ...overnight, "working")[1]?.slice(0, 2)).toEqual([1, 0]);
  });

  test("SLA judges a request open on the as-of day when that day is over", () => {
    const open = [column("2025-12-31 08:00"), column(null), 4] as const;
    expect(table("SLA", ...open, "2025-12-31")[1]).toEqual([0, 1, 0, 0]);
    expect(table("SLA", ...open, "2025-12-31 11:00")[1]).toEqual([0, 0, 1, ""]);
    // Without an as-of the latest time in the ranges is the request itself.
    expect(table("SLA", ...open)[1]).toEqual([0, 0, 1, ""]);
  });

  test("KPI: relative and points need a baseline, absolute does not", () => {
    expect(table("KPI", 0.45, 0.4, 0.25, "relative")).toEqual([["未达标", 0.5, expect.closeTo(-0.05, 12)]]);
    expect(table("KPI", 70, 100, -0.3, "relative", "down")).toEqual([["达标", 70, 0]]);
    expect(table("KPI", 0.6, 0.4, 0.2, "points")).toEqual([
      ["达标", expect.closeTo(0.6, 12), expect.closeTo(0, 12)],
    ]);
    expect(table("KPI", 0.6, null, 0.2, "points")).toEqual([["缺基线", "", ""]]);
    expect(table("KPI", null, null, 0.95)).toEqual([["缺数据", 0.95, ""]]);
  });

  test.each([
    ["13800138000", "phone", "138****8000"],
    [13_800_138_000, "phone", "138****8000"],
    ["张三丰", "name", "张**"],
    ["", "name", ""],
    [null, "name", ""],
  ])("MASK of %p as %s is %p", (text, kind, masked) => {
    expect(call("MASK", text, kind)).toBe(masked);
  });
});

describe("what cannot be answered", () => {
  test.each([
    [
      "missing range",
      ["RFMSCORE", null, dates, amounts],
      "#VALUE!",
      "缺少 customers，请选择要读取的单元格。",
    ],
    [
      "unequal heights",
      ["RFMSCORE", customers, dates.slice(1), amounts],
      "#VALUE!",
      "dates 有 5 行，而 customers 有 6 行，请选择同样高的区域。",
    ],
    ["two columns for one", ["SCORE", [[1, 2]]], "#VALUE!", "values 有 2 列，请只选 1 列。"],
    ["bins out of bounds", ["SCORE", amounts, 1], "#VALUE!", "bins 应在 2 到 100 之间，而不是 1，请改正。"],
    ["broken bins", ["SCORE", amounts, 2.5], "#VALUE!", "bins 应为整数，而不是 2.5，请改正。"],
    [
      "unknown tie rule",
      ["SCORE", amounts, 5, true, "middle"],
      "#VALUE!",
      "ties 不认识“middle”，请改用其中之一：low, mid, high。",
    ],
    [
      "unreadable date",
      ["RFMSCORE", customers, dates, amounts, "soon"],
      "#VALUE!",
      "asOf 无法把“soon”读成日期，请写成 2025-12-31 这样。",
    ],
    [
      "ambiguous date",
      ["RFMSCORE", customers, dates, amounts, "03/04/2025"],
      "#VALUE!",
      "asOf 的“03/04/2025”分不清日和月的先后，请写成 2025-12-31 这样。",
    ],
    [
      "error as argument",
      ["SCORE", amounts, ERROR_CELL],
      "#VALUE!",
      "bins 里有错误值 #N/A，请先改正该单元格。",
    ],
    [
      "overlapping shares",
      ["TIER", column(1, 2, 3, 4, 5), 0.8, 0.4],
      "#VALUE!",
      "topShare 0.8 与 bottomShare 0.4 之和超过 1，请减小其中一个。",
    ],
    [
      "two labels",
      ["TIER", column(1, 2, 3, 4, 5), null, null, [["A", "B"]]],
      "#VALUE!",
      "labels 有 2 个名称，请从高到低给出三个。",
    ],
    ["missing limit", ["SLA", column(45_000), column(45_001)], "#VALUE!", "缺少 limitHours，请填写数值。"],
    [
      "no times",
      ["SLA", column("x"), column("y"), 2],
      "#N/A",
      "started 里没有可读的时间，请选择请求的开始时间。",
    ],
    [
      "unknown check",
      ["COMPLETENESS", [["x"]], [["fax"]]],
      "#VALUE!",
      "kinds 不认识“fax”，请改用其中之一：text, phone, email。",
    ],
    ["no cells", ["COMPLETENESS", [[null], [""]]], "#N/A", "区域里没有填写的行，请选择客户所在的行。"],
    [
      "word for money",
      ["CHANNELS", column("a"), column("many"), column(1), column(1), column(1)],
      "#VALUE!",
      "spend 第 1 行的“many”不是数值，请改正该单元格。",
    ],
    [
      "missing kind",
      ["MASK", "x", null],
      "#VALUE!",
      "缺少 kind，请填写其中之一：name, phone, email, id, address。",
    ],
    [
      "no order",
      ["WINBACK", column("a"), column("x"), column(1)],
      "#N/A",
      "到基准日为止，customers、dates、amounts 里没有有效订单，请检查这三列和 asOf。",
    ],
    [
      "no order at all",
      ["RFMSCORE", column(null), column(null), column(null)],
      "#N/A",
      "到基准日为止，customers、dates、amounts 里没有有效订单，请检查这三列和 asOf。",
    ],
    [
      "three option columns",
      ["RFMSCORE", customers, dates, amounts, null, null, [["bins", 5, 1]]],
      "#VALUE!",
      "options 有 3 列，请选择两列：选项名称和取值。",
    ],
    [
      "falling cuts",
      ["RFMSCORE", customers, dates, amounts, null, null, [["cutsR", "90,30"]]],
      "#VALUE!",
      "options cutsR 应为用逗号分隔、从小到大的数值，而不是“90,30”，请按文本输入，例如 '30,90,180,365。",
    ],
    [
      "an option twice",
      [
        "RFMSCORE",
        customers,
        dates,
        amounts,
        null,
        null,
        [
          ["bins", 5],
          ["bins", 4],
        ],
      ],
      "#VALUE!",
      "options 里 bins 出现了两次，请只保留一行。",
    ],
    [
      "no weight",
      [
        "RFMSCORE",
        customers,
        dates,
        amounts,
        null,
        null,
        [
          ["weightR", 0],
          ["weightF", 0],
          ["weightM", 0],
        ],
      ],
      "#VALUE!",
      "weightR、weightF、weightM 为 0、0、0，至少一个应大于 0。",
    ],
    [
      "unknown zone",
      ["RFMSCORE", customers, dates, amounts, null, null, [["timeZone", "Mars"]]],
      "#VALUE!",
      "timeZone 不认识“Mars”，请填写 Asia/Shanghai 这样的时区名称。",
    ],
  ] as const)("%s", (_, [id, ...args], code, sentence) => {
    expect(failure(id, ...args)).toEqual({ code, sentence });
  });
});

describe("what is remembered", () => {
  test("equal content gives equal answers, changed content does not", () => {
    expect(table("RFMSCORE", customers, dates, amounts)).toEqual(scored);
    const changed = amounts.map(([amount], row) => [row === 5 ? 81 : amount]);
    expect(byFirstCell(table("RFMSCORE", customers, dates, changed)).get("e")?.[3]).toBe(81);
    expect(table("RFMSCORE", customers, dates, amounts)).toEqual(scored);
  });

  test("an answer that Excel changes does not change the next one", () => {
    const first = table("RFMSCORE", customers, dates, amounts);
    (first[1] as unknown[])[3] = "changed";
    expect(table("RFMSCORE", customers, dates, amounts)).toEqual(scored);
  });
});

test("the bundle registers exactly the functions the metadata describes", () => {
  expect([...loadFunctions().keys()].sort()).toEqual(metadata.functions.map((entry) => entry.id).sort());
});
