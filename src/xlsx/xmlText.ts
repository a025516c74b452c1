/** A cell holds no more characters than this; Excel calls a file with more broken. */
export const MAX_CELL_TEXT = 32_767;

// Characters XML 1.0 cannot hold, not even escaped. Half surrogate pairs are among them.
const ILLEGAL =
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

const SPECIAL = /[&<>"]/;
const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text without the characters that XML cannot hold; line ends become line feeds. */
export function legalText(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(ILLEGAL, "");
}

/** Text cut to at most `limit` characters, the last one an ellipsis; never through a surrogate pair. */
export function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const end = limit - 1;
  const last = text.charCodeAt(end - 1);
  const splitsPair = last >= 0xd800 && last <= 0xdbff;
  return `${text.slice(0, splitsPair ? end - 1 : end)}…`;
}

/** Legal text for an element or an attribute. */
export function escapeXml(text: string): string {
  return SPECIAL.test(text) ? text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character) : text;
}

/** For an attribute, where line feeds would otherwise be read as spaces. */
export function escapeAttribute(text: string): string {
  return escapeXml(text).replaceAll("\n", "&#10;");
}

/**
 * A string as SpreadsheetML has it: `_x0041_` is an escape there, so that text which looks like one
 * needs its underscore escaped.
 */
export function escapeStringItem(text: string): string {
  return escapeXml(text.includes("_x") ? text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_") : text);
}

/** Undoes `escapeStringItem`'s underscores on reading. */
export function decodeStringItem(text: string): string {
  return text.includes("_x")
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : text;
}

/** Entities of XML text and attributes as characters. */
export function decodeXml(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#x([0-9A-Fa-f]+)|#(\d+)|(lt|gt|amp|quot|apos));/g, (_, hex, decimal, name) =>
    hex !== undefined
      ? String.fromCodePoint(parseInt(hex as string, 16))
      : decimal !== undefined
        ? String.fromCodePoint(parseInt(decimal as string, 10))
        : (NAMED[name as string] ?? ""),
  );
}

const NAMED: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };
