import { z } from "zod";
import { SHEET_FIELDS } from "../../../core/tables";
import type { SpecsOf } from "../settingSpec";
import { oneOf } from "../values/oneOf";
import { positive, whole } from "../values/numbers";
import { orNull } from "../values/orNull";
import { list } from "../values/lists";

const requiredFieldIds = [...SHEET_FIELDS.customers, "industryOrScene"];

/** Settings for how the KPIs are counted. */
export const KPI_SPECS: SpecsOf<
  | "requiredFields"
  | "averageOrderBasis"
  | "channelLimit"
  | "satisfactionScale"
  | "unpaidHours"
  | "smallSample"
> = {
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
  smallSample: {
    names: ["小样本阈值", "样本少阈值", "小样本", "small sample", "small sample below"],
    allowed: "1 … 1000",
    schema: whole(1, 1000),
  },
};
