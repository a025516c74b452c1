import { backtestInSteps, type Backtest } from "../../core/churn";
import { NotKnowableError } from "../../core/errors";
import { serialOfDay } from "../../core/math/day";
import { describeVerdict } from "../../i18n/describeVerdict";
import { figuresIn } from "../figures";
import { readFilledBook } from "../readBook";
import { StepMemo } from "../stepMemo";
import { word, type Word } from "../words";
import { define, type ResultCell } from "./definition";
import { ORDER_OPTIONS, readingOf } from "./orderOptions";
import { RISK_OPTIONS } from "./riskOptions";

const BACKTESTS = new StepMemo<Backtest>(6);

const METHOD_COLUMNS = [
  "functions.column.method",
  "functions.column.auc",
  "functions.column.brier",
  "functions.column.logLoss",
  "functions.column.ordersError",
] as const satisfies readonly Word[];
const CALIBRATION_COLUMNS = [
  "functions.column.cutDay",
  "functions.column.group",
  "functions.column.customers",
  "functions.column.meanRisk",
  "functions.column.realisedLoss",
] as const satisfies readonly Word[];

export const BACKTEST = define({
  id: "BACKTEST",
  parameters: {
    customers: { kind: "range", columns: [1, 1] },
    dates: { kind: "range", columns: [1, 1], sameRowsAs: "customers" },
    amounts: { kind: "range", columns: [1, 1], sameRowsAs: "customers" },
    asOf: { kind: "moment" },
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
  columns: [...METHOD_COLUMNS, ...CALIBRATION_COLUMNS, "functions.column.verdict"],
  unknowable: ["functions.unknowable.noOrders", "functions.unknowable.historyTooShort"],
  example: {
    formula: '=CRM.BACKTEST(A2:A85, B2:B85, C2:C85, "2025-12-31")',
    shows: "functions.example.BACKTEST",
  },
  *compute({ customers, dates, amounts, asOf, horizonDays, options }, language) {
    const { cuts: most, source } = options;
    const { book, key } = readFilledBook({
      customers,
      dates,
      amounts,
      asOf,
      date1904: options.date1904,
      settings: readingOf(options),
    });
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
    const heading = (columns: readonly Word[]) =>
      options.headers ? [columns.map((column) => word(language, column))] : [];
    return [
      ...heading(METHOD_COLUMNS),
      ...methods,
      ...heading(CALIBRATION_COLUMNS),
      ...calibration,
      [describeVerdict((key, holes) => word(language, key, holes), figuresIn(language), result)],
    ];
  },
});
