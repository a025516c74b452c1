import type { CustomerRow } from "../analysis/types";

export interface ServeCost {
  readonly row: CustomerRow;
  readonly margin: number;
  readonly ticketCost: number;
  readonly touchCost: number;
  /** margin − both costs. */
  readonly result: number;
}

export interface CostToServe {
  /** Cost of a ticket, as set; null: not set, so only touches cost. */
  readonly perTicket: number | null;
  readonly customers: number;
  /** Customers who cost more than they bring, the worst first. */
  readonly losing: readonly ServeCost[];
  readonly losingTotal: number;
}

/**
 * Customers whose service costs more than their margin over the window (客户是盈利伙伴). Money in major units.
 *
 * @param source - margin: share of net spend that is left; tickets and touch costs within the window, by key
 * @returns null where no cost is known at all: no touch has one, and none is set for tickets
 */
export function costToServe(
  rows: readonly CustomerRow[],
  source: {
    readonly margin: number;
    readonly perTicket: number | null;
    readonly tickets: ReadonlyMap<string, number>;
    readonly touchCosts: ReadonlyMap<string, number>;
  },
): CostToServe | null {
  const { margin, perTicket, tickets, touchCosts } = source;
  if (touchCosts.size === 0 && perTicket === null) return null;
  const costs = rows.map((row): ServeCost => {
    const earned = row.netSpend * margin;
    const ticketCost = (tickets.get(row.key) ?? 0) * (perTicket ?? 0);
    const touchCost = touchCosts.get(row.key) ?? 0;
    return { row, margin: earned, ticketCost, touchCost, result: earned - ticketCost - touchCost };
  });
  const losing = costs
    .filter(({ result, ticketCost, touchCost }) => result < 0 && ticketCost + touchCost > 0)
    .sort((one, other) => one.result - other.result);
  return {
    perTicket,
    customers: rows.length,
    losing,
    losingTotal: losing.reduce((sum, { result }) => sum + result, 0),
  };
}
