import { formatDay, type DayNumber } from "../../core/math/day";
import type { Locale } from "../../i18n";

/** Figures as the reports write them. */
export interface Formats {
  /** "1,234" */
  count(value: number): string;
  /** 0.1234 as "12.3%" */
  percent(share: number): string;
  /** "¥1,234"; decimals below a thousand only. An empty currency gives the bare figure. */
  money(amount: number, currency: string): string;
  /** "2025-12-31" */
  day(day: DayNumber): string;
  /** "1.5" with at most so many decimals. */
  figure(value: number, decimals: number): string;
}

export function createFormats(locale: Locale): Formats {
  const count = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const percent = new Intl.NumberFormat(locale, {
    style: "percent",
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  return {
    count: (value) => count.format(value),
    percent: (share) => percent.format(share),
    money: (amount, currency) => {
      const decimals = Math.abs(amount) >= 1_000 ? 0 : 2;
      const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals } as const;
      // Intl refuses what is not three letters; a sheet may name its money as it likes.
      const known = /^[A-Z]{3}$/.test(currency);
      const plain = new Intl.NumberFormat(
        locale,
        known ? { ...digits, style: "currency", currency, currencyDisplay: "narrowSymbol" } : digits,
      ).format(amount);
      return known || currency === "" ? plain : `${plain} ${currency}`;
    },
    day: formatDay,
    figure: (value, decimals) =>
      new Intl.NumberFormat(locale, { maximumFractionDigits: decimals }).format(value),
  };
}
