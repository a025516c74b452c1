import { analyse } from "../../../src/core/analysis";
import type { KpiId } from "../../../src/core/kpi";
import { dayOf, formatDay, formatMoment } from "../../../src/core/math/day";
import type { RejectReason } from "../../../src/core/orders";
import {
  MOTHER_BABY_SETTINGS,
  motherBabyExpected,
  motherBabyTables,
  NO_SOURCES,
} from "../../support/motherBabyShop";

const expected = motherBabyExpected();
const analysis = analyse(motherBabyTables(), NO_SOURCES, MOTHER_BABY_SETTINGS);
const kpi = (id: KpiId) => {
  const found = analysis.kpis.find((result) => result.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};

const TIERS: Readonly<Record<string, string>> = { 高价值: "high", 中等: "medium", 基础: "basic" };
const EIGHT: Readonly<Record<string, string>> = {
  重要价值: "importantValue",
  重要保持: "importantKeep",
  重要发展: "importantDevelop",
  重要挽留: "importantRetain",
  一般价值: "generalValue",
  一般保持: "generalKeep",
  一般发展: "generalDevelop",
  一般挽留: "generalRetain",
};

describe("rows", () => {
  const REASONS: Readonly<Record<string, RejectReason>> = {
    重复行: "duplicate",
    全额退款: "fullRefund",
    未付款关闭: "cancelled",
    待付款: "unpaid",
    零金额: "zeroAmount",
    基准日之后: "afterAsOf",
    日期无法识别: "unreadableDate",
  };

  test("are counted once each", () => {
    const { counts } = analysis.quality;
    expect(counts.rawRows).toBe(expected.raw_rows);
    expect(counts.used).toBe(expected.valid_orders);
    expect(counts.beforeWindow).toBe(expected.rejected["窗口之前"]);
    const rejected = Object.values(counts.rejected).reduce((sum, count) => sum + count, 0);
    expect(counts.used + counts.beforeWindow + rejected).toBe(counts.rawRows);
    for (const [word, reason] of Object.entries(REASONS)) {
      expect([word, counts.rejected[reason]]).toEqual([word, expected.rejected[word]]);
    }
  });

  test("make the valid orders of all time", () => {
    expect(analysis.book.orders.count).toBe(expected.valid_orders_all_time);
  });
});

describe.each(Object.entries(expected.customers))("%s", (id, figures) => {
  const row = analysis.customers.find((customer) => customer.id === id);

  test("days, orders, spend, scores and tier", () => {
    expect(row).toMatchObject({
      daysSinceLastOrder: figures.R,
      orders: figures.F,
      netSpend: figures.M,
      r: figures.r,
      f: figures.f,
      m: figures.m,
      code: figures.code,
      score: figures.sum,
      tier: TIERS[figures.tier],
    });
    expect(formatDay(row?.firstDay ?? 0)).toBe(figures.first);
    expect(formatDay(row?.lastDay ?? 0)).toBe(figures.last);
  });
});

test.each(["eightMean", "eightMedian"] as const)("the eight classes by %s", (segmentScheme) => {
  const { customers } = analyse(motherBabyTables(), NO_SOURCES, { ...MOTHER_BABY_SETTINGS, segmentScheme });
  const key = segmentScheme === "eightMean" ? "八类_均值" : "八类_中位数";
  for (const [id, figures] of Object.entries(expected.customers)) {
    expect([id, customers.find((row) => row.id === id)?.segment]).toEqual([id, EIGHT[figures[key]]]);
  }
});

describe("window totals", () => {
  test("net, orders, buyers and both kinds of average", () => {
    expect(analysis.totals.net).toBeCloseTo(expected.total_net, 9);
    expect(analysis.totals.netPerCustomer).toBeCloseTo(expected["客单价_窗口"], 9);
    expect(analysis.totals.netPerOrder).toBeCloseTo(expected["笔单价_窗口"], 9);
    expect(analysis.totals).toMatchObject({ orders: 75, buyers: 20 });
  });

  test("the year before is not known where the data begins inside it", () => {
    expect(analysis.totals).toMatchObject({ previousNet: null, previousOrders: null, previousBuyers: null });
  });
});

describe("portraits", () => {
  test("tiers and their shares", () => {
    for (const [word, share] of Object.entries(expected.tier_share)) {
      const portrait = analysis.portraits.find(({ tier }) => tier === TIERS[word]);
      expect([word, portrait?.customerShare]).toEqual([word, share]);
    }
    expect(analysis.portraits.map(({ tier }) => tier)).toEqual(["high", "medium", "basic"]);
  });

  test("the top tier's weight, rhythm, wants and ways", () => {
    const [high] = analysis.portraits;
    expect(high?.net).toBeCloseTo(expected.high_tier_net, 9);
    expect(high?.netShare).toBeCloseTo(expected.high_tier_share, 12);
    expect(high).toMatchObject({ customers: 4, orders: 39, repeatRate: 1, smallSample: true });
    expect(high?.contactPreferences).toMatchObject([{ id: "线下沙龙", count: 4 }]);
    expect(high?.topCategories[0]).toMatchObject({ count: 4 });
    expect(high?.satisfaction).toEqual({ mean: 80, n: 4, low: 1 });
  });
});

describe("months", () => {
  const fourth = analysis.months.filter(({ month }) => month >= dayOf(2025, 10, 1));

  test("of the fourth quarter add up to its net, and its new customers are those first seen in it", () => {
    expect(fourth.reduce((sum, { net }) => sum + net, 0)).toBeCloseTo(expected.Q4_net, 9);
    expect(fourth.reduce((sum, { newBuyers }) => sum + newBuyers, 0)).toBe(expected.new_in_Q4.length);
    expect(fourth.every(({ newKnown, complete }) => newKnown && complete)).toBe(true);
  });

  test("add up to all orders and all net", () => {
    expect(analysis.months.reduce((sum, { orders }) => sum + orders, 0)).toBe(expected.valid_orders_all_time);
    const all = analysis.customers.reduce((sum, { totalNet }) => sum + totalNet, 0);
    expect(analysis.months.reduce((sum, { net }) => sum + net, 0)).toBeCloseTo(all, 9);
  });

  test("buyers of the first 90 days have an unknown start", () => {
    expect(analysis.months[0]).toMatchObject({ newBuyers: 0, unknownBuyers: 1, newKnown: false });
  });
});

test("the heat map holds the whole base", () => {
  const sum = (grid: readonly (readonly number[])[]) =>
    grid.flat().reduce((total, value) => total + value, 0);
  expect(sum(analysis.heat.customers)).toBe(20);
  expect(sum(analysis.heat.net)).toBeCloseTo(expected.total_net, 9);
  expect(analysis.heat.customers[0]?.[0]).toBe(4);
});

describe("service", () => {
  test.each([
    ["咨询2小时内响应", "enquiry2h", "enquiryOnTime"],
    ["投诉24小时内解决", "complaint24h", "complaintOnTime"],
    ["高价值客户响应≤2小时", "highValue2h", "highValueOnTime"],
    ["售后7天内回访(自解决时间)", "followUp7d", "followUpOnTime"],
  ] as const)("%s", (word, clock, id) => {
    const figures = expected.sla[word];
    expect(analysis.service?.clocks[clock]).toEqual({
      met: figures?.met,
      missed: figures?.miss,
      pending: figures?.pending,
      rate: figures?.rate,
    });
    expect(kpi(id)).toMatchObject({ value: figures?.rate, target: 1, status: "notMet", smallSample: true });
  });
});

describe("channels", () => {
  const VERDICTS: Readonly<Record<string, string>> = {
    优先投放: "prefer",
    不达标: "notMet",
    有花费无新客: "spendNoNew",
    成本缺失: "costMissing",
  };
  test.each(Object.entries(expected.channels))("%s", (channel, figures) => {
    const found = analysis.channels?.channels.find((result) => result.channel === channel);
    expect(found).toMatchObject({
      cac: figures.CAC,
      orderValue: figures.客单价,
      ratio: figures.ratio,
      conversion: figures.conv,
      verdict: VERDICTS[figures.verdict],
    });
  });

  test("blended CAC and referrals", () => {
    expect(kpi("cac").value).toBeCloseTo(expected.channels_blended_CAC, 10);
    expect(kpi("cac")).toMatchObject({ status: "noBaseline", targetValue: null, unit: "money" });
    expect(kpi("referralShareOfNew").value).toBeCloseTo(expected.new_by_referral_share, 12);
    expect(kpi("referralShareOfNew")).toMatchObject({
      numerator: 30,
      denominator: 162,
      targetSource: "benchmark",
    });
  });
});

describe("survey", () => {
  test("indices, CSAT and NPS", () => {
    const { survey } = analysis;
    expect(survey?.n).toBe(expected.survey.n);
    expect(survey?.mean5).toBeCloseTo(expected.survey.mean5, 10);
    expect(survey?.indexTimes).toBeCloseTo(expected.survey.index_x20, 10);
    expect(survey?.indexMinmax).toBeCloseTo(expected.survey.index_minmax, 10);
    expect(survey?.csat).toBeCloseTo(expected.survey.CSAT_top2, 10);
    expect(survey?.nps).toBeCloseTo(expected.survey.NPS, 10);
  });

  test("satisfaction of 81.8 with eleven answers cannot tell whether it is 85", () => {
    expect(kpi("satisfaction")).toMatchObject({
      denominator: 11,
      target: 85,
      status: "smallSample",
      smallSample: true,
    });
    expect(kpi("satisfaction").value).toBeCloseTo(expected.survey.index_x20, 10);
    // Mean 4.0909, standard deviation 0.9439, t(0.95, 10) = 1.8125, on a scale of 20 points a step.
    expect(kpi("satisfaction").low).toBeCloseTo(71.502, 2);
    expect(kpi("satisfaction").high).toBeCloseTo(92.134, 2);
  });

  test("the setting minmax takes the position on the scale", () => {
    const other = analyse(motherBabyTables(), NO_SOURCES, {
      ...MOTHER_BABY_SETTINGS,
      satisfactionScale: "minmax",
    });
    expect(other.kpis.find(({ id }) => id === "satisfaction")?.value).toBeCloseTo(
      expected.survey.index_minmax,
      10,
    );
  });

  test("satisfied but lapsed, with the mark for an answer after the lapse", () => {
    const list = analysis.lists.satisfiedButLapsed;
    expect(list.map(({ customerId }) => customerId)).toEqual(expected.survey.satisfied_but_lapsed);
    expect(list[0]).toMatchObject({ satisfaction: 80, days: 143, answeredAfterLapse: true });
  });
});

describe("completeness", () => {
  test("rate, strict rate and rate by field", () => {
    const { completeness } = analysis;
    expect(completeness).toMatchObject({
      cells: expected.completeness.cells,
      total: expected.completeness.total,
      rate: expected.completeness.rate,
      fullyComplete: expected.completeness.customers_fully_complete,
      strict: expected.completeness.strict,
    });
    expect(completeness?.fields.map(({ rate }) => rate)).toEqual(
      Object.values(expected.completeness.by_field),
    );
    expect(completeness?.fields.map(({ field }) => field)).toEqual([
      "name",
      "phone",
      "industryOrScene",
      "preference",
      "contactPreference",
    ]);
    expect(kpi("completeness")).toMatchObject({
      value: 0.89,
      targetValue: 0.95,
      status: "notMet",
      smallSample: false,
    });
    expect(kpi("completenessStrict")).toMatchObject({ value: 0.65, status: "noTarget" });
  });

  test("by owner and by tier", () => {
    expect(analysis.completeness?.byOwner).toEqual([
      { owner: "张三", customers: 10, rate: 0.98 },
      { owner: "李四", customers: 10, rate: 0.8 },
    ]);
    expect(analysis.completeness?.byTier.map(({ tier, rate }) => [tier, rate])).toEqual([
      ["high", 1],
      ["medium", 57 / 60],
      ["basic", 12 / 20],
    ]);
  });

  test("the gap list names what is missing and what is wrong", () => {
    const gaps = analysis.lists.completenessGaps;
    expect(gaps).toHaveLength(7);
    expect(gaps.find(({ customerId }) => customerId === "tb_user18")).toEqual({
      customerId: "tb_user18",
      name: "客户18",
      owner: "李四",
      tier: "basic",
      missing: ["contactPreference"],
      invalid: ["phone"],
    });
    expect(gaps.find(({ customerId }) => customerId === "tb_user16")?.missing).toEqual(["preference"]);
  });
});

describe("KPIs", () => {
  test("repeat rate, tier share, loyal to ordinary, averages", () => {
    expect(kpi("repeatRate")).toMatchObject({
      value: expected.repeat_rate_window,
      numerator: 13,
      denominator: 20,
    });
    expect(kpi("highTierShareOfNet").value).toBeCloseTo(expected.high_tier_share, 12);
    expect(kpi("loyalToOrdinarySpend").value).toBeCloseTo(expected.loyal_vs_ordinary, 10);
    expect(kpi("netPerCustomer").value).toBeCloseTo(expected["客单价_窗口"], 9);
    expect(kpi("netPerOrder").value).toBeCloseTo(expected["笔单价_窗口"], 9);
  });

  test("what is not known is said, with the sheet that would bring it", () => {
    expect(kpi("responseRate")).toMatchObject({ value: null, status: "noData", missing: "touches" });
    expect(kpi("referralShareOfRevenue")).toMatchObject({
      value: null,
      status: "noData",
      missing: "customers",
    });
    // Two customers had ordered by the start of the window: too few for tiers, so nobody was core.
    expect(kpi("coreRepeatRate")).toMatchObject({ value: null, status: "noData", missing: null });
  });
});

describe("lists", () => {
  test("win-back by calendar months, the most valuable first", () => {
    const ids = analysis.lists.winBack.map(({ customerId }) => customerId);
    expect([...ids].sort()).toEqual(expected.winback_calendar_months);
    const due = analysis.lists.winBack.filter(({ state }) => state === "due");
    expect(due.map(({ valueAtRisk }) => valueAtRisk)).toEqual(
      due.map(({ valueAtRisk }) => valueAtRisk).sort((one, other) => other - one),
    );
    const held = analysis.lists.winBack.find(({ customerId }) => customerId === "tb_user14");
    expect(held).toMatchObject({ state: "onHold", holds: ["openComplaint"] });
  });

  test("the unpaid order is to be reminded of by 10:00 the next day", () => {
    expect(analysis.lists.unpaidReminders).toMatchObject([
      { customerId: "tb_user13", name: "客户13", state: "due", reminded: false },
    ]);
    expect(formatMoment(analysis.lists.unpaidReminders[0]?.dueAt ?? 0)).toBe("2026-01-01 10:00");
  });
});

test("customers only in one sheet are listed, sheets that are not there are named", () => {
  expect(analysis.quality.onlyInCustomers).toEqual([]);
  expect(analysis.quality.missing).toEqual([
    "touches",
    "targets",
    "recommendations",
    "leads",
    "events",
    "winBackLog",
    "training",
  ]);
  expect(analysis.quality.problems).toMatchObject([
    { kind: "channels", field: "spend", code: "missingValue", row: 7 },
  ]);
  expect(analysis.movement).toBeNull();
});
