import type { TierId } from "../tiers/types";
import type { HoldReason, WinBackItem } from "./types";
import type { WinBackColumns } from "./winBackDue";

/** What other sheets know of a customer who is due. */
export interface WinBackFacts {
  readonly customerId: string;
  readonly name: string;
  readonly tier: TierId;
  readonly phone: string;
  readonly owner: string;
  readonly topCategory: string;
  /** A complaint that is not resolved yet. */
  readonly openComplaint: boolean;
  /** Whether the customer may be contacted: where nobody was asked, everybody may. */
  readonly consent: boolean;
  /** Predicted chance of no order within the horizon; null: not predicted. */
  readonly churnRisk: number | null;
}

/** Why a due customer had better not be called now; all that hold, in this order. */
const HOLD_RULES: readonly {
  readonly reason: HoldReason;
  readonly holds: (facts: WinBackFacts, intervalDays: number, days: number) => boolean;
}[] = [
  { reason: "openComplaint", holds: (facts) => facts.openComplaint },
  // NaN (fewer than two purchase days: no cycle of their own) compares false.
  { reason: "naturalCycle", holds: (_facts, intervalDays, days) => intervalDays > days },
  { reason: "noConsent", holds: (facts) => !facts.consent },
];

/**
 * The win-back list: those to contact by value at risk, the largest first, and after them those on hold.
 *
 * On hold are customers with an open complaint, with a mean interval between their purchase days
 * longer than their silence (they may just not be due to buy yet; an equal one does not hold), or
 * without consent. They are never left out: the list says why they wait, and stays by value at risk.
 *
 * @param due - from `winBackDue`, in its order
 * @param factsOf - by index into the customers of the book
 * @param decimals - minor units of the book's currency are 10^decimals to a major one
 */
export function winBackList(
  due: WinBackColumns,
  factsOf: (customer: number) => WinBackFacts,
  decimals: number,
): readonly WinBackItem[] {
  const items = Array.from(due.customer, (customer, row): WinBackItem => {
    const facts = factsOf(customer);
    const days = due.days[row] as number;
    const intervalDays = due.intervalDays[row] as number;
    const holds = HOLD_RULES.flatMap((rule) => (rule.holds(facts, intervalDays, days) ? [rule.reason] : []));
    const valueAtRisk = (due.valueAtRisk[row] as number) / 10 ** decimals;
    return {
      customerId: facts.customerId,
      name: facts.name,
      tier: facts.tier,
      phone: facts.phone,
      owner: facts.owner,
      topCategory: facts.topCategory,
      lastDay: due.lastDay[row] as number,
      days,
      valueAtRisk,
      expectedLoss: facts.churnRisk === null ? null : facts.churnRisk * valueAtRisk,
      orders: due.orders[row] as number,
      intervalDays: Number.isNaN(intervalDays) ? null : intervalDays,
      state: holds.length === 0 ? "due" : "onHold",
      holds,
    };
  });
  return [
    ...items.filter(({ state }) => state === "due"),
    ...items.filter(({ state }) => state === "onHold"),
  ];
}
