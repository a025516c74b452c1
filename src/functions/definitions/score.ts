import { MOST_BINS, scoreValues } from "../../core/rfm";
import { numberColumn } from "../arguments/numberColumn";
import { define } from "./definition";

export const SCORE = define({
  id: "SCORE",
  parameters: {
    values: { kind: "range", columns: [1, 1] },
    bins: { kind: "number", min: 2, max: MOST_BINS, whole: true, whenBlank: 5 },
    higherIsBetter: { kind: "switch", whenBlank: true },
    ties: { kind: "choice", choices: ["low", "mid", "high"], whenBlank: "low" },
  },
  columns: ["functions.column.score"],
  example: { formula: "=CRM.SCORE(D2:D21)", shows: "functions.example.SCORE" },
  compute({ values, bins, higherIsBetter, ties }) {
    const scores = scoreValues(numberColumn(values), { bins, higherIsBetter, ties });
    return Array.from(scores, (score) => [score === 0 ? "" : score]);
  },
});
