import { cohortTable } from "../../core/cohorts";
import { serialOfDay } from "../../core/math/day";
import { COLUMN, columnBeside } from "../arguments/columns";
import { readFilledBook } from "../readBook";
import { headings } from "../words";
import { define } from "./definition";

export const COHORT = define({
  parameters: {
    customers: COLUMN,
    dates: columnBeside("customers"),
    period: { kind: "choice", choices: ["month", "quarter", "year"], whenBlank: "month" },
    asOf: { kind: "moment" },
  },
  compute({ customers, dates, period, asOf }, language) {
    const { book } = readFilledBook({ customers, dates, amounts: null, asOf });
    const { rows } = cohortTable(book.orders.customer, book.orders.day, book.asOf, period);
    const periods = rows[0]?.active.length ?? 0;
    return [
      [
        ...headings(language, ["cohort", "customers"]),
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
