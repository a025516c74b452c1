import { customerValueOf, type CustomerValue } from "../../core/clv";
import { hasOrders, readCustomerBook } from "../readBook";
import { readValueModel } from "../readValueModel";
import { StepMemo } from "../stepMemo";
import { word } from "../words";
import { define, type ResultCell } from "./definition";
import { MODEL_OPTIONS } from "./modelOptions";
import { ORDER_OPTIONS, readingOf } from "./orderOptions";

const VALUES = new StepMemo<CustomerValue>(6);

export const CLV = define({
  id: "CLV",
  parameters: {
    customers: { kind: "range", columns: [1, 1] },
    dates: { kind: "range", columns: [1, 1], sameRowsAs: "customers" },
    amounts: { kind: "range", columns: [1, 1], sameRowsAs: "customers" },
    asOf: { kind: "moment" },
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
  columns: [
    "functions.column.customer",
    "functions.column.expectedOrders",
    "functions.column.expectedSpend",
    "functions.column.clv",
    "functions.column.low",
    "functions.column.high",
  ],
  unknowable: [
    "functions.unknowable.noOrders",
    "functions.unknowable.fitNoTime",
    "functions.unknowable.fitNotConverged",
  ],
  example: {
    formula: '=CRM.CLV(A2:A85, B2:B85, C2:C85, "2025-12-31")',
    shows: "functions.example.CLV",
  },
  *compute({ customers, dates, amounts, asOf, months, annualDiscount, options }, language) {
    const { margin, model, period } = options;
    const read = readCustomerBook({
      customers,
      dates,
      amounts,
      asOf,
      date1904: options.date1904,
      settings: readingOf(options),
    });
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
    const rows = read.customers.map((customer, index): ResultCell[] => [
      customer,
      value?.expectedOrders[index] ?? null,
      money(value?.expectedSpend, index),
      money(value?.clv, index),
      money(interval?.low, index),
      money(interval?.high, index),
    ]);
    return options.headers ? [this.columns.map((column) => word(language, column)), ...rows] : rows;
  },
});
