import { z } from "zod";
import { plainText } from "./plainText";

const RATE_KEY = /^[A-Z]{3}( \d{4}-(0[1-9]|1[0-2]))?$/;

/** {"USD": 7.1, "USD 2025-01": 7.2}, or the same as text: USD=7.1; USD 2025-01=7.2 */
export const rates = z.preprocess(
  (value) => {
    const text = plainText(value);
    if (typeof text !== "string") return text;
    const entries = text.split(/[;,、\n]+/).filter((part) => part.trim() !== "");
    return Object.fromEntries(
      entries.map((entry) => {
        const [code = "", rate = ""] = entry.split(/[=:]/);
        return [code.trim().toUpperCase(), Number(rate)];
      }),
    );
  },
  z.record(z.string().regex(RATE_KEY), z.number().positive().finite()),
);

/** An ISO code of three letters. */
export const currencyCode = z.preprocess(
  (value) => (typeof value === "string" ? value.trim().toUpperCase() : value),
  z.string().regex(/^[A-Z]{3}$/),
);
