import { z } from "zod";
import type { SettingPath, SpecsOf } from "../settingSpec";
import type { ComplaintPath } from "./complaintSpecs";
import type { PlanPath } from "./planSpecs";
import { oneOf } from "../values/oneOf";
import { number, positive, share, whole } from "../values/numbers";
import { yesNo } from "../values/yesNo";
import { day } from "../values/times";
import { orNull } from "../values/orNull";
import { names, pairs } from "../values/lists";

type ProgrammePath = Extract<SettingPath, `programme.${string}`>;

/** Settings for the thresholds of the programme. */
export const PROGRAMME_SPECS: SpecsOf<Exclude<ProgrammePath, PlanPath | ComplaintPath>> = {
  "programme.startOn": {
    names: ["计划开始日", "路线图开始日", "programme start", "roadmap start"],
    allowed: "2026-01-01 | null",
    schema: orNull(day),
  },
  "programme.loyalOrders": {
    names: ["忠诚订单数", "loyal orders", "loyal from, orders"],
    allowed: "1 … 100",
    schema: whole(1, 100),
  },
  "programme.supportDays": {
    names: ["支持期天数", "support days", "支持期（天）", "support period, days"],
    allowed: "0 … 365",
    schema: whole(0, 365),
  },
  "programme.ticketDays": {
    names: ["工单后支持期（天）", "工单后支持天数", "support after a ticket, days"],
    allowed: "0 … 365",
    schema: whole(0, 365),
  },
  "programme.relationalOrders": {
    names: ["关系型订单数", "relational orders", "relation from, orders"],
    allowed: "1 … 100",
    schema: whole(1, 100),
  },
  "programme.relationalMonths": {
    names: ["关系型月数", "relational months", "relation from, months"],
    allowed: "1 … 120",
    schema: whole(1, 120),
  },
  "programme.accountContacts": {
    names: ["账户联系人数", "contacts of an account"],
    allowed: "1 … 100",
    schema: whole(1, 100),
  },
  "programme.contractMonths": {
    names: ["合同月数", "contract months", "contract, months"],
    allowed: "1 … 120",
    schema: whole(1, 120),
  },
  "programme.strategicShare": {
    names: ["战略收入占比", "strategic share"],
    allowed: "0 … 1 (0.05 = 5%)",
    schema: share,
  },
  "programme.bargainShare": {
    names: ["折扣订单占比", "bargain share"],
    allowed: "0 … 1 (0.5 = 50%)",
    schema: share,
  },
  "programme.fatigueTouches": {
    names: ["触达上限次数", "most touches", "触达上限（次）"],
    allowed: "1 … 100",
    schema: whole(1, 100),
  },
  "programme.fatigueDays": {
    names: ["触达上限天数", "days of most touches", "触达上限周期（天）", "most touches in, days"],
    allowed: "1 … 365",
    schema: whole(1, 365),
  },
  "programme.pairCustomers": {
    names: ["关联最少人数", "fewest customers with both"],
    allowed: "1 … 100000",
    schema: whole(1, 100_000),
  },
  "programme.pairConfidence": {
    names: ["关联最低置信度", "least confidence"],
    allowed: "0 … 1 (0.1 = 10%)",
    schema: share,
  },
  "programme.pairLift": {
    names: ["关联提升度下限", "lift to beat"],
    allowed: "≥ 0",
    schema: number(z.number().min(0).finite()),
  },
  "programme.manualPairs": {
    names: ["人工关联规则", "manual cross-sell rules"],
    allowed: "奶粉>辅食; 纸尿裤>湿巾",
    schema: pairs,
  },
  "programme.rangeShare": {
    names: ["品类少占比", "few categories share", "few categories, share"],
    allowed: "0 … 1 (0.33 = 33%)",
    schema: share,
  },
  "programme.trendGrowth": {
    names: ["品类升降幅度", "category trend", "category rises or falls from"],
    allowed: "0 … 1 (0.1 = 10%)",
    schema: share,
  },
  "programme.newProductDays": {
    names: ["新品期（天）", "新品期天数", "a new product, days"],
    allowed: "1 … 3650",
    schema: whole(1, 3650),
  },
  "programme.deadMemberDays": {
    names: ["沉默会员天数", "dead member days", "沉默会员（天）", "dead member, days"],
    allowed: "1 … 3650",
    schema: whole(1, 3650),
  },
  "programme.adviserCap": {
    names: ["顾问客户上限", "customers per adviser"],
    allowed: "1 … 10000",
    schema: whole(1, 10_000),
  },
  "programme.formerOwners": {
    names: ["离职负责人", "former owners"],
    allowed: "张三; 李四",
    schema: names,
  },
  "programme.secondOrderDays": {
    names: ["二单天数", "second order days", "二单期限（天）", "second order, days"],
    allowed: "1 … 365",
    schema: whole(1, 365),
  },
  "programme.winBackDays": {
    names: ["赢回判定天数", "win-back days", "赢回判定期（天）", "win-back counts, days"],
    allowed: "1 … 365",
    schema: whole(1, 365),
  },
  "programme.recommendationDays": {
    names: ["推荐判定天数", "recommendation days", "推荐判定期（天）", "recommendation counts, days"],
    allowed: "1 … 365",
    schema: whole(1, 365),
  },
  "programme.holdOutShare": {
    names: ["对照组占比", "hold-out share"],
    allowed: "0 … 1 (0.1 = 10%)",
    schema: share,
  },
  "programme.holdOutSeed": {
    names: ["对照组种子", "hold-out seed"],
    allowed: "0 … 4294967295",
    schema: whole(0, 4_294_967_295),
  },
  "programme.needShare": {
    names: ["共性需求占比", "shared need share", "shared need from, share"],
    allowed: "0 … 1 (0.2 = 20%)",
    schema: share,
  },
  "programme.complaintRepeatDays": {
    names: ["投诉后复购天数", "投诉后复购期", "back after a complaint", "back after a complaint, days"],
    allowed: "1 … 365",
    schema: whole(1, 365),
  },
  "programme.improvementDays": {
    names: ["改进期限天数", "改进期限", "days to improve"],
    allowed: "1 … 365",
    schema: whole(1, 365),
  },
  "programme.communityDays": {
    names: ["社群活跃天数", "community days", "社群活跃期（天）", "an active member, days"],
    allowed: "1 … 3650",
    schema: whole(1, 3650),
  },
  "programme.onlineEvents": {
    names: ["线上活动是否计入", "线上活动计入", "online events count"],
    allowed: "true | false",
    schema: yesNo,
  },
  "programme.pointsPerUnit": {
    names: ["每元积分", "积分比例", "points per unit of spend"],
    allowed: "> 0 | null",
    schema: orNull(positive),
  },
  "programme.pointValue": {
    names: ["每积分价值", "积分价值", "value of a point"],
    allowed: "> 0 | null",
    schema: orNull(positive),
  },
  "programme.pointsNoticeDays": {
    names: [
      "积分到期提醒天数",
      "积分到期提醒（天）",
      "points notice days",
      "notice before points expire, days",
    ],
    allowed: "0 … 3650",
    schema: whole(0, 3650),
  },
  "programme.rivalShare": {
    names: ["拒绝竞品门槛", "拒绝竞争对手门槛", "rivals refused from, share"],
    allowed: "0 … 1 (0.75 = 75%)",
    schema: share,
  },
  "programme.walletShare": {
    names: ["本店购买占比门槛", "钱包份额门槛", "share of wallet from"],
    allowed: "0 … 1 (0.8 = 80%)",
    schema: share,
  },
  "programme.tenureMonths": {
    names: ["老客满（月）", "老客月数", "转移成本老客月数", "tenure months", "tie by habit, months"],
    allowed: "1 … 600",
    schema: whole(1, 600),
  },
  "programme.ownerMonths": {
    names: ["同一负责人满（月）", "负责人满月数", "owner months", "same owner, months"],
    allowed: "1 … 600",
    schema: whole(1, 600),
  },
  "programme.onlineDays": {
    names: ["线上行为天数", "线上行为（天）", "online days", "online behaviour, days"],
    allowed: "1 … 3650",
    schema: whole(1, 3650),
  },
  "programme.ticketCost": {
    names: ["单张工单成本", "cost of a ticket"],
    allowed: "> 0 | null",
    schema: orNull(positive),
  },
  "programme.trade": {
    names: ["对标行业", "行业对标", "trade", "trade to compare with"],
    ...oneOf({
      retail: ["零售", "retail trade"],
      catering: ["餐饮", "catering trade"],
      airline: ["航空", "airlines"],
      travel: ["旅游", "travel trade"],
    }),
  },
};
