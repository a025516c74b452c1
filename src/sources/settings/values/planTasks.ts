import { z } from "zod";
import type { PLAN_TASKS } from "../../../core/programme";
import { isPlanTask, PLAN_WEEKS, POST_IDS, type PlanTaskChange } from "../../../core/programme";
import { NOTHING } from "./orNull";
import { plainText } from "./plainText";

type PlanTaskId = (typeof PLAN_TASKS)[number]["id"];
type PostId = (typeof POST_IDS)[number];

/** What reports call the tasks of the plan. */
const TASK_NAMES: Readonly<Record<PlanTaskId, readonly string[]>> = {
  monthlyReview: ["每月报告与复盘", "Monthly report and review"],
  dataClean: ["补全客户信息", "Complete the customer data"],
  tiers: ["客户分层，明确核心客户", "Set tiers, name core customers"],
  training: ["全员培训（30 课时）", "Train every post (30 lessons)"],
  portraits: ["各层级客户画像", "Portraits of each tier"],
  touchRhythm: ["按层级执行触达计划", "Touch plan by tier"],
  channelMix: ["预算转向高转化渠道", "Shift spend to good channels"],
  serviceClocks: ["落实各项服务时限", "Hold the service limits"],
  complaintGrades: ["投诉分级与上报", "Grade complaints, escalate"],
  advisers: ["高价值客户配专属顾问", "An adviser for high value"],
  survey: ["客户满意度调查", "Satisfaction survey"],
  coreRepeat: ["积分、权益与关联推荐", "Points, benefits, next product"],
  winBack: ["流失赢回（留对照组）", "Win-back with a hold-out"],
  businessSolutions: ["B端行业解决方案", "Solutions for companies"],
  referrals: ["老客推荐计划", "Referral programme"],
  salons: ["每季度一场沙龙", "A salon every quarter"],
  loyalty: ["忠诚阶梯与明星客户", "Loyalty ladder, star customers"],
  yearReview: ["年度总结与新目标", "Year's review, next targets"],
};
const POST_NAMES: Readonly<Record<PostId, readonly string[]>> = {
  management: ["管理层", "管理", "Management"],
  marketing: ["市场", "Marketing"],
  sales: ["销售", "Sales"],
  service: ["客服", "服务", "Service"],
};

const idOf = <Id extends string>(ids: Readonly<Record<Id, readonly string[]>>, said: string): Id | null => {
  const form = (text: string) => text.normalize("NFKC").trim().toLowerCase();
  const found = (Object.keys(ids) as Id[]).find((id) =>
    [id, ...ids[id]].some((name) => form(name) === form(said)),
  );
  return found ?? null;
};

/** "name: 1-8", "name: 5", "name: 5-10 marketing", "name: -" */
const ENTRY = /^(.+):\s*(?:(\d+)(?:\s*[-–~]\s*(\d+))?(?:\s+(\S.*))?|(\D\S*))$/;

/** One entry as it stands in a cell; what cannot be understood stays text, which no schema accepts. */
function changeOf(entry: unknown): unknown {
  if (typeof entry !== "string") return entry;
  const match = ENTRY.exec(entry.normalize("NFKC").trim());
  if (match === null) return entry;
  const [, name = "", from, to = from, post, none] = match;
  const task = idOf(TASK_NAMES, name) ?? name.trim();
  if (none !== undefined) return NOTHING.has(none.toLowerCase()) ? { task, weeks: null, post: null } : entry;
  return {
    task,
    weeks: [Number(from), Number(to)],
    post: post === undefined ? null : (idOf(POST_NAMES, post) ?? post),
  };
}

const week = z.number().int().min(1).max(PLAN_WEEKS);
const change: z.ZodType<PlanTaskChange> = z
  .object({
    task: z.string().min(1),
    weeks: z.tuple([week, week]).nullable(),
    post: z.enum(POST_IDS).nullable(),
  })
  .refine(({ weeks }) => weeks === null || weeks[0] <= weeks[1])
  // Only a task of ours can be left out or keep its post.
  .refine(({ task, weeks, post }) => isPlanTask(task) || (weeks !== null && post !== null));

/**
 * Changes to the work plan: tasks with their first and last week, semicolons between them; a dash leaves a task out,
 * a name of one's own with a post adds one. In a JSON file a list of such texts, too. A dash alone: none.
 */
export const planTasks = z.preprocess((value) => {
  const text = plainText(value);
  if (NOTHING.has(text)) return [];
  const entries = typeof text === "string" ? text.split(/[;\n]+/).filter((part) => part.trim() !== "") : text;
  return Array.isArray(entries) ? entries.map(changeOf) : entries;
}, z.array(change));
