import type { TableProblem } from "../analysis/types";
import { dayOf, dayOfMoment, type DayNumber } from "../math/day";
import { isTotalsLabel, plainText, type MappedTable } from "../tables";
import { recordsOfRows } from "../tables/forEachRow";
import type { ReadingSettings, TableReader } from "../tables/tableReader";
import type { ChannelRow } from "./channelResults";

/** Day or month a row of channel figures belongs to; null: the sheet has no month column. */
export interface DatedChannelRow extends ChannelRow {
  readonly on: DayNumber | null;
}

const YEAR_MONTH = /^((?:19|20)\d{2})\s*[-/.年]?\s*(\d{1,2})\s*月?(?:份)?$/;

/**
 * Reads the channel sheets: spend, leads, new customers and their first-period revenue by channel,
 * each in the month (or on the day) it belongs to.
 *
 * A blank figure is missing, a 0 is 0; a blank spend is a problem with its row, because it takes the
 * channel out of every cost. A row whose month cannot be read is a problem and left out. Titles of
 * totals (合计, total) are no channels.
 */
export function readChannels(
  tables: readonly MappedTable<"channels">[],
  settings: ReadingSettings,
): { readonly rows: readonly DatedChannelRow[]; readonly problems: readonly TableProblem[] } {
  const { records, problems } = recordsOfRows(tables, settings, rowOf);
  return { rows: records, problems };
}

function rowOf(reader: TableReader<"channels">, row: number): DatedChannelRow | null {
  const channel = reader.text(row, "channel");
  if (channel === "") {
    reader.report(row, "channel", "missingValue");
    return null;
  }
  if (isTotalsLabel(channel)) return null;
  let on: DayNumber | null = null;
  if (reader.has("month")) {
    on = monthOrDay(reader, row);
    if (on === null) return null;
  }
  const figures = {
    spend: figure(reader, row, "spend"),
    leads: figure(reader, row, "leads"),
    newCustomers: figure(reader, row, "newCustomers"),
    revenue: figure(reader, row, "newCustomerRevenue"),
  };
  if (figures.spend === null && reader.has("spend")) reader.report(row, "spend", "missingValue");
  return { channel, on, ...figures };
}

/** Spend, leads, people and first purchases are never below 0. */
function figure(
  reader: TableReader<"channels">,
  row: number,
  field: "spend" | "leads" | "newCustomers" | "newCustomerRevenue",
): number | null {
  const value = reader.amount(row, field);
  if (value === null || value >= 0) return value;
  reader.report(row, field, "outOfScale");
  return null;
}

function monthOrDay(reader: TableReader<"channels">, row: number): DayNumber | null {
  const text = plainText(reader.text(row, "month"));
  const match = YEAR_MONTH.exec(text);
  const month = Number(match?.[2]);
  if (match !== null && month >= 1 && month <= 12) return dayOf(Number(match[1]), month, 1);
  if (text === "") {
    reader.report(row, "month", "missingValue");
    return null;
  }
  const moment = reader.moment(row, "month");
  return moment === null ? null : dayOfMoment(moment);
}

/**
 * The rows of a report window: those on a day inside it, and whole months by their first day, so that
 * windows that follow each other count every month once. Rows without a month belong to every window.
 */
export function channelRowsOf(
  rows: readonly DatedChannelRow[],
  windowStart: DayNumber,
  asOf: DayNumber,
): readonly DatedChannelRow[] {
  return rows.filter(({ on }) => on === null || (on >= windowStart && on <= asOf));
}
