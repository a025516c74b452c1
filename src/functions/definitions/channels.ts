import { channelResults } from "../../core/channels";
import { InvalidArgumentError, NotKnowableError } from "../../core/errors";
import { cellText, parseAmount, type Cell } from "../../core/tables";
import { isBlankOrZero } from "../arguments/cellOf";
import { COLUMN, columnBeside } from "../arguments/columns";
import { LANGUAGE } from "../arguments/parameter";
import { filledHeight, type Range } from "../arguments/range";
import { word } from "../words";
import { define } from "./definition";

export const CHANNELS = define({
  parameters: {
    channels: COLUMN,
    spend: columnBeside("channels"),
    leads: columnBeside("channels"),
    newCustomers: columnBeside("channels"),
    revenue: columnBeside("channels"),
    limit: { kind: "number", above: 0, whenBlank: 0.1 },
    lang: LANGUAGE,
  },
  columns: ["channel", "cac", "orderValue", "ratio", "conversion", "verdict"],
  compute({ channels, spend, leads, newCustomers, revenue, limit }, language) {
    const figures = [spend, leads, newCustomers, revenue];
    const height = filledHeight([channels, ...figures]);
    const first = isHeadingRow(figures) ? 1 : 0;
    const rows = Array.from({ length: Math.max(0, height - first) }, (_, index) => {
      const row = first + index;
      const channel = channels.cell(row, 0);
      return {
        channel: namedChannel(channel),
        spend: amountAt(spend, row),
        leads: amountAt(leads, row),
        newCustomers: amountAt(newCustomers, row),
        revenue: amountAt(revenue, row),
      };
    });
    const results = channelResults(rows, limit);
    if (results.length === 0) throw new NotKnowableError("noChannels");
    return results.map((result) => [
      result.channel,
      result.cac,
      result.orderValue,
      result.ratio,
      result.conversion,
      word(language, `channelVerdict.${result.verdict}`),
    ]);
  },
});

/** "" for blank cells and for errors, which name nothing. */
function namedChannel(cell: Cell): string {
  return isBlankOrZero(cell) || typeof cell === "object" ? "" : cellText(cell);
}

/** A first row with words where every figure belongs is a heading row. */
function isHeadingRow(figures: readonly Range[]): boolean {
  return figures.every((range) => {
    const cell = range.cell(0, 0);
    return typeof cell === "string" && parseAmount(cell, null) === "unreadable";
  });
}

/** null: blank, which is not 0. */
function amountAt(range: Range, row: number): number | null {
  const cell = range.cell(row, 0);
  const amount = parseAmount(cell, null);
  if (typeof amount === "number") return amount;
  if (amount === "missing") return null;
  const value = cellText(cell);
  throw new InvalidArgumentError(range.argument, "unreadableAmount", { value, row: row + 1 });
}
