/**
 * Pictures of a workbook, a PNG for each printed page, named by sheet:
 *
 *   npx tsx test/support/render.ts report.xlsx outDir [--screen] [--pages 3] [--dpi 80] [--sheet name]
 *
 * `--screen` puts each sheet on one single page, as one would scroll over it; without it the pages are
 * those that would be printed. `--pages` (default 3) limits the pages of each sheet.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { convert, hasLibreOffice, pdfToPng, type RenderedPage } from "./libreOffice";

interface RenderOptions {
  readonly screen: boolean;
  readonly pages: number;
  readonly dpi: number;
  readonly sheet?: string | undefined;
}

const WORKBOOK_PART = "xl/workbook.xml";
const SINGLE_PAGE_SHEETS = 'pdf:calc_pdf_Export:{"SinglePageSheets":{"type":"boolean","value":"true"}}';
const SHEET_TAG = /<sheet\b[^>]*\/>/g;

/** Renders each visible sheet of the file; pages land in outDir as "03-sheet name-1.png". */
export function render(file: string, outDir: string, options: RenderOptions): RenderedPage[] {
  const parts = unzipSync(new Uint8Array(readFileSync(file)));
  const workbookPart = parts[WORKBOOK_PART];
  if (workbookPart === undefined) throw new Error(`${file} is not a workbook`);
  const workbook = strFromU8(workbookPart);
  const sheets = [...workbook.matchAll(SHEET_TAG)].map(([tag]) => ({
    name: unescapeXml(/\bname="([^"]*)"/.exec(tag)?.[1] ?? ""),
    hidden: /\bstate="(hidden|veryHidden)"/.test(tag),
  }));
  mkdirSync(outDir, { recursive: true });
  const folder = mkdtempSync(join(tmpdir(), "tenure-render-"));
  const pages: RenderedPage[] = [];
  const keep = (index: number, sheet: string, page: number, picture: string): void => {
    const number = String(index + 1).padStart(2, "0");
    const target = join(outDir, `${number}-${sheet.replace(/[^\p{L}\p{N}_-]/gu, "_")}-${page}.png`);
    writeFileSync(target, readFileSync(picture));
    pages.push({ sheet, page, file: target });
  };
  const wanted = sheets
    .map((sheet, index) => ({ ...sheet, index }))
    .filter(({ name, hidden }) => !hidden && (options.sheet === undefined || options.sheet === name));
  try {
    if (options.screen) {
      // LibreOffice gives every sheet one page here, hidden ones too.
      const pdf = convert(file, SINGLE_PAGE_SHEETS, folder);
      for (const { name, index } of wanted) {
        const [picture] = pdfToPng(pdf, join(folder, `page${index}`), {
          dpi: options.dpi,
          firstPage: index + 1,
          lastPage: index + 1,
        });
        if (picture !== undefined) keep(index, name, 1, picture);
      }
      return pages;
    }
    for (const { name, index } of wanted) {
      // One sheet shown at a time: a PDF does not say which sheet a page belongs to.
      const alone = join(folder, `sheet${index}.xlsx`);
      writeFileSync(
        alone,
        zipSync({ ...parts, [WORKBOOK_PART]: strToU8(showOnly(workbook, index)) }, { level: 1 }),
      );
      const pictures = pdfToPng(convert(alone, "pdf", folder), join(folder, `page${index}`), {
        dpi: options.dpi,
        lastPage: options.pages,
      });
      pictures.forEach((picture, page) => keep(index, name, page + 1, picture));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return pages;
}

function showOnly(workbook: string, shown: number): string {
  let index = -1;
  return (
    workbook
      .replace(SHEET_TAG, (tag) => {
        index += 1;
        const bare = tag.replace(/\sstate="[^"]*"/, "");
        return index === shown ? bare : bare.replace(/\s*\/>$/, ' state="hidden"/>');
      })
      // LibreOffice prints a hidden sheet too if it has a print area.
      .replace(
        /<definedName\b[^>]*\blocalSheetId="(\d+)"[^>]*>[^<]*<\/definedName>/g,
        (name, sheet: string) => (Number(sheet) === shown ? name : ""),
      )
      .replace(/\s(activeTab|firstSheet)="\d+"/g, "")
      .replace(/<workbookView\b/, `<workbookView activeTab="${shown}"`)
  );
}

function unescapeXml(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");
}

function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      screen: { type: "boolean", default: false },
      pages: { type: "string", default: "3" },
      dpi: { type: "string", default: "80" },
      sheet: { type: "string" },
    },
  });
  const [file, outDir] = positionals;
  if (file === undefined || outDir === undefined || !hasLibreOffice()) {
    console.error(
      hasLibreOffice() ? "usage: render.ts file.xlsx outDir" : "LibreOffice or pdftoppm is absent",
    );
    process.exitCode = 2;
    return;
  }
  for (const page of render(file, outDir, {
    screen: values.screen,
    pages: Number(values.pages),
    dpi: Number(values.dpi),
    sheet: values.sheet,
  })) {
    console.log(`${page.sheet}\t${page.page}\t${page.file}`);
  }
}

if (process.argv[1]?.endsWith("render.ts") === true) main();
