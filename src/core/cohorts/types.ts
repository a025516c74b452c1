/** Customers by the period of their first order, and how many of them are active k periods on. */
export interface CohortTable {
  readonly period: "month" | "quarter" | "year";
  readonly rows: readonly {
    /** First day of the period. */
    readonly start: number;
    readonly customers: number;
    /** active[k]: customers with an order k periods on; null for periods still to come. */
    readonly active: readonly (number | null)[];
    /** k of the period the as-of date cuts short; -1: it ends on the as-of date. */
    readonly incompleteFrom: number;
  }[];
}
