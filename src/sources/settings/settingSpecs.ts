import { z } from "zod";
import { dayOfMoment } from "../../core/math/day";
import type { Settings } from "../../core/settings";
import { parseMoment, PLAIN_READING, SHEET_FIELDS } from "../../core/tables";

type Group = "weights" | "cuts" | "currency" | "service" | "prediction" | "programme";

/** "windowDays", "service.enquiryHours": a new setting does not compile until it has its line below. */
export type SettingPath =
  Exclude<keyof Settings, Group> | { [G in Group]: `${G}.${Extract<keyof Settings[G], string>}` }[Group];

export interface SettingSpec {
  /** What it is called in a settings sheet, besides its path and the path's last part. */
  readonly names: readonly string[];
  /** What may be written, as a reader is told it; no words of one language. */
  readonly allowed: string;
  readonly schema: z.ZodType;
}

const blankToUndefined = (value: unknown) =>
  typeof value === "string" ? value.normalize("NFKC").trim() : value;

/** A number, also written as text, with thousands commas or as a percentage. */
const number = (check: z.ZodType<number>) =>
  z.preprocess((value) => {
    const text = blankToUndefined(value);
    if (typeof text !== "string") return text;
    const match = /^([+-]?[\d,]*\.?\d+)\s*(%?)$/.exec(text);
    if (match === null) return text;
    return Number((match[1] ?? "").replaceAll(",", "")) / (match[2] === "%" ? 100 : 1);
  }, check);

const whole = (least: number, most: number) => number(z.number().int().min(least).max(most));
const share = number(z.number().min(0).max(1));
const positive = number(z.number().positive().finite());

/** One of a few ids, each with other names it goes by. */
const choice = (ids: Readonly<Record<string, readonly string[]>>) =>
  z.preprocess(
    (value) => {
      const text = blankToUndefined(value);
      if (typeof text !== "string") return text;
      const said = text.toLowerCase();
      const id = Object.entries(ids).find(
        ([key, names]) =>
          key.toLowerCase() === said || names.some((name) => name.normalize("NFKC").toLowerCase() === said),
      );
      return id?.[0] ?? text;
    },
    z.enum(Object.keys(ids)),
  );

const allowedOf = (ids: Readonly<Record<string, readonly string[]>>) =>
  Object.entries(ids)
    .map(([id, [name]]) => (name === undefined ? id : `${id} (${name})`))
    .join(" | ");

const oneOf = (ids: Readonly<Record<string, readonly string[]>>) => ({
  schema: choice(ids),
  allowed: allowedOf(ids),
});

const yesNo = z.preprocess((value) => {
  const text = blankToUndefined(value);
  if (typeof text !== "string") return text === 1 ? true : text === 0 ? false : text;
  const said = text.toLowerCase();
  if (["true", "yes", "是", "1", "y"].includes(said)) return true;
  if (["false", "no", "否", "0", "n"].includes(said)) return false;
  return text;
}, z.boolean());

const moment = z.preprocess((value) => {
  if (typeof value !== "string" && typeof value !== "number") return value;
  const parsed = parseMoment(value, PLAIN_READING);
  return typeof parsed === "number" ? parsed : value;
}, z.number().int());

const day = moment.transform((value) => dayOfMoment(value));

/** 09:00 as minutes of the day; a time cell of a sheet is a fraction of one. */
const clock = z.preprocess((value) => {
  if (typeof value === "number") return value >= 0 && value <= 1 ? Math.round(value * 1440) : NaN;
  const text = blankToUndefined(value);
  const match = typeof text === "string" ? /^(\d{1,2}):(\d{2})(?::00)?$/.exec(text) : null;
  if (match === null) return NaN;
  const minutes = Number(match[1]) * 60 + Number(match[2]);
  return Number(match[2]) < 60 ? minutes : NaN;
}, z.number().int().min(0).max(1440));

/** A JSON list, or text with commas, semicolons or blanks between the entries. */
const list = <T>(entry: z.ZodType<T>) =>
  z.preprocess((value) => {
    if (typeof value === "number") return [value];
    const text = blankToUndefined(value);
    if (typeof text !== "string") return text;
    return text.split(/[,;、\s|]+/).filter((part) => part !== "");
  }, z.array(entry));

const NOTHING: ReadonlySet<unknown> = new Set([
  null,
  "",
  "null",
  "auto",
  "自动",
  "none",
  "无",
  "-",
  "–",
  "最后下单日",
  "last order day",
  "基准日结束",
  "end of the as-of day",
  "按名次",
  "by rank",
  "按原文",
  "as written",
  "出现最多的",
  "most frequent",
  "基准日次日",
  "day after the as-of date",
  "未知",
  "not known",
  "表中已有的默认字段",
  "default fields the sheet has",
]);

/** The value, or null for "let the data decide". */
const orNull = (schema: z.ZodType) =>
  z.preprocess(
    (value) => (NOTHING.has(typeof value === "string" ? value.trim().toLowerCase() : value) ? null : value),
    z.union([z.null(), schema]),
  );

const cuts = orNull(
  list(number(z.number().finite())).refine((values) =>
    values.every((value, index) => index === 0 || value > (values[index - 1] ?? value)),
  ),
);

const WEEKDAYS: readonly (readonly string[])[] = [
  ["周一", "星期一", "mon", "monday"],
  ["周二", "星期二", "tue", "tuesday"],
  ["周三", "星期三", "wed", "wednesday"],
  ["周四", "星期四", "thu", "thursday"],
  ["周五", "星期五", "fri", "friday"],
  ["周六", "星期六", "sat", "saturday"],
  ["周日", "星期日", "sun", "sunday", "周天", "星期天"],
];
const weekday = z.preprocess((value) => {
  if (typeof value !== "string") return value;
  const named = WEEKDAYS.findIndex((names) => names.includes(value.toLowerCase()));
  return named >= 0 ? named + 1 : Number(value);
}, z.number().int().min(1).max(7));

const zone = z.string().refine((name) => {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
});

const CURRENCY_CODE = /^[A-Z]{3}$/;
const RATE_KEY = /^[A-Z]{3}( \d{4}-(0[1-9]|1[0-2]))?$/;

/** {"USD": 7.1, "USD 2025-01": 7.2}, or the same as text: USD=7.1; USD 2025-01=7.2 */
const rates = z.preprocess(
  (value) => {
    const text = blankToUndefined(value);
    if (typeof text !== "string") return text;
    const entries = text.split(/[;,、\n]+/).filter((part) => part.trim() !== "");
    return Object.fromEntries(
      entries.map((entry) => {
        const [code = "", rate = ""] = entry.split(/[=:]/);
        return [code.trim().toUpperCase(), Number(rate)];
      }),
    );
  },
  z.record(z.string().regex(RATE_KEY), z.number().positive().finite()),
);

const partsOf = (text: string, between: RegExp) =>
  text
    .split(between)
    .map((part) => part.trim())
    .filter((part) => part !== "");

/** Names with commas or semicolons between them, or a JSON list; names may hold blanks. A dash: none. */
const names = z.preprocess(
  (value) => {
    const text = blankToUndefined(value);
    if (NOTHING.has(text)) return [];
    return typeof text === "string" ? partsOf(text, /[,;、\n]+/) : text;
  },
  z.array(z.string().min(1)),
);

/** [["A", "B"]], or the same as text: A>B; C>D. A dash: none. */
const pairs = z.preprocess(
  (value) => {
    const text = blankToUndefined(value);
    if (NOTHING.has(text)) return [];
    if (typeof text !== "string") return text;
    return partsOf(text, /[,;、\n]+/).map((pair) => partsOf(pair, /[>→]/));
  },
  z.array(z.tuple([z.string().min(1), z.string().min(1)])),
);

const requiredFieldIds = [...SHEET_FIELDS.customers, "industryOrScene"];

const TIES = {
  low: ["低", "同值取低分", "equal values take the lower score"],
  mid: ["中", "同值取中分", "equal values take the middle score"],
  high: ["高", "同值取高分", "equal values take the higher score"],
};
const MASKS = { none: ["不脱敏", "无"], partial: ["部分脱敏", "部分"], full: ["完全脱敏", "全部", "完全"] };
const SCHEMES = {
  named11: ["十一类", "十一类命名细分", "eleven named segments"],
  klaviyo6: ["六类", "六类（1～3 分）", "six groups on scores 1 to 3"],
  eightMean: ["八类均值", "国内八类（均值）", "eight classes by mean"],
  eightMedian: ["八类中位数", "国内八类（中位数）", "eight classes by median"],
};

/** Every setting: its names in a sheet, what may be written, and how that is read. */
export const SETTING_SPECS: Readonly<Record<SettingPath, SettingSpec>> = {
  asOf: {
    names: ["基准日", "基准日期", "as-of date", "as of"],
    allowed: "2025-12-31",
    schema: orNull(day),
  },
  now: {
    names: ["统计时刻", "当前时间", "判定时刻", "现在", "moment for open tickets"],
    allowed: "2025-12-31 18:00",
    schema: orNull(moment),
  },
  language: { names: ["语言"], ...oneOf({ zh: ["中文", "zh-CN", "简体中文"], en: ["英文", "English"] }) },
  windowDays: {
    names: ["窗口天数", "窗口", "统计窗口", "window", "window (days)", "window, days"],
    allowed: "1 … 3660",
    schema: whole(1, 3660),
  },
  bins: { names: ["分箱数", "分箱", "score bins"], allowed: "2 … 20", schema: whole(2, 20) },
  ties: { names: ["并列规则", "并列", "tie rule"], ...oneOf(TIES) },
  "weights.r": {
    names: ["R权重", "权重R", "weight R", "weightR"],
    allowed: "≥ 0",
    schema: number(z.number().min(0).finite()),
  },
  "weights.f": {
    names: ["F权重", "权重F", "weight F", "weightF"],
    allowed: "≥ 0",
    schema: number(z.number().min(0).finite()),
  },
  "weights.m": {
    names: ["M权重", "权重M", "weight M", "weightM"],
    allowed: "≥ 0",
    schema: number(z.number().min(0).finite()),
  },
  "cuts.r": {
    names: ["R切点", "R分界", "cutsR", "cuts R", "cut points R"],
    allowed: "30, 90, 180, 365 | null",
    schema: cuts,
  },
  "cuts.f": {
    names: ["F切点", "F分界", "cutsF", "cuts F", "cut points F"],
    allowed: "1, 2, 4, 8 | null",
    schema: cuts,
  },
  "cuts.m": {
    names: ["M切点", "M分界", "cutsM", "cuts M", "cut points M"],
    allowed: "100, 500, 2000 | null",
    schema: cuts,
  },
  topShare: {
    names: ["高价值占比", "高价值比例", "高价值阈值", "top share", "share of high value"],
    allowed: "0 … 1 (0.2 = 20%)",
    schema: share,
  },
  bottomShare: {
    names: ["基础占比", "基础比例", "基础阈值", "bottom share", "share of basic"],
    allowed: "0 … 1 (0.2 = 20%)",
    schema: share,
  },
  segmentScheme: { names: ["分群方案", "细分方案", "segments", "segment scheme"], ...oneOf(SCHEMES) },
  winBackMonths: {
    names: ["赢回月数", "未复购月数", "流失月数", "win-back months"],
    allowed: "1 … 60",
    schema: whole(1, 60),
  },
  dateOrder: {
    names: ["日期顺序", "日月顺序", "date order"],
    ...oneOf({
      auto: ["自动", "按列自动判断", "as the column shows"],
      dayFirst: ["日在前", "day first", "dmy"],
      monthFirst: ["月在前", "month first", "mdy"],
    }),
  },
  timeZone: { names: ["时区", "time zone"], allowed: "Asia/Shanghai | null", schema: orNull(zone) },
  "currency.base": {
    names: ["本位币", "币种", "基准币种", "currency", "base currency"],
    allowed: "CNY | USD | … | null",
    schema: orNull(
      z.preprocess(
        (value) => (typeof value === "string" ? value.trim().toUpperCase() : value),
        z.string().regex(CURRENCY_CODE),
      ),
    ),
  },
  "currency.decimals": {
    names: ["小数位", "金额小数位", "币种小数位", "currency decimals"],
    allowed: "0 … 4",
    schema: whole(0, 4),
  },
  "currency.rates": {
    names: ["汇率", "汇率表", "exchange rates"],
    allowed: '{ "USD": 7.1, "USD 2025-01": 7.2 }',
    schema: rates,
  },
  duplicates: {
    names: ["重复行", "重复行处理", "duplicate rows"],
    ...oneOf({
      auto: ["自动", "一单一行时剔除", "dropped where one row is one order"],
      drop: ["剔除", "一律剔除", "去除", "删除", "always dropped"],
      keep: ["保留", "一律保留", "always kept"],
    }),
  },
  countZero: {
    names: ["零金额计入", "零金额是否计入", "零金额计单", "count zero", "count zero amounts"],
    allowed: "true | false",
    schema: yesNo,
  },
  "service.calendar": {
    names: ["工作时间日历", "计时方式", "时效日历", "service clock", "service hours counted by"],
    ...oneOf({
      calendar: ["自然时间", "自然日", "calendar hours"],
      working: ["工作时间", "工作日", "working hours"],
    }),
  },
  "service.opensAt": {
    names: ["上班时间", "工作开始", "营业开始", "opens at"],
    allowed: "00:00 … 24:00",
    schema: clock,
  },
  "service.closesAt": {
    names: ["下班时间", "工作结束", "营业结束", "closes at"],
    allowed: "00:00 … 24:00",
    schema: clock,
  },
  "service.workdays": {
    names: ["工作日", "工作日列表", "working days"],
    allowed: "1, 2, 3, 4, 5 (1 = 周一 / Monday)",
    schema: list(weekday).refine((days) => days.length > 0 && new Set(days).size === days.length),
  },
  "service.holidays": {
    names: ["节假日", "休息日", "public holidays"],
    allowed: "2025-10-01, 2025-10-02",
    schema: list(day),
  },
  "service.enquiryHours": {
    names: ["咨询响应小时", "咨询时限", "咨询响应时限", "enquiry hours", "enquiry limit, hours"],
    allowed: "> 0",
    schema: positive,
  },
  "service.complaintHours": {
    names: ["投诉解决小时", "投诉时限", "投诉解决时限", "complaint hours", "complaint limit, hours"],
    allowed: "> 0",
    schema: positive,
  },
  "service.highValueHours": {
    names: ["高价值响应小时", "高价值时限", "高价值响应时限", "high value hours", "high-value limit, hours"],
    allowed: "> 0",
    schema: positive,
  },
  "service.followUpDays": {
    names: ["回访天数", "售后回访天数", "回访时限", "follow-up days", "follow-up limit, days"],
    allowed: "> 0",
    schema: positive,
  },
  requiredFields: {
    names: ["必填字段", "完善率字段", "required fields"],
    allowed: `${requiredFieldIds.join(" | ")} | null`,
    schema: orNull(list(z.enum(requiredFieldIds))),
  },
  averageOrderBasis: {
    names: ["客单价口径", "客单价", "average order basis"],
    ...oneOf({
      customer: ["按客户", "按付款客户", "客单价", "按人", "per paying customer"],
      order: ["按订单", "笔单价", "按单", "per order"],
    }),
  },
  channelLimit: {
    names: [
      "渠道阈值",
      "获客成本占比上限",
      "获客成本上限",
      "渠道成本上限",
      "channel limit",
      "channel cost limit",
      "阈值",
    ],
    allowed: "> 0 (0.1 = 10%)",
    schema: positive,
  },
  satisfactionScale: {
    names: ["满意度换算", "满意度口径", "satisfaction scale"],
    ...oneOf({
      times: ["按满分比例", "乘20", "倍数", "share of the top of the scale"],
      minmax: ["按区间位置", "极差", "归一", "position between the ends"],
    }),
  },
  unpaidHours: {
    names: ["未付款提醒小时", "未付款时限", "未付款提醒", "unpaid hours", "unpaid reminder, hours"],
    allowed: "> 0",
    schema: positive,
  },
  "prediction.horizonDays": {
    names: ["流失预测天数", "预测天数", "流失天数", "churn horizon, days", "horizon days", "horizon"],
    allowed: "1 … 3650",
    schema: whole(1, 3650),
  },
  "prediction.lowShare": {
    names: ["低风险占比", "share of low risk"],
    allowed: "0 … 1 (0.33 = 33%)",
    schema: share,
  },
  "prediction.highShare": {
    names: ["高风险占比", "share of high risk"],
    allowed: "0 … 1 (0.33 = 33%)",
    schema: share,
  },
  "prediction.bandCuts": {
    names: ["风险档切点", "风险切点", "risk band cuts", "bandCuts"],
    allowed: "0.3, 0.7 | null",
    schema: orNull(
      list(share).refine((values) => values.length === 2 && (values[0] ?? 0) < (values[1] ?? 0)),
    ),
  },
  "prediction.months": {
    names: ["CLV月数", "生命周期价值月数", "CLV months"],
    allowed: "1 … 120",
    schema: whole(1, 120),
  },
  "prediction.annualDiscount": {
    names: ["年折现率", "折现率", "annual discount"],
    allowed: "0.001 … 1 (0.1 = 10%)",
    schema: number(z.number().min(0.001).max(1)),
  },
  "prediction.margin": {
    names: ["毛利率", "利润率", "margin"],
    allowed: "0 … 1 (0.3 = 30%)",
    schema: share,
  },
  smallSample: {
    names: ["小样本阈值", "样本少阈值", "小样本", "small sample", "small sample below"],
    allowed: "1 … 1000",
    schema: whole(1, 1000),
  },
  reportScope: {
    names: ["报告范围", "报告版本", "report scope"],
    ...oneOf({
      full: ["完整", "完整版", "every sheet"],
      compact: ["精简", "精简版", "monthly sheets only"],
    }),
  },
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
  mask: { names: ["脱敏级别", "脱敏", "mask level", "masking"], ...oneOf(MASKS) },
};
