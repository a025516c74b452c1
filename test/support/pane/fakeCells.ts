import type { SelectedRange } from "../../../src/app/services";
import { dayOf } from "../../../src/core/math/day";
import type { Cell } from "../../../src/core/tables";
import type { Locale } from "../../../src/i18n";

const ORDERS = 84;
/** Excel counts days from the end of 1899. */
const EXCEL_EPOCH = dayOf(1899, 12, 30);

/** What is selected on the orders' sheet: the customer of each order. */
export const fakeSelection = (locale: Locale): SelectedRange => ({
  sheet: locale === "zh-CN" ? "订单" : "Orders",
  address: `B2:B${String(ORDERS + 1)}`,
  rows: ORDERS,
  columns: 1,
  headings: [locale === "zh-CN" ? "客户ID" : "Customer ID"],
});

/** A column of the fake orders by its letter: B the customer, C the day, D the money. */
export function fakeColumn(address: string): readonly (readonly Cell[])[] {
  const letter = /^\$?([A-Z]+)/i.exec(address.split("!").at(-1) ?? "")?.[1]?.toUpperCase() ?? "";
  return Array.from({ length: ORDERS }, (_, row) => [cell(letter, row)]);
}

function cell(letter: string, row: number): Cell {
  // Strides without a common divisor with what they are taken of: customers differ in how often they come.
  if (letter === "B") return `C${String(((row * row) % 29) + 101)}`;
  if (letter === "C") return dayOf(2025, 1, 1) - EXCEL_EPOCH + ((row * 53) % 365);
  if (letter === "D") return 40 + ((row * 37) % 260);
  return null;
}
