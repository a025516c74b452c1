import type { ChannelTable } from "../channels/types";
import {
  KPI_IDS,
  kpiResult,
  kpiTarget,
  meanRatioInterval,
  Moments,
  wilsonInterval,
  type KpiId,
  type KpiMeasure,
  type KpiResult,
  type StatedTarget,
} from "../kpi";
import type { DayNumber } from "../math/day";
import type { CompletenessResult } from "../quality/types";
import type { ClockId, ServiceResults } from "../service/types";
import type { Settings } from "../settings";
import type { surveySummary } from "../surveys";
import type { SheetKind } from "../tables";
import type { TierId } from "../tiers/types";
import type { TouchResponse } from "../touch/types";
import { MoneySum } from "./moneySum";
import type { RealisedChurn } from "./realisedChurn";
import type { ReferralShare } from "./referrals";
import type { Analysis, CustomerRow } from "./types";

/** Figures of the other topics; null where their sheet is not there. */
export interface KpiSources {
  readonly rows: readonly CustomerRow[];
  readonly totals: Analysis["totals"];
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
  readonly targets: ReadonlyMap<KpiId, StatedTarget>;
  readonly missingSheets: ReadonlySet<SheetKind>;
}

/** The sheet each KPI cannot do without. */
const NEEDED_SHEET: Readonly<Record<KpiId, SheetKind>> = {
  completeness: "customers",
  completenessStrict: "customers",
  responseRate: "touches",
  cac: "channels",
  repeatRate: "orders",
  coreRepeatRate: "orders",
  retention: "orders",
  churn: "orders",
  clv: "orders",
  complaintOnTime: "tickets",
  enquiryOnTime: "tickets",
  highValueOnTime: "tickets",
  followUpOnTime: "tickets",
  satisfaction: "surveys",
  nps: "surveys",
  referralShareOfNew: "channels",
  referralShareOfRevenue: "customers",
  highTierShareOfNet: "orders",
  loyalToOrdinarySpend: "orders",
  netPerCustomer: "orders",
  netPerOrder: "orders",
};

const UNKNOWN: KpiMeasure = {
  value: null,
  numerator: null,
  denominator: null,
  interval: null,
  sample: null,
  coverage: null,
  missing: null,
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
  rows: readonly CustomerRow[],
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

function measures(sources: KpiSources, settings: Settings): Readonly<Record<KpiId, KpiMeasure>> {
  const { rows, totals, core, churn, clv, completeness, touch, channels, service, survey, referrals } =
    sources;
  const buyers = rows.filter(({ orders }) => orders > 0);
  const spend = tierSpend(rows, settings.currency.decimals);
  const tiered = spend.top.n + spend.others.n;
  const index =
    settings.satisfactionScale === "times" ? survey?.summary.indexTimes : survey?.summary.indexMinmax;
  const ofRevenue = referrals?.ofRevenue;
  return {
    completeness: completeness === null ? UNKNOWN : quotient(completeness.cells, completeness.total),
    completenessStrict:
      completeness === null ? UNKNOWN : quotient(completeness.fullyComplete, completeness.customers),
    responseRate: touch === null ? UNKNOWN : rate(touch.responded, touch.delivered),
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
  };
}

/**
 * All KPIs in the order of KPI_IDS, each beside its target (the 目标 sheet's, else the brief's).
 *
 * A figure whose sheet is not there names that sheet; one that its sheet cannot give (nothing due, no
 * tiers at the start of the window) names none.
 */
export function kpiBoard(sources: KpiSources, settings: Settings, asOf: DayNumber): readonly KpiResult[] {
  const found = measures(sources, settings);
  return KPI_IDS.map((id) => {
    const sheet = NEEDED_SHEET[id];
    const missing = found[id].missing ?? (sources.missingSheets.has(sheet) ? sheet : null);
    return kpiResult(id, { ...found[id], missing }, kpiTarget(id, sources.targets.get(id)), {
      asOf,
      smallSample: settings.smallSample,
    });
  });
}
