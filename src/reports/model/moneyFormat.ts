/** How amounts of the data's currency are written, in cells and in sentences. */
export interface MoneyFormat {
  /** "¥", "$", "CHF "; "" where the data names no currency. */
  readonly sign: string;
  /** Excel number format: no decimals from 1,000 up, two below. */
  readonly numberFormat: string;
  /** The same for amounts below zero. */
  readonly negativeFormat: string;
  /** For differences: always with a sign, without decimals. */
  readonly gapFormat: string;
  readonly decimals: number;
}

const SIGNS: Readonly<Record<string, string>> = {
  CNY: "¥",
  RMB: "¥",
  USD: "$",
  EUR: "€",
  GBP: "£",
  JPY: "JP¥",
  HKD: "HK$",
  TWD: "NT$",
  AUD: "A$",
  CAD: "C$",
  SGD: "S$",
  KRW: "₩",
  INR: "₹",
};

/**
 * @param currency - ISO code; "" where the data names none
 * @param chineseData - headings in Chinese: an unnamed currency is then yuan
 */
export function moneyFormat(currency: string, decimals: number, chineseData: boolean): MoneyFormat {
  const sign = currency === "" ? (chineseData ? "¥" : "") : (SIGNS[currency] ?? `${currency} `);
  const quoted = sign === "" ? "" : `"${sign.replaceAll('"', "")}"`;
  const whole = `${quoted}#,##0`;
  const fraction = decimals === 0 ? whole : `${whole}.${"0".repeat(decimals)}`;
  // Two sections only: with a third, hosts disagree on who writes the minus sign.
  return {
    sign,
    numberFormat: decimals === 0 ? whole : `[>=1000]${whole};${fraction}`,
    negativeFormat: `${fraction};-${fraction}`,
    gapFormat: `+${whole};-${whole};${whole}`,
    decimals,
  };
}
