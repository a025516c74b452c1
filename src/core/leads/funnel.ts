import type { LeadStep } from "./readLeads";

export interface FunnelStage {
  readonly stage: string;
  /** Leads that came this far or further. */
  readonly reached: number;
  /** Those that stand here now and are neither won nor lost. */
  readonly waiting: number;
  /** reached ÷ reached of the stage before; null for the first. */
  readonly conversion: number | null;
}

export interface Funnel {
  readonly leads: number;
  readonly won: number;
  readonly lost: number;
  /** won ÷ (won + lost); null with nothing decided. */
  readonly winRate: number | null;
  readonly stages: readonly FunnelStage[];
}

/**
 * The sales funnel: leads by the furthest stage they came to.
 *
 * Stages follow each other as they do in the leads' own paths: by their mean place in them, and where that is
 * equal by how many leads they hold. A lead that skipped a stage has passed it, so counts never rise.
 */
export function funnel(steps: readonly LeadStep[]): Funnel {
  const paths = new Map<string, LeadStep[]>();
  for (const step of steps) {
    const path = paths.get(step.leadKey);
    if (path === undefined) paths.set(step.leadKey, [step]);
    else path.push(step);
  }
  const order = stageOrder([...paths.values()].map(inTime));
  const place = new Map(order.map((stage, index) => [stage, index]));
  const furthest = new Array<number>(order.length).fill(0);
  const waiting = new Array<number>(order.length).fill(0);
  let won = 0;
  let lost = 0;
  for (const path of paths.values()) {
    const last = Math.max(...path.map(({ stage }) => place.get(stage) ?? 0));
    furthest[last] = (furthest[last] ?? 0) + 1;
    if (path.some(({ outcome }) => outcome === "won")) won++;
    else if (path.some(({ outcome }) => outcome === "lost")) lost++;
    else waiting[last] = (waiting[last] ?? 0) + 1;
  }
  let passed = 0;
  const reached = furthest
    .toReversed()
    .map((count) => (passed += count))
    .reverse();
  return {
    leads: paths.size,
    won,
    lost,
    winRate: won + lost > 0 ? won / (won + lost) : null,
    stages: order.map((stage, index): FunnelStage => {
      const before = reached[index - 1];
      const here = reached[index] ?? 0;
      return {
        stage,
        reached: here,
        waiting: waiting[index] ?? 0,
        conversion: before === undefined ? null : here / before,
      };
    }),
  };
}

/** Steps without a time keep the place the sheet gave them. */
function inTime(path: readonly LeadStep[]): readonly LeadStep[] {
  return path.every(({ enteredAt }) => enteredAt !== null)
    ? [...path].sort((one, other) => (one.enteredAt ?? 0) - (other.enteredAt ?? 0))
    : path;
}

function stageOrder(paths: readonly (readonly LeadStep[])[]): readonly string[] {
  const seen = new Map<string, { places: number; count: number }>();
  for (const path of paths) {
    const stages = [...new Set(path.map(({ stage }) => stage))];
    stages.forEach((stage, index) => {
      const known = seen.get(stage) ?? { places: 0, count: 0 };
      seen.set(stage, { places: known.places + index, count: known.count + 1 });
    });
  }
  return [...seen]
    .sort(
      ([, one], [, other]) => one.places / one.count - other.places / other.count || other.count - one.count,
    )
    .map(([stage]) => stage);
}
