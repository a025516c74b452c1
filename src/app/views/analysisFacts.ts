import type { Analysis } from "../../core/analysis";
import type { AnalysisFacts, Place, QualityView } from "../services";

/** Places listed for one reason: enough to see what is meant. */
const MOST_PLACES = 5;

/** What an analysis rests on, in figures: the pane's summary, and the gate to the rows that were left out. */
export function analysisFacts(analysis: Analysis): AnalysisFacts {
  const { asOf, windowStart, customers, totals, currency, decimals, quality } = analysis;
  return {
    asOf,
    windowStart,
    customers: customers.length,
    buyers: totals.buyers,
    orders: totals.orders,
    net: totals.net,
    currency,
    decimals,
    quality: qualityView(analysis),
    missing: quality.missing,
  };
}

function qualityView({ quality }: Analysis): QualityView {
  const { counts, rejected, problems } = quality;
  const place = ({ sheet, row }: { readonly sheet: string; readonly row: number }): Place => ({
    sheet,
    address: `A${String(row)}`,
  });
  const byProblem = new Map<string, (typeof problems)[number][]>();
  for (const problem of problems) {
    const key = `${problem.kind} ${problem.code} ${problem.field}`;
    const list = byProblem.get(key);
    if (list === undefined) byProblem.set(key, [problem]);
    else list.push(problem);
  }
  return {
    rawRows: counts.rawRows,
    used: counts.used,
    beforeWindow: counts.beforeWindow,
    rejected: Object.entries(counts.rejected)
      .filter(([, count]) => count > 0)
      .map(([reason, count]) => ({
        reason,
        count,
        places: rejected
          .filter((row) => row.reason === reason)
          .slice(0, MOST_PLACES)
          .map(place),
      })),
    problems: [...byProblem.values()].flatMap((list) => {
      const [first] = list;
      if (first === undefined) return [];
      const { kind, code, field } = first;
      return [{ kind, code, field, count: list.length, places: list.slice(0, MOST_PLACES).map(place) }];
    }),
    onlyInOrders: quality.onlyInOrders.length,
    onlyInCustomers: quality.onlyInCustomers.length,
  };
}
