import type { Language } from "../core/settings";
import type { FigureWords } from "../i18n/describeReasons";

const LOCALES: Readonly<Record<Language, string>> = { zh: "zh-CN", en: "en-US" };

/** One formatter for each language and number of digits: making one takes longer than a thousand uses. */
const FORMATS = new Map<string, Intl.NumberFormat>();

/** Figures in sentences; the locale is named, so that every machine writes them alike. */
export function figuresIn(language: Language): FigureWords {
  const decimal = (value: number, digits: number) => formatOf(language, digits).format(value);
  return {
    money: (value) => decimal(value, Number.isInteger(value) || Math.abs(value) >= 1000 ? 0 : 2),
    percent: (share) => `${decimal(share * 100, 1)}%`,
    decimal,
    clauses: (parts) => parts.join(language === "en" ? "; " : "；"),
  };
}

function formatOf(language: Language, digits: number): Intl.NumberFormat {
  const key = `${language}${digits}`;
  const known =
    FORMATS.get(key) ??
    new Intl.NumberFormat(LOCALES[language], {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
  FORMATS.set(key, known);
  return known;
}
