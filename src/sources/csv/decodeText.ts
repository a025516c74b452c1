export type TextEncoding = "utf-8" | "utf-16le" | "utf-16be" | "gb18030" | "windows-1252";

export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncoding;
  /** Characters that could not be read and show as U+FFFD. */
  readonly damaged: number;
}

const MARKS: readonly { readonly bytes: readonly number[]; readonly encoding: TextEncoding }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: "utf-8" },
  { bytes: [0xff, 0xfe], encoding: "utf-16le" },
  { bytes: [0xfe, 0xff], encoding: "utf-16be" },
];

/** One damaged character among this many good ones is a scar, not another encoding. */
const GOOD_PER_DAMAGED = 20;

/**
 * The text of a file, whatever it was saved in: a byte order mark decides; else strict UTF-8, else
 * GB18030 (which holds GBK), else Windows-1252 where letters with accents stand alone among ASCII.
 *
 * A character cut off at the end of the file, and single damaged ones in a text that is otherwise
 * sound, do not change the verdict. null: no encoding fits.
 */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  const mark = MARKS.find((candidate) => candidate.bytes.every((byte, index) => bytes[index] === byte));
  if (mark !== undefined) {
    const text = new TextDecoder(mark.encoding).decode(bytes);
    return { text, encoding: mark.encoding, damaged: countDamaged(text) };
  }
  const utf8 = decodeStrictly(bytes, "utf-8");
  if (utf8 !== null) return { text: utf8, encoding: "utf-8", damaged: 0 };
  const scarredUtf8 = decodeScarred(bytes, "utf-8");
  if (scarredUtf8 !== null) return scarredUtf8;
  // é between ASCII letters makes a valid but senseless pair in GB18030; Chinese comes in runs of bytes.
  if (standsAlone(bytes)) {
    return { text: new TextDecoder("windows-1252").decode(bytes), encoding: "windows-1252", damaged: 0 };
  }
  // Almost any bytes make some GB18030 text; of another encoding it is a heap of rare characters.
  if (!usesCommonCharacters(bytes)) return null;
  const gb18030 = decodeStrictly(bytes, "gb18030");
  if (gb18030 !== null) return { text: gb18030, encoding: "gb18030", damaged: 0 };
  return decodeScarred(bytes, "gb18030");
}

function decodeStrictly(bytes: Uint8Array, encoding: TextEncoding): string | null {
  try {
    // As a stream, so that a character cut off at the very end is no error.
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
  } catch (error) {
    // By name: the decoder may belong to another realm, whose TypeError is another class.
    if ((error as Partial<Error>).name === "TypeError") return null;
    throw error;
  }
}

function decodeScarred(bytes: Uint8Array, encoding: TextEncoding): DecodedText | null {
  const text = new TextDecoder(encoding).decode(bytes);
  const damaged = countDamaged(text);
  let good = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    // Letters and ideographs: what wrong decoding makes of other bytes is mostly outside of them.
    if (isLetterAboveAscii(code)) good++;
  }
  return good >= damaged * GOOD_PER_DAMAGED ? { text, encoding, damaged } : null;
}

function isLetterAboveAscii(code: number): boolean {
  return (
    (code >= 0xc0 && code < 0x2000) || (code >= 0x3000 && code <= 0x9fff) || (code >= 0xff00 && code < 0xfff0)
  );
}

function countDamaged(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\ufffd"); at >= 0; at = text.indexOf("\ufffd", at + 1)) count++;
  return count;
}

/** With fewer pairs nothing can be said, and nobody is misled by much. */
const PAIRS_NEEDED = 20;

/**
 * Whether at least half of the two-byte characters are signs and everyday ideographs, which GB 2312
 * gathers in its rows A1 to A9 and B0 to D7 (over nine in ten in Chinese text, one in five by chance).
 */
function usesCommonCharacters(bytes: Uint8Array): boolean {
  let pairs = 0;
  let common = 0;
  for (let index = 0; index + 1 < bytes.length; index++) {
    const lead = bytes[index] ?? 0;
    if (lead < 0x81) continue;
    const trail = bytes[index + 1] ?? 0;
    index++;
    if (trail >= 0x30 && trail <= 0x39) continue;
    pairs++;
    if (trail >= 0xa1 && ((lead >= 0xa1 && lead <= 0xa9) || (lead >= 0xb0 && lead <= 0xd7))) common++;
  }
  return pairs < PAIRS_NEEDED || common * 2 >= pairs;
}

/** Whether most bytes above ASCII have plain ASCII on both sides. */
function standsAlone(bytes: Uint8Array): boolean {
  let alone = 0;
  let runs = 0;
  for (let index = 0; index < bytes.length; index++) {
    if ((bytes[index] ?? 0) < 0x80) continue;
    const start = index;
    while (index + 1 < bytes.length && (bytes[index + 1] ?? 0) >= 0x80) index++;
    runs++;
    if (index === start) alone++;
  }
  return alone * 2 > runs;
}
