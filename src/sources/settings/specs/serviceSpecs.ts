import type { SpecsOf } from "../settingSpec";
import { oneOf } from "../values/oneOf";
import { positive } from "../values/numbers";
import { clock, day, weekday } from "../values/times";
import { list } from "../values/lists";

/** Settings for the clocks and limits of service. */
export const SERVICE_SPECS: SpecsOf<`service.${string}`> = {
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
};
