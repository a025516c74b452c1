import { isDoneWithin, arrival, type TouchRecord } from "../touch";
import { wilsonInterval } from "../kpi";
import { channelClaim, needShares } from "../programme";
import type { LatestAnswer } from "../surveys";
import type { TicketRecord } from "../service/types";
import { TIER_IDS, type TierId } from "../tiers/types";
import { median } from "../math/median";
import type { CategoryTastes } from "./categoryTastes";
import type { TouchFacts } from "./customerFacts";
import { MoneySum } from "./moneySum";
import type { OnlineBehaviour } from "./onlineBehaviour";
import type { Predictions } from "./predictions";
import { tierOutlook } from "./tierOutlook";
import type { CustomerRow, Share, TierPortrait } from "./types";

export type TierInPortrait = Exclude<TierId, "">;

/** Tiers that share the base among them. */
const VALUE_TIERS: ReadonlySet<TierId> = new Set<TierId>(["high", "medium", "basic"]);

/** Inside a tier of fewer customers a per cent says more than is known. */
const SMALL_TIER = 5;

/** Two of five or less; 0.4 may carry the rounding of a division. */
const DISSATISFIED = 0.4 + 1e-9;

const NOTHING_SEEN: OnlineBehaviour = { known: 0, visited: 0, carted: 0, waiting: 0, untapped: [] };

/** Longest lists of a portrait. */
const TOP = 10;

export interface PortraitSources {
  readonly rows: readonly CustomerRow[];
  readonly tastes: CategoryTastes;
  readonly decimals: number;
  /** Tickets known at the moment of judgement. */
  readonly tickets: readonly TicketRecord[];
  readonly touches: readonly TouchRecord[];
  readonly touchFacts: ReadonlyMap<string, TouchFacts>;
  readonly windowStart: number;
  readonly asOf: number;
  readonly predictions: Predictions | null;
  readonly answers: ReadonlyMap<string, LatestAnswer>;
  /** Share of a tier from which a need counts as shared. */
  readonly needShare: number;
  /** null: nothing is known of any customer. */
  readonly online: ReadonlyMap<TierId, OnlineBehaviour> | null;
}

/** Place of a tier in TIER_IDS, by which tastes are grouped; −1 for no tier. */
export function tierPlace(tier: TierId): number {
  return tier === "" ? -1 : TIER_IDS.indexOf(tier);
}

/**
 * Portrait of each tier: size and weight, rhythm, what it wants (categories, tags), what hurts
 * (complaint reasons), and how it likes to be reached.
 *
 * The value tiers always have a portrait where there are tiers at all; customers outside the window and
 * without an order have one where there are any. Shares are of the customers and the net spend of the
 * base. The preferred channel is the one the customer sheet states, else the one most touches were
 * answered on. Lists are cut after ten and stand by net spend (categories) or count.
 */
export function tierPortraits(sources: PortraitSources): readonly TierPortrait[] {
  const { rows } = sources;
  const members = new Map<TierId, CustomerRow[]>(TIER_IDS.map((tier) => [tier, []]));
  let baseCount = 0;
  const baseNet = new MoneySum(sources.decimals);
  for (const row of rows) {
    members.get(row.tier)?.push(row);
    if (!VALUE_TIERS.has(row.tier)) continue;
    baseCount++;
    baseNet.add(row.netSpend);
  }
  const reasons = complaintReasons(sources);
  const responses = channelResponses(sources);
  const needs = new Map(needShares(rows, sources.needShare).map(({ tier, ...own }) => [tier, own] as const));
  return TIER_IDS.filter(
    (tier) => (members.get(tier)?.length ?? 0) > 0 || (VALUE_TIERS.has(tier) && baseCount > 0),
  ).map((tier) =>
    portrait(tier, members.get(tier) ?? [], { baseCount, baseNet: baseNet.total }, sources, {
      topComplaintReasons: topByCount(reasons.get(tier) ?? new Map<string, Tally>()),
      channelResponse: [...(responses.get(tier) ?? [])].map(([channel, counts]) => ({
        channel,
        ...counts,
        interval: wilsonInterval(counts.responded, counts.delivered),
      })),
      needs: needs.get(tier) ?? null,
      online: sources.online && (sources.online.get(tier) ?? NOTHING_SEEN),
    }),
  );
}

interface Tally {
  count: number;
  readonly net: MoneySum;
}

function portrait(
  tier: TierInPortrait,
  rows: readonly CustomerRow[],
  base: { readonly baseCount: number; readonly baseNet: number },
  sources: PortraitSources,
  others: Pick<TierPortrait, "topComplaintReasons" | "channelResponse" | "needs" | "online">,
): TierPortrait {
  const customers = rows.length;
  const hasShare = VALUE_TIERS.has(tier);
  const intervals: number[] = [];
  const days: number[] = [];
  const tags = new Map<string, Tally>();
  const preferences = new Map<string, Tally>();
  const spent = new MoneySum(sources.decimals);
  let orders = 0;
  let repeating = 0;
  let satisfied = 0;
  let answered = 0;
  let low = 0;
  for (const row of rows) {
    spent.add(row.netSpend);
    orders += row.orders;
    if (row.orders >= 2) repeating++;
    if (row.intervalDays !== null) intervals.push(row.intervalDays);
    if (row.daysSinceLastOrder !== null) days.push(row.daysSinceLastOrder);
    if (row.satisfaction !== null) {
      satisfied += row.satisfaction;
      answered++;
      if ((sources.answers.get(row.key)?.satisfaction?.ofTop ?? 1) <= DISSATISFIED) low++;
    }
    if (row.tag !== "") count(tags, row.tag, row.netSpend, sources.decimals);
    const stated = row.record?.contactPreference ?? "";
    const preference = stated !== "" ? stated : (sources.touchFacts.get(row.key)?.answersOn ?? "");
    if (preference !== "") count(preferences, preference, row.netSpend, sources.decimals);
  }
  const net = spent.total;
  return {
    tier,
    customers,
    customerShare: hasShare ? customers / base.baseCount : null,
    net,
    netShare: hasShare && base.baseNet > 0 ? net / base.baseNet : null,
    orders,
    netPerCustomer: hasShare && customers > 0 ? net / customers : null,
    netPerOrder: orders > 0 ? net / orders : null,
    medianIntervalDays: median(intervals),
    medianDaysSinceLastOrder: median(days),
    repeatRate: hasShare && customers > 0 ? repeating / customers : null,
    satisfaction: { mean: answered === 0 ? null : satisfied / answered, n: answered, low },
    topCategories: topCategories(tierPlace(tier), sources),
    topTags: topByCount(tags),
    contactPreferences: topByCount(preferences),
    ...tierOutlook(rows, sources.predictions),
    smallSample: customers < SMALL_TIER,
    channelClaim: channelClaim(tier, others.channelResponse),
    ...others,
  };
}

function count(tallies: Map<string, Tally>, id: string, net: number, decimals: number): void {
  let tally = tallies.get(id);
  if (tally === undefined) {
    tally = { count: 0, net: new MoneySum(decimals) };
    tallies.set(id, tally);
  }
  tally.count++;
  tally.net.add(net);
}

/** The most frequent first; equal counts by net spend, then in order of first appearance. */
function topByCount(tallies: ReadonlyMap<string, Tally>): readonly Share[] {
  return [...tallies]
    .map(([id, tally]): Share => ({ id, count: tally.count, net: tally.net.total }))
    .sort((one, other) => other.count - one.count || other.net - one.net)
    .slice(0, TOP);
}

function topCategories(place: number, { tastes, decimals }: PortraitSources): readonly Share[] {
  const scale = 10 ** decimals;
  const shares: Share[] = [];
  tastes.names.forEach((id, category) => {
    const at = place * tastes.names.length + category;
    const buyers = tastes.buyers[at] ?? 0;
    if (buyers > 0) shares.push({ id, count: buyers, net: (tastes.net[at] ?? 0) / scale });
  });
  return shares.sort((one, other) => other.net - one.net || other.count - one.count).slice(0, TOP);
}

/** Complaints by tier of the customer and reason; those without a reason say nothing about it. */
function complaintReasons({
  rows,
  tickets,
  decimals,
}: PortraitSources): ReadonlyMap<TierId, Map<string, Tally>> {
  const tierOf = new Map(rows.map(({ key, tier }) => [key, tier]));
  const reasons = new Map<TierId, Map<string, Tally>>();
  for (const ticket of tickets) {
    const tier = tierOf.get(ticket.customerKey);
    if (ticket.type !== "complaint" || ticket.reason === "" || tier === undefined) continue;
    let ofTier = reasons.get(tier);
    if (ofTier === undefined) {
      ofTier = new Map();
      reasons.set(tier, ofTier);
    }
    count(ofTier, ticket.reason, 0, decimals);
  }
  return reasons;
}

/** Touches of the window by tier of the customer and channel. */
function channelResponses({
  rows,
  touches,
  windowStart,
  asOf,
}: PortraitSources): ReadonlyMap<TierId, Map<string, { delivered: number; responded: number }>> {
  const tierOf = new Map(rows.map(({ key, tier }) => [key, tier]));
  const responses = new Map<TierId, Map<string, { delivered: number; responded: number }>>();
  for (const touch of touches) {
    if (!isDoneWithin(touch, windowStart, asOf)) continue;
    const outcome = arrival(touch);
    const tier = tierOf.get(touch.customerKey);
    if (outcome === null || outcome === "missed" || tier === undefined) continue;
    let ofTier = responses.get(tier);
    if (ofTier === undefined) {
      ofTier = new Map();
      responses.set(tier, ofTier);
    }
    let counts = ofTier.get(touch.channel);
    if (counts === undefined) {
      counts = { delivered: 0, responded: 0 };
      ofTier.set(touch.channel, counts);
    }
    counts.delivered++;
    if (outcome === "answered") counts.responded++;
  }
  return responses;
}
