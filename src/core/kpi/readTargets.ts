import type { TableProblem } from "../analysis/types";
import type { KpiDirection, KpiMode } from "../settings";
import { plainText, type Cell, type MappedTable } from "../tables";
import { forEachRow } from "../tables/forEachRow";
import type { ReadingSettings, TableReader } from "../tables/tableReader";
import { kpiUnit } from "./kpiResult";
import type { StatedTarget } from "./kpiTargets";
import { KPI_IDS, type KpiId } from "./types";

/** What people call each KPI; compared as `nameKey` has it. */
const NAMES: Readonly<Record<KpiId, readonly string[]>> = {
  completeness: [
    "客户信息完善率",
    "信息完善率",
    "完善率",
    "信息完整率",
    "资料完善率",
    "customer data completeness",
    "profile completeness",
  ],
  completenessStrict: [
    "信息全部完善的客户占比",
    "完全完善客户占比",
    "严格完善率",
    "strict completeness",
    "customers with complete data",
  ],
  responseRate: [
    "营销触达响应率",
    "触达响应率",
    "响应率",
    "营销响应率",
    "touch response rate",
    "response rate",
  ],
  touchCoverage: [
    "触达覆盖率",
    "触达计划覆盖率",
    "触达计划完成率",
    "touch coverage",
    "touch plan coverage",
    "customers touched on time",
  ],
  cac: [
    "新客户获取成本",
    "获客成本",
    "新客获取成本",
    "单客获取成本",
    "客户获取成本",
    "customer acquisition cost",
    "acquisition cost",
    "acquisition cost per new customer",
  ],
  repeatRate: ["复购率", "客户复购率", "repeat rate", "repeat purchase rate"],
  coreRepeatRate: [
    "核心客户复购率",
    "高价值客户复购率",
    "core customer repeat rate",
    "core repeat rate",
    "repeat rate of core customers",
  ],
  retention: [
    "客户留存率",
    "留存率",
    "客户保持率",
    "保持率",
    "customer retention",
    "retention rate",
    "customer retention rate",
  ],
  churn: ["客户流失率", "流失率", "customer churn", "churn rate", "customer churn rate"],
  clv: [
    "客户终身价值",
    "客户终生价值",
    "客户生命周期价值",
    "客户lifetimevalue",
    "人均clv",
    "ltv",
    "customer lifetime value",
    "lifetime value",
    "clv per customer",
    "客户终身价值clv",
  ],
  complaintOnTime: [
    "客户投诉处理及时率",
    "投诉处理及时率",
    "投诉及时解决率",
    "投诉及时率",
    "投诉24小时内解决率",
    "complaints on time",
    "complaints resolved on time",
    "complaints resolved in 24 hours",
  ],
  enquiryOnTime: [
    "咨询响应及时率",
    "咨询及时响应率",
    "咨询及时率",
    "咨询2小时内响应率",
    "enquiries on time",
    "enquiries answered on time",
    "enquiries answered in 2 hours",
  ],
  highValueOnTime: [
    "高价值客户响应及时率",
    "高价值客户及时响应率",
    "高价值客户响应≤2小时",
    "高价值客户2小时响应率",
    "高价值客户2小时内响应率",
    "high-value response on time",
    "high-value requests answered on time",
    "high-value requests answered in 2 hours",
  ],
  followUpOnTime: [
    "售后回访及时率",
    "售后及时回访率",
    "回访及时率",
    "售后7天内回访率",
    "follow-ups on time",
    "after-sales follow-up on time",
    "after-sales follow-up within 7 days",
  ],
  satisfaction: [
    "客户满意度",
    "满意度",
    "满意度指数",
    "customer satisfaction",
    "satisfaction",
    "satisfaction index",
  ],
  nps: ["净推荐值", "净推荐值nps", "nps净推荐值", "net promoter score"],
  referralShareOfNew: [
    "老客推荐占新客比",
    "转介绍占新客",
    "新客推荐占比",
    "推荐新客占比",
    "老客推荐新客占比",
    "referral share of new customers",
    "new customers by referral",
  ],
  referralShareOfRevenue: [
    "转介绍占成交额",
    "推荐客户营收占比",
    "推荐客户营业额占比",
    "推荐营收占比",
    "referral share of revenue",
    "revenue by referral",
  ],
  highTierShareOfNet: [
    "高价值客户净消费占比",
    "高价值客户营收占比",
    "高价值客户销售占比",
    "高价值客户收入占比",
    "net spend from high-value customers",
    "high-value share of net spend",
  ],
  loyalToOrdinarySpend: [
    "忠诚与普通客户消费比",
    "忠诚普通消费比",
    "忠诚与普通消费比",
    "loyal to ordinary spend",
  ],
  netPerCustomer: ["客单价", "客户平均消费", "spend per customer", "net spend per customer"],
  netPerOrder: ["笔单价", "订单均价", "spend per order", "net spend per order", "average order value"],
  recommendationSuccess: [
    "推荐成功率",
    "关联推荐成功率",
    "推荐转化率",
    "recommendation success",
    "recommendation acceptance",
  ],
  referralRate: [
    "客户推荐率",
    "老客推荐率",
    "customer referral rate",
    "referral rate",
    "customers who referred",
  ],
  cacToOrderValue: [
    "获客成本占首期客单价",
    "获客成本占客单价",
    "获客成本占比",
    "acquisition cost to first spend",
    "acquisition cost ratio",
  ],
  existingShareOfNet: [
    "老客收入占比",
    "老客净消费占比",
    "net spend from existing customers",
    "existing customers' share of revenue",
  ],
  secondOrderRate: [
    "新客二单率",
    "新客复购率",
    "二单率",
    "new customers with a second order",
    "second order rate",
  ],
  winBackRate: ["赢回率", "流失客户赢回率", "挽回率", "流失挽回率", "win-back rate", "customers won back"],
  winBackEffect: [
    "赢回净效果",
    "赢回率高出对照组",
    "赢回提升",
    "win-back above the hold-out",
    "win-back effect",
    "win-back rate above the hold-out",
    "win-back uplift",
  ],
  communityReach: ["社群活跃率", "会员活跃率", "active members", "community reach"],
  silentMembers: ["沉默会员占比", "死会员占比", "silent members", "dead members", "share of silent members"],
  eventsInQuarter: [
    "本季度客户活动场次",
    "季度活动场次",
    "客户活动场次",
    "customer events this quarter",
    "events per quarter",
  ],
  eventAttendance: ["高价值客户活动到场率", "活动到场率", "high-value event attendance", "event attendance"],
  surveyCoverage: ["满意度调查覆盖率", "调查覆盖率", "survey coverage"],
  feedbackDays: [
    "反馈处理天数",
    "反馈天数",
    "反馈到处理天数",
    "反馈处理时长",
    "feedback days",
    "days from feedback to action",
  ],
  pointsRedemption: ["积分兑换率", "points redeemed", "points redemption"],
};

const KPI_BY_NAME: ReadonlyMap<string, KpiId> = new Map(
  KPI_IDS.flatMap((id) => [id, ...NAMES[id]].map((name) => [nameKey(name), id] as const)),
);

/** The KPI that people call so, whatever case, width and brackets; undefined: none. */
export function kpiOfName(name: string): KpiId | undefined {
  return KPI_BY_NAME.get(nameKey(name));
}

const MODES: Readonly<Record<string, KpiMode>> = {
  绝对: "absolute",
  绝对值: "absolute",
  absolute: "absolute",
  value: "absolute",
  相对: "relative",
  相对变化: "relative",
  相对值: "relative",
  relative: "relative",
  relativechange: "relative",
  百分点: "points",
  点数: "points",
  points: "points",
  percentagepoints: "points",
  pp: "points",
};

const DIRECTIONS: Readonly<Record<string, KpiDirection>> = {
  升: "up",
  提升: "up",
  提高: "up",
  上升: "up",
  增加: "up",
  增长: "up",
  高: "up",
  向上: "up",
  越高越好: "up",
  up: "up",
  higher: "up",
  higherisbetter: "up",
  increase: "up",
  降: "down",
  降低: "down",
  下降: "down",
  减少: "down",
  低: "down",
  向下: "down",
  越低越好: "down",
  down: "down",
  lower: "down",
  lowerisbetter: "down",
  decrease: "down",
};

/**
 * Reads the 目标 sheets: baseline, target, mode, direction, due day and owner by KPI.
 *
 * Figures are fractions or percent text: 0.25 and "25%" are the same. A KPI measured as a fraction
 * cannot have a baseline or an absolute target above 1: 95 without a percent sign is a problem and is
 * not used, rather than guessed at. A change that is stated to go down is a reduction, with or without
 * its minus sign: 降 30 % and 降 −30 % both mean −0.3. A KPI, mode or direction that nobody knows is a problem; of several
 * lines for one KPI the first is kept.
 */
export function readTargets(
  tables: readonly MappedTable<"targets">[],
  settings: ReadingSettings,
): { readonly targets: ReadonlyMap<KpiId, StatedTarget>; readonly problems: readonly TableProblem[] } {
  const targets = new Map<KpiId, StatedTarget>();
  const problems = forEachRow(tables, settings, (reader, row) => {
    const name = reader.text(row, "kpi");
    const kpi = kpiOfName(name);
    if (kpi === undefined) {
      reader.report(row, "kpi", name === "" ? "missingValue" : "unknownValue");
    } else if (targets.has(kpi)) {
      reader.report(row, "kpi", "duplicateKey");
    } else {
      targets.set(kpi, statedTarget(reader, row, kpi));
    }
  });
  return { targets, problems };
}

/** A name without case, width, blanks, signs, words in brackets, and the 率 or "rate" some leave out. */
function nameKey(name: string): string {
  return plainText(name)
    .toLowerCase()
    .replace(/\([^)]*\)/g, "")
    .replace(/[\s\-–_/:·,.%]+/g, "")
    .replace(/(?:率|rate)$/, "");
}

function statedTarget(reader: TableReader<"targets">, row: number, kpi: KpiId): StatedTarget {
  const mode = word(reader, row, "mode", MODES);
  const direction = word(reader, row, "direction", DIRECTIONS);
  const isFraction = kpiUnit(kpi) === "fraction";
  const target = figure(reader, row, "target", isFraction && mode !== "relative");
  const isChange = mode === "relative" || mode === "points";
  return {
    kpi,
    mode,
    direction,
    target: target !== null && isChange && direction === "down" ? -Math.abs(target) : target,
    baseline: figure(reader, row, "baseline", isFraction),
    baselinePeriod: reader.text(row, "baselinePeriod"),
    owner: reader.text(row, "owner"),
    dueOn: reader.day(row, "dueOn"),
  };
}

function word<T>(
  reader: TableReader<"targets">,
  row: number,
  field: "mode" | "direction",
  words: Readonly<Record<string, T>>,
): T | null {
  const text = reader.text(row, field);
  if (text === "") return null;
  const known = words[nameKey(text)];
  if (known === undefined) reader.report(row, field, "unknownValue");
  return known ?? null;
}

const PERCENT = /^([+-]?[\d.,]+)\s*(%|个?百分点|pp)$/i;

function figure(
  reader: TableReader<"targets">,
  row: number,
  field: "target" | "baseline",
  atMostOne: boolean,
): number | null {
  const value = percent(reader.cell(row, field)) ?? reader.amount(row, field);
  if (value === null || !atMostOne || Math.abs(value) <= 1) return value;
  reader.report(row, field, "outOfScale");
  return null;
}

function percent(cell: Cell): number | null {
  if (typeof cell !== "string") return null;
  const match = PERCENT.exec(plainText(cell).replace("−", "-"));
  const value = match === null ? Number.NaN : Number((match[1] ?? "").replaceAll(",", ""));
  return Number.isNaN(value) ? null : value / 100;
}
