import { DEFAULT_RELATION_LIMITS, relationType, type RelationReasonCode } from "../../core/relations";
import { withCapital } from "../../i18n/withCapital";
import { ORDER_COLUMNS } from "../arguments/columns";
import { figuresIn } from "../figures";
import { readCustomerBook } from "../readBook";
import { readRfm } from "../readRfm";
import { word, type Word } from "../words";
import { define, type ResultCell } from "./definition";
import { ORDER_OPTIONS } from "./orderOptions";

/** Sentences of the reasons that orders alone can give; the others rest on sheets that only a report has. */
const REASONS: Readonly<Partial<Record<RelationReasonCode, Word>>> = {
  revenueShare: "relationReason.revenueShare",
  steadyOrders: "relationReason.steadyOrders",
  fewOrders: "relationReason.fewOrders",
  shortHistory: "relationReason.shortHistory",
};

const { relationalOrders, relationalMonths, revenueShare } = DEFAULT_RELATION_LIMITS;

export const RELATIONTYPE = define({
  parameters: {
    ...ORDER_COLUMNS,
    options: {
      kind: "options",
      names: {
        relationalOrders: { kind: "number", min: 1, whole: true, whenBlank: relationalOrders },
        relationalMonths: { kind: "number", min: 0, max: 1200, whole: true, whenBlank: relationalMonths },
        strategicShare: { kind: "number", min: 0, max: 1, whenBlank: revenueShare },
        ...ORDER_OPTIONS,
      },
    },
  },
  columns: ["customer", "relationType", "reason"],
  compute(asked, language) {
    const read = readCustomerBook(asked);
    const { asOf, summary } = read.book;
    const { tiers, netSpend } = readRfm(read);
    const limits = {
      ...DEFAULT_RELATION_LIMITS,
      ...asked.options,
      revenueShare: asked.options.strategicShare,
    };
    const allSpend = netSpend.reduce((sum, spend) => sum + Math.max(0, spend), 0);
    const { percent, clauses } = figuresIn(language);
    return read.customers.map((customer, index): ResultCell[] => {
      if (summary.onlyAfterAsOf[index] === 1) return [customer];
      const { type, reasons } = relationType(
        {
          orders: summary.totalOrders[index] ?? 0,
          firstDay: summary.firstDay[index] ?? 0,
          lastDay: summary.lastDay[index] ?? 0,
          tier: tiers[index] ?? "",
          revenueShare: allSpend > 0 ? Math.max(0, netSpend[index] ?? 0) / allSpend : 0,
          discountShare: null,
          priceSensitive: null,
          contacts: null,
          customOrders: null,
          contractEnd: null,
          jointPlan: null,
          flagged: false,
          override: "",
        },
        asOf,
        limits,
      );
      if (type === "") return [customer, "", withCapital(word(language, "relationReason.none"))];
      const phrases = reasons.flatMap(({ code, numbers }) => {
        const sentence = REASONS[code];
        if (sentence === undefined) return [];
        // Counts are written plainly: formatters are slow, and there is a sentence for every customer.
        const write = code === "revenueShare" ? percent : String;
        const holes = Object.entries(numbers).map(([name, value]) => [name, write(value)]);
        return word(language, sentence, Object.fromEntries(holes) as Record<string, string>);
      });
      return [customer, word(language, `relationType.${type}`), withCapital(clauses(phrases))];
    });
  },
});
