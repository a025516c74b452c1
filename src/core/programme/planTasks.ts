import type { KpiId } from "../kpi/types";
import type { PhaseId } from "./roadmap";

/** Who answers for a task where no person is named yet. */
export const POST_IDS = ["management", "marketing", "sales", "service"] as const;
export type PostId = (typeof POST_IDS)[number];

interface TaskRule {
  readonly id: string;
  readonly phase: PhaseId;
  readonly post: PostId;
  /** Weeks from the start of the plan, 0 the first, and how many it takes. */
  readonly week: number;
  readonly weeks: number;
  /** The goal it serves: its owner is the task's. */
  readonly kpi: KpiId | null;
}

/** The work behind the brief's goals, by start. A year has 52 weeks. */
export const PLAN_TASKS = [
  { id: "monthlyReview", phase: "short", post: "management", week: 0, weeks: 52, kpi: null },
  { id: "dataClean", phase: "short", post: "sales", week: 0, weeks: 8, kpi: "completeness" },
  { id: "tiers", phase: "short", post: "marketing", week: 0, weeks: 2, kpi: null },
  { id: "training", phase: "short", post: "management", week: 1, weeks: 8, kpi: null },
  { id: "portraits", phase: "short", post: "marketing", week: 2, weeks: 3, kpi: null },
  { id: "touchRhythm", phase: "short", post: "marketing", week: 3, weeks: 6, kpi: "responseRate" },
  { id: "channelMix", phase: "middle", post: "marketing", week: 8, weeks: 18, kpi: "cac" },
  { id: "serviceClocks", phase: "middle", post: "service", week: 8, weeks: 8, kpi: "enquiryOnTime" },
  { id: "complaintGrades", phase: "middle", post: "service", week: 10, weeks: 6, kpi: "complaintOnTime" },
  { id: "advisers", phase: "middle", post: "sales", week: 8, weeks: 10, kpi: "highValueOnTime" },
  { id: "survey", phase: "middle", post: "service", week: 12, weeks: 4, kpi: "satisfaction" },
  { id: "coreRepeat", phase: "middle", post: "sales", week: 12, weeks: 14, kpi: "coreRepeatRate" },
  { id: "winBack", phase: "middle", post: "marketing", week: 14, weeks: 12, kpi: null },
  { id: "businessSolutions", phase: "long", post: "sales", week: 26, weeks: 16, kpi: null },
  { id: "referrals", phase: "long", post: "marketing", week: 26, weeks: 14, kpi: "referralShareOfNew" },
  { id: "salons", phase: "long", post: "marketing", week: 26, weeks: 26, kpi: null },
  { id: "loyalty", phase: "long", post: "management", week: 36, weeks: 16, kpi: "clv" },
  { id: "yearReview", phase: "long", post: "management", week: 48, weeks: 4, kpi: null },
] as const satisfies readonly TaskRule[];
export type PlanTaskId = (typeof PLAN_TASKS)[number]["id"];

/** Weeks that a plan may span. */
export const PLAN_WEEKS = 52;

/** What somebody wants otherwise in the work plan: other weeks or another post for a task, no such task, or one more. */
export interface PlanTaskChange {
  /** One of ours by its id; else the title of a task of their own. */
  readonly task: string;
  /** First and last week, 1 the first of the plan; null: the task is left out. */
  readonly weeks: readonly [from: number, to: number] | null;
  /** null: the post stays. A task of their own has one. */
  readonly post: PostId | null;
}

export const isPlanTask = (task: string): task is PlanTaskId => PLAN_TASKS.some(({ id }) => id === task);
