import { FORMULA_TOKEN } from "../reports/model/renamedFormula";

/**
 * Functions younger than the file format: a file must write them with a prefix, or Excel shows
 * #NAME? until the cell is typed again.
 */
const NEWER_FUNCTIONS: Readonly<Record<string, readonly string[]>> = {
  "_xlfn.": [
    "ACOT",
    "AGGREGATE",
    "BINOM.DIST",
    "CEILING.MATH",
    "CONCAT",
    "CONFIDENCE.NORM",
    "CONFIDENCE.T",
    "DAYS",
    "FLOOR.MATH",
    "FORECAST.LINEAR",
    "FORMULATEXT",
    "IFNA",
    "IFS",
    "ISOWEEKNUM",
    "MAXIFS",
    "MINIFS",
    "MODE.SNGL",
    "NORM.DIST",
    "NORM.INV",
    "NORM.S.DIST",
    "NORM.S.INV",
    "NUMBERVALUE",
    "PERCENTILE.EXC",
    "PERCENTILE.INC",
    "PERCENTRANK.EXC",
    "PERCENTRANK.INC",
    "QUARTILE.EXC",
    "QUARTILE.INC",
    "RANDARRAY",
    "RANK.AVG",
    "RANK.EQ",
    "SEQUENCE",
    "SORTBY",
    "STDEV.P",
    "STDEV.S",
    "SWITCH",
    "TEXTAFTER",
    "TEXTBEFORE",
    "TEXTJOIN",
    "TEXTSPLIT",
    "UNICHAR",
    "UNICODE",
    "UNIQUE",
    "VAR.P",
    "VAR.S",
    "XLOOKUP",
    "XMATCH",
    "XOR",
  ],
  "_xlfn._xlws.": ["FILTER", "SORT"],
};

const PREFIX_OF = new Map(
  Object.entries(NEWER_FUNCTIONS).flatMap(([prefix, names]) => names.map((name) => [name, prefix] as const)),
);

/** A formula as a file writes it: without "=", newer functions with their prefix. */
export function storedFormula(formula: string): string {
  const body = formula.startsWith("=") ? formula.slice(1) : formula;
  return body.replace(FORMULA_TOKEN, (token, offset: number) => {
    const prefix = PREFIX_OF.get(token.toUpperCase());
    return prefix !== undefined && body[offset + token.length] === "(" && body[offset - 1] !== "."
      ? prefix + token
      : token;
  });
}
