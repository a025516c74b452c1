import type { EventRecord } from "../../src/core/events";
import type { TouchRecord } from "../../src/core/touch";

/** Ids of the small shop's customers; one looks like a formula. */
const idOf = (index: number) => (index === 5 ? "=1+1" : `user${String(index + 1).padStart(2, "0")}`);

/** What each tier is sent in the small shop: by whom it is answered, and what one costs. */
const CAMPAIGNS = {
  visit: { channel: "电话", campaign: "专属回访", cost: 6 },
  news: { channel: "企业微信", campaign: "新品动态", cost: 0.1 },
  coupon: { channel: "线上优惠券", campaign: "月度优惠券", cost: 0.2 },
  salon: { channel: "线下沙龙", campaign: "会员下午茶", cost: 45 },
} as const;
type CampaignId = keyof typeof CAMPAIGNS;

/**
 * A year of touches of the small shop, up to the as-of date and one to come: enough coupons and news to be judged by,
 * calls that did not arrive, a customer whose number has failed twice, one touched too often, and one whose owner
 * changed.
 */
export function smallTouches(asOf: number): readonly TouchRecord[] {
  const touch = (
    index: number,
    daysAgo: number,
    kind: CampaignId,
    more: Partial<TouchRecord> = {},
  ): TouchRecord => ({
    customerId: idOf(index),
    customerKey: idOf(index),
    plannedOn: asOf - daysAgo,
    doneOn: asOf - daysAgo,
    delivered: true,
    responded: false,
    owner: index < 12 ? "张三" : "李四",
    ...CAMPAIGNS[kind],
    ...more,
  });
  const everybody = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, place) => from + place);
  return [
    // Every third coupon is used by the basic tier, every sixth by the others.
    ...everybody(0, 21).flatMap((index) => [
      touch(index, 190 - index, "coupon", { responded: index % (index >= 18 ? 2 : 6) === 0 }),
      touch(index, 100 - index, "coupon", { responded: index % (index >= 18 ? 3 : 7) === 0 }),
    ]),
    ...everybody(4, 17).map((index) => touch(index, 40 + index, "news", { responded: index % 5 === 0 })),
    // The top tier is visited and comes to the salon.
    ...everybody(0, 3).flatMap((index) => [
      touch(index, 70 + index, "visit", { responded: true }),
      touch(index, 25 + 10 * index, "visit", { responded: index !== 2, delivered: index !== 2 }),
      touch(index, 60, "salon", { responded: index < 3 }),
    ]),
    touch(9, 30, "visit", { delivered: false }),
    touch(9, 12, "news", { delivered: false }),
    ...[28, 21, 14, 7].map((days) => touch(11, days, "coupon")),
    touch(13, 20, "news", { owner: "王五" }),
    // Nobody wrote down whether it arrived, and one is still to be made.
    touch(14, 10, "news", { delivered: null, responded: null, cost: null }),
    touch(1, -5, "visit", { doneOn: null, delivered: null, responded: null, cost: null }),
  ];
}

/** Two events of the small shop: one a quarter ago, one in the quarter of the as-of date. */
export function smallEvents(asOf: number): readonly EventRecord[] {
  const guests = (...indices: readonly number[]) => new Set(indices.map(idOf));
  return [
    {
      name: "辅食工坊",
      type: "沙龙",
      heldOn: asOf - 150,
      invited: guests(0, 1, 2, 3, 6, 20),
      attended: guests(0, 3, 6),
    },
    {
      name: "会员下午茶",
      type: "沙龙",
      heldOn: asOf - 46,
      invited: guests(0, 1, 2, 3),
      attended: guests(0, 1, 2),
    },
  ];
}
