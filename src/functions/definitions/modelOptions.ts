import type { ChoiceParameter, OptionNames } from "../arguments/parameter";

/** Models of purchases by the names that users write. */
export const MODEL = {
  kind: "choice",
  choices: ["auto", "bgnbd", "mbgnbd", "pareto"],
  whenBlank: "auto",
} as const satisfies ChoiceParameter;

/** Which model, and the unit of its time. */
export const MODEL_OPTIONS = {
  model: MODEL,
  period: { kind: "choice", choices: ["day", "week"], whenBlank: "day" },
} as const satisfies OptionNames;
