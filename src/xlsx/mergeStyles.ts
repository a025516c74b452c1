import { attribute, elements } from "./relationships";
import { escapeAttribute } from "./xmlText";

const MAIN_NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
/** Number formats below this are built in and mean the same in every file. */
const FIRST_CUSTOM_FORMAT = 164;

/** Sections of a stylesheet in the order the schema wants. */
const SECTIONS = [
  "numFmts",
  "fonts",
  "fills",
  "borders",
  "cellStyleXfs",
  "cellXfs",
  "cellStyles",
  "dxfs",
  "tableStyles",
  "colors",
  "extLst",
] as const;

type Section = (typeof SECTIONS)[number];

/** Where the report's cell formats and rule formats begin in a stylesheet that they are added to. */
export interface StyleOffsets {
  readonly cellFormats: number;
  readonly ruleFormats: number;
}

/** Where formats added to this stylesheet will begin. */
export function styleOffsets(styles: string): StyleOffsets {
  return { cellFormats: children(styles, "cellXfs").length, ruleFormats: children(styles, "dxfs").length };
}

/** The stylesheet `base` with all formats of `added` behind its own. */
export function mergedStyles(base: string, added: string): string {
  const formats = mergedNumberFormats(base, added);
  const shifts = {
    fontId: children(base, "fonts").length,
    fillId: children(base, "fills").length,
    borderId: children(base, "borders").length,
  };
  const cellFormats = children(added, "cellXfs").map((xf) => {
    // The report's formats name everything they need; they stand on the file's first base format.
    let moved = xf.replace(/\sxfId="\d+"/, ' xfId="0"');
    for (const [name, shift] of Object.entries(shifts)) {
      moved = moved.replace(
        new RegExp(`\\s${name}="(\\d+)"`),
        (_, id: string) => ` ${name}="${Number(id) + shift}"`,
      );
    }
    moved = moved.replace(
      /\snumFmtId="(\d+)"/,
      (_, id: string) => ` numFmtId="${formats.ids.get(Number(id)) ?? id}"`,
    );
    return withFlags(moved);
  });
  let styles = base;
  styles = appended(styles, "numFmts", formats.added);
  for (const section of ["fonts", "fills", "borders"] as const) {
    styles = appended(styles, section, children(added, section));
  }
  styles = appended(styles, "cellXfs", cellFormats);
  return appended(styles, "dxfs", children(added, "dxfs"));
}

/** Says of each part of a cell format that it holds, whatever the base format says. */
function withFlags(xf: string): string {
  return ["applyNumberFormat", "applyFont", "applyFill", "applyBorder"].reduce(
    (tag, flag) => (tag.includes(`${flag}=`) ? tag : tag.replace("<xf", `<xf ${flag}="1"`)),
    xf,
  );
}

function mergedNumberFormats(base: string, added: string): { ids: Map<number, number>; added: string[] } {
  const idOfCode = new Map<string, number>();
  let next = FIRST_CUSTOM_FORMAT;
  for (const tag of elements(sectionText(base, "numFmts"), "numFmt")) {
    const id = Number(attribute(tag, "numFmtId"));
    idOfCode.set(attribute(tag, "formatCode") ?? "", id);
    next = Math.max(next, id + 1);
  }
  const ids = new Map<number, number>();
  const rows: string[] = [];
  for (const tag of elements(sectionText(added, "numFmts"), "numFmt")) {
    const code = attribute(tag, "formatCode") ?? "";
    let id = idOfCode.get(code);
    if (id === undefined) {
      id = next++;
      idOfCode.set(code, id);
      rows.push(`<numFmt numFmtId="${id}" formatCode="${escapeAttribute(code)}"/>`);
    }
    ids.set(Number(attribute(tag, "numFmtId")), id);
  }
  return { ids, added: rows };
}

function sectionPattern(section: Section): RegExp {
  return new RegExp(`<((?:[\\w.-]+:)?)${section}(\\s[^>]*?)?(?:/>|>([\\s\\S]*?)</(?:[\\w.-]+:)?${section}>)`);
}

function sectionText(styles: string, section: Section): string {
  return sectionPattern(section).exec(styles)?.[3] ?? "";
}

/** Elements directly inside a section, as text. */
function children(styles: string, section: Section): string[] {
  const text = sectionText(styles, section);
  const found: string[] = [];
  let depth = 0;
  let start = 0;
  for (const match of text.matchAll(/<(\/?)[^>]*?(\/?)>/g)) {
    const at = match.index;
    if (text.startsWith("<!--", at) || text.startsWith("<?", at)) continue;
    if (match[1] === "/") {
      depth -= 1;
      if (depth === 0) found.push(text.slice(start, at + match[0].length));
    } else {
      if (depth === 0) start = at;
      if (match[2] === "/") {
        if (depth === 0) found.push(match[0]);
      } else depth += 1;
    }
  }
  return found;
}

/** The stylesheet with more elements in a section; the section is made where there is none. */
function appended(styles: string, section: Section, added: readonly string[]): string {
  if (added.length === 0) return styles;
  const root = /<((?:[\w.-]+:)?)styleSheet\b/.exec(styles);
  const prefix = root?.[1] ?? "";
  // Our elements have no prefix; in a file that uses one they say themselves where they belong.
  const rows =
    prefix === "" ? added : added.map((row) => row.replace(/^<(\w+)/, `<$1 xmlns="${MAIN_NAMESPACE}"`));
  const count = children(styles, section).length + added.length;
  const pattern = sectionPattern(section);
  const known = pattern.exec(styles);
  const open = `<${prefix}${section}${(known?.[2] ?? "").replace(/\scount="\d+"/, "")} count="${count}">`;
  const xml = `${open}${known?.[3] ?? ""}${rows.join("")}</${prefix}${section}>`;
  if (known !== null) return styles.replace(pattern, () => xml);
  const later = SECTIONS.slice(SECTIONS.indexOf(section) + 1).join("|");
  return styles.replace(
    new RegExp(`<(?:[\\w.-]+:)?(?:${later})[\\s/>]|</(?:[\\w.-]+:)?styleSheet>`),
    (next) => xml + next,
  );
}
