import { unzipSync, zipSync, type Zippable } from "fflate";

/** Parts of an Office file by their path in the zip: "xl/workbook.xml". */
export type ZipParts = Record<string, Uint8Array>;

// Zip entries carry a local time; one fixed moment keeps equal reports equal byte for byte.
const ENTRY_TIME = new Date(1980, 0, 1);

const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** All parts of a zip; throws what fflate throws on a broken one. */
export function unzipParts(bytes: Uint8Array): ZipParts {
  return unzipSync(bytes);
}

/** A zip of the parts, the same for the same parts on every machine. */
export function zipParts(parts: ZipParts): Uint8Array {
  const entries: Zippable = {};
  // Content types come first: streaming readers and file sniffers look there.
  for (const path of Object.keys(parts).sort(contentTypesFirst)) {
    const part = parts[path];
    if (part !== undefined) entries[path] = [part, { level: 6, mtime: ENTRY_TIME }];
  }
  return zipSync(entries);
}

function contentTypesFirst(a: string, b: string): number {
  const rank = (path: string): number =>
    path === "[Content_Types].xml" ? 0 : path === "_rels/.rels" ? 1 : 2;
  return rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0);
}

/** Text of a part; "" if there is no such part. */
export function partText(parts: ZipParts, path: string): string {
  const part = parts[path];
  return part === undefined ? "" : decoder.decode(part);
}

/** Puts a part of text in. */
export function setPartText(parts: ZipParts, path: string, text: string): void {
  parts[path] = encoder.encode(text);
}
