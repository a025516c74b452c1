import { backtestInSteps, type Backtest } from "../../core/churn";
import { NotKnowableError } from "../../core/errors";
import { serialOfDay } from "../../core/math/day";
import { describeVerdict } from "../../i18n/describeVerdict";
import { ORDER_COLUMNS } from "../arguments/columns";
import { figuresIn } from "../figures";
import { readFilledBook } from "../readBook";
import { StepMemo } from "../stepMemo";
import { headings, sayIn, word, type Column } from "../words";
import { define, type ResultCell } from "./definition";
import { ORDER_OPTIONS } from "./orderOptions";
import { RISK_OPTIONS } from "./riskOptions";

const BACKTESTS = new StepMemo<Backtest>(6);

const METHOD_COLUMNS = [
  "method",
  "auc",
  "brier",
  "logLoss",
  "ordersError",
] as const satisfies readonly Column[];
const CALIBRATION_COLUMNS = [
  "cutDay",
  "group",
  "customers",
  "meanRisk",
  "realisedLoss",
] as const satisfies readonly Column[];

export const BACKTEST = define({
  parameters: {
    ...ORDER_COLUMNS,
    horizonDays: { kind: "number", min: 1, max: 3_650, whole: true, whenBlank: 90 },
    options: {
      kind: "options",
      names: {
        cuts: { kind: "number", min: 1, max: 12, whole: true, whenBlank: 3 },
        source: RISK_OPTIONS.source,
        ...ORDER_OPTIONS,
      },
    },
  },
  *compute(asked, language) {
    const { horizonDays, options } = asked;
    const { cuts: most, source } = options;
    const { book, key } = readFilledBook(asked);
    const result = yield* BACKTESTS.get(JSON.stringify([key, horizonDays, most, source]), () =>
      backtestInSteps({ book }, { horizonDays, cuts: most, source }),
    );
    if (result.cuts.length === 0) throw new NotKnowableError("historyTooShort", { horizonDays });
    const methods = result.methods.map((measures): ResultCell[] => [
      word(language, `backtestMethod.${measures.method}`),
      measures.auc,
      measures.brier,
      measures.logLoss,
      measures.ordersError,
    ]);
    const calibration = result.cuts.flatMap((cut) =>
      cut.calibration.map((row, group): ResultCell[] => [
        serialOfDay(cut.day),
        group + 1,
        row.customers,
        row.meanPredicted,
        row.realised,
      ]),
    );
    const heading = (columns: readonly Column[]) => (options.headers ? [headings(language, columns)] : []);
    return [
      ...heading(METHOD_COLUMNS),
      ...methods,
      ...heading(CALIBRATION_COLUMNS),
      ...calibration,
      [describeVerdict(sayIn(language), figuresIn(language), result)],
    ];
  },
});
