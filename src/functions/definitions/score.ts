import { MOST_BINS, scoreValues } from "../../core/rfm";
import { COLUMN } from "../arguments/columns";
import { numberColumn } from "../arguments/numberColumn";
import { define } from "./definition";

export const SCORE = define({
  parameters: {
    values: COLUMN,
    bins: { kind: "number", min: 2, max: MOST_BINS, whole: true, whenBlank: 5 },
    higherIsBetter: { kind: "switch", whenBlank: true },
    ties: { kind: "choice", choices: ["low", "mid", "high"], whenBlank: "low" },
  },
  compute({ values, bins, higherIsBetter, ties }) {
    const scores = scoreValues(numberColumn(values), { bins, higherIsBetter, ties });
    return Array.from(scores, (score) => [score === 0 ? "" : score]);
  },
});
