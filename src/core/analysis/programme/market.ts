import { channelKey, channelValues, type ChannelValue } from "../../channels";
import type { EventSummary } from "../../events";
import type { KpiId } from "../../kpi/types";
import { funnel } from "../../leads";
import type { Funnel } from "../../leads/funnel";
import {
  benchmarks,
  contractChurn,
  discountEffect,
  industryTrend,
  satisfactionGrid,
  type Benchmark,
  type ContractChurn,
} from "../../programme";
import type { BenchmarkFigures } from "../../programme/benchmarks";
import type { MixLine } from "../../programme/customerMix";
import type { DiscountClass } from "../../programme/discountEffect";
import type { IndustryTrend } from "../../programme/industryTrend";
import type { PointsLedger } from "../../programme/pointsLedger";
import type { RecommendationSuccess } from "../../recommendations";
import { isDoneWithin, responseReview, type ResponseReview } from "../../touch";
import { discountShares } from "./customerPlaces";
import type { ProgrammeInputs } from "./inputs";

/** What was spent on winning customers and on those the shop had; null: no cost is known. */
export interface SpendSplit {
  readonly newCustomers: number | null;
  readonly existing: number | null;
}

/** How customers are found, asked and won, beside what the brief claims. */
export interface Market {
  readonly benchmarks: readonly Benchmark[];
  /** Days that the share of existing customers who buy speaks of. */
  readonly horizonDays: number;
  /** null without a sheet, like what follows. */
  readonly funnel: Funnel | null;
  readonly events: EventSummary | null;
  readonly recommendations: RecommendationSuccess | null;
  readonly response: ResponseReview | null;
  readonly channels: readonly ChannelValue[] | null;
  /** Buyers of the window, new and existing. */
  readonly mix: readonly MixLine[];
  readonly spend: SpendSplit;
  /** null where no sheet has list prices. */
  readonly discounts: readonly DiscountClass[] | null;
  /** null where no company is known. */
  readonly industries: IndustryTrend | null;
  /** null where nobody has points. */
  readonly points: PointsLedger | null;
  /** null where nobody has a contract. */
  readonly contracts: ContractChurn | null;
}

export function marketOf(inputs: ProgrammeInputs): Market {
  const { leads, absent, figures, touches, rows, rowByKey, book, settings, windowStart, asOf } = inputs;
  const { programme, prediction } = settings;
  const sales = absent.has("leads") || leads.length === 0 ? null : funnel(leads);
  const spend = spendOf(inputs);
  const discountShare = discountShares(inputs);
  return {
    benchmarks: benchmarks(benchmarkFigures(inputs, sales, spend), programme.trade),
    horizonDays: prediction.horizonDays,
    funnel: sales,
    events: figures.events,
    recommendations: figures.recommendations,
    response: absent.has("touches")
      ? null
      : responseReview(touches, (key) => rowByKey.get(key)?.tier ?? "", windowStart, asOf),
    channels: channelsOf(inputs),
    mix: figures.mix,
    spend,
    discounts:
      discountShare === null
        ? null
        : discountEffect(
            discountShare,
            Int32Array.from(rows, ({ orders }) => orders),
          ),
    industries: industryTrend(rows, book.orders, asOf, book.decimals),
    points: figures.points,
    contracts: contractChurn(rows, windowStart, asOf),
  };
}

/** Customers from before the window: those there is something to keep of. */
const isExisting = (firstDay: number | null, windowStart: number) =>
  firstDay !== null && firstDay < windowStart;

function spendOf({ channels, touches, rowByKey, windowStart, asOf }: ProgrammeInputs): SpendSplit {
  let existing: number | null = null;
  for (const touch of touches) {
    if (touch.cost === null || !isDoneWithin(touch, windowStart, asOf)) continue;
    if (isExisting(rowByKey.get(touch.customerKey)?.firstDay ?? null, windowStart))
      existing = (existing ?? 0) + touch.cost;
  }
  const isKnown = channels?.channels.some(({ spend }) => spend !== null) ?? false;
  return { newCustomers: isKnown ? (channels?.spend ?? null) : null, existing };
}

function channelsOf({ channels, rows, predictions, settings }: ProgrammeInputs): Market["channels"] {
  if (channels === null) return null;
  const sums = new Map<string, { customers: number; predicted: number; clv: number }>();
  for (const { record, bookIndex, totalOrders } of rows) {
    const key = channelKey(record?.sourceChannel ?? "");
    if (key === "" || totalOrders === 0) continue;
    const sum = sums.get(key) ?? { customers: 0, predicted: 0, clv: 0 };
    const clv = predictions?.value?.clv[bookIndex] ?? Number.NaN;
    const isPredicted = !Number.isNaN(clv);
    sums.set(key, {
      customers: sum.customers + 1,
      predicted: sum.predicted + (isPredicted ? 1 : 0),
      clv: sum.clv + (isPredicted ? clv : 0),
    });
  }
  const { margin, months } = settings.prediction;
  return channelValues(
    channels.channels,
    (channel) => {
      const { customers, predicted, clv } = sums.get(channelKey(channel)) ?? {
        customers: 0,
        predicted: 0,
        clv: 0,
      };
      return { customers, clv: predicted > 0 ? clv / predicted : null };
    },
    { margin, months },
  );
}

function benchmarkFigures(
  { rows, latest, kpis, channels, predictions, windowStart, asOf, settings, absent }: ProgrammeInputs,
  sales: Funnel | null,
  spend: SpendSplit,
): BenchmarkFigures {
  const kpi = (id: KpiId) => kpis.find((result) => result.id === id);
  const share = (id: KpiId) => {
    const { value, numerator, denominator } = kpi(id) ?? {};
    return value === null || value === undefined ? null : { hits: numerator ?? 0, of: denominator ?? 0 };
  };
  const retained = share("retention");
  const ofNew = share("referralShareOfNew");
  const ofRevenue = share("referralShareOfRevenue");
  const loyal = kpi("loyalToOrdinarySpend");
  const satisfied = absent.has("surveys")
    ? undefined
    : satisfactionGrid(rows, latest, asOf, settings.winBackMonths).find(({ mood }) => mood === "satisfied");
  const whatIf = predictions?.retention;
  const change = (sign: 1 | -1) =>
    whatIf?.status === "known"
      ? (whatIf.cases.find(({ points }) => Math.sign(points) === sign)?.lifetimeMarginChange ?? null)
      : null;
  return {
    retentionCost:
      spend.existing === null
        ? null
        : {
            cost: spend.existing,
            kept: rows.filter(({ firstDay, orders }) => isExisting(firstDay, windowStart) && orders > 0)
              .length,
          },
    cac: channels?.blendedCac ?? null,
    existing: retained && { customers: retained.of, bought: retained.hits },
    leads: sales === null ? null : { decided: sales.won + sales.lost, won: sales.won },
    referralOfNew: ofNew && { referred: ofNew.hits, known: ofNew.of },
    referralOfRevenue: ofRevenue && { referred: ofRevenue.hits, known: ofRevenue.of },
    loyalRatio:
      loyal?.value === null || loyal?.value === undefined
        ? null
        : {
            ratio: loyal.value,
            interval: loyal.low === null || loyal.high === null ? null : { low: loyal.low, high: loyal.high },
          },
    satisfied:
      satisfied === undefined || satisfied.rate === null
        ? null
        : { customers: satisfied.active + satisfied.lapsed, lost: satisfied.lapsed },
    marginChange: { more: change(1), less: change(-1) },
  };
}
