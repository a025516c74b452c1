import type { SettingSpec, SpecsOf } from "../settingSpec";
import { names } from "../values/lists";
import { positive } from "../values/numbers";

export type ComplaintPath =
  | `programme.${"majorHours" | "qualityHours" | "gradingHours"}`
  | `programme.${"finance" | "carrier" | "warehouse" | "purchasing" | "product" | "marketing" | "service"}Words`;

const HOURS = { allowed: "> 0", schema: positive };
const words = (called: readonly string[], example: string): SettingSpec => ({
  names: called,
  allowed: example,
  schema: names,
});

/** Settings for who has to deal with a complaint, and how soon. */
export const COMPLAINT_SPECS: SpecsOf<ComplaintPath> = {
  "programme.majorHours": {
    names: [
      "重大失误上报时限（小时）",
      "重大失误上报小时",
      "major failures to management, hours",
      "major hours",
    ],
    ...HOURS,
  },
  "programme.qualityHours": {
    names: [
      "质量投诉转办时限（小时）",
      "质量投诉转办小时",
      "quality complaints to the quality team, hours",
      "quality hours",
    ],
    ...HOURS,
  },
  "programme.gradingHours": {
    names: ["待定级时限（小时）", "待定级小时", "grading of tickets, hours", "grading hours"],
    ...HOURS,
  },
  "programme.financeWords": words(["财务关键词", "words of finance"], "退款; 发票; refund"),
  "programme.carrierWords": words(["物流关键词", "words of logistics"], "物流; 快递; courier"),
  "programme.warehouseWords": words(["仓储关键词", "words of the warehouse"], "发错; 破损; damaged"),
  "programme.purchasingWords": words(["采购关键词", "words of purchasing"], "缺货; 临期; expired"),
  "programme.productWords": words(["品控关键词", "words of product quality"], "质量; 异味; defect"),
  "programme.marketingWords": words(["市场关键词", "words of marketing"], "优惠; 赠品; coupon"),
  "programme.serviceWords": words(["客服关键词", "words of customer service"], "客服; 态度; rude"),
};
