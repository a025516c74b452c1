import { dayOf, SECONDS_PER_DAY, type DayNumber, type Moment } from "../core/math/day";
import type { CategoryId, ComplaintReason, Product } from "./shopProfile";

/** The days the sample's sheets speak of, both in. */
export const FIRST_DAY: DayNumber = dayOf(2024, 1, 1);
export const LAST_DAY: DayNumber = dayOf(2025, 12, 31);

/** The first moment after the story's end: nothing that happens later is in a sheet. */
export const END: Moment = (LAST_DAY + 1) * SECONDS_PER_DAY;

export type OrderFate = "kept" | "partlyRefunded" | "refunded" | "closed" | "cancelled" | "awaiting" | "gift";

export interface ShopOrder {
  readonly id: string;
  readonly shopper: Shopper;
  readonly day: DayNumber;
  readonly createdAt: Moment;
  /** null: never paid. */
  readonly paidAt: Moment | null;
  readonly category: CategoryId;
  readonly product: string;
  readonly quantity: number;
  /** Minor units: before and after what the season took off. */
  readonly list: number;
  readonly paid: number;
  readonly refunded: number;
  readonly fate: OrderFate;
  /** Index of the sales channel. */
  readonly channel: number;
}

export interface Complaint {
  readonly shopper: Shopper;
  readonly createdAt: Moment;
  readonly reason: ComplaintReason;
  readonly late: boolean;
}

/** A customer as the story knows them; the sheets show less. */
export interface Shopper {
  readonly id: string;
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly joinDay: DayNumber;
  readonly business: boolean;
  /** Index of the source. */
  readonly source: number;
  readonly referrer: Shopper | null;
  /** Index of the owner. */
  readonly owner: number;
  readonly consent: boolean;
  /** 0 careful with money … 2 looking for the best. */
  readonly taste: 0 | 1 | 2;
  readonly favourite: CategoryId;
  readonly birthDay: DayNumber;
  readonly orders: ShopOrder[];
  readonly complaints: Complaint[];
}

/** Value classes as the shop itself would see them: a fifth, three fifths, a fifth by spend of the last year. */
export type ValueClass = "high" | "medium" | "basic";

export interface ShopHistory {
  readonly shoppers: readonly Shopper[];
  /** By time of creation. */
  readonly orders: readonly ShopOrder[];
  readonly valueClass: ReadonlyMap<Shopper, ValueClass>;
}

/** Orders that count: paid for and not given back. */
export function keptOrders(shopper: Shopper): readonly ShopOrder[] {
  return shopper.orders.filter((order) => order.fate === "kept" || order.fate === "partlyRefunded");
}

/** Age of the child in months of 30.4 days; negative before birth. */
export function childMonths(shopper: Shopper, day: DayNumber): number {
  return (day - shopper.birthDay) / 30.4;
}

/** Products that fit a child of that age; all of them where none does. */
export function fittingProducts(products: readonly Product[], months: number): readonly Product[] {
  const fitting = products.filter((product) => product.fromMonth <= months && months < product.toMonth);
  return fitting.length > 0 ? fitting : products;
}
