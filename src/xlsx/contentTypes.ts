import { attribute, elements } from "./relationships";
import { escapeAttribute } from "./xmlText";
import { partText, type ZipParts } from "./zipParts";

export const CONTENT_TYPES = "[Content_Types].xml";

/** What each part of a package is: by its path, else by its ending. */
export interface ContentTypes {
  readonly defaults: Map<string, string>;
  readonly overrides: Map<string, string>;
}

export function contentTypesOf(parts: ZipParts): ContentTypes {
  const xml = partText(parts, CONTENT_TYPES);
  return {
    defaults: new Map(
      elements(xml, "Default").map((tag) => [
        (attribute(tag, "Extension") ?? "").toLowerCase(),
        attribute(tag, "ContentType") ?? "",
      ]),
    ),
    overrides: new Map(
      elements(xml, "Override").map((tag) => [
        (attribute(tag, "PartName") ?? "").replace(/^\//, ""),
        attribute(tag, "ContentType") ?? "",
      ]),
    ),
  };
}

/** Content type of a part; "" if the package does not say. */
export function contentTypeOf(types: ContentTypes, path: string): string {
  const ending = path.slice(path.lastIndexOf(".") + 1).toLowerCase();
  return types.overrides.get(path) ?? types.defaults.get(ending) ?? "";
}

export function contentTypesXml({ defaults, overrides }: ContentTypes): string {
  const rows = [
    ...[...defaults].map(
      ([ending, type]) =>
        `<Default Extension="${escapeAttribute(ending)}" ContentType="${escapeAttribute(type)}"/>`,
    ),
    ...[...overrides].map(
      ([path, type]) =>
        `<Override PartName="/${escapeAttribute(path)}" ContentType="${escapeAttribute(type)}"/>`,
    ),
  ];
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${rows.join("")}</Types>`;
}
