import { decodeXml, escapeAttribute } from "./xmlText";
import { partText, type ZipParts } from "./zipParts";

/** One arrow from a part to another part, or to somewhere outside the file. */
export interface Relationship {
  readonly id: string;
  readonly type: string;
  /** Path in the zip, or the address outside. */
  readonly target: string;
  readonly external: boolean;
}

/** Where the relationships of a part stand; "" is the whole file. */
export function relationshipsPath(part: string): string {
  const slash = part.lastIndexOf("/");
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`;
}

/** Relationships of a part, targets as paths in the zip. */
export function relationshipsOf(parts: ZipParts, part: string): Relationship[] {
  return elements(partText(parts, relationshipsPath(part)), "Relationship").map((tag) => {
    const external = attribute(tag, "TargetMode") === "External";
    const target = attribute(tag, "Target") ?? "";
    return {
      id: attribute(tag, "Id") ?? "",
      type: attribute(tag, "Type") ?? "",
      target: external ? target : resolvePath(part, target),
      external,
    };
  });
}

/** The `.rels` text for these relationships, targets written from the root of the file. */
export function relationshipsXml(relationships: readonly Relationship[]): string {
  const rows = relationships.map(
    ({ id, type, target, external }) =>
      `<Relationship Id="${escapeAttribute(id)}" Type="${escapeAttribute(type)}" Target="${escapeAttribute(
        external ? target : `/${target}`,
      )}"${external ? ' TargetMode="External"' : ""}/>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rows.join("")}</Relationships>`;
}

/**
 * What a relationship's type says after its namespace: "worksheet", "vbaProject",
 * "digital-signature/origin". Strict files have other namespaces and the same words.
 */
export function relationshipKind(type: string): string {
  const marker = "/relationships/";
  const at = type.lastIndexOf(marker);
  return at === -1 ? type : type.slice(at + marker.length);
}

/** Opening tags of an element, whatever its namespace prefix. */
export function elements(xml: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<(?:[\\w.-]+:)?${name}(?=[\\s/>])[^>]*>`, "g"))].map(([tag]) => tag);
}

/** Value of an attribute of an opening tag; without prefix any prefix matches. */
export function attribute(tag: string, name: string): string | undefined {
  const match = new RegExp(`[\\s:]${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  const value = match?.[1] ?? match?.[2];
  return value === undefined ? undefined : decodeXml(value);
}

function resolvePath(part: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const path = part.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") path.pop();
    else if (step !== "." && step !== "") path.push(step);
  }
  return path.join("/");
}
