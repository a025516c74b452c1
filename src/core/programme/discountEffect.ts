import { wilsonInterval, type Interval } from "../kpi/intervals";

export interface DiscountClass {
  /** Share of a customer's orders bought at a discount lies above `from` (for the first: at it) and up to `to`. */
  readonly from: number;
  readonly to: number;
  readonly customers: number;
  readonly repeated: number;
  readonly rate: number | null;
  readonly interval: Interval | null;
}

/** None, up to half, more. */
const CLASSES: readonly (readonly [number, number])[] = [
  [0, 0],
  [0, 0.5],
  [0.5, 1],
];

/**
 * Whether discounts buy loyalty: the share of customers who bought again, by how many of their orders were at a
 * discount. Not causal: bargain hunters choose themselves into a class.
 *
 * @param discountShare - by customer; NaN: no list price known
 * @param orders - in the window, by customer; customers without one are left out
 */
export function discountEffect(discountShare: Float64Array, orders: Int32Array): readonly DiscountClass[] {
  return CLASSES.map(([from, to]): DiscountClass => {
    let customers = 0;
    let repeated = 0;
    discountShare.forEach((share, customer) => {
      const count = orders[customer] ?? 0;
      const inside = to === 0 ? share === 0 : share > from && share <= to;
      if (count === 0 || !inside) return;
      customers++;
      if (count >= 2) repeated++;
    });
    return {
      from,
      to,
      customers,
      repeated,
      rate: customers > 0 ? repeated / customers : null,
      interval: wilsonInterval(repeated, customers),
    };
  });
}
