import { addMonths, type DayNumber } from "../math/day";
import type { TierId } from "../tiers/types";

export const TOUCH_ACTION_IDS = ["ownVisit", "productNews", "coupon"] as const;
export type TouchActionId = (typeof TOUCH_ACTION_IDS)[number];

/** How often, in calendar months or in days. */
export type Rhythm = { readonly months: number } | { readonly days: number };

export interface TouchRule {
  readonly action: TouchActionId;
  readonly every: Rhythm;
}

/** The brief's rhythm: 高价值每月1次专属服务回访，中等每2周1次产品动态推送，基础每月1次优惠券发放. */
export const TIER_TOUCHES: Readonly<Partial<Record<TierId, TouchRule>>> = {
  high: { action: "ownVisit", every: { months: 1 } },
  medium: { action: "productNews", every: { days: 14 } },
  basic: { action: "coupon", every: { months: 1 } },
};

export interface NextTouch {
  readonly dueOn: DayNumber;
  readonly action: TouchActionId;
  /** Due before the as-of date. */
  readonly overdue: boolean;
}

/**
 * When a customer is to be touched next: the last touch plus the rhythm of the tier; a month is a calendar
 * month (31 January + 1 month is the last of February). Never touched: due on the as-of date, not overdue.
 *
 * @param lastTouch - null: none yet
 * @returns null for a tier without a rhythm (outside the window, no order yet)
 */
export function nextTouch(tier: TierId, lastTouch: DayNumber | null, asOf: DayNumber): NextTouch | null {
  const rule = TIER_TOUCHES[tier];
  if (rule === undefined) return null;
  const dueOn = lastTouch === null ? asOf : after(lastTouch, rule.every);
  return { dueOn, action: rule.action, overdue: dueOn < asOf };
}

/** The day one step of the rhythm later. */
export function after(day: DayNumber, every: Rhythm): DayNumber {
  return "months" in every ? addMonths(day, every.months) : day + every.days;
}
