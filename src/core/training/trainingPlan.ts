import type { DayNumber } from "../math/day";
import type { TrainingRecord, TrainingSummary } from "./readTraining";

/** Who is trained. */
export type TrainingPost = "everyone" | "marketing" | "sales" | "service" | "advisers";

/** The brief's seven modules with their lessons (课时): 30 in all. `week`: of the work plan, 0 the first. */
export const TRAINING_MODULES = [
  { id: "tierRules", posts: ["everyone"], lessons: 2, week: 1 },
  { id: "portraits", posts: ["marketing", "sales"], lessons: 4, week: 2 },
  { id: "acquisition", posts: ["marketing"], lessons: 6, week: 3 },
  { id: "retention", posts: ["sales", "service"], lessons: 6, week: 4 },
  { id: "highValue", posts: ["advisers"], lessons: 4, week: 6 },
  { id: "serviceStandard", posts: ["service"], lessons: 4, week: 7 },
  { id: "complaints", posts: ["service"], lessons: 4, week: 8 },
] as const satisfies readonly {
  readonly id: string;
  readonly posts: readonly TrainingPost[];
  readonly lessons: number;
  readonly week: number;
}[];
export type TrainingModuleId = (typeof TRAINING_MODULES)[number]["id"];

export interface TrainingTemplateLine {
  readonly module: TrainingModuleId;
  readonly posts: readonly TrainingPost[];
  readonly lessons: number;
  readonly plannedOn: DayNumber;
}

/** The user's own training, or the brief's modules laid out from the start of the plan where there is no sheet. */
export type TrainingPlan =
  | {
      readonly source: "sheet";
      readonly records: readonly TrainingRecord[];
      readonly lessons: number;
      readonly done: number;
      /** done ÷ lessons; null without lessons. */
      readonly doneShare: number | null;
      readonly overdue: number;
      /** Lessons and what is done of them by post, in order of first appearance; "": no post given. */
      readonly byPost: readonly { readonly post: string; readonly lessons: number; readonly done: number }[];
    }
  | {
      readonly source: "template";
      readonly lines: readonly TrainingTemplateLine[];
      readonly lessons: number;
    };

/** @param training - null: no training sheet */
export function trainingPlan(training: TrainingSummary | null, startOn: DayNumber): TrainingPlan {
  if (training === null) {
    const lines = TRAINING_MODULES.map(({ id, posts, lessons, week }): TrainingTemplateLine => ({
      module: id,
      posts,
      lessons,
      plannedOn: startOn + 7 * week,
    }));
    return { source: "template", lines, lessons: lines.reduce((sum, line) => sum + line.lessons, 0) };
  }
  const { records, hours, doneHours, doneShare } = training;
  const byPost = new Map<string, { lessons: number; done: number }>();
  for (const { post, hours: lessons, state } of records) {
    const own = byPost.get(post) ?? { lessons: 0, done: 0 };
    byPost.set(post, {
      lessons: own.lessons + (lessons ?? 0),
      done: own.done + (state === "done" ? (lessons ?? 0) : 0),
    });
  }
  return {
    source: "sheet",
    records,
    lessons: hours,
    done: doneHours,
    doneShare,
    overdue: records.filter(({ state }) => state === "overdue").length,
    byPost: [...byPost].map(([post, own]) => ({ post, ...own })),
  };
}
