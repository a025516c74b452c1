import { MoneySum } from "../analysis/moneySum";
import type { CustomerRow } from "../analysis/types";
import { firstDayOfMonth, monthIndex, type DayNumber } from "../math/day";
import type { OrderColumns } from "../orders/types";
import { isCompany } from "./adviserLoad";

export interface IndustryLine {
  /** "": the sheet does not say. */
  readonly industry: string;
  readonly customers: number;
  /** Net spend of the months, oldest first, in major units. */
  readonly net: readonly number[];
  readonly total: number;
  /** Second half of the months ÷ first half − 1; null where the first half has nothing. */
  readonly change: number | null;
}

export interface IndustryTrend {
  /** First days of the months; the last may be cut short by the as-of date. */
  readonly months: readonly DayNumber[];
  /** Most net spend first. */
  readonly lines: readonly IndustryLine[];
}

/**
 * Net spend of companies by industry and month (行业分析报告和市场趋势). Orders only: refunds without an order are in no
 * month.
 *
 * @returns null where no company is known
 */
export function industryTrend(
  rows: readonly CustomerRow[],
  orders: Pick<OrderColumns, "count" | "customer" | "day" | "net">,
  asOf: DayNumber,
  decimals: number,
  months = 12,
): IndustryTrend | null {
  const industryOf = new Map<number, string>();
  const customers = new Map<string, number>();
  for (const row of rows) {
    if (!isCompany(row)) continue;
    const industry = row.record?.industry ?? "";
    customers.set(industry, (customers.get(industry) ?? 0) + 1);
    if (row.bookIndex >= 0) industryOf.set(row.bookIndex, industry);
  }
  if (customers.size === 0) return null;
  const first = monthIndex(asOf) - months + 1;
  const sums = new Map([...customers.keys()].map((industry) => [industry, new Float64Array(months)]));
  for (let order = 0; order < orders.count; order++) {
    const day = orders.day[order] ?? 0;
    const industry = industryOf.get(orders.customer[order] ?? -1);
    if (industry === undefined || day > asOf) continue;
    const month = monthIndex(day) - first;
    const sum = sums.get(industry);
    if (sum !== undefined && month >= 0) sum[month] = (sum[month] ?? 0) + (orders.net[order] ?? 0);
  }
  const lines = [...sums].map(([industry, minor]): IndustryLine => {
    const net = Array.from(minor, (value) => value / 10 ** decimals);
    const total = new MoneySum(decimals);
    for (const value of net) total.add(value);
    const half = (from: number, to: number) => net.slice(from, to).reduce((sum, value) => sum + value, 0);
    const middle = Math.floor(months / 2);
    const before = half(0, middle);
    return {
      industry,
      customers: customers.get(industry) ?? 0,
      net,
      total: total.total,
      change: before > 0 ? half(months - middle, months) / before - 1 : null,
    };
  });
  return {
    months: Array.from({ length: months }, (_, step) => firstDayOfMonth(first + step)),
    lines: lines.sort((one, other) => other.total - one.total || (one.industry < other.industry ? -1 : 1)),
  };
}
