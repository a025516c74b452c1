import type { ScoringSettings } from "../../core/settings";
import { TIER_IDS, type TierId } from "../../core/tiers";
import { columnBeside, ORDER_COLUMNS } from "../arguments/columns";
import { readCustomerBook } from "../readBook";
import { readRfm } from "../readRfm";
import { word } from "../words";
import { define, type ResultCell } from "./definition";
import { ORDER_OPTIONS, WINDOW_DAYS } from "./orderOptions";

export const RFMSCORE = define({
  parameters: {
    ...ORDER_COLUMNS,
    orderIds: { ...columnBeside("customers"), optional: true },
    options: {
      kind: "options",
      names: {
        windowDays: WINDOW_DAYS,
        bins: { kind: "number", min: 2, max: 100, whole: true, whenBlank: 5 },
        ties: { kind: "choice", choices: ["low", "mid", "high"], whenBlank: "low" },
        weightR: { kind: "number", min: 0, whenBlank: 1 },
        weightF: { kind: "number", min: 0, whenBlank: 1 },
        weightM: { kind: "number", min: 0, whenBlank: 1 },
        cutsR: { kind: "cuts" },
        cutsF: { kind: "cuts" },
        cutsM: { kind: "cuts" },
        topShare: { kind: "number", min: 0, max: 1, whenBlank: 0.2 },
        bottomShare: { kind: "number", min: 0, max: 1, whenBlank: 0.2 },
        duplicates: { kind: "choice", choices: ["auto", "drop", "keep"], whenBlank: "auto" },
        ...ORDER_OPTIONS,
      },
    },
  },
  columns: ["customer", "days", "orders", "netSpend", "r", "f", "m", "code", "score", "rank", "tier"],
  compute(asked, language) {
    const { options } = asked;
    const scoring: Partial<ScoringSettings> = {
      windowDays: options.windowDays,
      bins: options.bins,
      ties: options.ties,
      weights: { r: options.weightR, f: options.weightF, m: options.weightM },
      cuts: { r: options.cutsR, f: options.cutsF, m: options.cutsM },
      topShare: options.topShare,
      bottomShare: options.bottomShare,
      duplicates: options.duplicates,
    };
    const read = readCustomerBook(asked, scoring);
    const { book } = read;
    const { summary } = book;
    const table = readRfm(read);
    const unit = 10 ** book.decimals;
    // Looked up once, not once for each of a million customers.
    const labels = new Map<TierId, string>(TIER_IDS.map((tier) => [tier, word(language, `tier.${tier}`)]));
    return read.customers.map((customer, index): ResultCell[] => {
      if (summary.onlyAfterAsOf[index] === 1) return [customer];
      const days = table.daysSinceLastOrder[index] ?? -1;
      const scored = table.inBase[index] === 1;
      return [
        customer,
        days < 0 ? "" : days,
        table.orders[index] ?? 0,
        (table.netSpend[index] ?? 0) / unit,
        scored ? (table.r[index] ?? 0) : "",
        scored ? (table.f[index] ?? 0) : "",
        scored ? (table.m[index] ?? 0) : "",
        table.codes[index] ?? "",
        scored ? (table.composite[index] ?? 0) : "",
        scored ? (table.rank[index] ?? 0) : "",
        labels.get(table.tiers[index] ?? "") ?? "",
      ];
    });
  },
});
