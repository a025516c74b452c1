/** Ideographs, kana, hangul and full-width forms: two columns wide in every font the sheets use. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;

/** Width of one character in units of a digit. */
function characterWidth(character: string): number {
  return WIDE.test(character) || (character.codePointAt(0) ?? 0) > 0xffff ? 2 : 1;
}

/** Width of a text in characters of the body font; the widest line where it has several. */
export function textWidth(text: string): number {
  let widest = 0;
  let width = 0;
  for (const character of text) {
    if (character === "\n") {
      width = 0;
      continue;
    }
    width += characterWidth(character);
    if (width > widest) widest = width;
  }
  return widest;
}

/** Widths in a proportional font, in digits; what no row names is as wide as a digit. */
const SET_WIDTHS = [
  { characters: " .,;:·'’|ijl", width: 0.5 },
  { characters: "frtsczI()-", width: 0.75 },
  { characters: "aegkvxyJ", width: 0.92 },
  { characters: "bdhnopquABCEFKLPRSTVXYZ", width: 1.05 },
  { characters: "DGHNOQU", width: 1.25 },
  { characters: "mwMW%", width: 1.55 },
] as const;
const SET_WIDTH = new Map(
  SET_WIDTHS.flatMap(({ characters, width }) => [...characters].map((one) => [one, width] as const)),
);

/** Set in a proportional font: ideographs are not quite two digits wide, and most letters narrower than a digit. */
function setWidth(text: string): number {
  let width = 0;
  for (const character of text)
    width += characterWidth(character) === 2 ? 1.9 : (SET_WIDTH.get(character) ?? 1);
  return width;
}

/** Words with the blanks after them, and wide characters one by one: between these a line may end. */
const PIECES = /[^\s\u2e80-\uffff]+\s*|\s+|[\u2e80-\uffff]/gu;

/** Lines a text takes in a column of this width when it wraps: at blanks, and between wide characters. */
export function wrappedLines(text: string, width: number): number {
  let lines = 0;
  for (const paragraph of text.split("\n")) {
    lines += 1;
    let used = 0;
    for (const piece of paragraph.match(PIECES) ?? []) {
      const wide = setWidth(piece);
      if (used > 0 && used + setWidth(piece.trimEnd()) > width) {
        lines += 1;
        used = 0;
      }
      // A word longer than the column is broken inside.
      lines += Math.max(0, Math.ceil(wide / width) - 1);
      used += wide > width ? wide % width : wide;
    }
  }
  return lines;
}

/** The narrowest column in which a text takes no more than this many lines, and no word is broken. */
export function narrowestWidth(text: string, lines: number): number {
  const longest = Math.max(1, ...(text.match(PIECES) ?? []).map((piece) => setWidth(piece.trimEnd())));
  const widest = Math.ceil(setWidth(text));
  let width = Math.ceil(longest);
  while (width < widest && wrappedLines(text, width) > lines) width += 1;
  return width;
}
