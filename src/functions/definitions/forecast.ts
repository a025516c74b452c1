import { forecastOf, type Forecast } from "../../core/clv";
import { readFilledBook } from "../readBook";
import { readValueModel } from "../readValueModel";
import { StepMemo } from "../stepMemo";
import { word } from "../words";
import { define, type ResultCell } from "./definition";
import { MODEL_OPTIONS } from "./modelOptions";
import { ORDER_OPTIONS, readingOf } from "./orderOptions";

const FORECASTS = new StepMemo<Forecast>(6);

export const FORECAST = define({
  id: "FORECAST",
  parameters: {
    customers: { kind: "range", columns: [1, 1] },
    dates: { kind: "range", columns: [1, 1], sameRowsAs: "customers" },
    amounts: { kind: "range", columns: [1, 1], sameRowsAs: "customers" },
    asOf: { kind: "moment" },
    horizons: { kind: "numbers", min: 1, max: 3_650, whole: true, whenBlank: [30, 90, 365] },
    options: { kind: "options", names: { ...MODEL_OPTIONS, ...ORDER_OPTIONS } },
  },
  columns: [
    "functions.column.horizon",
    "functions.column.expectedOrders",
    "functions.column.expectedRevenue",
    "functions.column.low",
    "functions.column.high",
  ],
  unknowable: [
    "functions.unknowable.noOrders",
    "functions.unknowable.fitNoTime",
    "functions.unknowable.fitNotConverged",
  ],
  example: {
    formula: '=CRM.FORECAST(A2:A85, B2:B85, C2:C85, "2025-12-31", {30,90})',
    shows: "functions.example.FORECAST",
  },
  *compute({ customers, dates, amounts, asOf, horizons, options }, language) {
    const { model, period } = options;
    const read = readFilledBook({
      customers,
      dates,
      amounts,
      asOf,
      date1904: options.date1904,
      settings: readingOf(options),
    });
    const { book, key } = read;
    const { rows } = yield* FORECASTS.get(JSON.stringify([key, model, period, horizons]), function* () {
      const fitted = yield* readValueModel(read, { model, period });
      yield;
      return forecastOf(fitted, { horizons });
    });
    const unit = 10 ** book.decimals;
    const cells = rows.map((row): ResultCell[] => [
      row.horizonDays,
      row.expectedOrders,
      row.expectedRevenue / unit,
      row.low / unit,
      row.high / unit,
    ]);
    return options.headers ? [this.columns.map((column) => word(language, column)), ...cells] : cells;
  },
});
