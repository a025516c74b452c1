import { BACKTEST_METHODS } from "../../src/core/churn/backtest";
import { RISK_SOURCES } from "../../src/core/churn/predictRisk";
import { RISK_BANDS } from "../../src/core/churn/riskBands";
import { REASON_CODES, REASON_NUMBERS } from "../../src/core/churn/riskReasons";
import { translator, type MessageKey } from "../../src/i18n";
import { describeReasons, type CodedReason } from "../../src/i18n/describeReasons";
import { describeVerdict } from "../../src/i18n/describeVerdict";
import { en } from "../../src/i18n/en";
import { withCapital } from "../../src/i18n/withCapital";

const figures = {
  money: (value: number) => `¥${value}`,
  percent: (share: number) => `${Math.round(share * 100)}%`,
  decimal: (value: number, digits: number) => value.toFixed(digits),
  clauses: (parts: readonly string[]) => parts.join("；"),
};
const zh = translator("zh-CN");

function reason(
  code: CodedReason["code"],
  numbers: Readonly<Record<string, number>>,
  contribution = 1,
): CodedReason {
  return { code, contribution, numbers };
}

const silence = { silentDays: 43, intervalDays: 24.3, typicalSilentDays: 20 };

describe("sentences of reasons", () => {
  test.each([
    ["long silence", [reason("silence", silence)], "平均24天买一次，已43天未买"],
    [
      "short silence",
      [reason("silence", { ...silence, silentDays: 2 }, -1)],
      "平均24天买一次，最近一次在2天前",
    ],
    [
      "silence of no day",
      [reason("silence", { ...silence, silentDays: 0 }, -1)],
      "平均24天买一次，基准日当天刚买过",
    ],
    [
      "an interval of a few days keeps a decimal",
      [reason("silence", { ...silence, intervalDays: 2.5 })],
      "平均2.5天买一次，已43天未买",
    ],
    [
      "one purchase only",
      [reason("silence", { silentDays: 43, typicalSilentDays: 20 })],
      "只在一天买过，距今43天（中位数20天）",
    ],
    [
      "one purchase only, and the time since the first one",
      [
        reason("tenure", { tenureDays: 43, typicalTenureDays: 90 }),
        reason("silence", { silentDays: 43, typicalSilentDays: 20 }, -0.1),
      ],
      "只在一天买过，距今43天（中位数20天）",
    ],
    [
      "more purchases than most",
      [reason("frequency", { purchases: 5, recentPurchases: 2, recentDays: 90, typicalPurchases: 2 }, -1)],
      "共买过5次（中位数2次），近90天2次",
    ],
    [
      "as many purchases as most",
      [reason("frequency", { purchases: 2, recentPurchases: 0, recentDays: 90, typicalPurchases: 2 })],
      "共买过2次，近90天0次",
    ],
    [
      "money in minor units",
      [reason("spend", { meanSpend: 6902, typicalMeanSpend: 2400 }, -1)],
      "每次消费¥69.02（中位数¥24）",
    ],
    ["spend that rose", [reason("spendTrend", { ratio: 1.5 }, -1)], "每次消费比以前高50%"],
    ["spend that fell", [reason("spendTrend", { ratio: 0.25 })], "每次消费比以前低75%"],
    ["complaints", [reason("complaints", { count: 2, days: 180 })], "近180天投诉2次"],
    ["no reason", [], "与一般客户相近"],
    [
      "two at most, those that push the same way",
      [
        reason("silence", silence, 2),
        reason("complaints", { count: 1, days: 180 }, 1),
        reason("refunds", { share: 0.5 }, 0.5),
        reason("touches", { answered: 3, delivered: 4 }, -1),
      ],
      "平均24天买一次，已43天未买；近180天投诉1次",
    ],
  ])("%s", (_, reasons, sentence) => {
    expect(describeReasons(zh, figures, reasons, 100)).toBe(sentence);
  });

  test.each(["zh-CN", "en"] as const)(
    "%s: every code has a sentence for the numbers that come with it",
    (locale) => {
      for (const code of REASON_CODES) {
        const names = REASON_NUMBERS[code];
        for (const contribution of [1, -1]) {
          const numbers = Object.fromEntries(names.map((name, index) => [name, index + 1]));
          const sentence = describeReasons(
            translator(locale),
            figures,
            [reason(code, numbers, contribution)],
            1,
          );
          expect(sentence).toMatch(/\d/);
          expect(sentence).not.toMatch(/[{}]|undefined|NaN/);
        }
      }
    },
  );
});

test.each([
  ["beatsRecency", "就您的数据看，流失风险有预测力（AUC 0.817，只看最近消费为 0.805）。"],
  [
    "notBetterThanRecency",
    "就您的数据看，流失风险不优于只看最近消费（AUC 0.817，只看最近消费为 0.805），请用简单的方法。",
  ],
  ["tooLittleData", "历史数据太少，无法判断：过去留存和流失的客户都至少要有 20 位。"],
] as const)("verdict %s", (verdict, sentence) => {
  const methods = [
    { method: "ours", auc: 0.8168 },
    { method: "recency", auc: 0.8049 },
  ];
  expect(describeVerdict(zh, figures, { verdict, methods })).toBe(sentence);
});

test("every source, band and method has a word", () => {
  const keys: MessageKey[] = [
    ...RISK_SOURCES.map((id) => `riskSource.${id}` as const),
    ...RISK_BANDS.map((id) => `riskBand.${id}` as const),
    ...BACKTEST_METHODS.map((id) => `backtestMethod.${id}` as const),
  ];
  for (const key of keys) expect(en[key]).toBeTruthy();
});

test("a phrase that stands alone begins with a capital letter", () => {
  expect(withCapital("buys every 24 days")).toBe("Buys every 24 days");
  expect(withCapital("平均24天买一次")).toBe("平均24天买一次");
  expect(withCapital("")).toBe("");
});
