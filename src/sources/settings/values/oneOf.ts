import { z } from "zod";
import { plainText } from "./plainText";

/** One of a few ids, each with other names it goes by. */
const choice = (ids: Readonly<Record<string, readonly string[]>>) =>
  z.preprocess(
    (value) => {
      const text = plainText(value);
      if (typeof text !== "string") return text;
      const said = text.toLowerCase();
      const id = Object.entries(ids).find(
        ([key, names]) =>
          key.toLowerCase() === said || names.some((name) => name.normalize("NFKC").toLowerCase() === said),
      );
      return id?.[0] ?? text;
    },
    z.enum(Object.keys(ids)),
  );

const allowedOf = (ids: Readonly<Record<string, readonly string[]>>) =>
  Object.entries(ids)
    .map(([id, [name]]) => (name === undefined ? id : `${id} (${name})`))
    .join(" | ");

/** The reader of one of a few ids, and the line that names them. */
export const oneOf = (ids: Readonly<Record<string, readonly string[]>>) => ({
  schema: choice(ids),
  allowed: allowedOf(ids),
});
