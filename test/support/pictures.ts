/**
 * Makes the pictures of the README from the bundled sample, so that they stay true:
 *
 *   npx tsx test/support/pictures.ts
 *
 * Needs LibreOffice and poppler (Debian: libreoffice-calc poppler-utils fonts-noto-cjk).
 */
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { render } from "./render";

const ROOT = join(__dirname, "..", "..");
const DPI = 110;

const PICTURES = [
  { locale: "zh-CN", sheet: "KPI看板", page: 1, file: "report-kpi-board.png" },
  { locale: "zh-CN", sheet: "KPI看板", page: 2, file: "report-trends.png" },
  { locale: "zh-CN", sheet: "客户画像_层级", page: 1, file: "report-tier-portraits.png" },
  { locale: "en", sheet: "KPI board", page: 1, file: "report-kpi-board.en.png" },
] as const;

const folder = mkdtempSync(join(tmpdir(), "tenure-pictures-"));
try {
  for (const locale of ["zh-CN", "en"] as const) {
    const workbook = join(folder, `${locale}.xlsx`);
    execFileSync(
      process.execPath,
      [
        join(ROOT, "node_modules/tsx/dist/cli.mjs"),
        join(ROOT, "src/cli/main.ts"),
        "--lang",
        locale,
        "--out",
        workbook,
      ],
      { stdio: "inherit" },
    );
    for (const picture of PICTURES.filter((item) => item.locale === locale)) {
      const pages = render(workbook, join(folder, picture.file), {
        screen: false,
        pages: picture.page,
        dpi: DPI,
        sheet: picture.sheet,
      });
      const page = pages.find((item) => item.page === picture.page);
      if (page === undefined) throw new Error(`${picture.sheet} has no page ${picture.page}`);
      copyFileSync(page.file, join(ROOT, "assets", picture.file));
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
