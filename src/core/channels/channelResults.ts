import { plainText } from "../tables";
import type { ChannelResult, ChannelVerdict } from "./types";

/** What one row of a channel sheet, or of several ranges side by side, says. null: blank. */
export interface ChannelRow {
  readonly channel: string;
  readonly spend: number | null;
  readonly leads: number | null;
  readonly newCustomers: number | null;
  readonly revenue: number | null;
}

const FIGURES = ["spend", "leads", "newCustomers", "revenue"] as const;
type Figure = (typeof FIGURES)[number];

/** limit × revenue carries the rounding of two doubles; equality must survive it. */
const ROUNDING = 1e-9;

/**
 * Cost and yield of each acquisition channel, and whether to invest in it first.
 *
 * Rows of one channel (several months; two spellings that differ in width, case or blanks) are added
 * up. A sum with a blank part is not known, and blank is never 0: a channel with a blank spend is
 * `costMissing`, even if other months have one. A row that gives no figure at all says nothing.
 *
 * The verdict is `prefer` where CAC ≤ limit × order value, equality included; `spendNoNew` where money
 * was spent and nobody came (a blank count of new customers is nobody that we know of); else `notMet`.
 *
 * @param limit - largest CAC as a fraction of the channel's own first-period revenue per new customer
 * @returns channels in order of first appearance; money in the unit of the input
 * @example channelResults([{ channel: "小红书", spend: 4200, leads: 260, newCustomers: 60, revenue: 18000 }], 0.1)
 *   // cac 70, orderValue 300, ratio 0.2333, conversion 0.2308, verdict "notMet", maxCac 30
 */
export function channelResults(rows: readonly ChannelRow[], limit: number): readonly ChannelResult[] {
  return [...sumsByChannel(rows).values()].map((sums) => resultOf(sums, limit));
}

interface ChannelSums extends Record<Figure, number | null> {
  readonly channel: string;
  /** Whether a row with any figure was added yet. */
  speaks: boolean;
}

function sumsByChannel(rows: readonly ChannelRow[]): Map<string, ChannelSums> {
  const sums = new Map<string, ChannelSums>();
  for (const row of rows) {
    const key = channelKey(row.channel);
    if (key === "") continue;
    let known = sums.get(key);
    if (known === undefined) {
      known = {
        channel: row.channel,
        speaks: false,
        spend: null,
        leads: null,
        newCustomers: null,
        revenue: null,
      };
      sums.set(key, known);
    }
    if (FIGURES.every((figure) => row[figure] === null)) continue;
    for (const figure of FIGURES) {
      const before = known[figure];
      const added = row[figure];
      known[figure] = !known.speaks ? added : before === null || added === null ? null : before + added;
    }
    known.speaks = true;
  }
  return sums;
}

/** Channel names compare without width, case and blanks. */
export function channelKey(name: string): string {
  return plainText(name).toLowerCase().replace(/\s+/g, "");
}

function resultOf(sums: ChannelSums, limit: number): ChannelResult {
  const { channel, spend, leads, newCustomers, revenue } = sums;
  const cac = ratio(spend, newCustomers);
  const orderValue = ratio(revenue, newCustomers);
  return {
    channel,
    spend,
    leads,
    newCustomers,
    revenue,
    cac,
    orderValue,
    ratio: ratio(cac, orderValue),
    conversion: ratio(newCustomers, leads),
    verdict: verdictOf(spend, newCustomers, revenue, limit),
    maxCac: orderValue === null ? null : limit * orderValue,
  };
}

function ratio(part: number | null, whole: number | null): number | null {
  return part === null || whole === null || whole <= 0 ? null : part / whole;
}

function verdictOf(
  spend: number | null,
  newCustomers: number | null,
  revenue: number | null,
  limit: number,
): ChannelVerdict {
  if (spend === null) return "costMissing";
  if ((newCustomers ?? 0) <= 0) return spend > 0 ? "spendNoNew" : "notMet";
  if (revenue === null || revenue <= 0) return "notMet";
  const allowed = limit * revenue;
  return spend <= allowed + ROUNDING * allowed ? "prefer" : "notMet";
}
