import { QUARTER_WARN_DAYS, type EventSummary } from "../events";
import type { ChannelTable } from "../channels/types";
import {
  meanRatioInterval,
  medianInterval,
  Moments,
  wilsonInterval,
  type KpiId,
  type KpiMeasure,
} from "../kpi";
import { median } from "../math/median";
import type { MixLine } from "../programme/customerMix";
import type { DaysToAction } from "../programme/feedbackTimes";
import type { CompletenessResult } from "../quality/types";
import type { ClockId, ServiceResults } from "../service/types";
import type { Settings } from "../settings";
import type { surveySummary } from "../surveys";
import type { SheetKind } from "../tables";
import type { TierId } from "../tiers/types";
import type { TouchCoverage } from "../touch";
import type { TouchResponse } from "../touch/types";
import type { WinBackTracker } from "../winBack";
import { MoneySum } from "./moneySum";
import type { KpiFigures } from "./programme";
import type { RealisedChurn } from "./realisedChurn";
import type { ReferralShare } from "./referrals";
import type { Analysis, CustomerRow } from "./types";

/** Figures of the other topics; null where their sheet is not there. */
export interface KpiSources {
  readonly rows: readonly Pick<CustomerRow, "tier" | "orders" | "netSpend">[];
  readonly totals: Pick<Analysis["totals"], "net" | "orders" | "buyers">;
  /** Customers who were core at the start of the window, and those of them who ordered in it; null: no tiers then. */
  readonly core: { readonly customers: number; readonly ordered: number } | null;
  /** Who bought before the last horizon, and who of them did not in it; null: nobody did, or the data is shorter. */
  readonly churn: RealisedChurn | null;
  /** Of all customers who have ordered, in major units; null where nothing can be predicted. */
  readonly clv: { readonly customers: number; readonly total: number } | null;
  readonly completeness: CompletenessResult | null;
  readonly touch: TouchResponse | null;
  readonly channels: ChannelTable | null;
  readonly service: ServiceResults | null;
  readonly survey: ReturnType<typeof surveySummary> | null;
  readonly referrals: { readonly ofNew: ReferralShare; readonly ofRevenue: ReferralShare } | null;
  /** Of the touch plan; null without a touch sheet. */
  readonly coverage: TouchCoverage | null;
  /** From complaints and bad answers of the window; null with neither sheet. */
  readonly feedback: DaysToAction | null;
  readonly winBack: WinBackTracker | null;
  readonly figures: Partial<KpiFigures>;
}

const UNKNOWN: KpiMeasure = {
  value: null,
  numerator: null,
  denominator: null,
  interval: null,
  sample: null,
  coverage: null,
  missing: null,
  lateFrom: null,
  tooFew: false,
};

/** hits of n that say something about the customers or tickets to come. */
function rate(hits: number, n: number): KpiMeasure {
  if (n === 0) return { ...UNKNOWN, numerator: 0, denominator: 0, sample: 0 };
  return {
    ...UNKNOWN,
    value: hits / n,
    numerator: hits,
    denominator: n,
    interval: wilsonInterval(hits, n),
    sample: n,
  };
}

/** A division of two sums; null where there is nothing to divide by. */
function quotient(
  numerator: number,
  denominator: number,
  more: Partial<Pick<KpiMeasure, "sample" | "interval" | "coverage">> = {},
): KpiMeasure {
  const value = denominator > 0 ? numerator / denominator : null;
  return { ...UNKNOWN, value, numerator, denominator, ...more };
}

function clock(service: ServiceResults | null, id: ClockId): KpiMeasure {
  const counts = service?.clocks[id];
  return counts === undefined ? UNKNOWN : rate(counts.met, counts.met + counts.missed);
}

function referralOfNew({ referrals, channels }: KpiSources): KpiMeasure {
  const share = referrals?.ofNew;
  if (share !== undefined && share.known > 0) {
    return { ...rate(share.referred, share.known), coverage: share.coverage };
  }
  if (channels === null || channels.referralShareOfNew === null) return UNKNOWN;
  const all = channels.newCustomers;
  return rate(Math.round(channels.referralShareOfNew * all), all);
}

/** Net spend of the base by tier: the top tier against everybody else. */
function tierSpend(
  rows: KpiSources["rows"],
  decimals: number,
): {
  readonly top: Moments;
  readonly others: Moments;
  readonly topNet: number;
  readonly net: number;
} {
  const top = new Moments();
  const others = new Moments();
  const topNet = new MoneySum(decimals);
  const net = new MoneySum(decimals);
  const sideOf: Readonly<Partial<Record<TierId, "top" | "others">>> = {
    high: "top",
    medium: "others",
    basic: "others",
  };
  for (const { tier, netSpend } of rows) {
    const side = sideOf[tier];
    if (side === undefined) continue;
    (side === "top" ? top : others).add(netSpend);
    net.add(netSpend);
    if (side === "top") topNet.add(netSpend);
  }
  return { top, others, topNet: topNet.total, net: net.total };
}

/** The share, or the sheet whose column would bring it. */
function columnOf(sheet: SheetKind, measure: KpiMeasure | null): KpiMeasure {
  return measure ?? { ...UNKNOWN, missing: sheet };
}

/** Spend against what it brought at first, over channels of which both are known; who brought nobody brought nothing. */
function spendToRevenue({ channels }: ChannelTable): KpiMeasure {
  let spent = 0;
  let earned = 0;
  let people = 0;
  for (const { spend, revenue, newCustomers } of channels) {
    const brought = revenue ?? ((newCustomers ?? 0) === 0 ? 0 : null);
    if (spend === null || brought === null) continue;
    spent += spend;
    earned += brought;
    people += newCustomers ?? 0;
  }
  return quotient(spent, earned, { sample: people });
}

/** Events of the running quarter: none is late only when few days are left. */
function eventsNow({ quarters }: EventSummary): KpiMeasure {
  const quarter = quarters.at(-1);
  if (quarter === undefined) return UNKNOWN;
  return { ...UNKNOWN, value: quarter.events, lateFrom: quarter.to - QUARTER_WARN_DAYS + 1 };
}

/** Half of what was acted on took this long or less; what still waits is not in the base. */
function feedbackDays({ acted, waiting }: DaysToAction, windowDays: number): KpiMeasure {
  const all = acted.length + waiting.length;
  return {
    ...UNKNOWN,
    value: median(acted),
    denominator: acted.length,
    interval: medianInterval(acted, { low: 0, high: windowDays }),
    sample: acted.length,
    coverage: all > 0 ? acted.length / all : null,
  };
}

/** How far the win-back rate lies above that of those left alone, over the campaigns that may be compared. */
function winBackEffect({ effect }: WinBackTracker): KpiMeasure {
  if (effect === null || effect.difference === null) return UNKNOWN;
  const { difference, treated, holdOut, verdict } = effect;
  return {
    ...UNKNOWN,
    value: difference.value,
    denominator: treated.customers + holdOut.customers,
    interval: difference,
    sample: Math.min(treated.customers, holdOut.customers),
    tooFew: verdict === "tooFew",
  };
}

/** Net spend by who brought it; customers of unknown start are in neither part. */
function existingShare(mix: readonly MixLine[]): KpiMeasure {
  const netOf = (group: MixLine["group"]) => mix.find((line) => line.group === group)?.net ?? 0;
  const known = netOf("existing") + netOf("new");
  const all = known + netOf("unknown");
  return quotient(netOf("existing"), known, { coverage: all > 0 ? known / all : null });
}

/** Every KPI as it can be measured from these sources. */
export function kpiMeasures(sources: KpiSources, settings: Settings): Readonly<Record<KpiId, KpiMeasure>> {
  const { rows, totals, core, churn, clv, completeness, touch, channels, service, survey, referrals } =
    sources;
  const { coverage, feedback, winBack } = sources;
  const buyers = rows.filter(({ orders }) => orders > 0);
  const spend = tierSpend(rows, settings.currency.decimals);
  const tiered = spend.top.n + spend.others.n;
  const index =
    settings.satisfactionScale === "times" ? survey?.summary.indexTimes : survey?.summary.indexMinmax;
  const ofRevenue = referrals?.ofRevenue;
  const { recommendations, events, referral, community, silentMembers, points, mix, secondOrders, surveyed } =
    sources.figures;
  return {
    completeness: completeness === null ? UNKNOWN : quotient(completeness.cells, completeness.total),
    completenessStrict:
      completeness === null ? UNKNOWN : quotient(completeness.fullyComplete, completeness.customers),
    responseRate: touch === null ? UNKNOWN : rate(touch.responded, touch.delivered),
    touchCoverage: coverage === null ? UNKNOWN : quotient(coverage.onTime, coverage.customers),
    cac:
      channels === null || channels.blendedCac === null
        ? UNKNOWN
        : quotient(channels.spend, channels.costedNewCustomers, { sample: channels.costedNewCustomers }),
    repeatRate: rate(buyers.filter(({ orders }) => orders >= 2).length, buyers.length),
    coreRepeatRate: core === null ? UNKNOWN : rate(core.ordered, core.customers),
    retention: churn === null ? UNKNOWN : rate(churn.customers - churn.lost, churn.customers),
    churn: churn === null ? UNKNOWN : rate(churn.lost, churn.customers),
    clv: clv === null ? UNKNOWN : quotient(clv.total, clv.customers, { sample: clv.customers }),
    complaintOnTime: clock(service, "complaint24h"),
    enquiryOnTime: clock(service, "enquiry2h"),
    highValueOnTime: clock(service, "highValue2h"),
    followUpOnTime: clock(service, "followUp7d"),
    satisfaction:
      survey === null || index === null || index === undefined
        ? UNKNOWN
        : {
            ...UNKNOWN,
            value: index,
            denominator: survey.summary.n,
            interval: survey.intervals[settings.satisfactionScale],
            sample: survey.summary.n,
          },
    nps:
      survey === null || survey.summary.nps === null
        ? UNKNOWN
        : {
            ...UNKNOWN,
            value: survey.summary.nps,
            numerator: survey.summary.promoters - survey.summary.detractors,
            denominator: survey.summary.npsN,
            interval: survey.intervals.nps,
            sample: survey.summary.npsN,
          },
    referralShareOfNew: referralOfNew(sources),
    referralShareOfRevenue:
      ofRevenue === undefined
        ? { ...UNKNOWN, missing: "customers" }
        : quotient(ofRevenue.referred, ofRevenue.known, { coverage: ofRevenue.coverage }),
    highTierShareOfNet: tiered === 0 ? UNKNOWN : quotient(spend.topNet, spend.net, { sample: tiered }),
    loyalToOrdinarySpend:
      spend.top.n === 0 || spend.others.n === 0 || spend.others.mean <= 0
        ? UNKNOWN
        : {
            ...quotient(spend.top.mean, spend.others.mean),
            interval: meanRatioInterval(spend.top, spend.others),
            sample: Math.min(spend.top.n, spend.others.n),
          },
    netPerCustomer: quotient(totals.net, totals.buyers, { sample: totals.buyers }),
    netPerOrder: quotient(totals.net, totals.orders, { sample: totals.orders }),
    recommendationSuccess: recommendations ? rate(recommendations.bought, recommendations.made) : UNKNOWN,
    referralRate: columnOf("customers", referral ? rate(referral.referrers, referral.active) : null),
    cacToOrderValue: channels === null ? UNKNOWN : spendToRevenue(channels),
    existingShareOfNet: mix ? existingShare(mix) : UNKNOWN,
    secondOrderRate: secondOrders ? rate(secondOrders.returned, secondOrders.settled) : UNKNOWN,
    winBackRate: winBack === null ? UNKNOWN : rate(winBack.won, winBack.settled),
    winBackEffect: winBack === null ? UNKNOWN : winBackEffect(winBack),
    communityReach: columnOf(
      "customers",
      community ? quotient(community.active, community.members, { sample: community.members }) : null,
    ),
    silentMembers: columnOf(
      "customers",
      silentMembers
        ? quotient(silentMembers.silent, silentMembers.judged, { sample: silentMembers.judged })
        : null,
    ),
    eventsInQuarter: events ? eventsNow(events) : UNKNOWN,
    eventAttendance: events ? rate(events.attendance.attended, events.attendance.invited) : UNKNOWN,
    surveyCoverage: surveyed ? quotient(surveyed.surveyed, surveyed.active) : UNKNOWN,
    feedbackDays: feedback === null ? UNKNOWN : feedbackDays(feedback, settings.windowDays),
    pointsRedemption: columnOf(
      "customers",
      points && points.redemption.rate !== null
        ? quotient(points.redemption.redeemed, points.redemption.earned)
        : null,
    ),
  };
}
