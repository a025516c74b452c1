import { z } from "zod";
import type { SpecsOf } from "../settingSpec";
import { oneOf } from "../values/oneOf";
import { number, share, whole } from "../values/numbers";
import { day, moment } from "../values/times";
import { orNull } from "../values/orNull";
import { cuts } from "../values/lists";

const TIES = {
  low: ["低", "同值取低分", "equal values take the lower score"],
  mid: ["中", "同值取中分", "equal values take the middle score"],
  high: ["高", "同值取高分", "equal values take the higher score"],
};
const SCHEMES = {
  named11: ["十一类", "十一类命名细分", "eleven named segments"],
  klaviyo6: ["六类", "六类（1～3 分）", "six groups on scores 1 to 3"],
  eightMean: ["八类均值", "国内八类（均值）", "eight classes by mean"],
  eightMedian: ["八类中位数", "国内八类（中位数）", "eight classes by median"],
};

/** Settings for what is scored, and how. */
export const SCORING_SPECS: SpecsOf<
  | "asOf"
  | "now"
  | "windowDays"
  | "bins"
  | "ties"
  | "weights.r"
  | "weights.f"
  | "weights.m"
  | "cuts.r"
  | "cuts.f"
  | "cuts.m"
  | "topShare"
  | "bottomShare"
  | "segmentScheme"
  | "winBackMonths"
> = {
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
};
