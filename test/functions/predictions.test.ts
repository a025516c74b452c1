import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "papaparse";
import { byFirstCell, call, column, failure, loadFunctions, metadata, table, type Cell } from "./excelHost";

const fixtures = join(__dirname, "../fixtures");

function csv(file: string): readonly Record<string, string>[] {
  const text = readFileSync(join(fixtures, file), "utf8").replace(/^\uFEFF/, "");
  return parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
}

const purchases = csv("cdnow-sample/cdnow_sample.csv");
/** The CDNOW sample as a sheet holds it, to the end of the calibration of the papers. */
const cdnow = [
  column(...purchases.map((row) => row["id"] ?? "")),
  column(...purchases.map((row) => row["date"] ?? "")),
  column(...purchases.map((row) => Number(row["spend"]))),
] as const;
const CALIBRATION_END = "1997-09-30";
const published = [
  ["period", "week"],
  ["countZero", true],
  ["lang", "en"],
];

const orders = csv("mother-baby-shop/orders_taobao.csv");
const shop = [
  column(...orders.map((row) => row["买家会员名"] ?? "")),
  column(...orders.map((row) => row["订单付款时间"] ?? "")),
  column(
    ...orders.map((row) => {
      const paid = Number((row["买家实际支付金额"] ?? "").replace(/[^\d.]/g, ""));
      return paid - Number(row["退款金额"] || 0);
    }),
  ),
] as const;
const AS_OF = "2025-12-31";

const named = (rows: readonly Cell[][]) => Object.fromEntries(rows.map(([name, value]) => [name, value]));
const flat = (rows: readonly Cell[][], index: number) => rows.slice(1).map((row) => row[index]);

describe("MODELFIT gives the published parameters of the CDNOW sample", () => {
  test.each([
    ["bgnbd", { r: 0.242595, alpha: 4.413603, a: 0.792922, b: 2.425906 }, -9582.4292],
    ["mbgnbd", { r: 0.524843, alpha: 6.183082, a: 0.89136, b: 1.614003 }, -9582.1357],
    ["pareto", { r: 0.553277, alpha: 10.577683, s: 0.60624, beta: 11.668732 }, -9594.97618],
  ] as const)("%s", (model, parameters, logLikelihood) => {
    const fit = named(table("MODELFIT", ...cdnow, CALIBRATION_END, model, published));
    expect(Object.keys(fit)).toEqual([
      "model",
      "customers",
      ...Object.keys(parameters),
      "logLikelihood",
      "aic",
      "converged",
      "note",
    ]);
    expect(fit).toMatchObject({ model, customers: 2357, converged: true });
    // The likelihood is flat: three digits of the parameters, four decimals of the log-likelihood.
    for (const [name, value] of Object.entries(parameters)) {
      expect(Math.abs(Number(fit[name]) / value - 1)).toBeLessThan(1e-3);
    }
    expect(fit["logLikelihood"]).toBeCloseTo(logLikelihood, 3);
    expect(fit["aic"]).toBeCloseTo(8 - 2 * logLikelihood, 2);
    expect(fit["note"]).toBe("The fit has converged. Times are in weeks.");
  });

  test("auto is the model with the smallest AIC", () => {
    const best = table("MODELFIT", ...cdnow, CALIBRATION_END, null, published);
    expect(best).toEqual(table("MODELFIT", ...cdnow, CALIBRATION_END, "mbgnbd", published));
  });

  test("in days the time parameter is seven times as large and nothing else moves", () => {
    const weeks = named(table("MODELFIT", ...cdnow, CALIBRATION_END, "bgnbd", published));
    const days = named(table("MODELFIT", ...cdnow, CALIBRATION_END, "bgnbd", [["countZero", true]]));
    expect(Number(days["alpha"]) / Number(weeks["alpha"])).toBeCloseTo(7, 3);
    expect(days["r"]).toBeCloseTo(Number(weeks["r"]), 4);
    expect(days["note"]).toBe("拟合已收敛。时间以天为单位。");
  });

  test("a heading row on request", () => {
    const fit = table("MODELFIT", ...cdnow, CALIBRATION_END, "bgnbd", [["headers", true]]);
    expect(fit[0]).toEqual(["名称", "取值"]);
  });
});

describe("CLV of the CDNOW sample", () => {
  const yearOf12Percent = 1.01 ** 12 - 1;
  const value = (model: string) =>
    byFirstCell(
      table("CLV", ...cdnow, CALIBRATION_END, 12, yearOf12Percent, [
        ["model", model],
        ["countZero", true],
        ["lang", "en"],
      ]),
    );

  test.each([
    ["bgnbd", 36.27],
    ["pareto", 43.07],
  ])("%s: customer 1 is worth about what the papers say", (model, clv) => {
    const [, orders, spend, amount, low, high] = value(model).get("0001") ?? [];
    // Months here are 365/12 days, in the published figures four weeks and a bit.
    expect(Math.abs(Number(amount) / clv - 1)).toBeLessThan(0.02);
    expect(spend).toBeCloseTo(24.65, 1);
    // Discounting takes something away, and the ends stand around the middle.
    expect(Number(amount)).toBeLessThan(Number(orders) * Number(spend));
    expect(Number(low)).toBeLessThanOrEqual(Number(amount));
    expect(Number(high)).toBeGreaterThan(Number(amount));
  });

  test("left to itself it takes one of the models, the one that FORECAST takes", () => {
    const orders = (id: string, model: string | null, ...more: unknown[]) =>
      table(id, ...cdnow, CALIBRATION_END, ...more, model === null ? null : [["model", model]]).map(
        (row) => row[1],
      );
    const models = ["bgnbd", "mbgnbd", "pareto"];
    const clv = models.map((model) => orders("CLV", model, null, null));
    const chosen = clv.findIndex((one) => one.join() === orders("CLV", null, null, null).join());
    expect(chosen).toBeGreaterThanOrEqual(0);
    expect(orders("FORECAST", null, null)).toEqual(orders("FORECAST", models[chosen] ?? "", null));
    expect(new Set(clv.map((one) => one.join())).size).toBe(3);
  });

  test("margin scales money, not orders", () => {
    const whole = table("CLV", ...cdnow, CALIBRATION_END);
    const part = table("CLV", ...cdnow, CALIBRATION_END, null, null, [["margin", 0.3]]);
    expect(flat(part, 1)).toEqual(flat(whole, 1));
    for (const index of [3, 5]) {
      expect(Number(part[1]?.[index])).toBeCloseTo(0.3 * Number(whole[1]?.[index]), 8);
    }
  });
});

describe("FORECAST of the CDNOW sample", () => {
  const rows = table("FORECAST", ...cdnow, CALIBRATION_END, [[30, 90, 273]], [["countZero", true]]);

  test("one row for each horizon, rising, the interval around the middle", () => {
    expect(rows[0]).toEqual(["预测天数", "预计单数", "预计收入", "下限", "上限"]);
    expect(flat(rows, 0)).toEqual([30, 90, 273]);
    for (const [index, row] of rows.slice(1).entries()) {
      const [, orders, revenue, low, high] = row.map(Number);
      expect(low).toBeLessThan(revenue ?? 0);
      expect(high).toBeGreaterThan(revenue ?? 0);
      if (index > 0) expect(orders).toBeGreaterThan(Number(rows[index]?.[1]));
    }
  });

  test("what came in the 39 weeks after is not far from what was expected", () => {
    const bought = new Set<string>();
    for (const { id, date } of purchases) if (String(date) > CALIBRATION_END) bought.add(`${id} ${date}`);
    const expected = Number(rows[3]?.[1]);
    expect(Math.abs(expected / bought.size - 1)).toBeLessThan(0.2);
  });

  test("horizons as text, and 30, 90 and 365 without any", () => {
    const text = table("FORECAST", ...cdnow, CALIBRATION_END, [["30，90, 273"]], [["countZero", true]]);
    expect(text).toEqual(rows);
    expect(flat(table("FORECAST", ...cdnow, CALIBRATION_END), 0)).toEqual([30, 90, 365]);
  });

  test("its orders are the sum of those that CLV expects", () => {
    const year = table("FORECAST", ...cdnow, CALIBRATION_END, [[365]]);
    const orders = flat(table("CLV", ...cdnow, CALIBRATION_END), 1);
    expect(orders.reduce((sum: number, value) => sum + Number(value), 0)).toBeCloseTo(
      Number(year[1]?.[1]),
      6,
    );
  });
});

describe("CHURNRISK of the CDNOW sample", () => {
  const countZero = ["countZero", true];
  const risks = table("CHURNRISK", ...cdnow, CALIBRATION_END, 273, [countZero]);
  const body = risks.slice(1);

  test("ranks customers as well as the bar asks, and better than silence alone would", () => {
    const buyers = new Set(
      purchases.filter(({ date }) => String(date) > CALIBRATION_END).map(({ id }) => id ?? ""),
    );
    const auc = areaUnder(body.map((row) => [Number(row[1]), buyers.has(String(row[0])) ? 0 : 1]));
    expect(auc).toBeGreaterThan(0.75);
    const last = new Map<string, string>();
    for (const { id, date } of purchases) {
      if (String(date) <= CALIBRATION_END) last.set(id ?? "", date ?? "");
    }
    const bySilence = body.map((row): readonly [number, number] => [
      -Date.parse(last.get(String(row[0])) ?? ""),
      buyers.has(String(row[0])) ? 0 : 1,
    ]);
    expect(auc).toBeGreaterThan(areaUnder(bySilence));
  });

  test("every customer has a risk inside its bounds, a band and a reason with a number", () => {
    expect(risks[0]).toEqual(["客户", "流失风险", "下限", "上限", "风险级别", "原因"]);
    expect(body).toHaveLength(2357);
    for (const [, risk, low, high, band, reason] of body) {
      expect(Number(low)).toBeLessThanOrEqual(Number(risk));
      expect(Number(high)).toBeGreaterThanOrEqual(Number(risk));
      expect(Number(low)).toBeGreaterThanOrEqual(0);
      expect(Number(high)).toBeLessThanOrEqual(1);
      expect(["低", "中", "高"]).toContain(band);
      expect(reason).toMatch(/\d|相近/);
    }
  });

  test("bands by shares have a third each, by cuts they follow the risk", () => {
    const share = (rows: readonly Cell[][], band: string) =>
      rows.filter((row) => row[4] === band).length / rows.length;
    for (const band of ["低", "中", "高"]) expect(share(body, band)).toBeGreaterThan(0.2);
    const cut = table("CHURNRISK", ...cdnow, CALIBRATION_END, 273, [
      countZero,
      ["bandCuts", "0.4,0.8"],
    ]).slice(1);
    for (const [, risk, , , band] of cut) {
      expect(band).toBe(Number(risk) >= 0.8 ? "高" : Number(risk) >= 0.4 ? "中" : "低");
    }
    const few = table("CHURNRISK", ...cdnow, CALIBRATION_END, 273, [countZero, ["highShare", 0.05]]).slice(1);
    expect(share(few, "高")).toBeLessThan(0.1);
  });

  test("a risk learnt from less than the data's own past says so", () => {
    const source = (id: string) =>
      String(table("CHURNRISK", ...cdnow, CALIBRATION_END, 273, [countZero, ["source", id]])[1]?.[5]);
    expect(source("model")).toMatch(/（按购买模型：历史太少，无法学习）$/);
    expect(source("rates")).toMatch(/（粗略：客户太少，只能按同类客户的比例）$/);
  });
});

describe("BACKTEST of the CDNOW sample", () => {
  const rows = table("BACKTEST", ...cdnow, null, null, [
    ["lang", "en"],
    ["countZero", true],
  ]);
  const second = rows.findIndex(([first]) => first === "Predicted on");

  test("a row for each method, then predicted against realised loss, then the verdict", () => {
    expect(rows[0]).toEqual(["Method", "AUC", "Brier score", "Log loss", "MAE of orders"]);
    expect(rows.slice(1, second).map(([method]) => method)).toEqual([
      "Churn risk",
      "BG/NBD",
      "MBG/NBD",
      "Pareto/NBD",
      "Recency only",
      "RFM sum",
      "Base rate",
    ]);
    expect(rows[second]).toEqual([
      "Predicted on",
      "Group by risk",
      "Customers",
      "Predicted loss",
      "Realised loss",
    ]);
    // Three days, 90 days apart, everybody known on each once.
    const days = [...new Set(rows.slice(second + 1, -1).map(([day]) => Number(day)))];
    expect(days.slice(0, -1).map((day, index) => day - (days[index + 1] ?? 0))).toEqual([90, 90]);
    const latest = rows.slice(second + 1, -1).filter(([day]) => day === days[0]);
    expect(latest.reduce((sum, row) => sum + Number(row[2]), 0)).toBe(2357);
    // Groups rise by predicted risk.
    expect(latest.map((row) => Number(row[3]))).toEqual(latest.map((row) => Number(row[3])).sort());
  });

  test("the verdict names the figures of the rows above it", () => {
    const auc = (method: string) => Number(rows.find(([first]) => first === method)?.[1]).toFixed(3);
    const verdict = String(rows.at(-1)?.[0]);
    expect(verdict).toMatch(/predictive power|no better than/);
    expect(verdict).toContain(auc("Churn risk"));
    expect(verdict).toContain(auc("Recency only"));
    expect(auc("Base rate")).toBe("0.500");
  });

  test("headers FALSE leaves both heading rows out", () => {
    const bare = table("BACKTEST", ...cdnow, null, null, [
      ["lang", "en"],
      ["countZero", true],
      ["headers", false],
    ]);
    expect(bare).toEqual([...rows.slice(1, second), ...rows.slice(second + 1)]);
  });
});

describe("the shop's twenty customers", () => {
  const scored = byFirstCell(table("RFMSCORE", ...shop, AS_OF));
  const risks = byFirstCell(table("CHURNRISK", ...shop, AS_OF));
  const percent = (value: Cell | undefined) => `${(Number(value) * 100).toFixed(1)}%`;

  test("CHURNRISK and RFMSCORE list customers in one order", () => {
    expect([...risks.keys()]).toEqual([...scored.keys()]);
  });

  test.each([...scored.keys()].filter((id) => scored.get(id)?.[1] !== "").map((id) => [String(id)]))(
    "EXPLAIN of %s names tier, code, days and risk as the tables show them",
    (id) => {
      const [, days, orders, , , , , code, , rank, tier] = scored.get(id) ?? [];
      const [, risk, low, high] = risks.get(id) ?? [];
      const sentence = String(call("EXPLAIN", id, ...shop, AS_OF));
      expect(sentence.startsWith(`${id}：${String(tier)}`)).toBe(true);
      expect(sentence).toContain(`最近一次在${String(days)}天前`);
      expect(sentence).toContain(`流失风险 ${percent(risk)}（${percent(low)} 至 ${percent(high)}，`);
      expect(sentence).toMatch(/。$/);
      if (code !== "") {
        expect(sentence).toContain(`第 ${String(rank)} 名`);
        expect(sentence).toContain(`RFM ${String(code)}`);
        expect(sentence).toContain(`${String(orders)}单`);
      }
    },
  );

  test("EXPLAIN finds a customer however the id is written, and answers in English", () => {
    const [id] = [...scored.keys()];
    expect(call("EXPLAIN", ` ${String(id)} `, ...shop, AS_OF)).toBe(call("EXPLAIN", id, ...shop, AS_OF));
    expect(call("EXPLAIN", id, ...shop, AS_OF, "en")).toMatch(
      /^.+: .+, rank \d+ of \d+ \(RFM \d{3}\); orders in 365 days: \d+, .+; churn risk in the next 90 days .+\.$/,
    );
  });

  test.each([
    ["a stranger", ["nobody"], "#N/A", "customers 里没有“nobody”，请检查写法或区域。"],
    ["a blank", [null], "#VALUE!", "缺少 customer，请填写。"],
  ])("EXPLAIN of %s", (_, [customer], code, sentence) => {
    expect(failure("EXPLAIN", customer, ...shop, AS_OF)).toEqual({ code, sentence });
  });

  test("EXPLAIN of somebody who only comes later says that nothing is known yet", () => {
    const [customers, dates, amounts] = shop.map((part, index) => [
      ...part,
      [["later", "2026-01-05", 10][index]],
    ]);
    expect(failure("EXPLAIN", "later", customers, dates, amounts, AS_OF)).toEqual({
      code: "#N/A",
      sentence: "到基准日为止，“later”没有有效订单，请检查 asOf 和该客户的各行。",
    });
    expect(byFirstCell(table("CHURNRISK", customers, dates, amounts, AS_OF)).get("later")).toEqual([
      "later",
      "",
      "",
      "",
      "",
      "",
    ]);
    expect(byFirstCell(table("CLV", customers, dates, amounts, AS_OF)).get("later")).toEqual([
      "later",
      "",
      "",
      "",
      "",
      "",
    ]);
  });
});

describe("small and odd worlds", () => {
  const everyDay = (count: number, day: number) => Array.from({ length: count }, () => [day]);
  const ids = (count: number) => Array.from({ length: count }, (_, index) => [`c${index}`]);
  const money = (count: number, value: number) => everyDay(count, value);
  const PREDICTIONS = metadata.functions
    .map(({ id }) => id)
    .filter((id) => ["CHURNRISK", "CLV", "MODELFIT", "BACKTEST", "FORECAST"].includes(id));

  test("all five are there", () => expect(PREDICTIONS).toHaveLength(5));

  test.each(PREDICTIONS)(
    "%s: nobody's first order before the as-of date is one sentence or an answer",
    (id) => {
      const world = [ids(12), everyDay(12, 45_000), money(12, 10)] as const;
      if (id === "CHURNRISK") {
        const [, risk] = table(id, ...world)[1] ?? [];
        expect(Number(risk)).toBeGreaterThan(0);
        expect(Number(risk)).toBeLessThan(1);
      } else {
        expect(failure(id, ...world).code).toBe("#N/A");
        expect(failure(id, ...world).sentence).toMatch(/。$/);
      }
    },
  );

  test("MODELFIT: everybody bought once", () => {
    const fit = named(
      table("MODELFIT", ids(60), column(...ids(60).map((_, at) => 45_000 + at)), money(60, 10)),
    );
    expect(fit["converged"]).toBe(false);
    expect(fit["note"]).toMatch(/^没有客户再次购买/);
  });

  test("MODELFIT: a handful of customers is called a small sample", () => {
    const [customers, dates, amounts] = shop;
    const note = String(named(table("MODELFIT", customers, dates, amounts, AS_OF))["note"]);
    expect(note).toMatch(/样本少：只有 \d+ 位客户/);
  });

  test("money a thousand million times as large changes money alone", () => {
    const [customers, dates, amounts] = shop;
    const large = amounts.map(([value]) => [Number(value) * 1e9]);
    const small = table("CHURNRISK", customers, dates, amounts, AS_OF);
    const big = table("CHURNRISK", customers, dates, large, AS_OF);
    expect(flat(big, 1).map((risk) => Number(risk).toFixed(6))).toEqual(
      flat(small, 1).map((risk) => Number(risk).toFixed(6)),
    );
    const value = (part: unknown[][]) => table("CLV", customers, dates, part, AS_OF)[1]?.[3];
    expect(Number(value(large)) / Number(value(amounts))).toBeCloseTo(1e9, -4);
  });

  test.each([
    ["CHURNRISK", [0], "horizonDays 应在 1 到 3650 之间，而不是 0，请改正。"],
    ["CHURNRISK", [90, [["bandCuts", "0.5"]]], /bandCuts 应为两个从小到大/],
    [
      "CHURNRISK",
      [
        90,
        [
          ["lowShare", 0.7],
          ["highShare", 0.5],
        ],
      ],
      "lowShare 0.7 与 highShare 0.5 之和超过 1，请减小其中一个。",
    ],
    ["CLV", [12, 10], "annualDiscount 应在 0 到 1 之间，而不是 10，请改正。"],
    ["CLV", [12, 0.1, [["margin", 2]]], "options margin 应在 0 到 1 之间，而不是 2，请改正。"],
    ["MODELFIT", ["weibull"], "model 不认识“weibull”，请改用其中之一：auto, bgnbd, mbgnbd, pareto。"],
    ["MODELFIT", [null, [["period", "month"]]], /period 不认识“month”/],
    ["FORECAST", [[[30, -1]]], "horizons 应在 1 到 3650 之间，而不是 -1，请改正。"],
    ["FORECAST", [[["soon"]]], "horizons 应为数值，而不是“soon”，请改正。"],
    ["BACKTEST", [90, [["cuts", 0]]], "options cuts 应在 1 到 12 之间，而不是 0，请改正。"],
  ] as const)("%s with %j is refused in one sentence", (id, more, sentence) => {
    const refused = failure(id, ...shop, AS_OF, ...more);
    expect(refused.code).toBe("#VALUE!");
    expect(refused.sentence).toMatch(
      typeof sentence === "string" ? new RegExp(`^${sentence.replace(/[.()]/g, "\\$&")}$`) : sentence,
    );
  });

  test("BACKTEST: a history shorter than half a horizon cannot tell", () => {
    expect(failure("BACKTEST", ...shop, AS_OF, 3_650)).toEqual({
      code: "#N/A",
      sentence: "订单历史太短，无法回看 3650 天，请缩短 horizonDays 或增加订单。",
    });
  });
});

test("a second call over the same cells predicts nothing anew", () => {
  const rows = 20_000;
  const customers = Array.from({ length: rows }, (_, row) => [`c${(row * 7919) % 4_001}`]);
  const dates = Array.from({ length: rows }, (_, row) => [44_000 + ((row * 104_729) % 1_000)]);
  const amounts = Array.from({ length: rows }, (_, row) => [10 + (row % 90)]);
  // Work is counted, not timed: no model can be fitted or asked without logarithms.
  let logarithms = 0;
  const countingMath = Object.assign(Object.create(Math) as Math, {
    log: (value: number) => (logarithms++, Math.log(value)),
  });
  const churnRisk = loadFunctions({ Math: countingMath }).get("CHURNRISK");
  if (churnRisk === undefined) throw new Error("CHURNRISK is not registered");
  const counted = (): readonly [result: unknown, logarithms: number] => {
    const before = logarithms;
    return [churnRisk(customers, dates, amounts, null, null, null, {}), logarithms - before];
  };
  const [first, whole] = counted();
  const [again, remembered] = counted();
  expect(whole).toBeGreaterThan(10_000);
  expect(remembered).toBeLessThan(whole / 1_000);
  expect(again).toEqual(first);
});

/** Probability that a customer with outcome 1 has the higher score; ties count half. */
function areaUnder(scores: readonly (readonly [number, number])[]): number {
  const sorted = [...scores].sort((a, b) => a[0] - b[0]);
  let rankSum = 0;
  let ones = 0;
  for (let from = 0, to = 0; from < sorted.length; from = to) {
    while (to < sorted.length && sorted[to]?.[0] === sorted[from]?.[0]) to++;
    for (let at = from; at < to; at++) {
      if (sorted[at]?.[1] !== 1) continue;
      rankSum += (from + to + 1) / 2;
      ones++;
    }
  }
  return (rankSum - (ones * (ones + 1)) / 2) / (ones * (sorted.length - ones));
}
