import { serialOfDay, serialOfMoment, type DayNumber, type Moment } from "../core/math/day";
import type { Cell, FieldOf, RawSheet } from "../core/tables";
import { optionRows } from "./optionRows";
import { orderRows } from "./orderRows";
import { createRandom } from "./random";
import { SHOP_CHINESE } from "./shopChinese";
import { SHOP_ENGLISH } from "./shopEnglish";
import { childMonths, keptOrders, LAST_DAY, type ShopHistory, type Shopper } from "./shopHistory";
import { SAMPLE_SHEETS, type SampleSheet, type ShopProfile } from "./shopProfile";
import {
  simulateChannels,
  simulateEvents,
  simulateLeads,
  simulateRecommendations,
  simulateTouches,
  simulateWinBack,
  type ChannelMonth,
  type Touch,
} from "./simulateMarketing";
import { simulatePoints } from "./simulatePoints";
import { simulateSurveys, simulateTickets } from "./simulateService";
import { simulateShopping } from "./simulateShopping";
import { simulateTies } from "./simulateTies";
import { snapshotRows } from "./snapshotRows";
import { targetRows } from "./targetRows";
import { trainingRows } from "./trainingRows";

interface SampleOptions {
  readonly seed: number;
  readonly locale: "zh-CN" | "en";
}

/** The shop that the command line shows when it is given nothing. */
export const SAMPLE_SEED = 20_251_231;

const PROFILES: Readonly<Record<SampleOptions["locale"], ShopProfile>> = {
  "zh-CN": SHOP_CHINESE,
  en: SHOP_ENGLISH,
};

export type SheetRow<K extends SampleSheet> = Partial<Record<FieldOf<K>, Cell>>;
type SheetRows = { readonly [K in SampleSheet]: readonly SheetRow<K>[] };

/** Share of customer cells that nobody filled in. */
const GAPS = { phone: 0.035, badPhone: 0.014, scene: 0.05, preference: 0.06, contact: 0.06, source: 0.03 };
/** One customer in so many never made it into the customer sheet. */
const ONE_IN_MISSING = 97;

const serial = (day: DayNumber | null): Cell => (day === null ? null : serialOfDay(day));
const time = (moment: Moment | null): Cell => (moment === null ? null : serialOfMoment(moment));

/** Rows of the customer sheet that are one person. */
const SIGNED_UP_TWICE = [
  [40, 310],
  [95, 700],
] as const;

function customerRows(
  profile: ShopProfile,
  history: ShopHistory,
  seed: number,
): readonly SheetRow<"customers">[] {
  const random = createRandom(seed, 40);
  const { words } = profile;
  const accounts = simulatePoints(history, seed);
  const ties = simulateTies(history, seed);
  let company = 0;
  const rows = history.shoppers.flatMap((shopper, index): SheetRow<"customers">[] => {
    const gap = (share: number, value: string, blank: Cell = null): Cell =>
      random.chance(share) ? blank : value;
    const valueClass = history.valueClass.get(shopper) ?? "basic";
    const industry = shopper.business ? company % profile.industries.length : -1;
    const brand = profile.companies[company % profile.companies.length] ?? "";
    if (shopper.business) company += 1;
    const preferred = { high: [5, 1, 2, 0.3, 2], medium: [1, 3, 3, 1, 1], basic: [0.3, 5, 2, 1.5, 0.4] }[
      valueClass
    ];
    const channel = Object.values(profile.touchChannels)[random.weighted(preferred)] ?? "";
    const member = keptOrders(shopper).length >= 2 && random.chance(0.9);
    const tie = ties.get(shopper);
    const points = member ? accounts.get(shopper) : undefined;
    const months = childMonths(shopper, LAST_DAY);
    const scene =
      profile.scenes[months < 0 ? 2 : random.weighted(shopper.business ? [1] : [6, 3, 0, 1, 4, 0.6])] ?? "";
    const row: SheetRow<"customers"> = {
      customerId: shopper.id,
      name: shopper.name,
      phone: random.chance(GAPS.badPhone) ? shopper.phone.slice(0, 7).trim() : gap(GAPS.phone, shopper.phone),
      email: gap(0.4, shopper.email),
      side: shopper.business ? words.business : words.consumer,
      accountId: shopper.business
        ? `${brand}${profile.surnameFirst ? "" : " "}${profile.industries[industry] ?? ""}`
        : null,
      industry: shopper.business ? (profile.industries[industry] ?? null) : null,
      scene: shopper.business ? null : gap(GAPS.scene, scene),
      preference: gap(
        GAPS.preference,
        profile.categories[shopper.favourite].name,
        random.chance(0.5) ? "-" : null,
      ),
      need: gap(0.25, random.pick(profile.needs)),
      priceSensitivity: profile.priceSensitivity[shopper.taste],
      contactPreference: gap(GAPS.contact, channel),
      sourceChannel: gap(GAPS.source, profile.sources[shopper.source]?.name ?? ""),
      referrerId: shopper.referrer?.id ?? null,
      memberId: member ? `VIP${shopper.id.slice(2)}` : null,
      owner: profile.owners[shopper.owner] ?? null,
      contractEnd: shopper.business && company % 2 === 0 ? serial(LAST_DAY + 30 * random.whole(1, 14)) : null,
      strategic: shopper.business && valueClass === "high" && company % 3 === 0 ? words.yes : null,
      consent: shopper.consent ? words.yes : random.chance(0.7) ? words.no : null,
      pointsBalance: points?.balance ?? null,
      pointsEarned: points?.earned ?? null,
      pointsRedeemed: points?.redeemed ?? null,
      pointsExpired: points?.expired ?? null,
      pointsExpiring: points?.expiring ?? null,
      pointsExpireOn: serial(points?.expireOn ?? null),
      jointPlan: tie?.jointPlan === true ? profile.jointPlan : null,
      ownerSince: serial(tie?.ownerSince ?? null),
      lastVisitOn: serial(tie?.lastVisitOn ?? null),
      lastCartOn: serial(tie?.lastCartOn ?? null),
      viewedCategory: tie?.viewed ? profile.categories[tie.viewed].name : null,
    };
    return index % ONE_IN_MISSING === ONE_IN_MISSING - 1 ? [] : [row];
  });
  // Two people who signed up twice: the second record has the first one's number.
  for (const [first, second] of SIGNED_UP_TWICE) {
    const [one, other] = [rows[first], rows[second]];
    if (one?.phone !== undefined && other) other.phone = one.phone;
  }
  return rows;
}

/** From the first response to the call to management. */
const ESCALATION_SECONDS = 20 * 60;

function ticketRows(
  profile: ShopProfile,
  history: ShopHistory,
  seed: number,
): readonly SheetRow<"tickets">[] {
  const { words } = profile;
  const severity = {
    general: words.severityGeneral,
    quality: words.severityQuality,
    major: words.severityMajor,
  };
  const random = createRandom(seed, 41);
  const rows = simulateTickets(profile, history, seed).map((ticket, index): SheetRow<"tickets"> => {
    // Somebody who looked again found one in eight of the quality complaints to be grave.
    const isGrave = ticket.type === "complaint" && ticket.severity === "quality" && random.chance(1 / 8);
    const level = isGrave ? "major" : ticket.severity;
    const isTold = level === "major" && ticket.firstResponseAt !== null && random.chance(0.7);
    const isCold = random.chance(0.04);
    const reply = random.pick(isCold ? profile.replies.cold : profile.replies.kind);
    return {
      ticketId: `T${String(index + 1).padStart(5, "0")}`,
      customerId: ticket.shopper.id,
      type: words[ticket.type],
      severity: level === null ? null : severity[level],
      channel: ticket.channel,
      createdAt: time(ticket.createdAt),
      firstResponseAt: time(ticket.firstResponseAt),
      resolvedAt: time(ticket.resolvedAt),
      followUpAt: time(ticket.followUpAt),
      escalatedAt: isTold ? time((ticket.firstResponseAt ?? ticket.createdAt) + ESCALATION_SECONDS) : null,
      reason: ticket.reason,
      reply: ticket.firstResponseAt === null ? null : reply,
      status: ticket.resolvedAt === null ? words.open : words.resolved,
      agent: ticket.agent,
    };
  });
  // A slip of the pen: one ticket finished before it began.
  const slip = rows[Math.floor(rows.length / 2)];
  if (slip && typeof slip.createdAt === "number") slip.resolvedAt = slip.createdAt - 1;
  return rows;
}

function touchRows(profile: ShopProfile, touches: readonly Touch[]): readonly SheetRow<"touches">[] {
  const yesNo = (value: boolean) => (value ? profile.words.yes : profile.words.no);
  return touches.map((touch) => ({
    customerId: touch.shopper.id,
    plannedOn: serial(touch.plannedOn),
    doneOn: serial(touch.doneOn),
    channel: profile.touchChannels[touch.channel],
    campaign: touch.campaign,
    delivered: touch.doneOn === null ? null : yesNo(touch.delivered),
    responded: touch.doneOn === null ? null : yesNo(touch.responded),
    cost: touch.cost,
    owner: profile.owners[touch.shopper.owner] ?? null,
  }));
}

function channelRows(profile: ShopProfile, months: readonly ChannelMonth[]): readonly SheetRow<"channels">[] {
  return months.map((row) => ({
    channel: profile.sources[row.source]?.name ?? null,
    month: serial(row.month),
    spend: row.spend,
    impressions: row.impressions,
    clicks: row.clicks,
    leads: row.leads,
    newCustomers: row.newcomers.length,
    newCustomerRevenue: row.revenue / 100,
  }));
}

const idOf = (shopper: Shopper | null): Cell => shopper?.id ?? null;

/** Fields of a sheet in the order of its columns. */
function columnsOf<K extends SampleSheet>(profile: ShopProfile, kind: K): FieldOf<K>[] {
  return Object.keys(profile.headings[kind]) as FieldOf<K>[];
}

function sheetOf<K extends SampleSheet>(
  profile: ShopProfile,
  kind: K,
  rows: readonly SheetRow<K>[],
): RawSheet {
  const fields = columnsOf(profile, kind);
  const headings: Readonly<Partial<Record<FieldOf<K>, string>>> = profile.headings[kind];
  return {
    file: profile.file,
    name: profile.sheets[kind],
    rows: [
      fields.map((field) => headings[field] ?? null),
      ...rows.map((row) => fields.map((field) => row[field] ?? null)),
    ],
    date1904: false,
  };
}

/**
 * A mother-and-baby shop over two years, ending on 2025-12-31, as the sheets it would keep.
 *
 * About 1,100 customers and 5,000 orders: purchase rates and dropout differ from customer to customer,
 * needs follow the child's age, seasons lift sales, complaints drive people away, and the rows carry the
 * flaws of real exports. Chinese and English tell of two shops, each in its own words and money. The
 * same seed gives the same bytes on every machine.
 */
export function sampleShop({ seed, locale }: SampleOptions): readonly RawSheet[] {
  const profile = PROFILES[locale];
  const history = simulateShopping(profile, seed);
  const orders = orderRows(profile, history, seed);
  const invitations = simulateEvents(profile, history, seed);
  const touches = simulateTouches(profile, history, invitations, seed);
  const months = simulateChannels(profile, history, seed);
  const orderSheet = sheetOf(profile, "orders", orders);
  const rows: SheetRows = {
    orders,
    customers: customerRows(profile, history, seed),
    tickets: ticketRows(profile, history, seed),
    touches: touchRows(profile, touches),
    channels: channelRows(profile, months),
    surveys: simulateSurveys(profile, history, seed).map((answer) => ({
      customerId: answer.shopper.id,
      answeredOn: serial(answer.answeredOn),
      satisfaction: answer.satisfaction,
      recommend: answer.recommend,
      trust: answer.trust,
      priceSensitivity: answer.priceSensitivity,
      choosingTime: answer.choosingTime,
      refusesRivals: answer.refusesRivals,
      walletShare: answer.walletShare,
      comment: answer.comment === "" ? null : answer.comment,
    })),
    recommendations: simulateRecommendations(profile, history, seed).map((row) => ({
      customerId: row.shopper.id,
      item: row.product,
      recommendedOn: serial(row.recommendedOn),
      bought: row.bought ? profile.words.yes : profile.words.no,
    })),
    leads: simulateLeads(months, seed).map((step) => ({
      leadId: step.leadId,
      customerId: idOf(step.shopper),
      stage: profile.leadStages[step.stage] ?? null,
      enteredAt: time(step.enteredAt),
      sourceChannel: profile.sources[step.source]?.name ?? null,
      outcome: profile.leadOutcomes[step.outcome],
    })),
    events: invitations.map(({ event, heldOn, shopper, attended }) => ({
      event: profile.events[event]?.name ?? null,
      type: profile.events[event]?.type ?? null,
      heldOn: serial(heldOn),
      invited: shopper.id,
      attended: attended ? shopper.id : null,
    })),
    winBackLog: simulateWinBack(profile, history, seed).map((entry) => ({
      customerId: entry.shopper.id,
      lostOn: serial(entry.lostOn),
      reason: entry.reason,
      action: entry.action,
      owner: profile.owners[entry.shopper.owner] ?? null,
      dueOn: serial(entry.dueOn),
      outcome: profile.winBack[entry.outcome],
    })),
    targets: targetRows(profile, months),
    training: trainingRows(profile),
    settings: optionRows(profile),
    snapshots: snapshotRows(profile, orderSheet, columnsOf(profile, "orders")),
  };
  return SAMPLE_SHEETS.map((kind) => (kind === "orders" ? orderSheet : sheetOf(profile, kind, rows[kind])));
}
