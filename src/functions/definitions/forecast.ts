import { forecastOf, type Forecast } from "../../core/clv";
import { ORDER_COLUMNS } from "../arguments/columns";
import { readFilledBook } from "../readBook";
import { readValueModel } from "../readValueModel";
import { StepMemo } from "../stepMemo";
import { define, type ResultCell } from "./definition";
import { MODEL_OPTIONS } from "./modelOptions";
import { ORDER_OPTIONS } from "./orderOptions";

const FORECASTS = new StepMemo<Forecast>(6);

export const FORECAST = define({
  parameters: {
    ...ORDER_COLUMNS,
    horizons: { kind: "numbers", min: 1, max: 3_650, whole: true, whenBlank: [30, 90, 365] },
    options: { kind: "options", names: { ...MODEL_OPTIONS, ...ORDER_OPTIONS } },
  },
  columns: ["horizon", "expectedOrders", "expectedRevenue", "low", "high"],
  *compute(asked) {
    const { horizons } = asked;
    const { model, period } = asked.options;
    const read = readFilledBook(asked);
    const { book, key } = read;
    const { rows } = yield* FORECASTS.get(JSON.stringify([key, model, period, horizons]), function* () {
      const fitted = yield* readValueModel(read, { model, period });
      yield;
      return forecastOf(fitted, { horizons });
    });
    const unit = 10 ** book.decimals;
    return rows.map((row): ResultCell[] => [
      row.horizonDays,
      row.expectedOrders,
      row.expectedRevenue / unit,
      row.low / unit,
      row.high / unit,
    ]);
  },
});
