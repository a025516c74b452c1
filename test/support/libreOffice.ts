import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdtempSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, extname, join } from "node:path";

/** A picture of one page of a rendered workbook. */
export interface RenderedPage {
  readonly sheet: string;
  /** From 1, within the sheet. */
  readonly page: number;
  readonly file: string;
}

/** Programs of the machine, not of a package. */
const PROGRAM = { office: "soffice", pdfToPng: "pdftoppm" } as const;

const CONVERT_TIMEOUT_MS = 180_000;

/** Whether LibreOffice and poppler's tools can be called here. */
export function hasLibreOffice(): boolean {
  return Object.values(PROGRAM).every(canRun);
}

function canRun(command: string): boolean {
  return spawnSync("sh", ["-c", `command -v ${command}`]).status === 0;
}

/**
 * Makes LibreOffice compute every formula anew when it loads a file.
 *
 * As delivered it trusts the cached values, so that a wrong one would pass every look at the file.
 */
const RECALCULATE_ALWAYS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
`;

/**
 * Converts a file into another format in a folder of its own.
 *
 * @param recalculate - compute all formulas anew instead of trusting the cached values
 * @returns the path of the converted file
 * @throws Error with LibreOffice's words if no file came out
 */
export function convert(file: string, format: string, outDir: string, recalculate = false): string {
  mkdirSync(outDir, { recursive: true });
  const profile = mkdtempSync(join(tmpdir(), "tenure-soffice-"));
  try {
    if (recalculate) {
      mkdirSync(join(profile, "user"), { recursive: true });
      writeFileSync(join(profile, "user", "registrymodifications.xcu"), RECALCULATE_ALWAYS);
    }
    const run = spawnSync(
      PROGRAM.office,
      [
        `-env:UserInstallation=file://${profile}`,
        "--headless",
        "--norestore",
        "--convert-to",
        format,
        "--outdir",
        outDir,
        file,
      ],
      { encoding: "utf8", timeout: CONVERT_TIMEOUT_MS },
    );
    const ending = format.split(":")[0] ?? format;
    const result = join(outDir, `${basename(file, extname(file))}.${ending}`);
    if (!existsSync(result)) throw new Error(`LibreOffice made no ${ending}: ${run.stdout}${run.stderr}`);
    return result;
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}

/** The bytes of a workbook after LibreOffice computed every formula anew and saved it as .xlsx. */
export function recalculated(bytes: Uint8Array): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), "tenure-recalculate-"));
  try {
    const input = join(folder, "book.xlsx");
    writeFileSync(input, bytes);
    return new Uint8Array(readFileSync(convert(input, "xlsx", join(folder, "out"), true)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** PNG pages of a PDF, in order. */
export function pdfToPng(
  pdf: string,
  prefix: string,
  options: { dpi: number; firstPage?: number; lastPage?: number },
): string[] {
  const folder = join(prefix, "..");
  const first = options.firstPage === undefined ? [] : ["-f", String(options.firstPage)];
  const last = options.lastPage === undefined ? [] : ["-l", String(options.lastPage)];
  const run = spawnSync(
    PROGRAM.pdfToPng,
    ["-png", "-r", String(options.dpi), ...first, ...last, pdf, prefix],
    {
      encoding: "utf8",
    },
  );
  if (run.status !== 0) throw new Error(`pdftoppm failed: ${run.stderr}`);
  return readdirSync(folder)
    .filter((name) => name.startsWith(`${basename(prefix)}-`) && name.endsWith(".png"))
    .sort()
    .map((name) => join(folder, name));
}
