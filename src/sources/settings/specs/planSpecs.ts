import type { z } from "zod";
import type { SpecsOf } from "../settingSpec";
import { goals } from "../values/goals";
import { list } from "../values/lists";
import { whole } from "../values/numbers";
import { planTasks } from "../values/planTasks";

export type PlanPath =
  `programme.${"phaseMonths" | "shortGoals" | "middleGoals" | "longGoals" | "planTasks"}`;

const MONTHS = list(whole(1, 60) as z.ZodType<number>).refine(
  (months) => months.length === 3 && months.every((month, index) => month > (months[index - 1] ?? 0)),
);
const GOALS = { allowed: "completeness; responseRate; … (KPI)", schema: goals };

/** Settings for the roadmap and the work plan. */
export const PLAN_SPECS: SpecsOf<PlanPath> = {
  "programme.phaseMonths": {
    names: ["路线图阶段（月）", "阶段月数", "phases of the roadmap, months", "phase months"],
    allowed: "2, 6, 12 (1 … 60, ↑)",
    schema: MONTHS,
  },
  "programme.shortGoals": { names: ["短期目标", "short-term goals"], ...GOALS },
  "programme.middleGoals": { names: ["中期目标", "middle-term goals"], ...GOALS },
  "programme.longGoals": { names: ["长期目标", "long-term goals"], ...GOALS },
  "programme.planTasks": {
    names: ["实施计划调整", "计划任务", "work plan changes", "plan tasks"],
    allowed:
      "dataClean: 1-8; salons: -; VIP Day: 5-10 marketing (1 … 52; management | marketing | sales | service)",
    schema: planTasks,
  },
};
