import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { parse } from "papaparse";
import { histogramOf, type CustomerHistogram, type Period } from "../../src/core/btyd";
import { dayOf } from "../../src/core/math/day";

/** Purchases per customer and day, days counted from 1970; amounts of one day are added up. */
export type Purchases = ReadonlyMap<string, ReadonlyMap<number, number>>;

export const CDNOW_SAMPLE = join(__dirname, "../fixtures/cdnow-sample/cdnow_sample.csv");

const SHARED = join(__dirname, "../../../shared/data");
export const CDNOW_FULL = join(SHARED, "cdnow_full.csv");
export const ONLINE_RETAIL = join(SHARED, "onlineretail.csv.gz");

/** Names the file that is missing, for tests that cannot run without it; "" where it is there. */
export function absent(path: string): string {
  return existsSync(path) ? "" : `${path} is not there`;
}

type Row = Readonly<Record<string, string>>;

/**
 * @param path - CSV with headings, gzipped or not
 * @param readRow - customer, date as YYYY-MM-DD and amount of a row; null: passed over
 */
export function readPurchases(
  path: string,
  readRow: (row: Row) => { readonly id: string; readonly date: string; readonly amount: number } | null,
): Purchases {
  const bytes = readFileSync(path);
  const text = (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  const purchases = new Map<string, Map<number, number>>();
  for (const row of parse<Row>(text, { header: true, skipEmptyLines: true }).data) {
    const read = readRow(row);
    if (read === null) continue;
    const [year = 0, month = 0, day = 0] = read.date.split("-").map(Number);
    const own = purchases.get(read.id) ?? new Map<number, number>();
    purchases.set(read.id, own);
    const on = dayOf(year, month, day);
    own.set(on, (own.get(on) ?? 0) + read.amount);
  }
  return purchases;
}

export const readCdnowSample = (): Purchases =>
  readPurchases(CDNOW_SAMPLE, (row) => ({
    id: row["id"] ?? "",
    date: row["date"] ?? "",
    amount: Number(row["spend"]),
  }));

export const readCdnowFull = (): Purchases =>
  readPurchases(CDNOW_FULL, (row) => ({
    id: row["customer_id"] ?? "",
    date: row["date"] ?? "",
    amount: Number(row["dollar_value"]),
  }));

/** Rows of known customers with a positive quantity and price: the rows that count as purchases. */
export const readOnlineRetail = (): Purchases =>
  readPurchases(ONLINE_RETAIL, (row) => {
    const amount = Number(row["Quantity"]) * Number(row["UnitPrice"]);
    const id = row["CustomerID"] ?? "";
    if (id === "" || id === "NA" || !(amount > 0)) return null;
    return { id, date: (row["InvoiceDate"] ?? "").slice(0, 10), amount };
  });

export interface PurchaseHistories {
  readonly histogram: CustomerHistogram;
  readonly customers: readonly string[];
  /** x and mean spend per repeat purchase day, per customer. */
  readonly repeatOrders: Int32Array;
  readonly meanRepeatSpend: Float64Array;
}

/** The customers with a purchase up to a day, as they stood then. */
export function historiesAt(purchases: Purchases, asOf: number, period: Period): PurchaseHistories {
  const known = [...purchases].flatMap(([id, days]) => {
    const before = [...days].filter(([day]) => day <= asOf).sort(([one], [other]) => one - other);
    return before.length === 0 ? [] : [{ id, before }];
  });
  const histogram = histogramOf(
    {
      count: known.length,
      firstDay: Int32Array.from(known, ({ before }) => before[0]?.[0] ?? 0),
      lastDay: Int32Array.from(known, ({ before }) => before.at(-1)?.[0] ?? 0),
      purchaseDays: Int32Array.from(known, ({ before }) => before.length),
    },
    asOf,
    { period },
  );
  return {
    histogram,
    customers: known.map(({ id }) => id),
    repeatOrders: Int32Array.from(known, ({ before }) => before.length - 1),
    meanRepeatSpend: Float64Array.from(known, ({ before }) =>
      before.length === 1
        ? 0
        : before.slice(1).reduce((sum, [, amount]) => sum + amount, 0) / (before.length - 1),
    ),
  };
}
