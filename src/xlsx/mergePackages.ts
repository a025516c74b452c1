import { CONTENT_TYPES, contentTypeOf, contentTypesOf, contentTypesXml } from "./contentTypes";
import { reachableParts, reportSheetPaths, unreachableParts } from "./lostParts";
import { mergedStyles, type StyleOffsets } from "./mergeStyles";
import {
  attribute,
  elements,
  relationshipKind,
  relationshipsOf,
  relationshipsPath,
  relationshipsXml,
  type Relationship,
} from "./relationships";
import { sheetEntries, workbookPath } from "./workbookPart";
import { escapeAttribute } from "./xmlText";
import { partText, setPartText, type ZipParts } from "./zipParts";

const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const MAIN_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

/**
 * Relationships whose parts stand for themselves, so that a copy of the bytes is a true copy.
 *
 * What is not here is not carried over: macros and live queries, which must not run twice over from
 * a copy nobody asked for; signatures, which no longer hold; and whatever we do not know.
 */
const CARRIED = new Set([
  "officeDocument",
  "core-properties",
  "metadata/core-properties",
  "extended-properties",
  "custom-properties",
  "worksheet",
  "chartsheet",
  "dialogsheet",
  "styles",
  "theme",
  "themeOverride",
  "sharedStrings",
  "sheetMetadata",
  "drawing",
  "vmlDrawing",
  "legacyDrawingHeaderFooter",
  "image",
  "chart",
  "chartEx",
  "chartStyle",
  "chartColorStyle",
  "chartUserShapes",
  "diagramData",
  "diagramLayout",
  "diagramQuickStyle",
  "diagramColors",
  "diagramDrawing",
  "comments",
  "threadedComment",
  "person",
  "table",
  "pivotTable",
  "pivotCacheDefinition",
  "pivotCacheRecords",
  "slicer",
  "slicerCache",
  "timeline",
  "timelineCache",
  "printerSettings",
  "externalLink",
  "namedSheetView",
  "ctrlProp",
  "oleObject",
  "package",
  "hyperlink",
  "rdRichValue",
  "rdRichValueStructure",
  "rdRichValueTypes",
  "rdArray",
  "richValueRel",
  "FeaturePropertyBag",
]);

/** Macros and queries by their paths, for parts that no relationship names. */
const LIVE = /vba|macro|activeX|connections|queryTable|customXml|signature/i;

/** What the copy of a workbook and the report must not both have. */
export interface TakenNames {
  readonly sheets: readonly string[];
  /** Names of tables and defined names. */
  readonly names: readonly string[];
}

/** Names in use in a workbook, those of earlier report sheets left out, for they go. */
export function takenNames(parts: ZipParts): TakenNames {
  const workbook = workbookPath(parts) ?? "";
  const old = reportSheetPaths(parts);
  const sheets = sheetEntries(parts, workbook).filter(({ path }) => !old.has(path));
  const reachable = reachableParts(parts, old, () => true);
  const tables = [...reachable]
    .filter(([, kind]) => kind === "table")
    .flatMap(([path]) => elements(partText(parts, path), "table"))
    .map((tag) => attribute(tag, "displayName") ?? "");
  const names = keptNames(parts, workbook, old).map(({ name }) => name);
  return { sheets: sheets.map(({ name }) => name), names: [...tables, ...names] };
}

/** Whether the file is of the strict kind, whose namespaces differ from those that we write. */
export function isStrict(parts: ZipParts): boolean {
  return partText(parts, workbookPath(parts) ?? "").includes("http://purl.oclc.org/ooxml/");
}

/**
 * The report's sheets, first, and a byte-for-byte copy of a workbook's sheets in one package.
 *
 * @param base - parts of the workbook; sheets of an earlier report are left out
 * @param report - parts of the written report, whose cells already name their formats by `offsets`
 */
export function mergedPackage(base: ZipParts, report: ZipParts, offsets: StyleOffsets): ZipParts {
  const old = reportSheetPaths(base);
  const kept = reachableParts(base, old, (kind) => CARRIED.has(kind));
  const parts: ZipParts = {};
  const types = contentTypesOf(base);
  const mergedTypes = { defaults: new Map(types.defaults), overrides: new Map<string, string>() };
  const carry = (path: string): void => {
    const part = base[path];
    if (part !== undefined) parts[path] = part;
    const override = types.overrides.get(path);
    if (override !== undefined) mergedTypes.overrides.set(path, override);
    const own = relationshipsOf(base, path).filter(
      ({ external, target }) => external || (kept.has(target) && base[target] !== undefined),
    );
    if (own.length > 0) setPartText(parts, relationshipsPath(path), relationshipsXml(own));
  };
  carry("");
  for (const path of kept.keys()) carry(path);
  for (const path of unreachableParts(base)) if (!LIVE.test(path)) carry(path);

  const workbook = workbookPath(base) ?? "xl/workbook.xml";
  mergedTypes.overrides.set(workbook, MAIN_TYPE);
  const sheets = addReportParts(parts, mergedTypes, base, report, kept, offsets);
  addStyles(parts, mergedTypes, workbook, report);
  const relationships = [...relationshipsOf(parts, workbook)];
  const ids = sheets.map(({ path }, index) => {
    const id = freeId(relationships, index);
    relationships.push({ id, type: `${RELATIONSHIPS}/worksheet`, target: path, external: false });
    return id;
  });
  setPartText(parts, relationshipsPath(workbook), relationshipsXml(relationships));
  setPartText(parts, workbook, mergedWorkbook(base, report, workbook, old, sheets, ids));
  for (const { path, kind } of sheetEntries(base, workbook)) {
    const part = parts[path];
    if (kind === "worksheet" && part !== undefined) parts[path] = unselected(part);
  }
  setPartText(parts, CONTENT_TYPES, contentTypesXml(mergedTypes));
  return parts;
}

interface ReportSheetPart {
  readonly path: string;
  /** The sheet's tag in the report's own workbook part. */
  readonly tag: string;
}

/** Puts the report's own parts in, under names that the workbook does not use. */
function addReportParts(
  parts: ZipParts,
  types: { defaults: Map<string, string>; overrides: Map<string, string> },
  base: ZipParts,
  report: ZipParts,
  kept: ReadonlyMap<string, string>,
  offsets: StyleOffsets,
): ReportSheetPart[] {
  const reportTypes = contentTypesOf(report);
  const reportBook = workbookPath(report) ?? "xl/workbook.xml";
  const shared = new Set(["styles", "theme", "sharedStrings", "officeDocument"]);
  const moved = new Map<string, string>();
  const reachable = reachableParts(report, new Set(), () => true);
  for (const [path, kind] of reachable) {
    if (!path.startsWith("xl/") || shared.has(kind)) continue;
    const slash = path.lastIndexOf("/") + 1;
    let target = `${path.slice(0, slash)}report_${path.slice(slash)}`;
    for (let copy = 2; base[target] !== undefined || parts[target] !== undefined; copy++) {
      target = `${path.slice(0, slash)}report${copy}_${path.slice(slash)}`;
    }
    moved.set(path, target);
  }
  let tableId = highestTableId(base, kept);
  for (const [path, target] of moved) {
    const kind = reachable.get(path);
    if (kind === "worksheet") {
      const xml = partText(report, path).replace(
        /\sdxfId="(\d+)"/g,
        (_, id: string) => ` dxfId="${Number(id) + offsets.ruleFormats}"`,
      );
      setPartText(parts, target, xml);
    } else if (kind === "table") {
      tableId += 1;
      setPartText(parts, target, partText(report, path).replace(/\sid="\d+"/, ` id="${tableId}"`));
    } else {
      parts[target] = report[path] ?? new Uint8Array();
    }
    const own = relationshipsOf(report, path).map((one) => ({
      ...one,
      target: moved.get(one.target) ?? one.target,
    }));
    if (own.length > 0) setPartText(parts, relationshipsPath(target), relationshipsXml(own));
    types.overrides.set(target, contentTypeOf(reportTypes, path));
  }
  const entries = sheetEntries(report, reportBook);
  return elements(partText(report, reportBook), "sheet").map((tag, index) => ({
    tag,
    path: moved.get(entries[index]?.path ?? "") ?? "",
  }));
}

function highestTableId(base: ZipParts, kept: ReadonlyMap<string, string>): number {
  let highest = 0;
  for (const [path, kind] of kept) {
    if (kind !== "table") continue;
    const [tag] = elements(partText(base, path), "table");
    highest = Math.max(highest, Number(tag === undefined ? 0 : (attribute(tag, "id") ?? 0)));
  }
  return highest;
}

function addStyles(
  parts: ZipParts,
  types: { overrides: Map<string, string> },
  workbook: string,
  report: ZipParts,
): void {
  const relationships = relationshipsOf(parts, workbook);
  const styles = relationships.find(({ type }) => relationshipKind(type) === "styles");
  const added = partText(report, "xl/styles.xml");
  if (styles !== undefined) {
    setPartText(parts, styles.target, mergedStyles(partText(parts, styles.target), added));
    return;
  }
  const target = parts["xl/styles.xml"] === undefined ? "xl/styles.xml" : "xl/report_styles.xml";
  setPartText(parts, target, added);
  types.overrides.set(target, "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml");
  const id = freeId(relationships, 0);
  setPartText(
    parts,
    relationshipsPath(workbook),
    relationshipsXml([...relationships, { id, type: `${RELATIONSHIPS}/styles`, target, external: false }]),
  );
}

function freeId(relationships: readonly Relationship[], index: number): string {
  const taken = new Set(relationships.map(({ id }) => id));
  let number = index + 1;
  while (taken.has(`rIdReport${number}`)) number += 1;
  return `rIdReport${number}`;
}

interface KeptName {
  readonly name: string;
  readonly attributes: string;
  readonly body: string;
  /** Sheet the name belongs to, counted in the old order; null: the whole workbook. */
  readonly sheet: number | null;
}

const DEFINED_NAME = /<(?:[\w.-]+:)?definedName\b([^>]*)>([^<]*)<\/(?:[\w.-]+:)?definedName>/g;

/** Defined names of a workbook without those of earlier report sheets. */
function keptNames(parts: ZipParts, workbook: string, old: ReadonlySet<string>): KeptName[] {
  const xml = partText(parts, workbook);
  const dropped = sheetEntries(parts, workbook).map(({ name, path }) => (old.has(path) ? name : null));
  const references = dropped
    .filter((name) => name !== null)
    .flatMap((name) => [`'${escapeAttribute(name.replaceAll("'", "''"))}'!`, `${escapeAttribute(name)}!`])
    .flatMap((text) => [text, text.replaceAll("'", "&apos;")]);
  return [...xml.matchAll(DEFINED_NAME)]
    .map(([, attributes = "", body = ""]) => {
      const tag = `<x ${attributes}>`;
      const local = attribute(tag, "localSheetId");
      return {
        name: attribute(tag, "name") ?? "",
        attributes,
        body,
        sheet: local === undefined ? null : Number(local),
      };
    })
    .filter(({ sheet, body }) =>
      sheet === null
        ? !references.some((reference) => body.startsWith(reference))
        : (dropped[sheet] ?? null) === null,
    );
}

/** The workbook part with the report's sheets before its own. */
function mergedWorkbook(
  base: ZipParts,
  report: ZipParts,
  workbook: string,
  old: ReadonlySet<string>,
  sheets: readonly ReportSheetPart[],
  ids: readonly string[],
): string {
  const xml = partText(base, workbook);
  const prefix = /<((?:[\w.-]+:)?)sheets\b/.exec(xml)?.[1] ?? "";
  const entries = sheetEntries(base, workbook);
  const tags = elements(xml, "sheet");
  let sheetId = Math.max(0, ...tags.map((tag) => Number(attribute(tag, "sheetId") ?? 0)));
  const ours = sheets.map(({ tag }, index) => {
    sheetId += 1;
    const state = attribute(tag, "state");
    const name = escapeAttribute(attribute(tag, "name") ?? "");
    return `<${prefix}sheet xmlns:r="${RELATIONSHIPS}" name="${name}" sheetId="${sheetId}"${
      state === undefined ? "" : ` state="${state}"`
    } r:id="${ids[index] ?? ""}"/>`;
  });
  const theirs = tags.filter((_, index) => !old.has(entries[index]?.path ?? ""));
  const newIndex = indexAfterMerge(
    entries.map(({ path }) => old.has(path)),
    sheets.length,
  );
  const names = [
    ...[...partText(report, workbookPath(report) ?? "").matchAll(DEFINED_NAME)].map(
      ([, attributes = "", body = ""]) => `<${prefix}definedName${attributes}>${body}</${prefix}definedName>`,
    ),
    ...keptNames(base, workbook, old).map(({ attributes, body, sheet }) => {
      const moved =
        sheet === null
          ? attributes
          : attributes.replace(/localSheetId="\d+"/, `localSheetId="${newIndex[sheet] ?? 0}"`);
      return `<${prefix}definedName${moved}>${body}</${prefix}definedName>`;
    }),
  ].join("");
  const withSheets = xml.replace(
    /(<(?:[\w.-]+:)?sheets\b[^>]*>)[\s\S]*?(<\/(?:[\w.-]+:)?sheets>)/,
    (_, open: string, close: string) => open + ours.join("") + theirs.join("") + close,
  );
  return withFirstSheetShown(withDefinedNames(withSheets, prefix, names), sheets);
}

function indexAfterMerge(dropped: readonly boolean[], added: number): number[] {
  let next = added;
  return dropped.map((gone) => (gone ? -1 : next++));
}

function withDefinedNames(xml: string, prefix: string, names: string): string {
  if (names === "") return xml;
  const block = `<${prefix}definedNames>${names}</${prefix}definedNames>`;
  const known = /<(?:[\w.-]+:)?definedNames\b[^>]*(?:\/>|>[\s\S]*?<\/(?:[\w.-]+:)?definedNames>)/;
  if (known.test(xml)) return xml.replace(known, () => block);
  // Between sheets and these the schema wants the names.
  const next =
    /<(?:[\w.-]+:)?(?:calcPr|oleSize|customWorkbookViews|pivotCaches|smartTagPr|smartTagTypes|webPublishing|fileRecoveryPr|webPublishObjects|extLst)\b|<\/(?:[\w.-]+:)?workbook>/;
  return xml.replace(next, (tag) => block + tag);
}

function withFirstSheetShown(xml: string, sheets: readonly ReportSheetPart[]): string {
  const shown = Math.max(
    0,
    sheets.findIndex(({ tag }) => attribute(tag, "state") === undefined),
  );
  return xml.replace(
    /(<(?:[\w.-]+:)?workbookView\b)([^>]*?)(\/?>)/,
    (_, open: string, rest: string, close: string) => {
      const bare = rest.replace(/\s(?:activeTab|firstSheet)="\d+"/g, "");
      return `${open} firstSheet="0" activeTab="${shown}"${bare}${close}`;
    },
  );
}

/** Views stand before the cells; no more than this has to be searched. */
const HEAD_BYTES = 65_536;

/** A sheet that stays selected beside the first one would be edited together with it. */
function unselected(part: Uint8Array): Uint8Array {
  const head = new TextDecoder("latin1").decode(part.subarray(0, HEAD_BYTES));
  const selected = /tabSelected=["'](?:1|true)["']/.exec(head);
  if (selected === null) return part;
  const text = selected[0].includes("true") ? 'tabSelected="false' : 'tabSelected="0';
  const start = selected.index;
  const replaced = `${text}"`.padEnd(selected[0].length, " ");
  const head2 = new TextEncoder().encode(replaced);
  const copy = new Uint8Array(part.length - selected[0].length + head2.length);
  copy.set(part.subarray(0, start));
  copy.set(head2, start);
  copy.set(part.subarray(start + selected[0].length), start + head2.length);
  return copy;
}
