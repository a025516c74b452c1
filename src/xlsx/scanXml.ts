import { SaxParser } from "@cj-tech-master/excelts/xml";

/** What a scan reports; element names come without their namespace prefix. */
export interface XmlHandlers {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly text: (text: string) => void;
  readonly close: (name: string) => void;
}

const CHUNK_BYTES = 1 << 20;

/**
 * Reads a part of XML piece by piece: a large sheet is longer than the longest string.
 *
 * @throws what the parser throws on XML that is not well formed
 */
export function scanXml(part: Uint8Array, handlers: XmlHandlers): void {
  const parser = new SaxParser({ position: false, invalidCharHandling: "skip" });
  const names = new Map<string, string>();
  const localName = (name: string): string => {
    const known = names.get(name);
    if (known !== undefined) return known;
    const local = name.slice(name.indexOf(":") + 1);
    names.set(name, local);
    return local;
  };
  parser.on("opentag", (tag) => handlers.open(localName(tag.name), tag.attributes));
  parser.on("text", handlers.text);
  parser.on("cdata", handlers.text);
  parser.on("closetag", (tag) => handlers.close(localName(tag.name)));
  const decoder = new TextDecoder(encodingOf(part));
  for (let at = 0; at < part.length; at += CHUNK_BYTES) {
    parser.write(decoder.decode(part.subarray(at, at + CHUNK_BYTES), { stream: true }));
  }
  parser.write(decoder.decode());
  parser.close();
}

function encodingOf(part: Uint8Array): string {
  if (part[0] === 0xff && part[1] === 0xfe) return "utf-16le";
  return part[0] === 0xfe && part[1] === 0xff ? "utf-16be" : "utf-8";
}
