import { loyaltyIndex } from "../../core/loyalty";
import { ORDER_COLUMNS } from "../arguments/columns";
import { readCustomerBook } from "../readBook";
import { define, type ResultCell } from "./definition";
import { ORDER_OPTIONS, WINDOW_DAYS } from "./orderOptions";

export const LOYALTY = define({
  parameters: {
    ...ORDER_COLUMNS,
    options: { kind: "options", names: { windowDays: WINDOW_DAYS, ...ORDER_OPTIONS } },
  },
  columns: [
    "customer",
    "loyaltyIndex",
    "repeatPurchases",
    "trust",
    "priceTolerance",
    "quickChoice",
    "coverage",
  ],
  compute(asked) {
    const { windowDays } = asked.options;
    const { book, customers } = readCustomerBook(asked, { windowDays });
    const { onlyAfterAsOf, windowOrders } = book.summary;
    // Of the four parts orders tell one; a report adds what surveys, tickets and list prices tell.
    const loyalty = loyaltyIndex({
      orders: Float64Array.from(windowOrders),
      trust: null,
      priceSensitivity: null,
      choosingTime: null,
      complaintRate: null,
      discountShare: null,
      hoursToPay: null,
    });
    return customers.map((customer, place): ResultCell[] => {
      const known = loyalty[place];
      if (onlyAfterAsOf[place] === 1 || known === undefined) return [customer];
      return [customer, known.index, ...known.parts.map(({ value }) => value), known.coverage];
    });
  },
});
