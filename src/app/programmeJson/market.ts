import { monthReview, type Analysis } from "../../core/analysis";
import { formatDay, type DayNumber } from "../../core/math/day";
import { LOOP_STAGES } from "../../core/programme";
import type { Json } from "../resultJson";

const day = (value: DayNumber): string => formatDay(value);
/** An id of core that may be "" for "none". */
const id = (value: string): string | null => (value === "" ? null : value);

/** A rate with what it was counted from; its interval as low and high. */
function rateJson<T extends { readonly interval: { readonly low: number; readonly high: number } | null }>({
  interval,
  ...rate
}: T): Omit<T, "interval"> & { readonly low: number | null; readonly high: number | null } {
  return { ...rate, low: interval?.low ?? null, high: interval?.high ?? null };
}

/** Benchmarks, funnel, events, response, channels, new and existing customers, discounts, industries, points. */
export function marketJson({ programme: { market } }: Analysis): Json {
  const { events, recommendations, response, channels, discounts, industries, points, contracts } = market;
  return {
    benchmarks: market.benchmarks.map((benchmark) => rateJson({ ...benchmark })),
    horizonDays: market.horizonDays,
    funnel: market.funnel && {
      ...market.funnel,
      stages: market.funnel.stages.map((stage) => ({ ...stage })),
    },
    events: events && {
      events: events.events.map(({ heldOn, ...event }) => ({ heldOn: day(heldOn), ...event })),
      quarters: events.quarters.map(({ from, to, events: count }) => ({
        from: day(from),
        to: day(to),
        events: count,
      })),
      attendance: rateJson({ ...events.attendance }),
      overdue: events.overdue,
    },
    recommendations: recommendations && {
      made: recommendations.made,
      bought: recommendations.bought,
      rate: recommendations.rate,
      days: recommendations.days,
      pending: recommendations.pending,
      byItem: recommendations.byItem.map((line) => rateJson({ ...line })),
      byOwner: recommendations.byOwner.map((line) => rateJson({ ...line, owner: id(line.owner) })),
    },
    response: response && {
      touches: rateJson({ ...response.touches }),
      customers: rateJson({ ...response.customers }),
      months: response.months.map(({ month, ...rate }) => ({ month: day(month), ...rateJson(rate) })),
      channels: response.channels.map((line) => rateJson({ ...line })),
      tiers: response.tiers.map(({ tier, channels: rates, best }) => ({
        tier,
        channels: rates.map((rate, place) => ({
          channel: response.channels[place]?.channel ?? "",
          ...rateJson({ ...rate }),
        })),
        best: best === null ? null : (response.channels[best]?.channel ?? null),
      })),
    },
    channels:
      channels &&
      channels.map(({ result, customers, clv, headroom, paybackMonths }) => ({
        channel: result.channel,
        customers,
        clv,
        headroom,
        paybackMonths,
      })),
    mix: market.mix.map((line) => ({ ...line })),
    spend: { ...market.spend },
    discounts: discounts && discounts.map((line) => rateJson({ ...line })),
    industries: industries && {
      months: industries.months.map(day),
      lines: industries.lines.map((line) => ({ ...line, industry: id(line.industry) })),
    },
    points: points && {
      customers: points.customers,
      balance: points.balance,
      earned: points.earned,
      redeemed: points.redeemed,
      expired: points.expired,
      redemption: { ...points.redemption },
      liability: points.liability,
      perUnit: points.perUnit,
      excess: points.excess.map(({ row, earned, due }) => ({
        customerId: row.id,
        name: row.record?.name ?? "",
        earned,
        due,
      })),
      expiring:
        points.expiring &&
        points.expiring.map(({ row, points: count, expireOn, state }) => ({
          customerId: row.id,
          name: row.record?.name ?? "",
          points: count,
          expireOn: day(expireOn),
          state,
        })),
    },
    contracts: contracts && rateJson({ ...contracts }),
  };
}

/** The monthly report, and the blocks of the closed loop. */
export function monthlyReportJson(analysis: Analysis): Json {
  const review = monthReview(analysis);
  return {
    statuses: { ...review.statuses },
    month: review.month && { ...review.month, month: day(review.month.month) },
    monthBefore: review.monthBefore && { ...review.monthBefore, month: day(review.monthBefore.month) },
    changes: review.changes.map(({ kpi, change, better, causes }) => ({
      id: kpi.id,
      value: kpi.value,
      before: kpi.before,
      change,
      better,
      causes: causes.map((cause) => ({ ...cause })),
    })),
    actions: review.actions.map((action) => ({ ...action })),
    loop: LOOP_STAGES.map(({ id: stage, kpis }) => ({ stage, kpis: [...kpis] })),
  };
}
