/** What stood in a cell, in plain letters and without blanks around it. */
export const plainText = (value: unknown): unknown =>
  typeof value === "string" ? value.normalize("NFKC").trim() : value;
