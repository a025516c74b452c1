import { serialOfDay } from "../../core/math/day";
import { winBackDue } from "../../core/winBack";
import { ORDER_COLUMNS } from "../arguments/columns";
import { LANGUAGE } from "../arguments/parameter";
import { readFilledBook } from "../readBook";
import { define } from "./definition";

export const WINBACK = define({
  parameters: {
    ...ORDER_COLUMNS,
    months: { kind: "number", min: 0, max: 1200, whole: true, whenBlank: 3 },
    lang: LANGUAGE,
  },
  columns: ["customer", "lastOrder", "silentDays", "valueAtRisk"],
  compute({ months, ...orders }) {
    const read = readFilledBook(orders);
    const { book } = read;
    const due = winBackDue(book, months);
    // By customer instead of by value: tables over the same ranges list customers in one order.
    const rows = Array.from(due.customer.keys()).sort(
      (a, b) => (due.customer[a] ?? 0) - (due.customer[b] ?? 0),
    );
    return rows.map((row) => [
      read.customers[due.customer[row] ?? -1] ?? "",
      serialOfDay(due.lastDay[row] ?? 0),
      due.days[row] ?? null,
      (due.valueAtRisk[row] ?? 0) / 10 ** book.decimals,
    ]);
  },
});
