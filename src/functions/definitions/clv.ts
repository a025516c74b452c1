import { customerValueOf, type CustomerValue } from "../../core/clv";
import { ORDER_COLUMNS } from "../arguments/columns";
import { hasOrders, readCustomerBook } from "../readBook";
import { readValueModel } from "../readValueModel";
import { StepMemo } from "../stepMemo";
import { define, type ResultCell } from "./definition";
import { MODEL_OPTIONS } from "./modelOptions";
import { ORDER_OPTIONS } from "./orderOptions";

const VALUES = new StepMemo<CustomerValue>(6);

export const CLV = define({
  parameters: {
    ...ORDER_COLUMNS,
    months: { kind: "number", min: 1, max: 600, whenBlank: 12 },
    // Above 1 it is 10 that was meant as 10 %.
    annualDiscount: { kind: "number", min: 0, max: 1, whenBlank: 0.1 },
    options: {
      kind: "options",
      names: {
        margin: { kind: "number", min: 0, max: 1, whenBlank: 1 },
        ...MODEL_OPTIONS,
        ...ORDER_OPTIONS,
      },
    },
  },
  columns: ["customer", "expectedOrders", "expectedSpend", "clv", "low", "high"],
  *compute(asked) {
    const { months, annualDiscount } = asked;
    const { margin, model, period } = asked.options;
    const read = readCustomerBook(asked);
    const { book, key } = read;
    const unit = 10 ** book.decimals;
    const value = hasOrders(book)
      ? yield* VALUES.get(JSON.stringify([key, model, period, months, annualDiscount, margin]), function* () {
          const fitted = yield* readValueModel(read, { model, period });
          yield;
          return customerValueOf(fitted, book.customers.length, { months, annualDiscount, margin });
        })
      : null;
    yield;
    const interval = value?.interval();
    const money = (column: Float64Array | undefined, index: number) => (column?.[index] ?? NaN) / unit;
    return read.customers.map((customer, index): ResultCell[] => [
      customer,
      value?.expectedOrders[index] ?? null,
      money(value?.expectedSpend, index),
      money(value?.clv, index),
      money(interval?.low, index),
      money(interval?.high, index),
    ]);
  },
});
