import type { Analysis } from "../../core/analysis";
import { formatDay, type DayNumber } from "../../core/math/day";
import type { TrainingPlan } from "../../core/training";
import type { WinBackTracker } from "../../core/winBack";
import type { Json } from "../resultJson";

const day = (value: DayNumber | null): string | null => (value === null ? null : formatDay(value));
/** An id or a name of core that may be "" for "none". */
const named = (value: string): string | null => (value === "" ? null : value);

/** Roadmap, work plan, training, what the improvement ledger begins with, and the win-back tracker. */
export function plansJson({ programme: { plans }, book }: Analysis): Json {
  return {
    startOn: day(plans.startOn),
    startStated: plans.startStated,
    snapshotAge: plans.snapshotAge && { ...plans.snapshotAge, lastOn: day(plans.snapshotAge.lastOn) },
    core: { ...plans.core },
    loop: plans.loop.map(({ id, kpi }) => ({
      stage: id,
      kpi: kpi?.id ?? null,
      value: kpi?.value ?? null,
      status: kpi?.status ?? null,
      owner: named(kpi?.owner ?? ""),
    })),
    roadmap: plans.roadmap.map(({ kpi, phase, from, dueOn, state }) => ({
      kpi: kpi.id,
      phase,
      from: day(from),
      dueOn: day(dueOn),
      value: kpi.value,
      targetValue: kpi.targetValue,
      owner: named(kpi.owner),
      state,
    })),
    tasks: plans.tasks.map(({ id, title, phase, post, kpi, owner, from, to, timing }) => ({
      task: id ?? title,
      phase,
      post,
      kpi,
      owner: named(owner),
      from: day(from),
      to: day(to),
      timing,
    })),
    loads: plans.loads.map(({ peakFrom, ...load }) => ({ ...load, peakFrom: day(peakFrom) })),
    training: trainingJson(plans.training),
    touchCost: plans.touchCost,
    problems: plans.problems.map(({ kpi, phase, post, dueOn }) => ({
      kpi: kpi.id,
      value: kpi.value,
      baseline: kpi.baseline,
      targetValue: kpi.targetValue,
      gap: kpi.gap,
      phase,
      post,
      owner: named(kpi.owner),
      dueOn: day(dueOn),
    })),
    churnReasons: plans.churnReasons.map((line) => ({ ...line })),
    winBack: winBackJson(plans.winBack, book.customers),
  };
}

function trainingJson(plan: TrainingPlan): Json {
  if (plan.source === "template")
    return {
      source: plan.source,
      lessons: plan.lessons,
      lines: plan.lines.map(({ plannedOn, ...line }) => ({ ...line, plannedOn: day(plannedOn) })),
    };
  const { source, lessons, done, doneShare, overdue, byPost, records } = plan;
  return {
    source,
    lessons,
    done,
    doneShare,
    overdue,
    byPost: byPost.map(({ post, ...own }) => ({ post: named(post), ...own })),
    records: records.map(({ plannedOn, doneOn, post, ...record }) => ({
      ...record,
      post: named(post),
      plannedOn: day(plannedOn),
      doneOn: day(doneOn),
    })),
  };
}

function winBackJson(tracker: WinBackTracker, customers: readonly string[]): Json {
  const { attempts, heldOutNow, campaigns, effect, interval, steps, ...counts } = tracker;
  return {
    ...counts,
    steps: { ...steps },
    interval: interval && { ...interval },
    attempts: attempts.map(({ entry, backOn, ...attempt }) => ({
      customerId: entry.customerId,
      lostOn: day(entry.lostOn),
      reason: named(entry.reason),
      action: named(entry.action),
      owner: named(entry.owner),
      dueOn: day(entry.dueOn),
      outcome: entry.outcome,
      ...attempt,
      backOn: day(backOn),
    })),
    heldOutNow: heldOutNow.map(({ customer, campaign, dueOn, until, contacted }) => ({
      customerId: customers[customer] ?? "",
      campaign: day(campaign),
      dueOn: day(dueOn),
      until: day(until),
      contacted,
    })),
    campaigns: campaigns.map(({ month, ...campaign }) => ({ month: day(month), ...campaign })),
    effect: effect && {
      ...effect,
      treated: { ...effect.treated },
      holdOut: { ...effect.holdOut },
      difference: effect.difference && { ...effect.difference },
    },
  };
}
