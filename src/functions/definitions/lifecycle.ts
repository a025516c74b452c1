import { DEFAULT_STAGE_LIMITS, lifecycleStage } from "../../core/lifecycle";
import { ORDER_COLUMNS } from "../arguments/columns";
import { readCustomerBook } from "../readBook";
import { word } from "../words";
import { define, type ResultCell } from "./definition";
import { ORDER_OPTIONS } from "./orderOptions";

const { loyalOrders, lapsedMonths, supportDays } = DEFAULT_STAGE_LIMITS;

export const LIFECYCLE = define({
  parameters: {
    ...ORDER_COLUMNS,
    options: {
      kind: "options",
      names: {
        loyalOrders: { kind: "number", min: 1, whole: true, whenBlank: loyalOrders },
        lapsedMonths: { kind: "number", min: 1, max: 1200, whole: true, whenBlank: lapsedMonths },
        supportDays: { kind: "number", min: 0, whole: true, whenBlank: supportDays },
        ...ORDER_OPTIONS,
      },
    },
  },
  columns: ["customer", "stage"],
  compute(asked, language) {
    const { book, customers } = readCustomerBook(asked);
    const { onlyAfterAsOf, totalOrders, lastDay } = book.summary;
    return customers.map((customer, index): ResultCell[] => {
      if (onlyAfterAsOf[index] === 1) return [customer];
      const { stage } = lifecycleStage(
        {
          orders: totalOrders[index] ?? 0,
          lastOrderDay: lastDay[index] ?? 0,
          // Orders tell neither of referrals nor of tickets nor of interest; the report knows those sheets.
          referred: false,
          inService: false,
          showedInterest: false,
        },
        book.asOf,
        asked.options,
      );
      return [customer, stage === "" ? "" : word(language, `stage.${stage}`)];
    });
  },
});
