import type { TierEdit } from "../core/analysis";
import { cellText, isBlankCell, type Cell, type RawSheet } from "../core/tables";
import { translator } from "../i18n";

/** Rows within which the heading row of the score list stands. */
export const EDIT_HEAD_ROWS = 30;

/** Where the score list of a report keeps what people decide about tiers; rows and columns count from 0. */
export interface TierEditColumns {
  readonly headRow: number;
  readonly customer: number;
  readonly tier: number;
  /** null: somebody took the column away. */
  readonly reason: number | null;
}

/** Headings of the list in each language a report is written in. */
const HEADINGS = (["zh-CN", "en"] as const).map(translator).map((t) => ({
  customer: t("scores.customer"),
  tier: t("scores.tierOverride"),
  reason: t("scores.overrideReason"),
}));

/** The columns in which tiers are set by hand; null: the sheet has none, as in a report of an older version. */
export function tierEditColumns(rows: RawSheet["rows"]): TierEditColumns | null {
  for (const [headRow, row] of rows.slice(0, EDIT_HEAD_ROWS).entries()) {
    const texts = row.map((cell) => cellText(cell));
    for (const headings of HEADINGS) {
      const customer = texts.indexOf(headings.customer);
      const tier = texts.indexOf(headings.tier);
      const reason = texts.indexOf(headings.reason);
      if (customer >= 0 && tier >= 0) return { headRow, customer, tier, reason: reason < 0 ? null : reason };
    }
  }
  return null;
}

/** Cells of one line of the list. */
export interface TierEditLine {
  /** 1-based. */
  readonly row: number;
  readonly customer: Cell;
  readonly tier: Cell;
  readonly reason: Cell;
}

/** What people decided, out of lines of the list; lines in which no tier was set say nothing. */
export function tierEditsOf(
  { file, name }: Pick<RawSheet, "file" | "name">,
  lines: readonly TierEditLine[],
): readonly TierEdit[] {
  return lines
    .filter(({ customer, tier }) => !isBlankCell(customer) && !isBlankCell(tier))
    .map(({ row, customer, tier, reason }) => ({
      customerId: cellText(customer),
      tier: cellText(tier),
      reason: isBlankCell(reason) ? "" : cellText(reason),
      file,
      sheet: name,
      row,
    }));
}

/** What people decided in the score list of a report, read whole. */
export function tierEdits(sheet: RawSheet): readonly TierEdit[] {
  const columns = tierEditColumns(sheet.rows);
  if (columns === null) return [];
  const { headRow, customer, tier, reason } = columns;
  const lines = sheet.rows.slice(headRow + 1).map((row, index): TierEditLine => ({
    row: headRow + 2 + index,
    customer: row[customer] ?? null,
    tier: row[tier] ?? null,
    reason: reason === null ? null : (row[reason] ?? null),
  }));
  return tierEditsOf(sheet, lines);
}
