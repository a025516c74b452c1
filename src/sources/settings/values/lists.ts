import { z } from "zod";
import { number } from "./numbers";
import { NOTHING, orNull } from "./orNull";
import { plainText } from "./plainText";

/** A JSON list, or text with commas, semicolons or blanks between the entries. */
export const list = <T>(entry: z.ZodType<T>) =>
  z.preprocess((value) => {
    if (typeof value === "number") return [value];
    const text = plainText(value);
    if (typeof text !== "string") return text;
    return text.split(/[,;、\s|]+/).filter((part) => part !== "");
  }, z.array(entry));

/** Cut points, ascending, or null for ranks within the base. */
export const cuts = orNull(
  list(number(z.number().finite())).refine((values) =>
    values.every((value, index) => index === 0 || value > (values[index - 1] ?? value)),
  ),
);

const partsOf = (text: string, between: RegExp) =>
  text
    .split(between)
    .map((part) => part.trim())
    .filter((part) => part !== "");

/** Names with commas or semicolons between them, or a JSON list; names may hold blanks. A dash: none. */
export const names = z.preprocess(
  (value) => {
    const text = plainText(value);
    if (NOTHING.has(text)) return [];
    return typeof text === "string" ? partsOf(text, /[,;、\n]+/) : text;
  },
  z.array(z.string().min(1)),
);

/** [["A", "B"]], or the same as text: A>B; C>D. A dash: none. */
export const pairs = z.preprocess(
  (value) => {
    const text = plainText(value);
    if (NOTHING.has(text)) return [];
    if (typeof text !== "string") return text;
    return partsOf(text, /[,;、\n]+/).map((pair) => partsOf(pair, /[>→]/));
  },
  z.array(z.tuple([z.string().min(1), z.string().min(1)])),
);
