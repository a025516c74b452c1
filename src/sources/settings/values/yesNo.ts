import { z } from "zod";
import { plainText } from "./plainText";

/** True or false, in the words of a sheet. */
export const yesNo = z.preprocess((value) => {
  const text = plainText(value);
  if (typeof text !== "string") return text === 1 ? true : text === 0 ? false : text;
  const said = text.toLowerCase();
  if (["true", "yes", "是", "1", "y"].includes(said)) return true;
  if (["false", "no", "否", "0", "n"].includes(said)) return false;
  return text;
}, z.boolean());
