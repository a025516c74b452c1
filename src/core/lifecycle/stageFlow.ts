import { STAGE_IDS, type StageId } from "./lifecycleStage";

/** How customers moved between stages from one day to another. */
export interface StageFlow {
  readonly stages: readonly {
    readonly stage: Exclude<StageId, "">;
    readonly before: number;
    readonly now: number;
    /** Share of those who stood here before and stand in a later stage of the five now; null with nobody before. */
    readonly onward: number | null;
  }[];
  /** moves[i][j]: customers who went from STAGE_IDS[i] to STAGE_IDS[j]. */
  readonly moves: readonly (readonly number[])[];
  /** Customers who were not known before. */
  readonly arrived: number;
}

/** Place on the way from awareness to loyalty; lapsed is off it. */
const PROGRESS: Readonly<Record<Exclude<StageId, "">, number>> = {
  lapsed: 0,
  awareness: 1,
  affinity: 2,
  purchase: 3,
  support: 4,
  loyal: 5,
};

/**
 * Counts of every stage on two days and the moves between.
 *
 * Support follows purchase and gives way to it again as time goes by, so going from support back to
 * purchase is no loss, and from purchase to support no gain: neither counts as onward.
 *
 * @param before - stage of each customer on the earlier day, "" where not known then
 * @param now - in the same order
 */
export function stageFlow(before: readonly StageId[], now: readonly StageId[]): StageFlow {
  const place = new Map<StageId, number>(STAGE_IDS.map((stage, index) => [stage, index]));
  const moves = STAGE_IDS.map(() => new Array<number>(STAGE_IDS.length).fill(0));
  const counts = { before: new Map<StageId, number>(), now: new Map<StageId, number>() };
  const onward = new Map<StageId, number>();
  let arrived = 0;
  now.forEach((to, customer) => {
    const from = before[customer] ?? "";
    if (to !== "") counts.now.set(to, (counts.now.get(to) ?? 0) + 1);
    if (from === "") {
      if (to !== "") arrived++;
      return;
    }
    counts.before.set(from, (counts.before.get(from) ?? 0) + 1);
    if (to === "") return;
    const row = moves[place.get(from) ?? 0];
    const column = place.get(to) ?? 0;
    if (row !== undefined) row[column] = (row[column] ?? 0) + 1;
    if (isOnward(from, to)) onward.set(from, (onward.get(from) ?? 0) + 1);
  });
  return {
    stages: STAGE_IDS.map((stage) => {
      const stood = counts.before.get(stage) ?? 0;
      return {
        stage,
        before: stood,
        now: counts.now.get(stage) ?? 0,
        onward: stood === 0 ? null : (onward.get(stage) ?? 0) / stood,
      };
    }),
    moves,
    arrived,
  };
}

function isOnward(from: Exclude<StageId, "">, to: Exclude<StageId, "">): boolean {
  if (from === "purchase" && to === "support") return false;
  return PROGRESS[to] > PROGRESS[from];
}
