import type { DayNumber } from "../core/math/day";
import { createRandom } from "./random";
import { childMonths, FIRST_DAY, keptOrders, LAST_DAY, type ShopHistory, type Shopper } from "./shopHistory";
import { CATEGORY_IDS, type CategoryId } from "./shopProfile";

/** What the shop's own systems know of a customer beyond orders: its owner's days, its pages, its plans. */
export interface Ties {
  readonly ownerSince: DayNumber;
  readonly jointPlan: boolean;
  /** null: not seen on the pages, like what follows. */
  readonly lastVisitOn: DayNumber | null;
  readonly lastCartOn: DayNumber | null;
  readonly viewed: CategoryId | null;
}

/** Somebody left in the last year, and their customers went to others. */
const OWNER_CHANGED = 0.22;
/** Who bought lately comes by again; of the others a few do. */
const VISITS = { recent: 0.62, silent: 0.16, never: 0.55 };
const RECENT_DAYS = 180;
/** Companies with so many orders plan the year together with the shop. */
const PLANNED_FROM = 25;

/** @returns by shopper, drawn so that nothing else of the sample moves */
export function simulateTies(history: ShopHistory, seed: number): ReadonlyMap<Shopper, Ties> {
  const random = createRandom(seed, 27);
  return new Map(
    history.shoppers.map((shopper) => {
      const orders = keptOrders(shopper);
      const last = orders.at(-1)?.day ?? null;
      const began = Math.max(shopper.joinDay, FIRST_DAY - 365);
      const changed = random.chance(OWNER_CHANGED);
      const ownerSince = changed
        ? Math.max(began, LAST_DAY - random.whole(20, 330))
        : began + random.whole(0, 20);
      const kind = last === null ? "never" : last > LAST_DAY - RECENT_DAYS ? "recent" : "silent";
      const seen = random.chance(VISITS[kind]);
      // Most visits lie near the end; nobody was here before their last order.
      const visit = Math.max(last ?? began, LAST_DAY - Math.floor(38 * random.exponential()));
      const carts = seen && random.chance(0.28);
      const wants = CATEGORY_IDS.filter(
        (category) => category !== "maternity" || childMonths(shopper, LAST_DAY) < 6,
      );
      const viewed = random.chance(0.35) ? shopper.favourite : random.pick(wants);
      return [
        shopper,
        {
          ownerSince: Math.min(ownerSince, LAST_DAY),
          jointPlan: shopper.business && orders.length >= PLANNED_FROM,
          lastVisitOn: seen ? visit : null,
          lastCartOn: carts ? Math.max(began, visit - random.whole(0, 12)) : null,
          viewed: seen ? viewed : null,
        },
      ];
    }),
  );
}
