import { strToU8, zipSync } from "fflate";

/** What a crafted workbook has beside the usual; everything is text of parts. */
export interface CraftedBook {
  readonly sheets?: readonly { readonly name: string; readonly data: string; readonly state?: string }[];
  readonly sharedStrings?: string;
  readonly workbookPr?: string;
  readonly definedNames?: string;
  readonly styles?: string;
  /** Prefix of the workbook part's elements: "x:". */
  readonly prefix?: string;
  /** Further parts, with the kind of relationship that leads to them from the workbook. */
  readonly extra?: readonly {
    readonly path: string;
    readonly kind: string;
    readonly contentType: string;
    readonly text: string;
  }[];
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** A workbook file made by hand, with cells that no library would write. */
export function craftedBook(book: CraftedBook): Uint8Array {
  const sheets = book.sheets ?? [{ name: "Sheet1", data: '<row r="1"><c r="A1"><v>1</v></c></row>' }];
  const parts: Record<string, string> = {};
  const overrides: [string, string][] = [["xl/workbook.xml", `${SHEET_TYPE}.sheet.main+xml`]];
  const links: [string, string][] = [];
  sheets.forEach(({ data }, index) => {
    const path = `xl/worksheets/sheet${index + 1}.xml`;
    parts[path] = `<worksheet xmlns="${MAIN}"><sheetData>${data}</sheetData></worksheet>`;
    overrides.push([path, `${SHEET_TYPE}.worksheet+xml`]);
    links.push(["worksheet", path]);
  });
  const add = (path: string, kind: string, contentType: string, text: string | undefined): void => {
    if (text === undefined) return;
    parts[path] = text;
    overrides.push([path, contentType]);
    links.push([kind, path]);
  };
  add("xl/sharedStrings.xml", "sharedStrings", `${SHEET_TYPE}.sharedStrings+xml`, book.sharedStrings);
  add("xl/styles.xml", "styles", `${SHEET_TYPE}.styles+xml`, book.styles);
  for (const { path, kind, contentType, text } of book.extra ?? []) add(path, kind, contentType, text);
  const p = book.prefix ?? "";
  const tags = sheets.map(
    ({ name, state }, index) =>
      `<${p}sheet name="${name}" sheetId="${index + 1}"${state === undefined ? "" : ` state="${state}"`} r:id="rId${index + 1}"/>`,
  );
  parts["xl/workbook.xml"] =
    `<${p}workbook xmlns${p === "" ? "" : ":x"}="${MAIN}" xmlns:r="${OFFICE}">${book.workbookPr ?? ""}<${p}sheets>${tags.join("")}</${p}sheets>${book.definedNames ?? ""}</${p}workbook>`;
  parts["xl/_rels/workbook.xml.rels"] = relationships(links, "xl/");
  parts["_rels/.rels"] = relationships([["officeDocument", "xl/workbook.xml"]], "");
  parts["[Content_Types].xml"] =
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides
      .map(([path, type]) => `<Override PartName="/${path}" ContentType="${type}"/>`)
      .join("")}</Types>`;
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])));
}

function relationships(links: readonly (readonly [string, string])[], folder: string): string {
  const rows = links.map(
    ([kind, path], index) =>
      `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${kind}" Target="${path.startsWith(folder) && folder !== "" ? path.slice(folder.length) : `/${path}`}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${rows.join("")}</Relationships>`;
}
