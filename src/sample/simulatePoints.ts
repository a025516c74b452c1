import { addMonths, type DayNumber } from "../core/math/day";
import { createRandom } from "./random";
import { keptOrders, LAST_DAY, type ShopHistory, type Shopper } from "./shopHistory";

/** The points account of a member on the last day. */
export interface PointsAccount {
  readonly earned: number;
  readonly redeemed: number;
  readonly expired: number;
  readonly balance: number;
  /** What is left of the oldest month that still has points, and its last day; 0 and null: nothing is left. */
  readonly expiring: number;
  readonly expireOn: DayNumber | null;
}

/** A point for each unit of money, once the shop has it for good. */
export const POINTS_PER_UNIT = 1;
/** 100 points pay for one unit of money. */
export const POINT_VALUE = 0.01;

const MONTHS_VALID = 12;
const LEAST_REDEEMED = 300;
/** Chance that somebody with enough points uses them with the next order. */
const REDEEMS = 0.24;
/** One refund in so many whose points nobody took back. */
const POINTS_KEPT = 0.25;

interface Lot {
  left: number;
  readonly expireOn: DayNumber;
}

function accountOf(shopper: Shopper, random: ReturnType<typeof createRandom>): PointsAccount {
  const lots: Lot[] = [];
  const sums = { earned: 0, redeemed: 0, expired: 0 };
  const dropOver = (day: DayNumber) => {
    while (lots[0] !== undefined && lots[0].expireOn < day) sums.expired += lots.shift()?.left ?? 0;
  };
  for (const order of keptOrders(shopper)) {
    dropOver(order.day);
    const held = lots.reduce((sum, { left }) => sum + left, 0);
    if (held >= LEAST_REDEEMED && random.chance(REDEEMS)) {
      // Whole hundreds, the oldest points first.
      let wanted = 100 * random.whole(Math.floor(LEAST_REDEEMED / 100), Math.floor(held / 100));
      sums.redeemed += wanted;
      for (const lot of lots) {
        const used = Math.min(lot.left, wanted);
        lot.left -= used;
        wanted -= used;
      }
    }
    const back = order.refunded > 0 && random.chance(POINTS_KEPT) ? 0 : order.refunded;
    const points = Math.floor(((order.paid - back) / 100) * POINTS_PER_UNIT);
    sums.earned += points;
    lots.push({ left: points, expireOn: addMonths(order.day, MONTHS_VALID) });
  }
  dropOver(LAST_DAY);
  const left = lots.filter((lot) => lot.left > 0);
  return {
    ...sums,
    balance: left.reduce((sum, lot) => sum + lot.left, 0),
    expiring: left[0]?.left ?? 0,
    expireOn: left[0]?.expireOn ?? null,
  };
}

/** Points of everybody with an order that counts: earned with it, valid for a year, used in whole hundreds. */
export function simulatePoints(history: ShopHistory, seed: number): ReadonlyMap<Shopper, PointsAccount> {
  const random = createRandom(seed, 26);
  return new Map(
    history.shoppers
      .filter((shopper) => keptOrders(shopper).length > 0)
      .map((shopper) => [shopper, accountOf(shopper, random)]),
  );
}
