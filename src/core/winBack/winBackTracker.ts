import { wilsonInterval, type Interval } from "../kpi/intervals";
import { formatDay, type DayNumber } from "../math/day";
import type { OrderColumns } from "../orders/types";
import { churnReasonCode, type ChurnReasonCode } from "./churnReasons";
import { winBackArm, type WinBackArm } from "./holdOut";
import { campaignOf, lapsesOf, type Lapse } from "./lapses";
import { winBackStep, type WinBackEntry, type WinBackStep } from "./readWinBackLog";
import { winBackEffect, type WinBackCase, type WinBackEffect, type WinBackOrder } from "./winBackEffect";

export const WIN_BACK_STEPS = [
  "reason",
  "plan",
  "action",
  "review",
] as const satisfies readonly WinBackStep[];

/** One attempt of the log, judged by the orders. */
export interface WinBackAttempt {
  readonly entry: WinBackEntry;
  readonly code: ChurnReasonCode;
  readonly step: WinBackStep;
  /** An action was planned although nobody knows why the customer left. */
  readonly reasonMissing: boolean;
  /** Past its due day without an outcome. */
  readonly overdue: boolean;
  /** won: a valid order in time; undated: the log has no day to count from, or it lies after the as-of date. */
  readonly result: "won" | "notWon" | "pending" | "undated";
  /** Day of the first order after the customer was given up. */
  readonly backOn: DayNumber | null;
  /** Net of the orders in time; major units. */
  readonly net: number;
  /** Of touches in time; null: nobody wrote one down. */
  readonly cost: number | null;
  /** Taken off the price of the orders in time; null: no such order says what it would have cost. */
  readonly discount: number | null;
}

/** A customer drawn to be left alone, while the clock of both arms runs. */
export interface HeldOutCustomer {
  readonly customer: number;
  readonly campaign: DayNumber;
  readonly dueOn: DayNumber;
  readonly until: DayNumber;
  /** The log says that somebody acted all the same. */
  readonly contacted: boolean;
}

/** Customers who lapsed in one month, by what was drawn and what was done. */
export interface WinBackCampaign {
  readonly month: DayNumber;
  readonly treated: number;
  readonly treatedContacted: number;
  readonly heldOut: number;
  readonly heldOutContacted: number;
  /** Whether its two arms may be compared, and if not, why. */
  readonly state: "compared" | "tooFewContacted" | "holdOutBroken" | "noHoldOut";
}

export interface WinBackTracker {
  readonly days: number;
  /** The latest first. */
  readonly attempts: readonly WinBackAttempt[];
  readonly steps: Readonly<Record<WinBackStep, number>>;
  readonly overdue: number;
  readonly reasonMissing: number;
  /** Attempts on which something was done and whose days are over. */
  readonly settled: number;
  readonly won: number;
  readonly pending: number;
  readonly undated: number;
  readonly rate: number | null;
  readonly interval: Interval | null;
  /** Net of the won; major units. */
  readonly net: number;
  /** Costs of touches of settled attempts, where any is known. */
  readonly cost: number | null;
  /** Taken off the price of the orders that won customers back, where any is known. */
  readonly discount: number | null;
  /** Touches and discounts of settled attempts over the won; null where neither is known. */
  readonly costPerWin: number | null;
  /** Settled attempts of which log and orders say different things. */
  readonly unlike: number;
  readonly heldOutNow: readonly HeldOutCustomer[];
  /** From the month of the first action on; the latest first. */
  readonly campaigns: readonly WinBackCampaign[];
  /** Over the campaigns that may be compared; null without one. */
  readonly effect: WinBackEffect | null;
}

/** A hold-out of which more than this share was contacted shows nothing. */
const MOST_CONTACTED = 0.1;
/** A campaign that reached fewer of its customers than this is not yet one. */
const LEAST_CONTACTED = 0.5;

/**
 * The win-back log against the orders: where each attempt stands, who came back in time, and what that brought
 * beyond those who would have come back anyway.
 *
 * An attempt is won by a valid order within `days` of the day the customer was given up, that day left out, its last
 * day counted; before those days are over it is pending. For the effect a campaign is all customers whose silence
 * became long enough in one month, whether the log names them or not: a fixed share is drawn to be left alone, and
 * the same clock runs for both arms from the day the silence was long enough. Everybody counts in the arm they were
 * drawn into. Months of which the hold-out was contacted, or most of the others were not, are not compared.
 *
 * @param discountOf - share taken off the price of an order, by its position; NaN: unknown
 * @param customerOf - index into the customers of the book by key; -1: no orders
 * @param keyOf - the other way round
 * @param costIn - cost of touches of a customer in (from, to]; null: none is known
 */
export function winBackTracker(
  entries: readonly WinBackEntry[],
  source: {
    readonly asOf: DayNumber;
    readonly orders: Pick<OrderColumns, "count" | "customer" | "day" | "net">;
    readonly decimals: number;
    readonly discountOf: (order: number) => number;
    readonly customerOf: (key: string) => number;
    readonly keyOf: (customer: number) => string;
    readonly costIn: (key: string, from: DayNumber, to: DayNumber) => number | null;
  },
  rules: { readonly months: number; readonly days: number; readonly share: number; readonly seed: number },
): WinBackTracker {
  const { asOf, orders, customerOf } = source;
  const { days } = rules;
  const starts = startsOf(orders);
  const attempts = entries
    .map((entry) => attemptOf(entry, customerOf(entry.customerKey), starts, source, days))
    .sort((one, other) => (other.entry.lostOn ?? -Infinity) - (one.entry.lostOn ?? -Infinity));
  const acted = attempts.filter(({ entry }) => entry.action !== "");
  const settled = acted.filter(({ result }) => result === "won" || result === "notWon");
  const won = settled.filter(({ result }) => result === "won");
  const cost = knownSum(settled.map((attempt) => attempt.cost));
  const discount = knownSum(settled.map((attempt) => attempt.discount));
  const spent = knownSum([cost, discount]);
  const lapses = lapsesOf(orders, rules.months, asOf);
  return {
    days,
    attempts,
    steps: Object.fromEntries(
      WIN_BACK_STEPS.map((step) => [step, attempts.filter((attempt) => attempt.step === step).length]),
    ) as Record<WinBackStep, number>,
    overdue: attempts.filter(({ overdue }) => overdue).length,
    reasonMissing: attempts.filter(({ reasonMissing }) => reasonMissing).length,
    settled: settled.length,
    won: won.length,
    pending: acted.filter(({ result }) => result === "pending").length,
    undated: acted.filter(({ result }) => result === "undated").length,
    rate: settled.length === 0 ? null : won.length / settled.length,
    interval: wilsonInterval(won.length, settled.length),
    net: won.reduce((sum, { net }) => sum + net, 0),
    cost,
    discount,
    costPerWin: spent === null || won.length === 0 ? null : spent / won.length,
    unlike: settled.filter(
      ({ entry, result }) => entry.outcome !== null && (entry.outcome === "won") !== (result === "won"),
    ).length,
    ...campaignsOf(lapses, contactsOf(acted, customerOf), source, rules),
  };
}

/** Sum of what is known; null where nothing is. */
function knownSum(values: readonly (number | null)[]): number | null {
  return values.reduce((sum, value) => (value === null ? sum : (sum ?? 0) + value), null);
}

/** What was taken off the price of what was kept of an order, in minor units; null: unknown. */
function discountIn({ orders, discountOf }: Source, order: number): number | null {
  const share = discountOf(order);
  // Given for nothing there is no price left to reckon from.
  return Number.isNaN(share) || share >= 1 ? null : ((orders.net[order] as number) * share) / (1 - share);
}

/** First position of each customer in the orders, by index. */
function startsOf({
  count,
  customer,
}: Pick<OrderColumns, "count" | "customer">): ReadonlyMap<number, number> {
  const starts = new Map<number, number>();
  for (let order = 0; order < count; order++) {
    const who = customer[order] as number;
    if (!starts.has(who)) starts.set(who, order);
  }
  return starts;
}

type Source = Parameters<typeof winBackTracker>[1];

function attemptOf(
  entry: WinBackEntry,
  customer: number,
  starts: ReadonlyMap<number, number>,
  source: Source,
  days: number,
): WinBackAttempt {
  const { asOf, orders, decimals, costIn } = source;
  const { lostOn, action, reason, outcome, dueOn, customerKey } = entry;
  const known = {
    entry,
    code: churnReasonCode(reason),
    step: winBackStep(entry),
    reasonMissing: reason === "" && action !== "",
    overdue: outcome === null && dueOn !== null && dueOn < asOf,
  };
  if (lostOn === null || lostOn > asOf)
    return { ...known, result: "undated", backOn: null, net: 0, cost: null, discount: null };
  let backOn: DayNumber | null = null;
  let inTime = false;
  let net = 0;
  let discount: number | null = null;
  for (let order = starts.get(customer) ?? orders.count; order < orders.count; order++) {
    if (orders.customer[order] !== customer) break;
    const day = orders.day[order] as number;
    if (day <= lostOn) continue;
    backOn ??= day;
    if (day > lostOn + days) break;
    inTime = true;
    net += orders.net[order] as number;
    discount = knownSum([discount, discountIn(source, order)]);
  }
  return {
    ...known,
    result: inTime ? "won" : lostOn + days <= asOf ? "notWon" : "pending",
    backOn,
    net: net / 10 ** decimals,
    cost: costIn(customerKey, lostOn, lostOn + days),
    discount: discount === null ? null : discount / 10 ** decimals,
  };
}

/** Days on which somebody acted on a customer, by index into the book. */
function contactsOf(
  acted: readonly WinBackAttempt[],
  customerOf: Source["customerOf"],
): ReadonlyMap<number, readonly DayNumber[]> {
  const contacts = new Map<number, DayNumber[]>();
  for (const { entry } of acted) {
    const customer = customerOf(entry.customerKey);
    if (customer < 0 || entry.lostOn === null) continue;
    const known = contacts.get(customer);
    if (known === undefined) contacts.set(customer, [entry.lostOn]);
    else known.push(entry.lostOn);
  }
  return contacts;
}

interface Assigned {
  readonly lapse: Lapse;
  readonly key: string;
  readonly arm: WinBackArm;
  readonly contacted: boolean;
}

function campaignsOf(
  lapses: readonly Lapse[],
  contacts: ReadonlyMap<number, readonly DayNumber[]>,
  source: Source,
  { days, share, seed }: { readonly days: number; readonly share: number; readonly seed: number },
): Pick<WinBackTracker, "heldOutNow" | "campaigns" | "effect"> {
  const { asOf, keyOf } = source;
  const byMonth = new Map<DayNumber, Assigned[]>();
  for (const lapse of lapses) {
    const campaign = campaignOf(lapse.dueOn);
    const key = keyOf(lapse.customer);
    const assigned = {
      lapse,
      key,
      arm: winBackArm(seed, formatDay(campaign), key, share),
      contacted: (contacts.get(lapse.customer) ?? []).some(
        (day) => day > lapse.lastDay && day <= (lapse.endedOn ?? asOf),
      ),
    };
    const month = byMonth.get(campaign);
    if (month === undefined) byMonth.set(campaign, [assigned]);
    else month.push(assigned);
  }
  const months = [...byMonth].sort(([one], [other]) => other - one);
  const first = months.findLast(([, all]) => all.some(({ contacted }) => contacted))?.[0] ?? Infinity;
  const cases: WinBackCase[] = [];
  const campaigns = months
    .filter(([month]) => month >= first)
    .map(([month, all]): WinBackCampaign => {
      const campaign = campaignResult(month, all);
      if (campaign.state === "compared") cases.push(...all.map((one) => caseOf(one, source, days)));
      return campaign;
    });
  const heldOutNow = months.flatMap(([campaign, all]) =>
    all
      .filter(({ arm, lapse }) => arm === "holdOut" && lapse.endedOn === null && lapse.dueOn + days >= asOf)
      .map(({ lapse, contacted }): HeldOutCustomer => {
        const { customer, dueOn } = lapse;
        return { customer, campaign, dueOn, until: dueOn + days, contacted };
      }),
  );
  return { heldOutNow, campaigns, effect: cases.length === 0 ? null : winBackEffect(cases, asOf, days) };
}

function campaignResult(month: DayNumber, all: readonly Assigned[]): WinBackCampaign {
  const count = (arm: WinBackArm, contactedOnly = false) =>
    all.filter((one) => one.arm === arm && (one.contacted || !contactedOnly)).length;
  const treated = count("treated");
  const treatedContacted = count("treated", true);
  const heldOut = count("holdOut");
  const heldOutContacted = count("holdOut", true);
  return {
    month,
    treated,
    treatedContacted,
    heldOut,
    heldOutContacted,
    state:
      heldOut === 0
        ? "noHoldOut"
        : heldOutContacted > heldOut * MOST_CONTACTED
          ? "holdOutBroken"
          : treatedContacted < treated * LEAST_CONTACTED
            ? "tooFewContacted"
            : "compared",
  };
}

function caseOf({ lapse, key, arm }: Assigned, source: Source, days: number): WinBackCase {
  const { orders, decimals, costIn } = source;
  const back: WinBackOrder[] = [];
  for (let order = lapse.from; order < lapse.to; order++) {
    const day = orders.day[order] as number;
    if (day > lapse.dueOn + days) break;
    const scale = 10 ** decimals;
    const discount = discountIn(source, order);
    back.push({
      day,
      net: (orders.net[order] as number) / scale,
      discount: discount === null ? null : discount / scale,
    });
  }
  return { arm, assignedOn: lapse.dueOn, orders: back, cost: costIn(key, lapse.dueOn, lapse.dueOn + days) };
}
