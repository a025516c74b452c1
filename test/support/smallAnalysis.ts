import type { Analysis, CustomerRow, MonthPoint, TierPortrait } from "../../src/core/analysis";
import { KPI_IDS, type KpiId, type KpiResult } from "../../src/core/kpi";
import { addMonths, dayOf, SECONDS_PER_DAY } from "../../src/core/math/day";
import {
  kpiFigures,
  programmeOf,
  standingOf,
  type ProgrammeSources,
} from "../../src/core/analysis/programme";
import { REJECT_REASONS, type OrderBook, type RejectReason } from "../../src/core/orders";
import { completenessOf, requiredFields } from "../../src/core/quality";
import { serviceResults } from "../../src/core/service";
import { DEFAULT_SETTINGS } from "../../src/core/settings";
import { latestAnswers } from "../../src/core/surveys";
import { BLANK_RECORD } from "./blankRecord";
import { smallPredictions } from "./smallPredictions";
import { smallAnswers, smallTickets } from "./smallTickets";
import { smallEvents, smallTouches } from "./smallTouches";
import { touchResponse } from "../../src/core/touch";
import type { SheetKind } from "../../src/core/tables";
import type { TierId } from "../../src/core/tiers";
import type { WinBackEntry } from "../../src/core/winBack";

const AS_OF = dayOf(2025, 12, 20);
const WINDOW_START = dayOf(2024, 12, 21);
const COUNT = 24;

/** Figures that differ from row to row, the same in every run. */
const spread = (index: number, step: number, modulus: number) => (index * step) % modulus;

function tierOf(index: number): TierId {
  if (index === 22) return "outsideWindow";
  if (index === 23) return "noOrder";
  return index < 4 ? "high" : index < 18 ? "medium" : "basic";
}

/** One is cut short, and one belongs to two customers. */
function phoneOf(index: number): string {
  if (index === 9) return "1380000";
  return `138000010${String((index === 20 ? 19 : index) + 1).padStart(2, "0")}`;
}

const touches = smallTouches(AS_OF);

function lastTouchOf(id: string): number | null {
  const days = touches.flatMap(({ customerKey, doneOn }) =>
    customerKey === id && doneOn !== null ? [doneOn] : [],
  );
  return days.length === 0 ? null : Math.max(...days);
}

function customer(index: number): CustomerRow {
  const tier = tierOf(index);
  const bought = tier !== "noOrder";
  const inBase = bought && tier !== "outsideWindow";
  const last = tier === "outsideWindow" ? dayOf(2024, 10, 2) : AS_OF - 3 - spread(index, 37, 300);
  const [r, f, m] = inBase
    ? [
        5 - spread(index + Math.floor(index / 5), 2, 5),
        Math.max(1, 5 - Math.floor(index / 5)),
        Math.max(1, 5 - Math.floor(index / 5)),
      ]
    : [0, 0, 0];
  // One id that a host would take for a formula, if it were not kept as text.
  const id = index === 5 ? "=1+1" : `user${String(index + 1).padStart(2, "0")}`;
  return {
    id,
    key: id,
    record: {
      ...BLANK_RECORD,
      customerId: id,
      name: `客户${index + 1}`,
      phone: phoneOf(index),
      side: "C端",
      scene: index % 6 === 5 ? "" : "年轻妈妈",
      preference: "奶粉",
      contactPreference: index < 4 ? "线下沙龙" : "线上优惠券",
      sourceChannel: index % 4 === 0 ? "老客推荐" : "小红书",
      owner: index < 12 ? "张三" : "李四",
      pointsBalance: index < 4 ? String(100 + 10 * index) : "",
      pointsEarned: index < 4 ? "400" : "",
      pointsRedeemed: index < 4 ? String(280 - 10 * index) : "",
      pointsExpired: index < 4 ? "20" : "",
      pointsExpiring: index < 4 ? String(20 + 10 * index) : "",
      // The first three have time left; nobody took the fourth one's points off in November.
      pointsExpireOn: ["2026-01-31", "2026-01-31", "2025-12-31", "2025-11-30"][index] ?? "",
      file: "shop.xlsx",
      sheet: "客户",
      row: index + 2,
    },
    bookIndex: bought ? index : -1,
    tier,
    computedTier: tier,
    override: null,
    segment: inBase ? "loyal" : "",
    relation: !bought ? "" : tier === "high" ? "highValue" : index % 3 === 0 ? "new" : "existing",
    tag: index % 6 === 5 ? "C端--奶粉-" : "C端-年轻妈妈-奶粉-注重性价比",
    daysSinceLastOrder: bought ? AS_OF - last : null,
    firstDay: bought ? last - 20 * f : null,
    lastDay: bought ? last : null,
    orders: f,
    netSpend: inBase ? 80 * f * (1 + spread(index, 7, 11)) + 0.5 : 0,
    totalOrders: bought ? f + 1 : 0,
    totalNet: bought ? 90 * (f + 1) * (1 + spread(index, 7, 11)) : 0,
    r,
    f,
    m,
    code: inBase ? `${r}${f}${m}` : "",
    score: inBase ? (r + f + m) / 3 : null,
    rank: inBase ? index + 1 : null,
    intervalDays: f > 1 ? 12.5 + index : null,
    topCategory: bought ? (index % 2 === 0 ? "奶粉" : "辅食") : "",
    monthlyOrders: Array.from({ length: 12 }, (_, month) => (inBase ? spread(index + month, 5, 3) : 0)),
    satisfaction: index % 3 === 0 ? 80 : null,
    recommend: index % 3 === 0 ? 9 : null,
    openComplaint: index === 6,
    complaints: index === 6 ? 1 : 0,
    lastTouch: lastTouchOf(id),
    consent: true,
  };
}

function month(index: number): MonthPoint {
  const newBuyers = 1 + spread(index, 5, 4);
  const returningBuyers = 2 + spread(index, 3, 5);
  return {
    month: addMonths(dayOf(2024, 10, 1), index),
    net: 1800 + spread(index, 731, 2400),
    orders: 4 + spread(index, 7, 9),
    buyers: newBuyers + returningBuyers,
    newBuyers: index < 3 ? 0 : newBuyers,
    returningBuyers,
    unknownBuyers: index < 3 ? newBuyers : 0,
    newNet: index < 3 ? 0 : 400,
    returningNet: 1400 + spread(index, 731, 2400),
    unknownNet: index < 3 ? 400 : 0,
    newKnown: index >= 3,
    complete: index < 14,
  };
}

function portrait(tier: Exclude<TierId, "">, members: readonly CustomerRow[], allNet: number): TierPortrait {
  const net = members.reduce((sum, { netSpend }) => sum + netSpend, 0);
  const orders = members.reduce((sum, item) => sum + item.orders, 0);
  const bought = tier !== "noOrder" && tier !== "outsideWindow";
  return {
    tier,
    customers: members.length,
    customerShare: members.length / COUNT,
    net,
    netShare: net / allNet,
    orders,
    netPerCustomer: bought ? net / members.length : null,
    netPerOrder: bought ? net / orders : null,
    medianIntervalDays: bought ? 24.5 : null,
    medianDaysSinceLastOrder: tier === "noOrder" ? null : 61,
    repeatRate: bought ? 0.75 : null,
    satisfaction: {
      mean: tier === "noOrder" ? null : 80,
      n: tier === "noOrder" ? 0 : 3,
      low: tier === "medium" ? 1 : 0,
    },
    needs:
      tier === "medium"
        ? {
            known: 10,
            common: [{ need: "控敏配方", customers: 6, share: 0.6 }],
            rare: [{ need: "尺码建议", customers: 1, share: 0.1 }],
          }
        : null,
    online:
      tier === "noOrder"
        ? { known: 0, visited: 0, carted: 0, waiting: 0, untapped: [] }
        : {
            known: members.length,
            visited: Math.ceil(members.length / 2),
            carted: Math.floor(members.length / 4),
            waiting: tier === "medium" ? 2 : 0,
            untapped: tier === "high" ? [] : [{ category: "童装", customers: 2 }],
          },
    topCategories: bought
      ? [
          { id: "奶粉", count: 8, net: net * 0.6 },
          { id: "辅食", count: 5, net: net * 0.4 },
        ]
      : [],
    topTags: [
      { id: "C端-年轻妈妈-奶粉-注重性价比", count: Math.max(1, members.length - 1), net: 0 },
      { id: "C端--奶粉-", count: 1, net: 0 },
    ],
    topComplaintReasons: tier === "medium" ? [{ id: "发错货", count: 2, net: 0 }] : [],
    contactPreferences: [{ id: tier === "high" ? "线下沙龙" : "线上优惠券", count: members.length, net: 0 }],
    channelResponse:
      tier === "medium"
        ? [{ channel: "短信", delivered: 60, responded: 9, interval: { low: 0.09, high: 0.24 } }]
        : [],
    channelClaim: tier === "high" || tier === "basic" ? { channel: "", verdict: "tooFew" } : null,
    risk: bought ? { mean: 0.4, high: Math.floor(members.length / 3), customers: members.length } : null,
    clv: bought ? { mean: 500, total: 500 * members.length, share: members.length / COUNT } : null,
    smallSample: members.length < 5,
  };
}

/** One KPI in each state that a board must be able to show. */
const KPIS: Readonly<Partial<Record<KpiId, Partial<KpiResult>>>> = {
  completeness: {
    value: 0.9,
    numerator: 108,
    denominator: 120,
    target: 0.95,
    targetValue: 0.95,
    gap: -0.05,
    status: "notMet",
    targetSource: "brief",
  },
  completenessStrict: { value: 0.65, numerator: 13, denominator: 20, status: "noTarget" },
  responseRate: {
    value: 0.15,
    numerator: 9,
    denominator: 60,
    target: 0.2,
    mode: "relative",
    status: "noBaseline",
    targetSource: "brief",
  },
  cac: {
    value: 177.63,
    unit: "money",
    numerator: 27000,
    denominator: 152,
    target: -0.3,
    mode: "relative",
    direction: "down",
    status: "noBaseline",
    targetSource: "brief",
  },
  repeatRate: {
    value: 0.59,
    numerator: 13,
    denominator: 22,
    low: 0.42,
    high: 0.74,
    smallSample: true,
    status: "noTarget",
  },
  retention: {
    value: 0.68,
    numerator: 13,
    denominator: 19,
    low: 0.49,
    high: 0.83,
    smallSample: true,
    status: "noTarget",
  },
  churn: {
    value: 0.32,
    numerator: 6,
    denominator: 19,
    low: 0.17,
    high: 0.51,
    target: 0.25,
    targetValue: 0.25,
    gap: 0.07,
    direction: "down",
    targetSource: "sheet",
    smallSample: true,
    status: "smallSample",
  },
  complaintOnTime: {
    value: 0.5,
    numerator: 1,
    denominator: 2,
    low: 0.1,
    high: 0.9,
    target: 1,
    targetValue: 1,
    gap: -0.5,
    status: "smallSample",
    smallSample: true,
    targetSource: "brief",
  },
  enquiryOnTime: {
    value: 0.96,
    numerator: 48,
    denominator: 50,
    target: 0.9,
    targetValue: 0.9,
    gap: 0.06,
    status: "met",
    targetSource: "sheet",
  },
  followUpOnTime: {
    value: null,
    denominator: 0,
    target: 1,
    targetValue: 1,
    status: "notDue",
    targetSource: "brief",
  },
  satisfaction: {
    value: 80,
    unit: "index",
    numerator: 640,
    denominator: 8,
    low: 72,
    high: 88,
    target: 85,
    targetValue: 85,
    gap: -5,
    status: "smallSample",
    smallSample: true,
    targetSource: "brief",
  },
  nps: { value: 25, unit: "nps", denominator: 8, status: "noTarget", smallSample: true },
  referralShareOfNew: {
    value: 0.25,
    numerator: 6,
    denominator: 24,
    target: 0.6,
    targetValue: 0.6,
    gap: -0.35,
    status: "notMet",
    coverage: 0.8,
    targetSource: "benchmark",
    smallSample: true,
  },
  highTierShareOfNet: { value: 0.48, denominator: 22, status: "noTarget" },
  loyalToOrdinarySpend: {
    value: 4.2,
    unit: "ratio",
    denominator: 22,
    target: 16,
    targetValue: 16,
    gap: -11.8,
    status: "notMet",
    targetSource: "benchmark",
  },
  netPerCustomer: { value: 1180.5, unit: "money", denominator: 22, status: "noTarget" },
  netPerOrder: { value: 393.2, unit: "money", denominator: 66, status: "noTarget" },
};

function kpi(id: KpiId): KpiResult {
  return {
    id,
    value: null,
    unit: "fraction",
    before: null,
    numerator: null,
    denominator: null,
    low: null,
    high: null,
    baseline: null,
    baselinePeriod: "",
    target: null,
    targetSource: null,
    mode: "absolute",
    direction: "up",
    targetValue: null,
    gap: null,
    status: "noData",
    smallSample: false,
    coverage: null,
    missing: null,
    owner: "",
    dueOn: null,
    ...KPIS[id],
  };
}

const NO_REJECTED = Object.fromEntries(REJECT_REASONS.map((reason) => [reason, 0])) as Record<
  RejectReason,
  number
>;

function emptyBook(customers: readonly CustomerRow[]): OrderBook {
  const count = customers.length;
  return {
    asOf: AS_OF,
    windowStart: WINDOW_START,
    customers: customers.map(({ id }) => id),
    customerKeys: customers.map(({ key }) => key),
    orders: {
      count: 0,
      customer: new Int32Array(0),
      day: new Int32Array(0),
      net: new Float64Array(0),
      refunded: new Float64Array(0),
      orderIds: [],
      channel: new Int32Array(0),
    },
    lines: {
      count: 0,
      order: new Int32Array(0),
      item: new Int32Array(0),
      category: new Int32Array(0),
      net: new Float64Array(0),
    },
    loose: { count: 0, customer: new Int32Array(0), day: new Int32Array(0), net: new Float64Array(0) },
    items: [],
    categories: [],
    channels: [],
    unpaid: [],
    counts: { rawRows: 90, used: 80, beforeWindow: 6, rejected: { ...NO_REJECTED, duplicate: 3, unpaid: 1 } },
    rejected: [],
    summary: {
      count,
      firstDay: Int32Array.from(customers, ({ firstDay }) => firstDay ?? 0),
      lastDay: Int32Array.from(customers, ({ lastDay }) => lastDay ?? 0),
      windowOrders: Int32Array.from(customers, ({ orders }) => orders),
      windowNet: Float64Array.from(customers, ({ netSpend }) => netSpend * 100),
      totalOrders: Int32Array.from(customers, ({ totalOrders }) => totalOrders),
      totalNet: Float64Array.from(customers, ({ totalNet }) => totalNet * 100),
      purchaseDays: Int32Array.from(customers, ({ totalOrders }) => totalOrders),
      repeatNet: Float64Array.from(customers, ({ totalOrders, totalNet }) =>
        totalOrders > 1 ? (totalNet * 100 * (totalOrders - 1)) / totalOrders : 0,
      ),
      onlyAfterAsOf: new Uint8Array(count),
    },
    currency: "",
    decimals: 2,
    discounts: null,
    paymentHours: null,
    madeToMeasure: null,
    refunds: null,
    notes: [],
  };
}

/** One attempt at each of the four steps, and one on which somebody acted without a reason. */
const WIN_BACK_LOG: readonly WinBackEntry[] = (
  [
    ["user08", "", "", null],
    ["user09", "价格原因", "", null],
    ["user10", "搬家", "老客回归礼包", null],
    ["=1+1", "网上比价", "专属客服回访", "lost"],
    ["user12", "", "老客回归礼包", null],
  ] as const
).map(([customerId, reason, action, outcome], index) => ({
  customerId,
  customerKey: customerId,
  lostOn: AS_OF - 90 + 20 * index,
  reason,
  action,
  owner: "张三",
  dueOn: AS_OF - 76 + 20 * index,
  outcome,
}));

/** A small shop by hand: 24 customers in every tier, a KPI in every state, a month cut short. */
export function smallAnalysis(): Analysis {
  const customers = Array.from({ length: COUNT }, (_, index) => customer(index));
  const bought = customers.filter(({ bookIndex }) => bookIndex >= 0);
  const net = customers.reduce((sum, { netSpend }) => sum + netSpend, 0);
  const orders = customers.reduce((sum, item) => sum + item.orders, 0);
  const book = emptyBook(bought);
  const base = customers.filter(({ score }) => score !== null);
  const records = customers.flatMap(({ record }) => (record === null ? [] : [record]));
  const completeness = completenessOf(
    records,
    requiredFields(new Set(["name", "phone", "industry", "scene", "preference", "contactPreference"]), null),
    (index) => customers[index]?.tier ?? "",
  );
  const tickets = smallTickets(AS_OF);
  const answers = smallAnswers(AS_OF);
  const count = (r: number, f: number) => base.filter((item) => item.r === r + 1 && item.f === f + 1);
  const grid = <T>(cell: (r: number, f: number) => T) =>
    Array.from({ length: 5 }, (_, r) => Array.from({ length: 5 }, (_, f) => cell(r, f)));
  const analysis: Omit<Analysis, "programme"> = {
    asOf: AS_OF,
    now: AS_OF * SECONDS_PER_DAY + 18 * 3600,
    windowStart: WINDOW_START,
    firstOrderDay: dayOf(2024, 10, 2),
    lastOrderDay: AS_OF - 3,
    settings: DEFAULT_SETTINGS,
    settingsHash: "3f9a1c",
    currency: "",
    decimals: 2,
    quality: {
      counts: book.counts,
      rejected: [],
      problems: [],
      sheets: [
        {
          file: "shop.xlsx",
          sheet: "订单",
          kind: "orders",
          profile: "taobao",
          rows: 90,
          usedRows: 86,
          mapping: [{ field: "customerId", heading: "买家会员名" }],
          unusedHeadings: ["收货地址"],
        },
      ],
      notes: [],
      onlyInOrders: ["user21"],
      onlyInCustomers: ["user24"],
      refundOnly: [],
      missing: ["leads", "training", "snapshots"] satisfies SheetKind[],
    },
    book,
    rfm: {
      count: bought.length,
      baseCount: base.length,
      inBase: Uint8Array.from(bought, ({ score }) => (score === null ? 0 : 1)),
      daysSinceLastOrder: Int32Array.from(bought, (item) => item.daysSinceLastOrder ?? -1),
      orders: Int32Array.from(bought, (item) => item.orders),
      netSpend: Float64Array.from(bought, ({ netSpend }) => netSpend * 100),
      r: Uint8Array.from(bought, ({ r }) => r),
      f: Uint8Array.from(bought, ({ f }) => f),
      m: Uint8Array.from(bought, ({ m }) => m),
      codes: bought.map(({ code }) => code),
      composite: Float64Array.from(bought, ({ score }) => score ?? 0),
      rank: Int32Array.from(bought, ({ rank }) => rank ?? 0),
      tiers: bought.map(({ tier }) => tier),
    },
    customers,
    totals: {
      net,
      orders,
      buyers: base.length,
      netPerCustomer: net / base.length,
      netPerOrder: net / orders,
      previousNet: 21_000,
      previousOrders: null,
      previousBuyers: 20,
    },
    portraits: (["high", "medium", "basic", "outsideWindow", "noOrder"] as const).map((tier) =>
      portrait(
        tier,
        customers.filter((item) => item.tier === tier),
        net,
      ),
    ),
    segments: [{ id: "loyal", count: base.length, net }],
    months: Array.from({ length: 15 }, (_, index) => month(index)),
    cohorts: {
      period: "month",
      rows: Array.from({ length: 15 }, (_, index) => ({
        start: addMonths(dayOf(2024, 10, 1), index),
        customers: index === 4 ? 0 : 2 + (index % 3),
        active: Array.from({ length: 15 }, (_, k) =>
          index + k > 14 ? null : k === 0 ? 2 + (index % 3) : spread(index + k, 2, 3),
        ),
        incompleteFrom: 14 - index,
      })),
    },
    heat: {
      bins: 5,
      customers: grid((r, f) => count(r, f).length),
      net: grid((r, f) => count(r, f).reduce((sum, { netSpend }) => sum + netSpend, 0)),
    },
    kpis: KPI_IDS.map(kpi),
    completeness: completeness?.result ?? null,
    service: serviceResults(
      tickets,
      (key) => customers.find((row) => row.key === key)?.tier ?? "",
      AS_OF * SECONDS_PER_DAY + 18 * 3600,
      DEFAULT_SETTINGS,
    ),
    survey: null,
    touch: touchResponse(touches, WINDOW_START, AS_OF),
    channels: null,
    movement: null,
    snapshots: [],
    snapshot: bought.map(({ id, r, f, m, score, rank, tier }, index) => ({
      takenOn: AS_OF,
      customerId: id,
      r,
      f,
      m,
      score,
      rank,
      tier,
      churnRisk: index / COUNT,
      settingsHash: "0123abcd",
    })),
    predictions: smallPredictions(bought),
    predictionGap: null,
    lists: {
      winBack: [
        {
          customerId: "user08",
          name: "客户8",
          tier: "medium",
          lastDay: AS_OF - 120,
          days: 120,
          valueAtRisk: 1520.5,
          expectedLoss: 1216.4,
          orders: 3,
          intervalDays: 30,
          state: "due",
          holds: [],
          phone: "13800001008",
          owner: "张三",
          topCategory: "奶粉",
        },
      ],
      unpaidReminders: [
        {
          customerId: "user03",
          name: "客户3",
          orderId: "25000000000099",
          createdAt: (AS_OF - 2) * SECONDS_PER_DAY,
          dueAt: (AS_OF - 1) * SECONDS_PER_DAY,
          amount: 268,
          state: "overdue",
          phone: "13800001003",
          owner: "张三",
          reminded: false,
        },
      ],
      satisfiedButLapsed: [],
      completenessGaps: (completeness?.gaps ?? []).map(({ index, missing, invalid }) => ({
        customerId: records[index]?.customerId ?? "",
        name: records[index]?.name ?? "",
        owner: records[index]?.owner ?? "",
        tier: customers[index]?.tier ?? "",
        missing,
        invalid,
      })),
      riskAlerts: [
        {
          customerId: "user02",
          name: "客户2",
          tier: "high",
          owner: "张三",
          bookIndex: 1,
          since: AS_OF - 30,
          before: 0.2,
          now: 0.62,
          low: 0.48,
          netSpend: 900,
        },
      ],
    },
    whatIf: {
      acquisition: null,
      tierCases: [
        {
          id: "narrowTop",
          moved: 2,
          tiers: [
            {
              tier: "high",
              customers: 4,
              changedCustomers: 2,
              net: 4000,
              changedNet: 2600,
              clv: 3000,
              changedClv: 1900,
            },
          ],
        },
      ],
      moving: 2,
      movers: [
        { customerId: "user03", name: "客户3", tier: "high", netSpend: 880, to: { narrowTop: "medium" } },
        { customerId: "user04", name: "", tier: "high", netSpend: 760, to: { narrowTop: "medium" } },
      ],
    },
  };
  const keys = records.map(({ customerId }) => customerId);
  const sources: ProgrammeSources = {
    ...analysis,
    rows: customers,
    rowByKey: new Map(customers.map((row) => [row.key, row])),
    customers: {
      records,
      keys,
      indexOf: new Map(keys.map((key, index) => [key, index])),
      fields: new Set(["customerId", "name", "phone", "owner"]),
      problems: [],
    },
    tickets,
    touches,
    answers,
    latest: latestAnswers(answers, AS_OF),
    recommendations: [],
    leads: [],
    events: smallEvents(AS_OF),
    winBackLog: WIN_BACK_LOG,
    training: { records: [], hours: 0, doneHours: 0, doneShare: null },
    absent: new Set(["leads", "training", "recommendations"]),
  };
  const figures = kpiFigures(sources);
  return {
    ...analysis,
    programme: programmeOf({
      ...sources,
      standing: standingOf({ ...sources, figures }),
      figures,
      kpis: analysis.kpis,
    }),
  };
}
