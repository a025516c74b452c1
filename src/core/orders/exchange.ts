import { formatDay, NO_DAY, type DayNumber } from "../math/day";
import { currencyCode } from "../tables";
import type { Settings } from "../settings";

/** Turns money of the rows' currencies into the base currency. */
export interface Exchange {
  /** ISO code; "" where the data names none. */
  readonly base: string;
  /** Units of base currency for one unit of a currency on a day; null: no rate is known. */
  readonly rate: (currency: number, day: DayNumber) => number | null;
}

/**
 * The base currency is the stated one, else the most frequent (the first seen of equals). Rates are
 * looked up by "CODE yyyy-mm" for the month of the row, then by code.
 *
 * @param codes - the currencies of the data
 * @param counts - how many rows name each
 */
export function exchange(
  codes: readonly string[],
  counts: readonly number[],
  settings: Settings["currency"],
): Exchange {
  const base = settings.base === null ? mostFrequent(codes, counts) : currencyCode(settings.base);
  const rates = new Map(
    Object.entries(settings.rates).map(([name, rate]): [string, number] => [rateName(name), rate]),
  );
  const valid = (name: string): number | null => {
    const rate = rates.get(name);
    return rate !== undefined && Number.isFinite(rate) && rate > 0 ? rate : null;
  };
  return {
    base,
    rate: (currency, day) => {
      const code = codes[currency] ?? base;
      if (code === base) return 1;
      const month = day === NO_DAY ? "" : formatDay(day).slice(0, 7);
      return valid(`${code} ${month}`) ?? valid(code);
    },
  };
}

function mostFrequent(codes: readonly string[], counts: readonly number[]): string {
  let best = -1;
  for (let index = 0; index < codes.length; index++) {
    if (best < 0 || (counts[index] ?? 0) > (counts[best] ?? 0)) best = index;
  }
  return codes[best] ?? "";
}

/** "usd 2025-03" and "USD  2025-03" are one name, and so are "rmb" and "CNY". */
function rateName(name: string): string {
  const [code = "", month] = name.trim().split(/\s+/);
  return month === undefined ? currencyCode(code) : `${currencyCode(code)} ${month}`;
}
