import { contentTypeOf, contentTypesOf } from "./contentTypes";
import { openPackage } from "./openPackage";
import { relationshipKind, relationshipsOf } from "./relationships";
import { reportSheetsIn } from "./reportMarks";
import { sheetEntries, workbookPath } from "./workbookPart";
import type { ZipParts } from "./zipParts";

/** Something of a workbook that a rewritten copy does not have. */
export interface LostPart {
  /** What it is, by its relationship or content type: "vbaProject", "connections", "customXml". */
  readonly kind: string;
  /** Its path in the file. */
  readonly path: string;
}

/** Made anew by Excel from the rest of the file, or a picture of it; nobody misses them. */
const REMADE = new Set(["calcChain", "volatileDependencies", "thumbnail", "metadata/thumbnail"]);

/** Entries of the zip that are no parts: folders, content types, relationships. */
const PACKAGING = /\/$|^\[Content_Types\]\.xml$|(?:^|\/)_rels\/[^/]*\.rels$/;

/**
 * What a rewritten workbook has lost, found by comparing the parts of the two files: a part is kept
 * if the copy has one of the same content type at the same path.
 *
 * Sheets that an earlier report wrote are results and may be replaced; they do not count.
 */
export function lostParts(input: Uint8Array, rewritten: Uint8Array): LostPart[] {
  const before = openPackage(input);
  const after = openPackage(rewritten);
  if (!before.ok || !after.ok) return [];
  return lostPartsIn(before.parts, after.parts);
}

/** The same over unpacked files. */
export function lostPartsIn(before: ZipParts, after: ZipParts): LostPart[] {
  const kinds = reachableParts(before, reportSheetPaths(before), () => true);
  for (const path of unreachableParts(before)) kinds.set(path, path.slice(path.lastIndexOf("/") + 1));
  const typesBefore = contentTypesOf(before);
  const typesAfter = contentTypesOf(after);
  const lost: LostPart[] = [];
  for (const [path, kind] of kinds) {
    if (REMADE.has(kind) || before[path] === undefined) continue;
    const type = contentTypeOf(typesBefore, path);
    const kept = after[path] !== undefined && sameType(contentTypeOf(typesAfter, path), type);
    if (!kept) lost.push({ kind, path });
  }
  return lost.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Workbooks, templates and macro workbooks differ in the content type of their main part alone. */
function sameType(a: string, b: string): boolean {
  const bare = (type: string): string =>
    type.replace(
      /ms-excel\.(?:sheet|template)\.macroEnabled|openxmlformats-officedocument\.spreadsheetml\.template/,
      "openxmlformats-officedocument.spreadsheetml.sheet",
    );
  return bare(a) === bare(b);
}

/** Paths of the sheets that an earlier report wrote. */
export function reportSheetPaths(parts: ZipParts): Set<string> {
  const workbook = workbookPath(parts);
  if (workbook === null) return new Set();
  const names = new Set(reportSheetsIn(parts).map(({ name }) => name));
  return new Set(
    sheetEntries(parts, workbook)
      .filter(({ name }) => names.has(name))
      .map(({ path }) => path),
  );
}

/** Parts of a package that nothing leads to. Excel drops them; a copy of all has them still. */
export function unreachableParts(parts: ZipParts): string[] {
  const reachable = reachableParts(parts, new Set(), () => true);
  return Object.keys(parts).filter((path) => !reachable.has(path) && !PACKAGING.test(path));
}

/**
 * Parts that can be reached from the root of a package, each with the kind of the relationship that
 * leads to it.
 *
 * @param without - parts that are left out, with all that only they lead to
 * @param follow - which kinds of relationship to follow
 */
export function reachableParts(
  parts: ZipParts,
  without: ReadonlySet<string>,
  follow: (kind: string) => boolean,
): Map<string, string> {
  const found = new Map<string, string>();
  const open = [""];
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    for (const { type, target, external } of relationshipsOf(parts, part)) {
      const kind = relationshipKind(type);
      if (external || found.has(target) || without.has(target) || !follow(kind)) continue;
      if (parts[target] === undefined) continue;
      found.set(target, kind);
      open.push(target);
    }
  }
  return found;
}
