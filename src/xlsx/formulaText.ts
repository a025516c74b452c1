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

// A text literal, a quoted sheet name, or a name of a function, range, table or sheet.
const TOKEN = /"(?:[^"]|"")*"|'(?:[^']|'')*'|[\p{L}_\\][\p{L}\p{N}_.\\]*/gu;

/** A formula as a file writes it: without "=", newer functions with their prefix. */
export function storedFormula(formula: string): string {
  const body = formula.startsWith("=") ? formula.slice(1) : formula;
  return body.replace(TOKEN, (token, offset: number) => {
    const prefix = PREFIX_OF.get(token.toUpperCase());
    return prefix !== undefined && body[offset + token.length] === "(" && body[offset - 1] !== "."
      ? prefix + token
      : token;
  });
}

/** New names for sheets, and for tables and defined names, by their old ones. */
export interface Renames {
  readonly sheets: ReadonlyMap<string, string>;
  readonly names: ReadonlyMap<string, string>;
}

/**
 * A formula with sheets, tables and defined names renamed; text literals stay.
 *
 * Names compare without case, as Excel does; a sheet is a name before "!".
 */
export function renamedFormula(formula: string, renames: Renames): string {
  if (renames.sheets.size === 0 && renames.names.size === 0) return formula;
  const sheets = foldedKeys(renames.sheets);
  const names = foldedKeys(renames.names);
  return formula.replace(TOKEN, (token, offset: number) => {
    if (token.startsWith('"')) return token;
    const next = formula[offset + token.length];
    if (next === "!") {
      const sheet = token.startsWith("'") ? token.slice(1, -1).replaceAll("''", "'") : token;
      const renamed = sheets.get(sheet.toLowerCase());
      return renamed === undefined ? token : `'${renamed.replaceAll("'", "''")}'`;
    }
    if (token.startsWith("'") || next === "(") return token;
    // Inside brackets stand column names of a table, which are not renamed.
    if (formula[offset - 1] === "[" || formula[offset - 1] === "@") return token;
    return names.get(token.toLowerCase()) ?? token;
  });
}

function foldedKeys(map: ReadonlyMap<string, string>): Map<string, string> {
  return new Map([...map].map(([from, to]) => [from.toLowerCase(), to]));
}
