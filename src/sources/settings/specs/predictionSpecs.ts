import { z } from "zod";
import type { SpecsOf } from "../settingSpec";
import { number, share, whole } from "../values/numbers";
import { orNull } from "../values/orNull";
import { list } from "../values/lists";

/** Settings for the forecasts. */
export const PREDICTION_SPECS: SpecsOf<`prediction.${string}`> = {
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
};
