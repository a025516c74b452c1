import { addMonths, calendarDate, dayOf, SECONDS_PER_DAY, type DayNumber } from "../core/math/day";
import { plainExp } from "./plainMath";
import { createRandom, type Random } from "./random";
import {
  childMonths,
  END,
  FIRST_DAY,
  fittingProducts,
  keptOrders,
  LAST_DAY,
  type OrderFate,
  type ShopHistory,
  type Shopper,
  type ShopOrder,
  type ValueClass,
} from "./shopHistory";
import { CATEGORY_IDS, type CategoryId, type ShopProfile } from "./shopProfile";

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** The shop opened two years before its sheets begin, so that it starts with regulars and not with an empty room. */
const OPENING_DAY = dayOf(2022, 1, 1);
const NEW_PER_MONTH_AT_OPENING = 23;
const NEW_PER_MONTH_AT_END = 29;

/** Orders per plain day: gamma with this shape and mean (the first of BG/NBD's assumptions). */
const CONSUMER_RATE = { shape: 1.1, mean: 1 / 70 };
const BUSINESS_RATE = { shape: 4, mean: 1 / 32 };
/** Chance to leave after an order: beta (the second). */
const CONSUMER_DROPOUT = { a: 0.9, b: 5.4 };
const BUSINESS_DROPOUT = { a: 1, b: 24 };

const BUSINESS_SHARE = 0.018;
const COMPLAINT_SHARE = 0.034;
const COMPLAINT_LATE_SHARE = 0.13;
const LEAVE_AFTER_COMPLAINT = 0.24;
const LEAVE_AFTER_LATE_COMPLAINT = 0.5;

/** What a child of that age needs: weights by category, in the order of CATEGORY_IDS. */
const NEEDS_BY_AGE: readonly { readonly beforeMonth: number; readonly weights: readonly number[] }[] = [
  { beforeMonth: 0, weights: [0.4, 0, 1, 3, 2, 0.2, 6] },
  { beforeMonth: 6, weights: [5, 0.3, 5, 2, 2, 1, 1.2] },
  { beforeMonth: 12, weights: [5, 3.5, 4, 1.5, 1.6, 1.6, 0.2] },
  { beforeMonth: 24, weights: [4, 3.2, 2.6, 1, 2.2, 2.6, 0] },
  { beforeMonth: 36, weights: [2.6, 1.8, 1, 1, 3, 3.4, 0] },
  { beforeMonth: Infinity, weights: [0.8, 1, 0.2, 1, 4, 4, 0] },
];

/** How many of a thing people take at once: weights for 1, 2, 3, ... */
const QUANTITIES: Readonly<Record<CategoryId, readonly number[]>> = {
  formula: [4, 4, 2, 1.5, 0, 1],
  food: [3, 4, 2, 1],
  diapers: [3, 4, 2, 1.5],
  care: [6, 3, 1],
  clothes: [7, 3, 1],
  toys: [9, 1],
  maternity: [8, 1],
};

/** Orders by hour of the day: noon and late evening, when the child sleeps. */
const HOURS = [3, 1, 0.5, 0.3, 0.3, 0.8, 2, 3, 4, 5, 6, 6, 7, 6, 5, 5, 5, 4, 4, 5, 8, 10, 9, 6];

/** Fates of an order that somebody meant to make. */
const FATES: readonly { readonly fate: OrderFate; readonly weight: number }[] = [
  { fate: "kept", weight: 90 },
  { fate: "partlyRefunded", weight: 3.2 },
  { fate: "refunded", weight: 1.8 },
  { fate: "closed", weight: 3.4 },
  { fate: "cancelled", weight: 1.6 },
];

interface DayMood {
  readonly lift: number;
  readonly discount: number;
}

function dayMoods(profile: ShopProfile): { readonly of: (day: DayNumber) => DayMood; readonly most: number } {
  const moods: DayMood[] = [];
  for (let day = OPENING_DAY; day <= LAST_DAY; day += 1) {
    const date = calendarDate(day);
    const here = date.month * 100 + date.day;
    const season = profile.seasons.find(
      ({ from, to }) => from[0] * 100 + from[1] <= here && here <= to[0] * 100 + to[1],
    );
    moods.push({
      lift: (profile.months[date.month - 1] ?? 1) * (season?.lift ?? 1),
      discount: season?.discount ?? 0,
    });
  }
  return {
    of: (day) => moods[day - OPENING_DAY] ?? { lift: 1, discount: 0 },
    most: moods.reduce((most, mood) => Math.max(most, mood.lift), 0),
  };
}

/** Days people found the shop on, in order. */
function joinDays(random: Random, profile: ShopProfile): DayNumber[] {
  const moods = dayMoods(profile);
  const days: DayNumber[] = [];
  for (let day = OPENING_DAY; day <= LAST_DAY; day += 1) {
    const progress = (day - OPENING_DAY) / (LAST_DAY - OPENING_DAY);
    const perDay =
      (NEW_PER_MONTH_AT_OPENING + progress * (NEW_PER_MONTH_AT_END - NEW_PER_MONTH_AT_OPENING)) / 30.4;
    // Arrivals of one day: a Poisson count, as the number of exponential gaps that fit into it.
    for (let gap = random.exponential(); gap < perDay * moods.of(day).lift; gap += random.exponential())
      days.push(day);
  }
  return days;
}

function meetShoppers(random: Random, profile: ShopProfile): Shopper[] {
  const shoppers: Shopper[] = [];
  const phones = new Set<string>();
  let number = 1_000;
  for (const joinDay of joinDays(random, profile)) {
    number += random.whole(1, 4);
    const surname = random.pick(profile.surnames);
    const given = random.pick(profile.givenNames);
    let phone = "";
    do {
      const rest = String(random.whole(0, 10 ** profile.phoneDigits - 1)).padStart(profile.phoneDigits, "0");
      phone = random.pick(profile.phonePrefixes) + rest;
    } while (phones.has(phone));
    phones.add(phone);
    const source = random.weighted(profile.sources.map(({ weight }) => weight));
    const referral = profile.sources[source]?.referral === true && shoppers.length > 20;
    const ageAtJoining = -4 + 22 * random.beta(1.2, 1.6);
    const weights = NEEDS_BY_AGE[3]?.weights ?? [];
    shoppers.push({
      id: `${profile.customerPrefix}${String(number).padStart(6, "0")}`,
      name: profile.surnameFirst ? surname + given : `${given} ${surname}`,
      phone,
      email: `${profile.customerPrefix.toLowerCase()}${number}@${profile.mailHost}`,
      joinDay,
      business: random.chance(BUSINESS_SHARE),
      source,
      referrer: referral
        ? (shoppers[shoppers.length - 1 - random.whole(0, Math.min(300, shoppers.length - 1))] ?? null)
        : null,
      owner: random.weighted([5, 5, 4, 3, 2]),
      consent: random.chance(0.86),
      taste: random.weighted([4, 4, 2]) as 0 | 1 | 2,
      favourite: CATEGORY_IDS[random.weighted(weights)] ?? "formula",
      birthDay: joinDay - Math.round(ageAtJoining * 30.4),
      orders: [],
      complaints: [],
    });
  }
  return shoppers;
}

function chooseCategory(random: Random, shopper: Shopper, months: number): CategoryId {
  const row = NEEDS_BY_AGE.find(({ beforeMonth }) => months < beforeMonth);
  const weights = (row?.weights ?? []).map((weight, index) =>
    CATEGORY_IDS[index] === shopper.favourite ? weight * 2.5 : weight,
  );
  return CATEGORY_IDS[random.weighted(weights)] ?? "formula";
}

/** Everything one shopper orders from joining to leaving, with the complaints on the way. */
function shop(
  random: Random,
  profile: ShopProfile,
  moods: ReturnType<typeof dayMoods>,
  shopper: Shopper,
): void {
  const rateLaw = shopper.business ? BUSINESS_RATE : CONSUMER_RATE;
  const dropoutLaw = shopper.business ? BUSINESS_DROPOUT : CONSUMER_DROPOUT;
  const rate = (random.gamma(rateLaw.shape) / rateLaw.shape) * rateLaw.mean;
  const dropout = random.beta(dropoutLaw.a, dropoutLaw.b);
  const budget = plainExp(0.42 * random.normal()) * (0.85 + 0.2 * shopper.taste);
  const homeChannel = random.weighted([5, 4, 2.5, 2]);
  let time = shopper.joinDay;
  for (;;) {
    const day = Math.floor(time);
    const mood = moods.of(day);
    const months = shopper.business ? random.whole(6, 40) : childMonths(shopper, day);
    const category = chooseCategory(random, shopper, months);
    const product = random.pick(fittingProducts(profile.categories[category].products, months));
    const stockUp = mood.discount > 0.14 ? 1.35 : 1;
    const bulk = shopper.business ? random.whole(2, 5) : 1;
    const wanted = (random.weighted(QUANTITIES[category]) + 1) * budget * stockUp * bulk;
    const quantity = Math.max(1, Math.round(wanted));
    const list = product.price * 100 * quantity;
    const coupon = random.chance(0.32 - 0.12 * shopper.taste) ? 0.05 : 0;
    // Prices end in a tenth, as a till rounds them.
    const paid = Math.round((list * (1 - mood.discount * (0.7 + 0.3 * random.uniform()) - coupon)) / 10) * 10;
    const createdAt =
      day * SECONDS_PER_DAY + random.weighted(HOURS) * 3_600 + random.whole(0, 59) * 60 + random.whole(0, 59);
    const fate = FATES[random.weighted(FATES.map(({ weight }) => weight))]?.fate ?? "kept";
    const settled = fate === "kept" || fate === "partlyRefunded" || fate === "refunded";
    const refundedShare = random.whole(2, 6) / 10;
    const payDelay = random.whole(20, 900);
    const channel = random.chance(0.8) ? homeChannel : random.whole(0, profile.salesChannels.length - 1);
    if (day >= FIRST_DAY) {
      shopper.orders.push({
        id: "",
        shopper,
        day,
        createdAt,
        paidAt: settled ? Math.min(createdAt + payDelay, (day + 1) * SECONDS_PER_DAY - 1) : null,
        category,
        product: product.name,
        quantity,
        list,
        paid,
        refunded:
          { partlyRefunded: Math.round((paid * refundedShare) / 10) * 10, refunded: paid }[fate as string] ??
          0,
        fate,
        channel,
      });
    }
    let leaves = dropout;
    if (settled && random.chance(COMPLAINT_SHARE * (mood.discount > 0.14 ? 1.6 : 1))) {
      const late = random.chance(COMPLAINT_LATE_SHARE);
      const reason =
        profile.complaintReasons[random.weighted(profile.complaintReasons.map(({ weight }) => weight))];
      const filedAt = createdAt + random.whole(1, 8) * SECONDS_PER_DAY + random.whole(-20_000, 20_000);
      if (reason && day >= FIRST_DAY && filedAt < END)
        shopper.complaints.push({ shopper, createdAt: filedAt, reason, late });
      leaves += late ? LEAVE_AFTER_LATE_COMPLAINT : LEAVE_AFTER_COMPLAINT;
    }
    if (settled && random.chance(leaves)) return;
    // The next order: a Poisson process whose pace follows the season and the child's age, by thinning.
    for (;;) {
      time += random.exponential() / (rate * moods.most);
      if (time >= LAST_DAY + 1) return;
      const grown = childMonths(shopper, time);
      const pace = shopper.business || grown < 24 ? 1 : Math.max(0.4, 1 - (grown - 24) * 0.025);
      if (random.chance((pace * moods.of(Math.floor(time)).lift) / moods.most)) break;
    }
  }
}

/** Orders of the last two days that nobody has paid for yet, and gifts on birthdays. */
function addLooseEnds(random: Random, profile: ShopProfile, shoppers: readonly Shopper[]): void {
  const active = shoppers.filter((shopper) => shopper.orders.length > 0 && !shopper.business);
  for (let count = 0; count < 11; count += 1) {
    const shopper = random.pick(active);
    const day = LAST_DAY - random.weighted([6, 4, 1]);
    const months = childMonths(shopper, day);
    const category = chooseCategory(random, shopper, months);
    const product = random.pick(fittingProducts(profile.categories[category].products, months));
    const quantity = random.whole(1, 3);
    const list = product.price * 100 * quantity;
    shopper.orders.push({
      id: "",
      shopper,
      day,
      createdAt: day * SECONDS_PER_DAY + random.whole(9, 21) * 3_600 + random.whole(0, 3_599),
      paidAt: null,
      category,
      product: product.name,
      quantity,
      list,
      paid: list,
      refunded: 0,
      fate: "awaiting",
      channel: random.whole(0, 2),
    });
  }
  for (let count = 0; count < 14; count += 1) {
    const shopper = random.pick(active);
    const last = random.pick(shopper.orders);
    const gift: Writable<ShopOrder> = { ...last, fate: "gift", product: profile.gift, quantity: 1 };
    gift.list = 0;
    gift.paid = 0;
    gift.refunded = 0;
    gift.paidAt = gift.createdAt;
    shopper.orders.push(gift);
  }
}

/** Order numbers in the order of creation, with gaps as a real counter has them. */
function numberOrders(random: Random, profile: ShopProfile, shoppers: readonly Shopper[]): ShopOrder[] {
  const orders = shoppers.flatMap((shopper) => shopper.orders);
  orders.sort((a, b) => a.createdAt - b.createdAt || (a.shopper.id < b.shopper.id ? -1 : 1));
  let number = profile.orderPrefix === "" ? 240_100_300_000_000 : 30_000;
  for (const order of orders) {
    number += profile.orderPrefix === "" ? random.whole(10_000, 900_000) : random.whole(1, 6);
    (order as Writable<ShopOrder>).id = `${profile.orderPrefix}${number}`;
  }
  for (const shopper of shoppers) shopper.orders.sort((a, b) => a.createdAt - b.createdAt);
  return orders;
}

function classify(shoppers: readonly Shopper[]): Map<Shopper, ValueClass> {
  const yearStart = addMonths(LAST_DAY + 1, -12);
  const spend = (shopper: Shopper) =>
    keptOrders(shopper).reduce(
      (sum, order) => (order.day >= yearStart ? sum + order.paid - order.refunded : sum),
      0,
    );
  const ranked = shoppers
    .map((shopper) => ({ shopper, spend: spend(shopper) }))
    .filter((entry) => entry.spend > 0)
    .sort((a, b) => b.spend - a.spend || (a.shopper.id < b.shopper.id ? -1 : 1));
  const classes = new Map<Shopper, ValueClass>();
  ranked.forEach(({ shopper }, index) => {
    const share = index / ranked.length;
    classes.set(shopper, share < 0.2 ? "high" : share < 0.8 ? "medium" : "basic");
  });
  return classes;
}

/**
 * Who bought what and when: gamma purchase rates, beta dropout (raised by complaints), seasons, and needs
 * that grow with the child. People who had left before the sheets begin are not in them, but for a few
 * who only signed up.
 */
export function simulateShopping(profile: ShopProfile, seed: number): ShopHistory {
  const people = createRandom(seed, 1);
  const purchases = createRandom(seed, 2);
  const moods = dayMoods(profile);
  const everybody = meetShoppers(people, profile);
  for (const shopper of everybody) shop(purchases, profile, moods, shopper);
  const shoppers = everybody.filter((shopper, index) => shopper.orders.length > 0 || index % 17 === 0);
  addLooseEnds(createRandom(seed, 3), profile, shoppers);
  const orders = numberOrders(createRandom(seed, 4), profile, shoppers);
  return { shoppers, orders, valueClass: classify(shoppers) };
}
