import { cohortTable } from "../../core/cohorts";
import { serialOfDay } from "../../core/math/day";
import { readFilledBook } from "../readBook";
import { word } from "../words";
import { define } from "./definition";

export const COHORT = define({
  id: "COHORT",
  parameters: {
    customers: { kind: "range", columns: [1, 1] },
    dates: { kind: "range", columns: [1, 1], sameRowsAs: "customers" },
    period: { kind: "choice", choices: ["month", "quarter", "year"], whenBlank: "month" },
    asOf: { kind: "moment" },
  },
  columns: ["functions.column.cohort", "functions.column.customers", "functions.column.shareByPeriod"],
  unknowable: ["functions.unknowable.noOrders"],
  example: { formula: "=CRM.COHORT(A2:A85, B2:B85)", shows: "functions.example.COHORT" },
  compute({ customers, dates, period, asOf }, language) {
    const { book } = readFilledBook({ customers, dates, amounts: null, asOf });
    const { rows } = cohortTable(book.orders.customer, book.orders.day, book.asOf, period);
    const periods = rows[0]?.active.length ?? 0;
    return [
      [
        word(language, "functions.column.cohort"),
        word(language, "functions.column.customers"),
        ...Array.from({ length: periods }, (_, later) => later),
      ],
      ...rows.map((row) => [
        serialOfDay(row.start),
        row.customers,
        ...row.active.map((active) => (active === null ? null : active / row.customers)),
      ]),
    ];
  },
});
