import Papa from "papaparse";
import type { RawSheet } from "../../core/tables";
import { sourceProblem } from "../sourceProblem";
import { decodeText, type TextEncoding } from "./decodeText";
import { detectDelimiter, type Delimiter } from "./detectDelimiter";
import type { FileProblem } from "./fileProblem";

export type CsvResult =
  | {
      readonly sheet: RawSheet;
      readonly encoding: TextEncoding;
      readonly delimiter: Delimiter;
      /** Characters that could not be read and show as U+FFFD. */
      readonly damaged: number;
    }
  | { readonly problem: FileProblem };

/** One string holds at most about 536 million characters; some room is left for the rows. */
const LARGEST_FILE_BYTES = 500_000_000;

const MAGIC: readonly { readonly bytes: readonly number[]; readonly code: FileProblem["code"] }[] = [
  { bytes: [0x50, 0x4b, 0x03, 0x04], code: "workbookNamedCsv" },
  { bytes: [0x50, 0x4b, 0x05, 0x06], code: "workbookNamedCsv" },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], code: "oldWorkbook" },
  { bytes: [0x1f, 0x8b], code: "notText" },
  { bytes: [0x25, 0x50, 0x44, 0x46], code: "notText" },
];

/**
 * The rows of a text file as a sheet: every cell as its text, blank lines kept so that row numbers are
 * those a spreadsheet shows, line ends trimmed and nothing else.
 *
 * @param fileName - with its ending and without folders; folders are cut off
 */
export function readCsv(bytes: Uint8Array, fileName: string): CsvResult {
  const file = fileName.replace(/^.*[\\/]/, "");
  const fail = (code: FileProblem["code"], holes: Record<string, string | number> = {}) => ({
    problem: sourceProblem(code, { file, ...holes }),
  });
  if (bytes.length === 0) return fail("emptyFile");
  if (bytes.length > LARGEST_FILE_BYTES) {
    return fail("tooLarge", {
      megabytes: Math.round(bytes.length / 1e6),
      limit: LARGEST_FILE_BYTES / 1e6,
    });
  }
  const magic = MAGIC.find((candidate) => candidate.bytes.every((byte, index) => bytes[index] === byte));
  if (magic !== undefined) return fail(magic.code);
  if (!hasWideMark(bytes) && bytes.includes(0)) return fail("notText");
  const decoded = decodeText(bytes);
  if (decoded === null) return fail("unknownEncoding");
  if (decoded.text.includes("\0")) return fail("notText");
  const { text } = decoded;
  if (text.trim() === "") return fail("emptyFile");
  const newline = text.includes("\n") ? "\n" : "\r";
  const delimiter = detectDelimiter(text, newline);
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, newline, skipEmptyLines: false });
  const unclosed = errors.find((error) => error.code === "MissingQuotes");
  if (unclosed !== undefined) return fail("unclosedQuote", { row: (unclosed.row ?? data.length - 1) + 1 });
  if (newline === "\n" && text.includes("\r\n")) trimLineEnds(data);
  // The line end of the last row is no row of its own.
  if (data.at(-1)?.length === 1 && data.at(-1)?.[0] === "") data.pop();
  // "sep=;" is a word to the spreadsheet: the row stays, for the row numbers, and holds nothing.
  if (/^sep=.[\r\n]/i.test(text.slice(0, 6))) data[0] = [];
  return {
    sheet: { file, name: file.replace(/\.[^.]*$/, ""), rows: data, date1904: false },
    encoding: decoded.encoding,
    delimiter,
    damaged: decoded.damaged,
  };
}

/**
 * Takes the \r of \r\n off the rows. Cut at \n and trimmed here, a file may mix both line ends, and a
 * text of 50 MB need not be rewritten first.
 */
function trimLineEnds(rows: string[][]): void {
  for (const row of rows) {
    const last = row.length - 1;
    const cell = row[last];
    if (cell?.endsWith("\r")) row[last] = cell.slice(0, -1);
  }
}

function hasWideMark(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}
