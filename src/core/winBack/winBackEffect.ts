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
  /** What winning back cost; 0 for the hold-out. */
  readonly cost: number;
}

export interface ArmResult {
  readonly customers: number;
  readonly won: number;
  /** Their days are not over yet: in no rate. */
  readonly pending: number;
  readonly rate: number | null;
  readonly net: number;
  readonly cost: number;
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
    let cost = 0;
    for (const one of cases) {
      if (one.arm !== id) continue;
      cost += one.cost;
      const until = one.assignedOn + days;
      const back = one.orders.filter(({ day }) => day > one.assignedOn && day <= Math.min(until, asOf));
      net += back.reduce((sum, order) => sum + order.net, 0);
      if (until > asOf) {
        pending++;
        continue;
      }
      customers++;
      if (back.length > 0) won++;
    }
    return { customers, won, pending, rate: customers > 0 ? won / customers : null, net, cost };
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
    costPerExtraWin: extra === null ? null : treated.cost / extra,
  };
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
