/** Text in GBK, which the platform can read but not write: every two-byte pair decoded once, and turned round. */
export function encodeGbk(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const char of text) {
    if (char < "\x80") bytes.push(char.charCodeAt(0));
    else {
      const pair = gbkPairs().get(char);
      if (pair === undefined) throw new Error(`no GBK bytes for ${char}`);
      bytes.push(pair >> 8, pair & 0xff);
    }
  }
  return Uint8Array.from(bytes);
}

let pairs: Map<string, number> | null = null;

function gbkPairs(): Map<string, number> {
  if (pairs !== null) return pairs;
  pairs = new Map();
  const decoder = new TextDecoder("gbk", { fatal: true });
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      try {
        const char = decoder.decode(Uint8Array.of(lead, trail));
        if (!pairs.has(char)) pairs.set(char, (lead << 8) | trail);
      } catch {
        // Not every pair is a character.
      }
    }
  }
  return pairs;
}

export const utf8 = (text: string) => new TextEncoder().encode(text);

export function utf16(text: string, order: "le" | "be"): Uint8Array {
  const bytes = new Uint8Array(2 + text.length * 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, order === "le");
  for (let index = 0; index < text.length; index++) {
    view.setUint16(2 + index * 2, text.charCodeAt(index), order === "le");
  }
  return bytes;
}
