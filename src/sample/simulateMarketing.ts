import {
  addMonths,
  dayOf,
  firstDayOfMonth,
  monthIndex,
  SECONDS_PER_DAY,
  type DayNumber,
  type Moment,
} from "../core/math/day";
import { createRandom } from "./random";
import {
  childMonths,
  FIRST_DAY,
  fittingProducts,
  keptOrders,
  LAST_DAY,
  type ShopHistory,
  type Shopper,
  type ValueClass,
} from "./shopHistory";
import { CATEGORY_IDS, TOUCH_CHANNELS, type ShopProfile, type TouchChannel } from "./shopProfile";

export interface Touch {
  readonly shopper: Shopper;
  readonly plannedOn: DayNumber;
  /** null: not done yet. */
  readonly doneOn: DayNumber | null;
  readonly channel: TouchChannel;
  readonly campaign: string;
  readonly delivered: boolean;
  readonly responded: boolean;
  /** Major units. */
  readonly cost: number | null;
}

export interface ChannelMonth {
  readonly source: number;
  /** First day of the month. */
  readonly month: DayNumber;
  /** Major units; null: nobody wrote it down. */
  readonly spend: number | null;
  readonly impressions: number;
  readonly clicks: number;
  readonly leads: number;
  readonly newcomers: readonly Shopper[];
  /** Minor units their first orders brought. */
  readonly revenue: number;
}

export interface Recommendation {
  readonly shopper: Shopper;
  readonly product: string;
  readonly recommendedOn: DayNumber;
  readonly bought: boolean;
}

export interface LeadStep {
  readonly leadId: string;
  readonly shopper: Shopper | null;
  readonly stage: number;
  readonly enteredAt: Moment;
  readonly source: number;
  readonly outcome: "won" | "lost" | "open";
}

export interface Invitation {
  readonly event: number;
  readonly heldOn: DayNumber;
  readonly shopper: Shopper;
  readonly attended: boolean;
}

export interface WinBackEntry {
  readonly shopper: Shopper;
  readonly lostOn: DayNumber;
  readonly reason: string;
  readonly action: string;
  readonly dueOn: DayNumber;
  readonly outcome: "won" | "lost" | "running";
}

const YEAR_START = dayOf(2025, 1, 1);

/** Share of delivered touches that get a response: the better the customer, the more the personal channels work. */
const RESPONSE: Readonly<Record<ValueClass, Readonly<Record<TouchChannel, number>>>> = {
  high: { salon: 0.42, coupon: 0.09, chat: 0.2, text: 0.06, call: 0.3 },
  medium: { salon: 0.2, coupon: 0.16, chat: 0.15, text: 0.06, call: 0.16 },
  basic: { salon: 0.06, coupon: 0.21, chat: 0.09, text: 0.05, call: 0.07 },
};

/** Share of a class that a channel reaches in a month. */
const MONTHLY_REACH: Readonly<Record<ValueClass, Readonly<Record<Exclude<TouchChannel, "salon">, number>>>> =
  {
    high: { call: 0.34, chat: 0.2, coupon: 0.07, text: 0.04 },
    medium: { call: 0.01, chat: 0.11, coupon: 0.05, text: 0.03 },
    basic: { call: 0.005, chat: 0.03, coupon: 0.2, text: 0.06 },
  };

/** Major units, as a share of what an hour of somebody's time costs here. */
const TOUCH_COST: Readonly<Record<TouchChannel, number>> = {
  salon: 45,
  coupon: 0.2,
  chat: 0.1,
  text: 0.05,
  call: 6,
};

function boughtWithin(shopper: Shopper, from: DayNumber, days: number): boolean {
  return keptOrders(shopper).some(({ day }) => day > from && day <= from + days);
}

function firstOrder(shopper: Shopper) {
  return shopper.joinDay >= FIRST_DAY ? keptOrders(shopper)[0] : undefined;
}

/** Five events of the last year; regulars are invited, most of those who can, come. */
export function simulateEvents(
  profile: ShopProfile,
  history: ShopHistory,
  seed: number,
): readonly Invitation[] {
  const random = createRandom(seed, 20);
  return profile.events.flatMap(({ month, day }, event) => {
    const heldOn = dayOf(2025, month, day);
    return history.shoppers
      .filter(
        (shopper) =>
          shopper.consent &&
          keptOrders(shopper).some((order) => order.day < heldOn && order.day > heldOn - 240) &&
          random.chance(
            { high: 0.19, medium: 0.03, basic: 0.012 }[history.valueClass.get(shopper) ?? "basic"],
          ),
      )
      .map((shopper) => ({
        event,
        heldOn,
        shopper,
        attended: random.chance(
          { high: 0.52, medium: 0.3, basic: 0.14 }[history.valueClass.get(shopper) ?? "basic"],
        ),
      }));
  });
}

/** A year of touches, with those of the coming month planned and not done. */
export function simulateTouches(
  profile: ShopProfile,
  history: ShopHistory,
  invitations: readonly Invitation[],
  seed: number,
): readonly Touch[] {
  const random = createRandom(seed, 21);
  const touches: Touch[] = [];
  for (let month = monthIndex(YEAR_START); month <= monthIndex(LAST_DAY) + 1; month += 1) {
    const start = firstDayOfMonth(month);
    for (const shopper of history.shoppers) {
      if (!shopper.consent && !random.chance(0.03)) continue;
      if (!keptOrders(shopper).some(({ day }) => day < start && day > start - 365)) continue;
      const valueClass = history.valueClass.get(shopper) ?? "basic";
      for (const channel of TOUCH_CHANNELS) {
        if (channel === "salon" || !random.chance(MONTHLY_REACH[valueClass][channel])) continue;
        const plannedOn = start + random.whole(0, 27);
        if (plannedOn > LAST_DAY && random.chance(0.6)) continue;
        const done = plannedOn + random.weighted([6, 2, 1]);
        const doneOn = done <= LAST_DAY && !random.chance(0.03) ? done : null;
        const delivered = doneOn !== null && !random.chance(channel === "call" ? 0.16 : 0.05);
        // Who is about to buy answers more readily; who is about to stay away does not.
        const willing = boughtWithin(shopper, plannedOn, 30) ? 1.35 : 0.8;
        touches.push({
          shopper,
          plannedOn,
          doneOn,
          channel,
          campaign: random.pick(profile.campaigns[channel]),
          delivered,
          responded: delivered && random.chance(RESPONSE[valueClass][channel] * willing),
          cost: doneOn === null ? null : TOUCH_COST[channel],
        });
      }
    }
  }
  for (const { event, heldOn, shopper, attended } of invitations) {
    const plannedOn = heldOn - random.whole(9, 14);
    touches.push({
      shopper,
      plannedOn,
      doneOn: plannedOn,
      channel: "salon",
      campaign: profile.events[event]?.name ?? "",
      delivered: attended || !random.chance(0.06),
      responded: attended,
      cost: TOUCH_COST.salon,
    });
  }
  for (const { shopper, fate, day } of history.orders)
    if (fate === "awaiting" && day < LAST_DAY && random.chance(0.6))
      touches.push({
        shopper,
        plannedOn: day + 1,
        doneOn: day + 1,
        channel: "text",
        campaign: profile.paymentReminder,
        delivered: true,
        responded: false,
        cost: TOUCH_COST.text,
      });
  return touches.sort((a, b) => a.plannedOn - b.plannedOn || (a.shopper.id < b.shopper.id ? -1 : 1));
}

/** What each source cost and brought, month by month; the new customers are those of the story. */
export function simulateChannels(
  profile: ShopProfile,
  history: ShopHistory,
  seed: number,
): readonly ChannelMonth[] {
  const random = createRandom(seed, 22);
  const rows: ChannelMonth[] = [];
  const firsts = history.shoppers.flatMap((shopper) => {
    const order = firstOrder(shopper);
    return order ? [{ shopper, order }] : [];
  });
  for (let month = monthIndex(FIRST_DAY); month <= monthIndex(LAST_DAY); month += 1) {
    profile.sources.forEach((source, index) => {
      const mine = firsts.filter(
        ({ shopper, order }) => shopper.source === index && monthIndex(order.day) === month,
      );
      const leads =
        source.leadsPerCustomer === 0
          ? random.whole(2, 6)
          : mine.length +
            Math.round(mine.length * (source.leadsPerCustomer - 1) * (0.8 + 0.4 * random.uniform())) +
            random.whole(0, 3);
      const price =
        source.costPerLead === null ? null : source.costPerLead * (0.88 + 0.24 * random.uniform());
      const clicks = Math.round(leads * (6 + 5 * random.uniform()));
      rows.push({
        source: index,
        month: firstDayOfMonth(month),
        spend: price === null ? null : Math.round(leads * price),
        impressions: Math.round((clicks * (28 + 30 * random.uniform())) / 10) * 10,
        clicks,
        leads,
        newcomers: mine.map(({ shopper }) => shopper),
        revenue: mine.reduce((sum, { order }) => sum + order.paid - order.refunded, 0),
      });
    });
  }
  return rows;
}

/** The funnel of the last quarter: as many leads as the channel sheet counts, the won ones its new customers. */
export function simulateLeads(channels: readonly ChannelMonth[], seed: number): readonly LeadStep[] {
  const random = createRandom(seed, 23);
  const steps: LeadStep[] = [];
  let number = 7_000;
  for (const row of channels) {
    if (row.month < dayOf(2025, 10, 1)) continue;
    for (let lead = 0; lead < row.leads; lead += 1) {
      number += 1;
      const shopper = row.newcomers[lead] ?? null;
      const order = shopper ? keptOrders(shopper)[0] : undefined;
      const reached = order ? 3 : random.weighted([5, 3, 1.4]);
      const start = order
        ? order.createdAt - random.whole(1, 20) * 43_200
        : row.month * SECONDS_PER_DAY + random.whole(0, 27 * SECONDS_PER_DAY);
      const fresh = Math.floor(start / SECONDS_PER_DAY) > LAST_DAY - 21;
      const outcome = order ? "won" : fresh ? "open" : "lost";
      let enteredAt = start;
      for (let stage = 0; stage <= reached; stage += 1) {
        if (stage > 0) enteredAt += random.whole(2 * 3_600, 30 * 3_600);
        const latest = order
          ? order.createdAt - (3 - stage) * 600
          : (LAST_DAY + 1) * SECONDS_PER_DAY - (4 - stage) * 600;
        steps.push({
          leadId: `L${number}`,
          shopper,
          stage,
          enteredAt: order && stage === 3 ? order.createdAt : Math.min(enteredAt, latest),
          source: row.source,
          outcome,
        });
      }
    }
  }
  return steps;
}

/** What the shop suggested in the last year, and whether it was bought within 30 days. */
export function simulateRecommendations(
  profile: ShopProfile,
  history: ShopHistory,
  seed: number,
): readonly Recommendation[] {
  const random = createRandom(seed, 24);
  const rows: Recommendation[] = [];
  for (const order of history.orders) {
    if (order.day < YEAR_START || order.fate !== "kept" || !random.chance(0.14)) continue;
    const { shopper } = order;
    const recommendedOn = order.day + random.whole(1, 20);
    if (recommendedOn > LAST_DAY) continue;
    const later = keptOrders(shopper).filter(({ day }) => day > recommendedOn && day <= recommendedOn + 30);
    const hit = later.length > 0 && random.chance(0.6) ? later[0] : undefined;
    const category = hit?.category ?? random.pick(CATEGORY_IDS.filter((id) => id !== order.category));
    const fitting = fittingProducts(
      profile.categories[category].products,
      childMonths(shopper, recommendedOn),
    );
    const product = hit?.product ?? random.pick(fitting).name;
    rows.push({
      shopper,
      product,
      recommendedOn,
      bought: later.some((order) => order.product === product),
    });
  }
  return rows.sort((a, b) => a.recommendedOn - b.recommendedOn || (a.shopper.id < b.shopper.id ? -1 : 1));
}

/** Customers the shop gave up on once and what it did; won when an order came within 60 days. */
export function simulateWinBack(
  profile: ShopProfile,
  history: ShopHistory,
  seed: number,
): readonly WinBackEntry[] {
  const random = createRandom(seed, 25);
  const rows: WinBackEntry[] = [];
  for (const shopper of history.shoppers) {
    const days = keptOrders(shopper).map(({ day }) => day);
    const lapse = days.find(
      (day, index) => (days[index + 1] ?? LAST_DAY + 60) - day > 110 && day > YEAR_START - 60,
    );
    if (lapse === undefined || days.length < 2 || !random.chance(0.2)) continue;
    const lostOn = addMonths(lapse, 3);
    if (lostOn > LAST_DAY) continue;
    const dueOn = lostOn + 14;
    const won = boughtWithin(shopper, lostOn, 60);
    rows.push({
      shopper,
      lostOn,
      reason: random.pick(profile.winBack.reasons),
      action: random.pick(profile.winBack.actions),
      dueOn,
      outcome: won ? "won" : lostOn + 60 > LAST_DAY ? "running" : "lost",
    });
  }
  return rows.sort((a, b) => a.lostOn - b.lostOn || (a.shopper.id < b.shopper.id ? -1 : 1));
}
