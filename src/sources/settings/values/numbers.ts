import { z } from "zod";
import { plainText } from "./plainText";

/** A number, also written as text, with thousands commas or as a percentage. */
export const number = (check: z.ZodType<number>) =>
  z.preprocess((value) => {
    const text = plainText(value);
    if (typeof text !== "string") return text;
    const match = /^([+-]?[\d,]*\.?\d+)\s*(%?)$/.exec(text);
    if (match === null) return text;
    return Number((match[1] ?? "").replaceAll(",", "")) / (match[2] === "%" ? 100 : 1);
  }, check);

/** A whole number from the least to the most, both in. */
export const whole = (least: number, most: number) => number(z.number().int().min(least).max(most));
/** A share from 0 to 1, or as a percentage. */
export const share = number(z.number().min(0).max(1));
/** A number above zero. */
export const positive = number(z.number().positive().finite());
