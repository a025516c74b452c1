import type { CustomerRecord, CustomerRow } from "../../src/core/analysis";
import { BLANK_RECORD } from "./blankRecord";

/** A customer of whom nothing is known but what is given; `record`: the cells of the customer sheet. */
export function customerRow(
  id: string,
  {
    record,
    ...more
  }: Partial<Omit<CustomerRow, "record">> & { readonly record?: Partial<CustomerRecord> } = {},
): CustomerRow {
  return {
    id,
    key: id,
    record: record === undefined ? null : { ...BLANK_RECORD, customerId: id, ...record },
    bookIndex: -1,
    tier: "medium",
    computedTier: more.tier ?? "medium",
    override: null,
    segment: "",
    relation: "existing",
    tag: "",
    daysSinceLastOrder: null,
    firstDay: null,
    lastDay: null,
    orders: 0,
    netSpend: 0,
    totalOrders: 0,
    totalNet: 0,
    r: 0,
    f: 0,
    m: 0,
    code: "",
    score: null,
    rank: null,
    intervalDays: null,
    topCategory: "",
    monthlyOrders: [],
    satisfaction: null,
    recommend: null,
    openComplaint: false,
    complaints: 0,
    lastTouch: null,
    consent: true,
    ...more,
  };
}
