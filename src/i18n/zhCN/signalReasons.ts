import type { signalReasons as source } from "../en/signalReasons";

export const signalReasons: Record<keyof typeof source, string> = {
  "reason.complaints": "近{days}天投诉{count}次",
  "reason.satisfaction": "最近一次满意度{answer}",
  "reason.refunds": "退款占消费的{share}",
  "reason.discounts": "平均优惠{share}",
  "reason.touches": "触达{delivered}次，回应{answered}次",
};
