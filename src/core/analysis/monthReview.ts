import type { KpiId, KpiResult, KpiStatus } from "../kpi";
import { FEWEST_DELIVERIES } from "../touch";
import type { Analysis, MonthPoint } from "./types";

type StepId = NonNullable<Analysis["service"]>["steps"][number]["step"];

/** What stands behind a change, as far as the data shows it; figures and names, no claim that one made the other. */
export type ChangeCause =
  | { readonly code: "tierMoves"; readonly up: number; readonly down: number; readonly left: number }
  | { readonly code: "riskAlerts"; readonly customers: number }
  | { readonly code: "complaintReason"; readonly reason: string; readonly count: number; readonly of: number }
  | { readonly code: "slowStep"; readonly step: StepId; readonly hours: number }
  | {
      readonly code: "buyers";
      readonly newBuyers: number;
      readonly returningBuyers: number;
      readonly newBefore: number;
      readonly returningBefore: number;
    }
  | {
      readonly code: "dearChannel";
      readonly channel: string;
      readonly cac: number;
      readonly maxCac: number | null;
    }
  | { readonly code: "quietChannel"; readonly channel: string; readonly rate: number; readonly share: number }
  | { readonly code: "weakItem"; readonly item: string; readonly bought: number; readonly made: number };
type CauseCode = ChangeCause["code"];

/** A KPI that moved since the board of a month before. */
export interface KpiChange {
  readonly kpi: KpiResult;
  /** value − before */
  readonly change: number;
  /** Whether it moved the way it should. */
  readonly better: boolean;
  readonly causes: readonly ChangeCause[];
}

/** Something to be done, and how many it concerns; `value`: what is at stake, in money. */
export interface MonthAction {
  readonly code:
    | "eventDue"
    | "overdueTickets"
    | "riskAlerts"
    | "winBack"
    | "unpaid"
    | "missedWithoutOwner"
    | "dearChannels"
    | "completeness";
  readonly count: number;
  readonly value: number | null;
}

export interface MonthReview {
  readonly statuses: Readonly<Record<KpiStatus, number>>;
  /** The last month that is over, and the one before it; null where the data has none. */
  readonly month: MonthPoint | null;
  readonly monthBefore: MonthPoint | null;
  /** The three that moved most against their own size, the largest first. */
  readonly changes: readonly KpiChange[];
  /** The most urgent first. */
  readonly actions: readonly MonthAction[];
}

const CHANGES_NAMED = 3;
/** A KPI that moved by less than this share of itself did not move. */
const LEAST_CHANGE = 0.005;

const LOYALTY: readonly CauseCode[] = ["tierMoves", "riskAlerts"];
const SPEND: readonly CauseCode[] = ["buyers", "tierMoves"];
const SPEED: readonly CauseCode[] = ["slowStep", "complaintReason"];

/** Where to look for what stands behind a KPI. */
const CAUSES: Readonly<Partial<Record<KpiId, readonly CauseCode[]>>> = {
  repeatRate: LOYALTY,
  coreRepeatRate: LOYALTY,
  retention: LOYALTY,
  churn: LOYALTY,
  netPerCustomer: SPEND,
  netPerOrder: SPEND,
  highTierShareOfNet: SPEND,
  loyalToOrdinarySpend: SPEND,
  complaintOnTime: SPEED,
  enquiryOnTime: ["slowStep"],
  highValueOnTime: ["slowStep"],
  followUpOnTime: ["slowStep"],
  satisfaction: ["complaintReason"],
  nps: ["complaintReason"],
  cac: ["dearChannel"],
  cacToOrderValue: ["dearChannel"],
  responseRate: ["quietChannel"],
  feedbackDays: SPEED,
  recommendationSuccess: ["weakItem"],
};

/**
 * What a monthly report says beyond the board (向上级领导汇报): how the KPIs stand, what changed since a month before,
 * what the data shows behind it, and what is to be done.
 */
export function monthReview(analysis: Analysis): MonthReview {
  const over = analysis.months.filter(({ complete }) => complete);
  return {
    statuses: statusCounts(analysis.kpis),
    month: over.at(-1) ?? null,
    monthBefore: over.at(-2) ?? null,
    changes: changesOf(analysis),
    actions: actionsOf(analysis),
  };
}

function statusCounts(kpis: readonly KpiResult[]): Readonly<Record<KpiStatus, number>> {
  const counts: Record<KpiStatus, number> = {
    met: 0,
    notMet: 0,
    noBaseline: 0,
    notDue: 0,
    smallSample: 0,
    noTarget: 0,
    noData: 0,
  };
  // A benchmark that the brief quotes is not a target anybody set.
  for (const { status, targetSource } of kpis)
    counts[targetSource === "benchmark" && (status === "met" || status === "notMet") ? "noTarget" : status]++;
  return counts;
}

function changesOf(analysis: Analysis): readonly KpiChange[] {
  const moved = analysis.kpis.flatMap((kpi) => {
    const { value, before } = kpi;
    if (value === null || before === null) return [];
    const size = Math.abs(value - before) / Math.max(Math.abs(value), Math.abs(before), Number.MIN_VALUE);
    return size < LEAST_CHANGE ? [] : [{ kpi, change: value - before, size }];
  });
  return moved
    .sort((one, other) => other.size - one.size)
    .slice(0, CHANGES_NAMED)
    .map(({ kpi, change }) => ({
      kpi,
      change,
      better: kpi.direction === "up" ? change > 0 : change < 0,
      causes: (CAUSES[kpi.id] ?? []).flatMap((code) => CAUSE[code](analysis) ?? []),
    }));
}

/** Each looks into one part of the analysis; null where it has nothing to show. */
const CAUSE: Readonly<Record<CauseCode, (analysis: Analysis) => ChangeCause | null>> = {
  tierMoves: ({ movement }) => {
    if (movement === null) return null;
    const count = (way: string) => movement.moves.filter(({ direction }) => direction === way).length;
    const moves = { up: count("up"), down: count("down"), left: count("left") };
    return moves.up + moves.down + moves.left === 0 ? null : { code: "tierMoves", ...moves };
  },
  riskAlerts: ({ lists }) =>
    lists.riskAlerts.length === 0 ? null : { code: "riskAlerts", customers: lists.riskAlerts.length },
  complaintReason: ({ service }) => {
    const named = service?.complaintReasons.find(({ reason }) => reason !== "");
    const of = service?.complaintReasons.reduce((sum, { count }) => sum + count, 0) ?? 0;
    return named === undefined
      ? null
      : { code: "complaintReason", reason: named.reason, count: named.count, of };
  },
  slowStep: ({ service }) => {
    const slowest = service?.steps
      .filter(({ median }) => median !== null)
      .reduce<{ step: StepId; hours: number } | null>(
        (most, { step, median }) =>
          most === null || (median ?? 0) > most.hours ? { step, hours: median ?? 0 } : most,
        null,
      );
    return slowest === null || slowest === undefined ? null : { code: "slowStep", ...slowest };
  },
  buyers: ({ months }) => {
    const over = months.filter(({ complete, newKnown }) => complete && newKnown);
    const last = over.at(-1);
    const before = over.at(-2);
    return last === undefined || before === undefined
      ? null
      : {
          code: "buyers",
          newBuyers: last.newBuyers,
          returningBuyers: last.returningBuyers,
          newBefore: before.newBuyers,
          returningBefore: before.returningBuyers,
        };
  },
  dearChannel: ({ channels }) => {
    const dear = channels?.channels
      .filter(({ ratio, verdict }) => ratio !== null && verdict === "notMet")
      .reduce<NonNullable<Analysis["channels"]>["channels"][number] | null>(
        (most, channel) => (most === null || (channel.ratio ?? 0) > (most.ratio ?? 0) ? channel : most),
        null,
      );
    return dear === null || dear === undefined || dear.cac === null
      ? null
      : { code: "dearChannel", channel: dear.channel, cac: dear.cac, maxCac: dear.maxCac };
  },
  quietChannel: ({ programme }) => {
    const quiet = programme.market.response?.channels
      .filter(({ delivered, channel }) => delivered >= FEWEST_DELIVERIES && channel !== "")
      .reduce<{ channel: string; rate: number; share: number } | null>(
        (least, { channel, rate, share }) =>
          rate !== null && (least === null || rate < least.rate) ? { channel, rate, share } : least,
        null,
      );
    return quiet === null || quiet === undefined ? null : { code: "quietChannel", ...quiet };
  },
  weakItem: ({ programme }) => {
    const weak = programme.market.recommendations?.byItem
      .filter(({ rate, made }) => rate !== null && made >= 5)
      .reduce<{ item: string; bought: number; made: number; rate: number } | null>(
        (least, { item, bought, made, rate }) =>
          least === null || (rate ?? 0) < least.rate ? { item, bought, made, rate: rate ?? 0 } : least,
        null,
      );
    return weak === null || weak === undefined
      ? null
      : { code: "weakItem", item: weak.item, bought: weak.bought, made: weak.made };
  },
};

function actionsOf(analysis: Analysis): readonly MonthAction[] {
  const { lists, service, kpis, channels, programme, now } = analysis;
  const due = lists.winBack.filter(({ state }) => state === "due");
  const open = service?.items.filter(({ finishedAt, dueAt }) => finishedAt === null && dueAt < now) ?? [];
  const ownerless = kpis.filter(
    ({ status, owner, targetSource }) => status === "notMet" && owner === "" && targetSource !== "benchmark",
  );
  const dear =
    channels?.channels.filter(({ verdict }) => verdict === "notMet" || verdict === "spendNoNew") ?? [];
  const sum = <T>(items: readonly T[], of: (item: T) => number) =>
    items.reduce((all, item) => all + of(item), 0);
  const counted: readonly MonthAction[] = [
    { code: "eventDue", count: programme.market.events?.overdue === true ? 1 : 0, value: null },
    { code: "overdueTickets", count: new Set(open.map(({ ticketId }) => ticketId)).size, value: null },
    {
      code: "riskAlerts",
      count: lists.riskAlerts.length,
      value: sum(lists.riskAlerts, ({ netSpend }) => netSpend),
    },
    { code: "winBack", count: due.length, value: sum(due, ({ valueAtRisk }) => valueAtRisk) },
    {
      code: "unpaid",
      count: lists.unpaidReminders.length,
      value: sum(lists.unpaidReminders, ({ amount }) => amount),
    },
    { code: "missedWithoutOwner", count: ownerless.length, value: null },
    { code: "dearChannels", count: dear.length, value: sum(dear, ({ spend }) => spend ?? 0) },
    { code: "completeness", count: lists.completenessGaps.length, value: null },
  ];
  return counted.filter(({ count }) => count > 0);
}
