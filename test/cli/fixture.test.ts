import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { openBench, type Bench } from "./runCli";

jest.setTimeout(60_000);

const FIXTURE = resolve(__dirname, "../fixtures/mother-baby-shop");
const INPUTS = ["orders_taobao", "customers", "tickets", "channels", "survey"].map((name) =>
  join(FIXTURE, `${name}.csv`),
);

interface Clock {
  readonly met: number;
  readonly missed: number;
  readonly pending: number;
  readonly rate: number;
}
interface Result {
  readonly asOf: string;
  readonly window: readonly [string, string];
  readonly totals: { readonly net: number; readonly orders: number; readonly buyers: number };
  readonly dataQuality: {
    readonly rawRows: number;
    readonly used: number;
    readonly beforeWindow: number;
    readonly rejected: Readonly<Record<string, number>>;
    readonly rejectedRows: readonly { readonly reason: string }[];
  };
  readonly customers: readonly {
    readonly id: string;
    readonly daysSinceLastOrder: number;
    readonly orders: number;
    readonly netSpend: number;
    readonly r: number;
    readonly f: number;
    readonly m: number;
    readonly code: string;
    readonly score: number;
    readonly tier: string;
    readonly firstOrder: string;
    readonly lastOrder: string;
    readonly segment: string;
  }[];
  readonly portraits: readonly {
    readonly tier: string;
    readonly customerShare: number;
    readonly net: number;
  }[];
  readonly kpis: readonly { readonly id: string; readonly value: number | null; readonly status: string }[];
  readonly lists: Readonly<Record<string, readonly { readonly customerId: string }[]>>;
  readonly channels: readonly Readonly<Record<string, number | string | null>>[];
  readonly blendedCac: number;
  readonly service: Readonly<Record<string, Clock>>;
  readonly survey: Readonly<Record<string, number>>;
  readonly completeness: {
    readonly cells: number;
    readonly total: number;
    readonly rate: number;
    readonly fullyComplete: number;
    readonly strict: number;
    readonly fields: readonly { readonly field: string; readonly rate: number }[];
  };
}

interface Expected {
  readonly [key: string]: unknown;
  readonly raw_rows: number;
  readonly valid_orders: number;
  readonly rejected: Readonly<Record<string, number>>;
  readonly customers: Readonly<Record<string, Readonly<Record<string, string | number>>>>;
  readonly sla: Readonly<Record<string, { met: number; miss: number; pending: number; rate: number }>>;
  readonly channels: Readonly<Record<string, Readonly<Record<string, number | string | null>>>>;
  readonly survey: Readonly<Record<string, number>> & { readonly satisfied_but_lapsed: readonly string[] };
  readonly completeness: Readonly<Record<string, number>> & {
    readonly by_field: Readonly<Record<string, number>>;
  };
}

const expected = JSON.parse(readFileSync(join(FIXTURE, "expected.json"), "utf8")) as Expected;
const number = (key: string): number => expected[key] as number;

/** Names of the expected file, and ids of the result. */
const TIERS: Readonly<Record<string, string>> = { 高价值: "high", 中等: "medium", 基础: "basic" };
const REASONS: Readonly<Record<string, string>> = {
  重复行: "duplicate",
  全额退款: "fullRefund",
  未付款关闭: "cancelled",
  待付款: "unpaid",
  零金额: "zeroAmount",
  基准日之后: "afterAsOf",
  日期无法识别: "unreadableDate",
};
const VERDICTS: Readonly<Record<string, string>> = {
  优先投放: "prefer",
  不达标: "notMet",
  有花费无新客: "spendNoNew",
  成本缺失: "costMissing",
};
const CLOCKS: Readonly<Record<string, readonly [clock: string, kpi: string]>> = {
  咨询2小时内响应: ["enquiry2h", "enquiryOnTime"],
  投诉24小时内解决: ["complaint24h", "complaintOnTime"],
  "高价值客户响应≤2小时": ["highValue2h", "highValueOnTime"],
  "售后7天内回访(自解决时间)": ["followUp7d", "followUpOnTime"],
};
const FIELDS: Readonly<Record<string, string>> = {
  姓名: "name",
  手机: "phone",
  "行业/消费场景": "industryOrScene",
  产品偏好: "preference",
  触达偏好: "contactPreference",
};
const EIGHT: Readonly<Record<string, string>> = {
  重要价值: "importantValue",
  重要发展: "importantDevelop",
  重要保持: "importantKeep",
  重要挽留: "importantRetain",
  一般价值: "generalValue",
  一般发展: "generalDevelop",
  一般保持: "generalKeep",
  一般挽留: "generalRetain",
};

let bench: Bench;
let result: Result;
const classes: Record<string, Result["customers"]> = {};

beforeAll(async () => {
  bench = openBench();
  const at = ["--as-of", "2025-12-31", "--now", "2025-12-31 18:00"];
  const { code, err } = await bench.run(...INPUTS, ...at, "--json", "result.json");
  expect({ code, err: err.replace(/^提示：.*\n/gm, "") }).toEqual({ code: 0, err: "" });
  result = bench.json("result.json") as Result;
  for (const scheme of ["eightMean", "eightMedian"]) {
    const settings = bench.path(`${scheme}.settings.json`);
    writeFileSync(settings, JSON.stringify({ segmentScheme: scheme }));
    await bench.run(...INPUTS, ...at, "--settings", settings, "--json", `${scheme}.json`);
    classes[scheme] = (bench.json(`${scheme}.json`) as Result).customers;
  }
});
afterAll(() => bench.clear());

const kpi = (id: string) => result.kpis.find((item) => item.id === id);
const ids = (list: string) => result.lists[list]?.map(({ customerId }) => customerId).sort();

describe("the open fixture through the command line", () => {
  test("dates and rows", () => {
    const { rawRows, used, beforeWindow, rejected, rejectedRows } = result.dataQuality;
    expect([result.asOf, ...result.window]).toEqual([expected["asof"], ...(expected["window"] as string[])]);
    expect([rawRows, used, beforeWindow]).toEqual([
      expected.raw_rows,
      expected.valid_orders,
      expected.rejected["窗口之前"],
    ]);
    for (const [word, reason] of Object.entries(REASONS))
      expect(rejected[reason]).toBe(expected.rejected[word]);
    const left = Object.values(rejected).reduce((sum, count) => sum + count, 0);
    expect(used + beforeWindow + left).toBe(rawRows);
    expect(rejectedRows).toHaveLength(left);
  });

  test.each(Object.keys(expected.customers))("customer %s", (id) => {
    const want = expected.customers[id] ?? {};
    const row = result.customers.find((customer) => customer.id === id);
    expect(row).toMatchObject({
      daysSinceLastOrder: want["R"],
      orders: want["F"],
      netSpend: want["M"],
      lastOrder: want["last"],
      firstOrder: want["first"],
      r: want["r"],
      f: want["f"],
      m: want["m"],
      code: want["code"],
      score: want["sum"],
      tier: TIERS[want["tier"] ?? ""],
    });
    for (const [scheme, word] of [
      ["eightMean", "八类_均值"],
      ["eightMedian", "八类_中位数"],
    ] as const) {
      const segment = classes[scheme]?.find((customer) => customer.id === id)?.segment;
      expect(segment).toBe(EIGHT[want[word] ?? ""]);
    }
  });

  test("tiers and totals", () => {
    for (const [word, share] of Object.entries(expected["tier_share"] as Record<string, number>))
      expect(result.portraits.find(({ tier }) => tier === TIERS[word])?.customerShare).toBeCloseTo(share, 12);
    expect(result.totals.net).toBe(number("total_net"));
    expect(result.totals.orders).toBe(expected.valid_orders);
    expect(result.portraits.find(({ tier }) => tier === "high")?.net).toBe(number("high_tier_net"));
    expect(kpi("highTierShareOfNet")?.value).toBeCloseTo(number("high_tier_share"), 12);
    expect(kpi("repeatRate")?.value).toBeCloseTo(number("repeat_rate_window"), 12);
    expect(kpi("netPerCustomer")?.value).toBeCloseTo(number("客单价_窗口"), 9);
    expect(kpi("netPerOrder")?.value).toBeCloseTo(number("笔单价_窗口"), 9);
    expect(kpi("loyalToOrdinarySpend")?.value).toBeCloseTo(number("loyal_vs_ordinary"), 12);
  });

  test("win-back by calendar months", () => {
    expect(ids("winBack")).toEqual(expected["winback_calendar_months"]);
  });

  test.each(Object.keys(expected.sla))("service clock %s", (word) => {
    const [clock, id] = CLOCKS[word] ?? ["", ""];
    const want = expected.sla[word];
    expect(result.service[clock]).toEqual({
      met: want?.met,
      missed: want?.miss,
      pending: want?.pending,
      rate: expect.closeTo(want?.rate ?? -1, 12),
    });
    expect(kpi(id)?.value).toBeCloseTo(want?.rate ?? -1, 12);
  });

  test.each(Object.keys(expected.channels))("channel %s", (name) => {
    const want = expected.channels[name] ?? {};
    const row = result.channels.find(({ channel }) => channel === name);
    const close = (value: number | string | null | undefined) =>
      typeof value === "number" ? expect.closeTo(value, 12) : null;
    expect(row).toMatchObject({
      cac: close(want["CAC"]),
      orderValue: close(want["客单价"]),
      ratio: close(want["ratio"]),
      conversion: close(want["conv"]),
      verdict: VERDICTS[want["verdict"] ?? ""],
    });
  });

  test("channels together", () => {
    expect(result.channels).toHaveLength(Object.keys(expected.channels).length);
    expect(result.blendedCac).toBeCloseTo(number("channels_blended_CAC"), 12);
    expect(kpi("cac")?.value).toBeCloseTo(number("channels_blended_CAC"), 12);
    expect(kpi("cac")?.status).toBe("noBaseline");
    expect(kpi("referralShareOfNew")?.value).toBeCloseTo(number("new_by_referral_share"), 12);
  });

  test("survey", () => {
    const want = expected.survey;
    expect(result.survey["n"]).toBe(want["n"]);
    expect(result.survey["mean5"]).toBeCloseTo(want["mean5"] ?? -1, 12);
    expect(result.survey["indexTimes"]).toBeCloseTo(want["index_x20"] ?? -1, 12);
    expect(result.survey["indexMinmax"]).toBeCloseTo(want["index_minmax"] ?? -1, 12);
    expect(result.survey["csat"]).toBeCloseTo(want["CSAT_top2"] ?? -1, 12);
    expect(result.survey["nps"]).toBeCloseTo(want["NPS"] ?? -1, 12);
    expect(kpi("satisfaction")?.value).toBeCloseTo(want["index_x20"] ?? -1, 12);
    expect(kpi("satisfaction")?.status).toBe("smallSample");
    expect(kpi("nps")?.value).toBeCloseTo(want["NPS"] ?? -1, 12);
    expect(ids("satisfiedButLapsed")).toEqual(want.satisfied_but_lapsed);
  });

  test("completeness", () => {
    const want = expected.completeness;
    const { cells, total, rate, fullyComplete, strict, fields } = result.completeness;
    expect([cells, total, fullyComplete]).toEqual([
      want["cells"],
      want["total"],
      want["customers_fully_complete"],
    ]);
    expect(rate).toBeCloseTo(want["rate"] ?? -1, 12);
    expect(strict).toBeCloseTo(want["strict"] ?? -1, 12);
    for (const [word, share] of Object.entries(want.by_field))
      expect(fields.find(({ field }) => field === FIELDS[word])?.rate).toBeCloseTo(share, 12);
    expect(kpi("completeness")?.value).toBeCloseTo(want["rate"] ?? -1, 12);
  });
});
