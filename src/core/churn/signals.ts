import type { CustomersAt } from "./customersAt";

/** Things that happened to customers on known days, in any order, as columns of equal length. */
export interface DatedEvents {
  /** Index into the customers of the book. */
  readonly customer: Int32Array;
  readonly day: Int32Array;
  readonly value: Float64Array;
}

/**
 * What other sheets know of customers. Every entry has its day, so that it can be left out where it
 * had not happened yet; what has no day cannot serve.
 */
export interface CustomerSignals {
  /** One complaint each; the value is not looked at. */
  readonly complaints?: DatedEvents;
  /** Answers, 0 (worst) to 1. */
  readonly satisfaction?: DatedEvents;
  /** Money given back, in minor units above 0. */
  readonly refunds?: DatedEvents;
  /** Share of the price that was taken off an order, 0 to 1. */
  readonly discounts?: DatedEvents;
  /** Delivered touches: 1 answered, 0 not. */
  readonly touches?: DatedEvents;
}

export const SIGNAL_IDS = ["complaints", "satisfaction", "refunds", "discounts", "touches"] as const;
export type SignalId = (typeof SIGNAL_IDS)[number];

/** The events as predictions look at them. */
export interface KnownSignals {
  /** A column for each kind of event the data has, over the customers of a day. */
  readonly columnsAt: (at: CustomersAt) => readonly (readonly [SignalId, Float64Array])[];
  /** The numbers behind a reason, by kind and row of a day; null: nothing of the kind had happened to the customer. */
  readonly numbersAt: (
    at: CustomersAt,
  ) => (id: SignalId, row: number) => Readonly<Record<string, number>> | null;
}
