/** A text literal, a quoted sheet name, or a name of a function, range, table or sheet. */
export const FORMULA_TOKEN = /"(?:[^"]|"")*"|'(?:[^']|'')*'|[\p{L}_\\][\p{L}\p{N}_.\\]*/gu;

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
  return formula.replace(FORMULA_TOKEN, (token, offset: number) => {
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
