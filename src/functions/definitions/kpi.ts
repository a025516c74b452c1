import { kpiOutcome } from "../../core/kpi";
import { LANGUAGE } from "../arguments/parameter";
import { word } from "../words";
import { define } from "./definition";

export const KPI = define({
  parameters: {
    actual: { kind: "number", whenBlank: null },
    baseline: { kind: "number", whenBlank: null },
    target: { kind: "number", whenBlank: null },
    mode: { kind: "choice", choices: ["absolute", "relative", "points"], whenBlank: "absolute" },
    direction: { kind: "choice", choices: ["up", "down"], whenBlank: "up" },
    lang: LANGUAGE,
  },
  compute({ actual, baseline, target, mode, direction }, language) {
    const outcome = kpiOutcome({ actual, baseline, target, mode, direction });
    return [[word(language, `kpiStatus.${outcome.status}`), outcome.targetValue, outcome.gap]];
  },
});
