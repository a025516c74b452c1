import { addMonths, dayOfMoment, SECONDS_PER_DAY, type DayNumber, type Moment } from "../core/math/day";
import { createRandom, type Random } from "./random";
import { END, keptOrders, LAST_DAY, type ShopHistory, type Shopper } from "./shopHistory";
import type { ShopProfile } from "./shopProfile";

export interface Ticket {
  readonly shopper: Shopper;
  readonly type: "enquiry" | "complaint" | "afterSales";
  /** null: nobody has graded it. */
  readonly severity: "general" | "quality" | "major" | null;
  readonly channel: string;
  readonly createdAt: Moment;
  readonly firstResponseAt: Moment | null;
  readonly resolvedAt: Moment | null;
  readonly followUpAt: Moment | null;
  readonly reason: string;
  readonly agent: string;
}

export interface SurveyAnswer {
  readonly shopper: Shopper;
  readonly answeredOn: DayNumber;
  readonly satisfaction: number | null;
  readonly recommend: number | null;
  readonly trust: number | null;
  readonly priceSensitivity: number;
  /** Minutes. */
  readonly choosingTime: number;
  /** 1 to 5: would stay when another shop is cheaper. */
  readonly refusesRivals: number | null;
  /** Share of what they buy for the child that they buy here, 0 to 1, in twentieths. */
  readonly walletShare: number | null;
  readonly comment: string;
}

const HOUR = 3_600;
const MINUTE = 60;

const ENQUIRY_SHARE = 0.05;
const AFTER_SALES_SHARE = 0.034;
/** Enquiries answered after the two hours; valued customers wait less often. */
const ENQUIRY_LATE = { high: 0.06, other: 0.1 };
const FOLLOW_UP_LATE = 0.09;
const FOLLOW_UP_FORGOTTEN = 0.06;

/** Tickets of the last evening: type, hours before the end, hours to the first response and to the solution, severity. */
const LAST_EVENING: readonly (readonly [
  type: Ticket["type"],
  hoursBefore: number,
  toResponse: number | null,
  toSolution: number | null,
  severity?: Ticket["severity"],
])[] = [
  ["enquiry", 9.5, 0.4, 0.5],
  ["enquiry", 7.25, 1.1, 1.5],
  ["enquiry", 6.6, null, null],
  ["enquiry", 1.7, null, null],
  ["enquiry", 1.1, null, null],
  ["enquiry", 0.6, null, null],
  ["complaint", 39, 1.4, null, "quality"],
  ["complaint", 16, 0.8, null],
  ["complaint", 11, 1.2, null, "major"],
  ["complaint", 5, 0.5, null, null],
  ["afterSales", 60, 0.7, 30],
  ["afterSales", 90, 1.2, 28],
  ["afterSales", 14, 0.9, null],
];

/** What is still to come when the sheets are written is not in them. */
const known = (moment: Moment | null): Moment | null => (moment !== null && moment < END ? moment : null);

function answer(
  random: Random,
  history: ShopHistory,
  ticket: Pick<Ticket, "shopper" | "type" | "createdAt"> & { readonly late: boolean },
): Pick<Ticket, "firstResponseAt" | "resolvedAt" | "followUpAt"> {
  const high = history.valueClass.get(ticket.shopper) === "high";
  const slow = ticket.type === "enquiry" ? ticket.late : random.chance(high ? 0.05 : 0.12);
  const wait = slow ? random.whole(130, 14 * 60) : Math.min(120, 2 + Math.round(26 * random.exponential()));
  const firstResponseAt = ticket.createdAt + wait * MINUTE;
  const work = {
    enquiry: random.whole(5, 90) * MINUTE,
    // A solution in time keeps to the 24 hours however long the first answer took.
    complaint: ticket.late
      ? random.whole(25, 120) * HOUR
      : Math.min(random.whole(2, 22) * HOUR, 23 * HOUR - wait * MINUTE),
    afterSales: random.whole(8, 70) * HOUR,
  }[ticket.type];
  const resolvedAt = firstResponseAt + work;
  const forgotten = ticket.type !== "afterSales" || random.chance(FOLLOW_UP_FORGOTTEN);
  const days = random.chance(FOLLOW_UP_LATE) ? random.whole(8, 15) : random.whole(1, 6);
  const followUpAt = forgotten ? null : resolvedAt + days * SECONDS_PER_DAY + random.whole(-3, 3) * HOUR;
  return {
    firstResponseAt: known(firstResponseAt),
    resolvedAt: known(resolvedAt),
    followUpAt: known(followUpAt),
  };
}

/**
 * Enquiries before orders, complaints and after-sales cases after them, answered mostly in time; on the
 * last evening some are open inside their limit and some past it.
 */
export function simulateTickets(profile: ShopProfile, history: ShopHistory, seed: number): readonly Ticket[] {
  const random = createRandom(seed, 10);
  const tickets: Ticket[] = [];
  const daytime = () => random.whole(8 * HOUR, 22 * HOUR);
  const add = (
    type: Ticket["type"],
    shopper: Shopper,
    happenedAt: Moment,
    rest: { readonly late: boolean; readonly reason: string; readonly severity: Ticket["severity"] },
  ) => {
    if (happenedAt >= END) return;
    const createdAt = Math.floor(happenedAt / MINUTE) * MINUTE;
    tickets.push({
      shopper,
      type,
      severity: rest.severity,
      channel: random.pick(profile.serviceChannels),
      createdAt,
      ...answer(random, history, { shopper, type, createdAt, late: rest.late }),
      reason: rest.reason,
      agent: random.pick(profile.agents),
    });
  };
  for (const order of history.orders) {
    const high = history.valueClass.get(order.shopper) === "high";
    if (random.chance(ENQUIRY_SHARE)) {
      const late = random.chance(high ? ENQUIRY_LATE.high : ENQUIRY_LATE.other);
      const createdAt = (order.day - random.whole(0, 2)) * SECONDS_PER_DAY + daytime();
      add("enquiry", order.shopper, createdAt, {
        late,
        reason: random.pick(profile.enquiryTopics),
        severity: "general",
      });
    }
    if (order.fate === "kept" && random.chance(AFTER_SALES_SHARE)) {
      const createdAt = (order.day + random.whole(2, 12)) * SECONDS_PER_DAY + daytime();
      add("afterSales", order.shopper, createdAt, {
        late: false,
        reason: random.pick(profile.afterSalesTopics),
        severity: "general",
      });
    }
  }
  for (const { complaints } of history.shoppers)
    for (const { shopper, createdAt, reason, late } of complaints)
      add("complaint", shopper, createdAt, {
        late,
        reason: late && random.chance(0.25) ? profile.lateReason : reason.text,
        severity: reason.severity,
      });

  const recent = history.shoppers.filter((shopper) =>
    keptOrders(shopper).some((order) => order.day > LAST_DAY - 60),
  );
  for (const [type, hoursBefore, toResponse, toSolution, severity = "general"] of LAST_EVENING) {
    const createdAt = END - Math.round(hoursBefore * 60) * MINUTE;
    const reasons = {
      enquiry: profile.enquiryTopics,
      afterSales: profile.afterSalesTopics,
      complaint: profile.complaintReasons.slice(0, 5).map(({ text }) => text),
    }[type];
    const after = (hours: number | null) =>
      hours === null ? null : known(createdAt + Math.round(hours * 60) * MINUTE);
    tickets.push({
      shopper: random.pick(recent),
      type,
      severity,
      channel: random.pick(profile.serviceChannels),
      createdAt,
      firstResponseAt: after(toResponse),
      resolvedAt: after(toSolution),
      followUpAt: null,
      reason: random.pick(reasons),
      agent: random.pick(profile.agents),
    });
  }
  return tickets.sort((a, b) => a.createdAt - b.createdAt || (a.shopper.id < b.shopper.id ? -1 : 1));
}

/** Who is content and cares for quality stays; who counts every coin buys wherever it is cheaper. */
function stanceOf(
  random: Random,
  shopper: Shopper,
  satisfaction: number,
): Pick<SurveyAnswer, "refusesRivals" | "walletShare"> {
  const regular = Math.min(3, keptOrders(shopper).length / 4);
  const firm = satisfaction - 1 + 0.6 * (shopper.taste - 1) + 0.4 * (regular - 1) + 0.7 * random.normal();
  const share = 0.3 + 0.08 * satisfaction + 0.1 * regular + 0.12 * random.normal();
  const skips = { question: random.chance(0.18), wallet: random.chance(0.08) };
  return {
    refusesRivals: skips.question ? null : Math.max(1, Math.min(5, Math.round(firm))),
    walletShare: skips.wallet ? null : Math.max(1, Math.min(20, Math.round(20 * share))) / 20,
  };
}

/** Answers of the last year: mostly content, much less so after a complaint; some leave all the same. */
export function simulateSurveys(
  profile: ShopProfile,
  history: ShopHistory,
  seed: number,
): readonly SurveyAnswer[] {
  const random = createRandom(seed, 11);
  // The questions about rivals came later; their answers must not move the others.
  const rivals = createRandom(seed, 12);
  const yearStart = addMonths(LAST_DAY + 1, -12);
  const answers: SurveyAnswer[] = [];
  for (const shopper of history.shoppers) {
    const order = keptOrders(shopper).find(({ day }) => day >= yearStart);
    const upset = shopper.complaints.some(({ createdAt }) => dayOfMoment(createdAt) >= yearStart);
    if (!order || !random.chance(upset ? 0.36 : 0.25)) continue;
    const answeredOn = order.day + random.whole(5, 90);
    if (answeredOn > LAST_DAY) continue;
    const weights = upset ? [9, 17, 30, 30, 14] : [0.6, 2, 10, 40, 50];
    const satisfaction = random.weighted(weights) + 1;
    const recommend = Math.max(0, Math.min(10, satisfaction * 2 + random.whole(-2, 1)));
    answers.push({
      shopper,
      answeredOn,
      satisfaction: random.chance(0.03) ? null : satisfaction,
      recommend: random.chance(0.04) ? null : recommend,
      trust: random.chance(0.05) ? null : Math.max(1, Math.min(5, satisfaction + random.whole(-1, 1))),
      priceSensitivity: Math.max(1, Math.min(5, 4 - shopper.taste + random.whole(-1, 1))),
      choosingTime: 5 * random.whole(1, 9),
      ...stanceOf(rivals, shopper, satisfaction),
      comment: random.pick(satisfaction >= 4 ? profile.praise : profile.blame),
    });
  }
  return answers.sort((a, b) => a.answeredOn - b.answeredOn || (a.shopper.id < b.shopper.id ? -1 : 1));
}
