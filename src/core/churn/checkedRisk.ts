import { finish, type Steps } from "../math/steps";
import type { ScoringBook } from "../orders/types";
import { backtestInSteps, sourceByVerdict, type Backtest } from "./backtest";
import { churnRiskInSteps, type ChurnInput, type ChurnOptions, type ChurnRisk } from "./churnRisk";

/** A back-test fits everything anew at each earlier day; more customers would not change its verdict. */
const BACKTEST_CUSTOMERS = 3_000;

export interface CheckedRisk {
  readonly risk: ChurnRisk;
  readonly backtest: Backtest;
  /** Customers the back-test looked at; fewer than there are in a large book. */
  readonly backtestCustomers: number;
}

/**
 * Churn risks by the method that the data's own past speaks for: `churnRisk` as it is, or the silence alone where
 * a back-test over (at most 3,000 of) the same customers shows nothing better. This is what "auto" means to
 * everybody who asks: sheets, functions, JSON and pane.
 */
export function checkedRisk(
  input: ChurnInput & { readonly book: ScoringBook },
  options: Omit<ChurnOptions, "source"> = {},
): CheckedRisk {
  return finish(checkedRiskInSteps(input, options));
}

/** `checkedRisk` in steps. */
export function* checkedRiskInSteps(
  input: ChurnInput & { readonly book: ScoringBook },
  options: Omit<ChurnOptions, "source"> = {},
): Steps<CheckedRisk> {
  const { mostCuts: _, ...asked } = options;
  const sample = sampleOf(input.book, BACKTEST_CUSTOMERS);
  const backtest = yield* backtestInSteps({ ...input, book: sample.book }, asked);
  yield;
  const risk = yield* churnRiskInSteps(input, { ...options, source: sourceByVerdict(backtest.verdict) });
  return { risk, backtest, backtestCustomers: sample.customers };
}

/** The orders of about so many customers, evenly over the book; all of them where there are no more. */
function sampleOf(
  book: ScoringBook,
  wanted: number,
): { readonly book: Pick<ScoringBook, "asOf" | "customers" | "orders">; readonly customers: number } {
  const { orders, summary } = book;
  const buyers: number[] = [];
  summary.totalOrders.forEach((count, customer) => {
    if (count > 0) buyers.push(customer);
  });
  if (buyers.length <= wanted) return { book, customers: buyers.length };
  const isIn = new Uint8Array(summary.count);
  for (let place = 0; place < wanted; place++) {
    isIn[buyers[Math.floor((place * buyers.length) / wanted)] ?? 0] = 1;
  }
  const rows = new Int32Array(orders.count);
  let kept = 0;
  for (let row = 0; row < orders.count; row++) if (isIn[orders.customer[row] ?? 0] === 1) rows[kept++] = row;
  const picked = rows.subarray(0, kept);
  const ints = (column: Int32Array) => picked.map((row) => column[row] ?? 0);
  const floats = (column: Float64Array) => Float64Array.from(picked, (row) => column[row] ?? 0);
  return {
    customers: wanted,
    book: {
      asOf: book.asOf,
      customers: book.customers,
      orders: {
        count: kept,
        customer: ints(orders.customer),
        day: ints(orders.day),
        net: floats(orders.net),
        refunded: floats(orders.refunded),
        // Neither is looked at.
        orderIds: [],
        channel: new Int32Array(0),
      },
    },
  };
}
