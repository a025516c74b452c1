import { serialOfDay } from "../../core/math/day";
import { winBackDue } from "../../core/winBack";
import { LANGUAGE } from "../arguments/parameter";
import { readFilledBook } from "../readBook";
import { word } from "../words";
import { define } from "./definition";

export const WINBACK = define({
  id: "WINBACK",
  parameters: {
    customers: { kind: "range", columns: [1, 1] },
    dates: { kind: "range", columns: [1, 1], sameRowsAs: "customers" },
    amounts: { kind: "range", columns: [1, 1], sameRowsAs: "customers" },
    asOf: { kind: "moment" },
    months: { kind: "number", min: 0, max: 1200, whole: true, whenBlank: 3 },
    lang: LANGUAGE,
  },
  columns: [
    "functions.column.customer",
    "functions.column.lastOrder",
    "functions.column.silentDays",
    "functions.column.valueAtRisk",
  ],
  unknowable: ["functions.unknowable.noOrders"],
  example: {
    formula: '=CRM.WINBACK(A2:A85, B2:B85, C2:C85, "2025-12-31")',
    shows: "functions.example.WINBACK",
  },
  compute({ customers, dates, amounts, asOf, months }, language) {
    const read = readFilledBook({ customers, dates, amounts, asOf });
    const { book } = read;
    const due = winBackDue(book, months);
    // By customer instead of by value: tables over the same ranges list customers in one order.
    const rows = Array.from(due.customer.keys()).sort(
      (a, b) => (due.customer[a] ?? 0) - (due.customer[b] ?? 0),
    );
    return [
      this.columns.map((column) => word(language, column)),
      ...rows.map((row) => [
        read.customers[due.customer[row] ?? -1] ?? "",
        serialOfDay(due.lastDay[row] ?? 0),
        due.days[row] ?? null,
        (due.valueAtRisk[row] ?? 0) / 10 ** book.decimals,
      ]),
    ];
  },
});
