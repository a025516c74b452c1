/** Days between the beginnings of Excel's two date systems. */
export const SERIAL_1904_SHIFT = 1_462;

const DATE = /^(\d{4})[-/年](\d{1,2})(?:[-/月](\d{1,2})日?)?月?$/;
const TIME = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/;

/**
 * What Excel makes of something given to a cell. By our own judgement only as far as tests need it: formulas,
 * numbers, percentages, dates, times, truths, and the apostrophe that forbids all that.
 */
export function typedValue(
  input: unknown,
  numberFormat: string,
): { readonly value: string | number | boolean; readonly formula: string | null } {
  const plain = (value: string | number | boolean) => ({ value, formula: null });
  if (numberFormat === "@") {
    if (typeof input === "number" || typeof input === "boolean") return plain(String(input));
    // Whether the apostrophe stays here is not known: what depends on it must not be written.
    if (typeof input === "string" && input.startsWith("'"))
      throw new Error(`apostrophe in a text cell: ${input}`);
    return plain(String(input));
  }
  if (typeof input === "number" || typeof input === "boolean") return plain(input);
  const text = String(input);
  if (text.startsWith("'")) return plain(text.slice(1));
  if (/^[=+\-@].*\S/.test(text) && !/^[+-]?[\d.,]+%?$/.test(text))
    return { value: 0, formula: `=${text.slice(1)}` };
  const trimmed = text.trim();
  if (/^(true|false)$/i.test(trimmed)) return plain(trimmed.toLowerCase() === "true");
  if (/^[+-]?(\d[\d,]*\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(trimmed))
    return plain(Number(trimmed.replaceAll(",", "")));
  if (/^[+-]?[\d.]+%$/.test(trimmed)) return plain(Number(trimmed.slice(0, -1)) / 100);
  const date = DATE.exec(trimmed);
  if (date !== null) {
    const [, year = "", month = "", day = "1"] = date;
    return plain(Date.UTC(Number(year), Number(month) - 1, Number(day)) / 86_400_000 + 25_569);
  }
  const time = TIME.exec(trimmed);
  if (time !== null) {
    const [, hours = "", minutes = "", seconds = "0"] = time;
    return plain((Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds)) / 86_400);
  }
  return plain(text);
}

/** What a cell shows, for date formats; anything else as it is. */
export function shownText(value: unknown, numberFormat: string, date1904: boolean): string {
  if (typeof value !== "number" || !/y/i.test(numberFormat)) return String(value);
  const serial = date1904 ? value + SERIAL_1904_SHIFT : value;
  return new Date((Math.floor(serial) - 25_569) * 86_400_000).toISOString().slice(0, 10);
}
