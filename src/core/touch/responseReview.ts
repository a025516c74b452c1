import { channelKey } from "../channels/channelResults";
import { wilsonInterval, type Interval } from "../kpi/intervals";
import { firstDayOfMonth, monthIndex, type DayNumber } from "../math/day";
import { TIER_IDS, type TierId } from "../tiers/types";
import { arrival, isDoneWithin } from "./touchResponse";
import type { TouchRecord } from "./types";

export interface ResponseRate {
  readonly delivered: number;
  readonly responded: number;
  /** responded ÷ delivered; null with nothing delivered. */
  readonly rate: number | null;
  readonly interval: Interval | null;
}

export interface ChannelResponse extends ResponseRate {
  /** As the sheet first spells it; "": it does not say. */
  readonly channel: string;
  /** Touches made, delivered or not, and their share of all. */
  readonly made: number;
  readonly share: number;
  /** Sum of what is known; null where no cost is. */
  readonly cost: number | null;
}

export interface TierResponse {
  readonly tier: Exclude<TierId, "">;
  /** In the order of the channels of the review. */
  readonly channels: readonly ResponseRate[];
  /** Place of the channel this tier answers to most; null: none has enough deliveries to tell. */
  readonly best: number | null;
}

export interface ResponseReview {
  readonly touches: ResponseRate;
  /** A customer with several touches responded if one was answered. */
  readonly customers: ResponseRate;
  /** Months of the window, oldest first. */
  readonly months: readonly (ResponseRate & { readonly month: DayNumber })[];
  /** Most touches first. */
  readonly channels: readonly ChannelResponse[];
  readonly tiers: readonly TierResponse[];
}

/** Fewer deliveries than this say nothing about what a tier answers to. */
export const FEWEST_DELIVERIES = 30;

/**
 * Response of the window's touches: over time, by channel, and by tier and channel, so that what the brief says of
 * tiers (高价值客户偏好线下沙龙，基础客户偏好线上优惠券) can be held against the shop's own figures.
 *
 * Channels spelled two ways are one. What was sent but not delivered is in no rate; a touch that does not say
 * what became of it is a touch made, and in no rate either.
 */
export function responseReview(
  touches: readonly TouchRecord[],
  tierOf: (customerKey: string) => TierId,
  windowStart: DayNumber,
  asOf: DayNumber,
): ResponseReview {
  const all = tally();
  const customers = new Map<string, boolean>();
  const months = new Map<number, Tally>();
  const channels = new Map<string, ChannelTally>();
  let made = 0;
  for (const touch of touches) {
    if (!isDoneWithin(touch, windowStart, asOf)) continue;
    made++;
    const channel = channelOf(channels, touch.channel);
    channel.made++;
    if (touch.cost !== null) channel.cost = (channel.cost ?? 0) + touch.cost;
    const outcome = arrival(touch);
    if (outcome === null || outcome === "missed") continue;
    const answered = outcome === "answered";
    const tier = tierOf(touch.customerKey);
    const month = monthIndex(touch.doneOn ?? asOf);
    count(all, answered);
    count(channel, answered);
    count(entry(months, month), answered);
    if (tier !== "") count(entry(channel.tiers, tier), answered);
    customers.set(touch.customerKey, answered || (customers.get(touch.customerKey) ?? false));
  }
  const sorted = [...channels.values()].sort((one, other) => other.made - one.made);
  const firstMonth = monthIndex(windowStart);
  return {
    touches: rated(all),
    customers: rated({
      delivered: customers.size,
      responded: [...customers.values()].filter(Boolean).length,
    }),
    months: Array.from({ length: monthIndex(asOf) - firstMonth + 1 }, (_, step) => ({
      month: firstDayOfMonth(firstMonth + step),
      ...rated(months.get(firstMonth + step) ?? tally()),
    })),
    channels: sorted.map((channel) => ({
      channel: channel.name,
      made: channel.made,
      share: channel.made / made,
      cost: channel.cost,
      ...rated(channel),
    })),
    tiers: TIER_IDS.flatMap((tier): readonly TierResponse[] => {
      const own = sorted.map((channel) => rated(channel.tiers.get(tier) ?? tally()));
      return own.every(({ delivered }) => delivered === 0) ? [] : [{ tier, channels: own, best: best(own) }];
    }),
  };
}

interface Tally {
  delivered: number;
  responded: number;
}

interface ChannelTally extends Tally {
  readonly name: string;
  made: number;
  cost: number | null;
  readonly tiers: Map<TierId, Tally>;
}

const tally = (): Tally => ({ delivered: 0, responded: 0 });

function count(into: Tally, answered: boolean): void {
  into.delivered++;
  if (answered) into.responded++;
}

function entry<Key>(tallies: Map<Key, Tally>, key: Key): Tally {
  let known = tallies.get(key);
  if (known === undefined) tallies.set(key, (known = tally()));
  return known;
}

function channelOf(channels: Map<string, ChannelTally>, name: string): ChannelTally {
  const key = channelKey(name);
  let known = channels.get(key);
  if (known === undefined) {
    channels.set(key, (known = { ...tally(), name, made: 0, cost: null, tiers: new Map() }));
  }
  return known;
}

function rated({ delivered, responded }: Tally): ResponseRate {
  return {
    delivered,
    responded,
    rate: delivered > 0 ? responded / delivered : null,
    interval: wilsonInterval(responded, delivered),
  };
}

function best(channels: readonly ResponseRate[]): number | null {
  let found: number | null = null;
  channels.forEach(({ delivered, rate }, place) => {
    if (delivered < FEWEST_DELIVERIES || rate === null) return;
    if (found === null || rate > (channels[found]?.rate ?? 0)) found = place;
  });
  return found;
}
