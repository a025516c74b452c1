import { DEFAULT_PAIR_LIMITS, nextItems } from "../../core/crossSell";
import { NotKnowableError } from "../../core/errors";
import { COLUMN, columnBeside } from "../arguments/columns";
import { contentKey } from "../contentKey";
import { Memo } from "../memo";
import { readHoldings } from "../readHoldings";
import { shownCells } from "../shownCells";
import { define, type ResultCell, type ResultTable } from "./definition";
import { DATE_OPTIONS, TABLE_OPTIONS } from "./orderOptions";

const ROWS = new Memo<ResultTable>(6);

const { minBoth, minConfidence, minLift } = DEFAULT_PAIR_LIMITS;

export const CROSSSELL = define({
  parameters: {
    customers: COLUMN,
    items: columnBeside("customers"),
    dates: columnBeside("customers"),
    options: {
      kind: "options",
      names: {
        minCustomers: { kind: "number", min: 1, whole: true, whenBlank: minBoth },
        minSupport: { kind: "number", min: 0, max: 1, whenBlank: 0 },
        minConfidence: { kind: "number", min: 0, max: 1, whenBlank: minConfidence },
        minLift: { kind: "number", min: 0, whenBlank: minLift },
        ...DATE_OPTIONS,
        asOf: { kind: "moment" },
        ...TABLE_OPTIONS,
      },
    },
  },
  columns: ["customer", "nextItem", "lift", "confidence", "support"],
  compute({ customers, items, dates, options }) {
    const { headers: _shown, lang: _language, ...asked } = options;
    const ranges = [customers, items, dates].map((range) => range.rows(range.filledHeight()));
    return ROWS.get(contentKey(ranges, asked), () => {
      const held = readHoldings({ customers, items, dates, asOf: asked.asOf, options });
      if (held.customer.length === 0) throw new NotKnowableError("noItems");
      const limits = {
        minBoth: Math.max(asked.minCustomers, Math.ceil(asked.minSupport * held.customers)),
        minConfidence: asked.minConfidence,
        minLift: asked.minLift,
      };
      const itemNames = shownCells(held.itemCells);
      const next = nextItems(held, { limits });
      return shownCells(held.customerCells).map((customer, place): ResultCell[] => {
        const { item = -1, rule = null } = next[place] ?? {};
        if (rule === null) return [customer];
        return [customer, itemNames[item] ?? "", rule.lift, rule.confidence, rule.support];
      });
    });
  },
});
