import type {
  BacktestView,
  CustomerHit,
  CustomerLens,
  WhatIfChange,
  WhatIfView,
} from "../../../src/app/services";
import { dayOf } from "../../../src/core/math/day";
import type { Locale } from "../../../src/i18n";

/** One customer, a back-test and what-if of the shop on paper. */
export const fakeHit = (locale: Locale): CustomerHit => ({
  id: "C0042",
  name: locale === "zh-CN" ? "王丽华" : "Jane Whitfield",
  tier: "high",
});

export function fakeLens(locale: Locale): CustomerLens {
  const zh = locale === "zh-CN";
  const day = (back: number) => dayOf(2025, 12, 31) - back;
  return {
    ...fakeHit(locale),
    override: null,
    segment: zh ? "有风险" : "At risk",
    tag: zh ? "C端-年轻妈妈-奶粉-注重性价比" : "consumer-young mother-formula-value for money",
    owner: zh ? "张敏" : "Sam Lee",
    phone: "138****8000",
    email: "",
    consent: false,
    openComplaint: true,
    daysSinceLastOrder: 43,
    orders: 9,
    netSpend: 4_210.5,
    totalOrders: 14,
    totalNet: 6_880,
    intervalDays: 24.3,
    r: 3,
    f: 5,
    m: 5,
    score: 13 / 3,
    rank: 12,
    of: 987,
    satisfaction: 80,
    risk: {
      horizonDays: 90,
      risk: 0.382,
      low: 0.29,
      high: 0.484,
      band: "high",
      bandBasis: "relative",
      reasons: [],
      sentence: zh
        ? "平均 24 天买一次，已 43 天未买；近半年投诉 1 次。"
        : "Buys every 24 days on average and has not for 43; one complaint in half a year.",
      nextPurchaseDays: 37,
      history: [
        { day: dayOf(2025, 10, 31), risk: 0.16 },
        { day: dayOf(2025, 11, 30), risk: 0.21 },
      ],
    },
    value: { clv: 2_940, low: 1_180, high: 4_950, quadrant: "protect" },
    timeline: [
      { day: day(320), kind: "order", amount: 328, text: "SO-2025-000181" },
      { day: day(290), kind: "order", amount: 620, text: "SO-2025-000240" },
      { day: day(250), kind: "touch", amount: null, text: zh ? "微信" : "WeChat" },
      { day: day(200), kind: "order", amount: 1_280, text: "SO-2025-000388" },
      { day: day(196), kind: "refund", amount: -120, text: "SO-2025-000388" },
      { day: day(120), kind: "order", amount: 540, text: "SO-2025-000612" },
      { day: day(60), kind: "ticket", amount: null, text: zh ? "投诉：发错货" : "Complaint: wrong item" },
      { day: day(43), kind: "order", amount: 260, text: "SO-2025-000781" },
      { day: day(20), kind: "survey", amount: null, text: zh ? "满意度 4" : "Satisfaction 4" },
    ],
    loyalty: {
      index: 61,
      coverage: 0.75,
      parts: [
        { id: "repeat", value: 0.86, proxy: false },
        { id: "trust", value: 0.5, proxy: true },
        { id: "price", value: 0.47, proxy: true },
        { id: "choosing", value: null, proxy: false },
      ],
    },
    relation: {
      stage: zh ? "忠诚" : "Loyal",
      stageFlags: "",
      relation: zh ? "关系型" : "Relational",
      relationReasons: zh ? "320 天内 14 单（不少于 6 个月）" : "14 orders over 320 days (from 6 months)",
      action: zh ? "一对一专属回访" : "One-to-one visit",
      channel: zh ? "面谈" : "Meeting in person",
      owner: zh ? "张三" : "Li",
      actionReasons: ["stage", "tier"],
      actionNeedsConsent: true,
    },
    nextAction: {
      dueOn: day(-3),
      overdue: false,
      action: zh ? "专属服务回访" : "Personal service visit",
      channel: "",
      owner: "",
    },
  };
}

export function fakeWhatIf(change: WhatIfChange): WhatIfView {
  const today = 0.573;
  const changed = Math.min(1, Math.max(0, today + change.retentionPoints));
  const worth = (kept: number) => (1_385 * change.margin * kept) / (1.1 - kept);
  return {
    retention: {
      status: "known",
      today,
      changed,
      buyers: 742,
      revenueChange: (changed - today) * 742 * 1_385,
      lifetimeMargin: worth(today),
      changedLifetimeMargin: worth(changed),
      curve: Array.from({ length: 31 }, (_, step) => {
        const retention = today - 0.15 + step / 100;
        return { retention, lifetimeMargin: worth(retention) };
      }),
    },
    acquisition: {
      cac: 131,
      changedCac: 131 * (1 + change.cacChange),
      newCustomers: 348,
      changedNewCustomers: 348 / (1 + change.cacChange),
      valueChange: 114_321,
    },
    tiers: [
      {
        tier: "high",
        customers: 148,
        changedCustomers: 74,
        net: 616_697,
        changedNet: 411_533,
        clv: 1,
        changedClv: 1,
      },
      {
        tier: "medium",
        customers: 446,
        changedCustomers: 520,
        net: 342_000,
        changedNet: 547_164,
        clv: 1,
        changedClv: 1,
      },
    ],
    moves: [{ id: "C0107", name: "", from: "high", to: "medium" }],
    moved: 74,
  };
}

export function fakeBacktest(locale: Locale): BacktestView {
  return {
    horizonDays: 90,
    verdict:
      locale === "zh-CN"
        ? "就您的数据看，流失风险有预测力（AUC 0.801，只看最近消费 0.780）。"
        : "On your data churn risk predicts: AUC 0.801 against 0.780 for silence alone.",
    gap: null,
    cuts: [
      {
        day: dayOf(2025, 10, 2),
        customers: 861,
        methods: [
          { id: "ours", auc: 0.801, brier: 0.171, logLoss: 0.512, mae: 0.81 },
          { id: "recency", auc: 0.78, brier: 0.18, logLoss: 0.54, mae: null },
          { id: "baseRate", auc: 0.5, brier: 0.24, logLoss: 0.68, mae: null },
        ],
        calibration: [
          { predicted: 0.12, observed: 0.1, customers: 86 },
          { predicted: 0.41, observed: 0.44, customers: 86 },
          { predicted: 0.83, observed: 0.8, customers: 86 },
        ],
        bands: [
          { band: "low", customers: 287, lostShare: 0.18 },
          { band: "medium", customers: 287, lostShare: 0.47 },
          { band: "high", customers: 287, lostShare: 0.84 },
        ],
        topLift: 1.9,
      },
    ],
  };
}
