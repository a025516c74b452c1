import { wilsonInterval } from "../kpi/intervals";
import type { DayNumber } from "../math/day";
import type { WinBackArm } from "./holdOut";

/** One customer of a campaign. */
export interface WinBackCase {
  readonly arm: WinBackArm;
  /** The day the customer was put into the campaign: both arms count from here. */
  readonly assignedOn: DayNumber;
  /** Days of valid orders after that day, ascending, and what they brought, in major units. */
  readonly orders: readonly { readonly day: DayNumber; readonly net: number }[];
  /** What winning back cost; null: nobody wrote it down. */
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
}

export interface WinBackEffect {
  readonly days: number;
  readonly treated: ArmResult;
  readonly holdOut: ArmResult;
  /** Rate of the treated − rate of the held out, with its 90 % interval; null while an arm is empty. */
  readonly difference: { readonly value: number; readonly low: number; readonly high: number } | null;
  /** tooFew: an arm has fewer than 50 customers whose days are over, so nothing is claimed. */
  readonly verdict: "works" | "noEffect" | "harms" | "tooFew";
  /** Per customer won beyond what the hold-out would have brought; null where that is none. */
  readonly costPerExtraWin: number | null;
  /**
   * What the treated brought beyond as many held-out customers, less what treating cost beyond; null while an arm
   * is empty. Before the margin, and without discounts that no cost column holds.
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
    costPerExtraWin: extra === null || treated.cost === null ? null : treated.cost / extra,
    netValue: netValue(treated, holdOut),
  };
}

function netValue(treated: ArmResult, holdOut: ArmResult): number | null {
  if (treated.netPerCustomer === null || holdOut.netPerCustomer === null) return null;
  const costOfAsMany = ((holdOut.cost ?? 0) / holdOut.customers) * treated.customers;
  const extraCost = treated.cost === null ? 0 : treated.cost - costOfAsMany;
  return (treated.netPerCustomer - holdOut.netPerCustomer) * treated.customers - extraCost;
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
