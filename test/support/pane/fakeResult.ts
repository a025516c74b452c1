import type { GenerateResult } from "../../../src/app/services";
import { dayOf } from "../../../src/core/math/day";
import type { Locale } from "../../../src/i18n";

const SHEETS = [
  "cover",
  "kpiBoard",
  "monthlyReport",
  "tierPortraits",
  "customerCard",
  "customerScores",
  "touchPlan",
  "winBack",
  "prediction",
  "channels",
  "dataQuality",
] as const;

/** A report's outcome with everything the pane can show of one. */
export function fakeResult(locale: Locale): GenerateResult {
  const zh = locale === "zh-CN";
  const orders = zh ? "订单" : "Orders";
  return {
    asOf: dayOf(2025, 12, 31),
    windowStart: dayOf(2025, 1, 1),
    customers: 987,
    buyers: 803,
    orders: 1_180,
    net: 482_903.5,
    currency: "CNY",
    decimals: 2,
    missing: ["tickets"],
    quality: {
      rawRows: 1_234,
      used: 1_180,
      beforeWindow: 31,
      rejected: [
        {
          reason: "unreadableDate",
          count: 14,
          places: [
            { sheet: orders, address: "C18" },
            { sheet: orders, address: "C402" },
          ],
        },
        { reason: "duplicate", count: 9, places: [{ sheet: orders, address: "A77" }] },
      ],
      problems: [
        {
          kind: "customers",
          code: "missingValue",
          field: "phone",
          count: 46,
          places: [{ sheet: zh ? "客户档案" : "Customer records", address: "D12" }],
        },
      ],
      onlyInOrders: 12,
      onlyInCustomers: 184,
    },
    sheets: (zh
      ? [
          "说明",
          "KPI看板",
          "月度报告",
          "客户画像_层级",
          "单客画像",
          "客户评分",
          "触达计划",
          "赢回名单",
          "预测与回测",
          "渠道选择",
          "数据质量",
        ]
      : [
          "About",
          "KPI board",
          "Monthly report",
          "Tier portraits",
          "Customer card",
          "Customer scores",
          "Touch plan",
          "Win-back list",
          "Forecast and back-test",
          "Channel choice",
          "Data quality",
        ]
    ).map((name, index) => ({ id: SHEETS[index] ?? name, name })),
    findings: zh
      ? [
          "前 20% 的客户带来 61.4% 的净收入。",
          "复购率 38.2%，比目标低 1.8 个百分点，需要跟进。",
          "有 27 位高价值客户已经超过 90 天没有下单。",
        ]
      : [
          "The top 20% of customers bring 61.4% of net revenue.",
          "The repeat rate is 38.2%, 1.8 points below target.",
          "27 high-value customers have not ordered for more than 90 days.",
        ],
    changes: zh
      ? ["与 2025-11-30 相比，19 位客户升入高价值，11 位跌出。", "流失风险为高的客户从 84 位增加到 97 位。"]
      : [
          "Since 2025-11-30, 19 customers rose to high value and 11 fell out of it.",
          "Customers at high risk went from 84 to 97.",
        ],
    renamed: [
      { wanted: zh ? "客户评分" : "Customer scores", name: zh ? "客户评分 (2)" : "Customer scores (2)" },
    ],
    keptNotes: 23,
    orphanNotes: 2,
    emptied: [{ id: "market", name: zh ? "经营对标" : "Market" }],
    seconds: 3.24,
  };
}
