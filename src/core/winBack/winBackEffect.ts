import { wilsonInterval } from "../kpi/intervals";
import type { DayNumber } from "../math/day";
import type { WinBackArm } from "./holdOut";

/** An order of somebody who was given up. */
export interface WinBackOrder {
  readonly day: DayNumber;
  readonly net: number;
  /** Taken off the price of what was kept; null: no row says what it would have cost. */
  readonly discount: number | null;
}

/** One customer of a campaign. */
export interface WinBackCase {
  readonly arm: WinBackArm;
  /** The day the customer was put into the campaign: both arms count from here. */
  readonly assignedOn: DayNumber;
  /** Days of valid orders after that day, ascending, what they brought, and what was taken off their price; major units. */
  readonly orders: readonly WinBackOrder[];
  /** What touching cost; null: nobody wrote it down. */
  readonly cost: number | null;
}

export interface ArmResult {
  readonly customers: number;
  readonly won: number;
  /** Their days are not over yet: in no rate. */
  readonly pending: number;
  readonly rate: number | null;
  /** What all of them brought so far, those whose days are not over among them. */
  readonly net: number;
  /** Of the costs that are known; null: none is. */
  readonly cost: number | null;
  /** Net of the days of those whose days are over, a customer; null with none. */
  readonly netPerCustomer: number | null;
  /** Touches and discounts of the same, a customer; null where none is known. */
  readonly costPerCustomer: number | null;
  readonly discountPerCustomer: number | null;
}

export interface WinBackEffect {
  readonly days: number;
  readonly treated: ArmResult;
  readonly holdOut: ArmResult;
  /** Rate of the treated − rate of the held out, with its 90 % interval; null while an arm is empty. */
  readonly difference: { readonly value: number; readonly low: number; readonly high: number } | null;
  /** tooFew: an arm has fewer than 50 customers whose days are over, so nothing is claimed. */
  readonly verdict: "works" | "noEffect" | "harms" | "tooFew";
  /**
   * Touches and discounts beyond those of as many held-out customers, per customer won beyond what the hold-out would
   * have brought; null where that is none, or no cost is known.
   */
  readonly costPerExtraWin: number | null;
  /**
   * What the treated brought beyond as many held-out customers, less what treating cost beyond; null while an arm
   * is empty. Before the margin. What they brought is net of discounts already: those are not taken off twice.
   */
  readonly netValue: number | null;
}

const FEWEST_PER_ARM = 50;

/**
 * What a campaign brought beyond those who would have come back anyway: a valid order within 60 days of being
 * assigned, treated against held out.
 *
 * The interval of the difference is Newcombe's hybrid of two score intervals, which stays sensible for rates
 * near 0.
 *
 * @see Newcombe (1998), Interval estimation for the difference between independent proportions, method 10
 */
export function winBackEffect(cases: readonly WinBackCase[], asOf: DayNumber, days = 60): WinBackEffect {
  const arm = (id: WinBackArm): ArmResult => {
    let customers = 0;
    let won = 0;
    let pending = 0;
    let net = 0;
    let settledNet = 0;
    let cost: number | null = null;
    let settledCost: number | null = null;
    let discount: number | null = null;
    for (const one of cases) {
      if (one.arm !== id) continue;
      if (one.cost !== null) cost = (cost ?? 0) + one.cost;
      const until = one.assignedOn + days;
      const back = one.orders.filter(({ day }) => day > one.assignedOn && day <= Math.min(until, asOf));
      const brought = back.reduce((sum, order) => sum + order.net, 0);
      net += brought;
      if (until > asOf) {
        pending++;
        continue;
      }
      customers++;
      settledNet += brought;
      if (one.cost !== null) settledCost = (settledCost ?? 0) + one.cost;
      for (const order of back) if (order.discount !== null) discount = (discount ?? 0) + order.discount;
      if (back.length > 0) won++;
    }
    return {
      customers,
      won,
      pending,
      rate: customers > 0 ? won / customers : null,
      net,
      cost,
      netPerCustomer: customers > 0 ? settledNet / customers : null,
      costPerCustomer: customers > 0 && settledCost !== null ? settledCost / customers : null,
      discountPerCustomer: customers > 0 && discount !== null ? discount / customers : null,
    };
  };
  const treated = arm("treated");
  const holdOut = arm("holdOut");
  const difference = newcombe(treated, holdOut);
  const enough = treated.customers >= FEWEST_PER_ARM && holdOut.customers >= FEWEST_PER_ARM;
  const extra = difference === null || difference.value <= 0 ? null : difference.value * treated.customers;
  return {
    days,
    treated,
    holdOut,
    difference,
    verdict:
      !enough || difference === null
        ? "tooFew"
        : difference.low > 0
          ? "works"
          : difference.high < 0
            ? "harms"
            : "noEffect",
    costPerExtraWin: extra === null ? null : extraCost(treated, holdOut, extra),
    netValue: netValue(treated, holdOut),
  };
}

function netValue(treated: ArmResult, holdOut: ArmResult): number | null {
  if (treated.netPerCustomer === null || holdOut.netPerCustomer === null) return null;
  const cost =
    treated.costPerCustomer === null ? 0 : treated.costPerCustomer - (holdOut.costPerCustomer ?? 0);
  return (treated.netPerCustomer - holdOut.netPerCustomer - cost) * treated.customers;
}

/** Touches and discounts of the treated beyond those of as many held out, by customer won beyond. */
function extraCost(treated: ArmResult, holdOut: ArmResult, extraWins: number): number | null {
  const { costPerCustomer: cost, discountPerCustomer: discount } = treated;
  if (cost === null && discount === null) return null;
  const own = (cost ?? 0) + (discount ?? 0);
  // What nobody knows of the treated is not held against the others.
  const others =
    (cost === null ? 0 : (holdOut.costPerCustomer ?? 0)) +
    (discount === null ? 0 : (holdOut.discountPerCustomer ?? 0));
  return ((own - others) * treated.customers) / extraWins;
}

function newcombe(one: ArmResult, other: ArmResult): WinBackEffect["difference"] {
  if (one.rate === null || other.rate === null) return null;
  const first = wilsonInterval(one.won, one.customers);
  const second = wilsonInterval(other.won, other.customers);
  if (first === null || second === null) return null;
  const value = one.rate - other.rate;
  return {
    value,
    low: value - Math.hypot(one.rate - first.low, second.high - other.rate),
    high: value + Math.hypot(first.high - one.rate, other.rate - second.low),
  };
}
