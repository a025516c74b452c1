import type { standing as source } from "../en/standing";

export const standing: Record<keyof typeof source, string> = {
  "stage.loyal": "忠诚",
  "stage.support": "支持",
  "stage.purchase": "购买",
  "stage.affinity": "亲近",
  "stage.awareness": "意识",
  "stage.lapsed": "沉睡/流失",

  "relationType.transactional": "交易型",
  "relationType.relational": "关系型",
  "relationType.strategic": "战略型",
  "relationReason.revenueShare": "高价值客户，占净收入 {share}（达到 {limit}）",
  "relationReason.steadyOrders": "{days} 天内 {orders} 单（不少于 {months} 个月）",
  "relationReason.fewOrders": "{orders} 单，少于 {limit} 单",
  "relationReason.shortHistory": "{orders} 单集中在 {days} 天内，不足 {months} 个月",
  "relationReason.none": "尚未建立关系",
};
