import Papa from "papaparse";

export type Delimiter = "," | ";" | "\t" | "|";

const DELIMITERS: readonly Delimiter[] = [",", "\t", ";", "|"];
const SAMPLE_LENGTH = 65_536;
const SAMPLE_ROWS = 40;

/**
 * What separates the cells. Each candidate cuts the first rows, quotes respected; the one wins that
 * gives the most rows of the same width, then the wider one, then the first of the list.
 *
 * A text of one column has no separator: it comes back as a comma, which then cuts nothing.
 */
export function detectDelimiter(text: string, newline: "\n" | "\r"): Delimiter {
  const stated = /^sep=([,;|\t])[\r\n]/i.exec(text.slice(0, 6))?.[1];
  if (stated !== undefined) return stated as Delimiter;
  const sample = text.slice(0, SAMPLE_LENGTH);
  let best: { delimiter: Delimiter; score: number } = { delimiter: ",", score: 0 };
  for (const delimiter of DELIMITERS) {
    const score = sameWidthScore(sample, { delimiter, newline }, text.length > SAMPLE_LENGTH);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

/** Share of rows with the most frequent width above one, and a little for every further column. */
function sameWidthScore(
  sample: string,
  format: { readonly delimiter: Delimiter; readonly newline: "\n" | "\r" },
  isCut: boolean,
): number {
  const { data } = Papa.parse<string[]>(sample, { ...format, preview: SAMPLE_ROWS });
  const rows = isCut && data.length > 1 && data.length < SAMPLE_ROWS ? data.slice(0, -1) : data;
  const widths = new Map<number, number>();
  let filled = 0;
  for (const row of rows) {
    if (row.length === 1 && (row[0] ?? "").trim() === "") continue;
    filled++;
    if (row.length > 1) widths.set(row.length, (widths.get(row.length) ?? 0) + 1);
  }
  let score = 0;
  for (const [width, count] of widths) score = Math.max(score, count / filled + Math.min(width, 50) / 200);
  return score;
}
