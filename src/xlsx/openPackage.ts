import { unzipSync } from "fflate";
import { workbookPath } from "./workbookPart";
import type { ZipParts } from "./zipParts";

/** Why a file cannot be read as a workbook. A surface words it. */
export type WorkbookFailure =
  /** No bytes at all. */
  | "emptyFile"
  /** Not a zip, or a zip that holds no workbook. */
  | "notAWorkbook"
  /** The end of the file is missing: a broken download. */
  | "truncated"
  /** A zip whose parts are broken. */
  | "damaged"
  /** Protected with a password to open. */
  | "encrypted"
  /** The format before 2007 (.xls). */
  | "oldExcel"
  /** The binary format (.xlsb). */
  | "binaryWorkbook"
  /** Unpacked it would be larger than fits into memory. */
  | "tooLarge"
  | "noSheets"
  /** Sheets, but no cell with a value on any of them. */
  | "noCells";

export type OpenedPackage =
  | { readonly ok: true; readonly parts: ZipParts; readonly workbook: string }
  | { readonly ok: false; readonly failure: WorkbookFailure };

/** More than any real workbook; a small file that claims more is made to harm. */
const MAX_UNPACKED = 3_000_000_000;

const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const LOCAL_HEADER = [0x50, 0x4b, 0x03, 0x04];
const END_OF_DIRECTORY = [0x50, 0x4b, 0x05, 0x06];
/** Length of the end record without its comment, and of the longest comment. */
const END_RECORD = 22;
const MAX_COMMENT = 65_535;

/**
 * Unpacks a workbook file.
 *
 * @param wanted - which parts to unpack; all if omitted
 */
export function openPackage(bytes: Uint8Array, wanted?: (path: string) => boolean): OpenedPackage {
  const failure = failureBeforeUnzip(bytes);
  if (failure !== null) return { ok: false, failure };
  let unpacked = 0;
  let parts: ZipParts;
  try {
    parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        unpacked += originalSize;
        return unpacked <= MAX_UNPACKED && (wanted === undefined || wanted(name));
      },
    });
  } catch {
    return { ok: false, failure: "damaged" };
  }
  if (unpacked > MAX_UNPACKED) return { ok: false, failure: "tooLarge" };
  const workbook = workbookPath(parts);
  if (workbook !== null) return { ok: true, parts, workbook };
  const binary = bytesContain(bytes, textBytes("xl/workbook.bin"), 0);
  return { ok: false, failure: binary ? "binaryWorkbook" : "notAWorkbook" };
}

function failureBeforeUnzip(bytes: Uint8Array): WorkbookFailure | null {
  if (bytes.length === 0) return "emptyFile";
  if (startsWith(bytes, COMPOUND_FILE)) {
    if (bytesContain(bytes, wideBytes("EncryptedPackage"), 0)) return "encrypted";
    const old = ["Workbook", "Book"].some((stream) => bytesContain(bytes, wideBytes(stream), 0));
    return old ? "oldExcel" : "notAWorkbook";
  }
  if (!startsWith(bytes, LOCAL_HEADER)) return "notAWorkbook";
  // Bit 0 of an entry's flags: the entry is encrypted.
  if (((bytes[6] ?? 0) & 1) === 1) return "encrypted";
  const end = Math.max(0, bytes.length - END_RECORD - MAX_COMMENT);
  return bytesContain(bytes, END_OF_DIRECTORY, end) ? null : "truncated";
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

function bytesContain(bytes: Uint8Array, wanted: readonly number[], from: number): boolean {
  const first = wanted[0] ?? 0;
  for (let at = bytes.indexOf(first, from); at !== -1; at = bytes.indexOf(first, at + 1)) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}

function textBytes(text: string): number[] {
  return [...text].map((character) => character.charCodeAt(0));
}

/** Stream names of a compound file are UTF-16, little end first. */
function wideBytes(text: string): number[] {
  return textBytes(text).flatMap((byte) => [byte, 0]);
}
