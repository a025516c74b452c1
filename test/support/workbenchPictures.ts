/**
 * Makes the pictures of the workbench in the README; `npm start` has to be running:
 *
 *   TENURE_WORKBENCH=http://localhost:4180/ npx tsx test/support/workbenchPictures.ts
 */
import { join } from "node:path";
import type { Locale } from "../../src/i18n";
import { openWorkbench } from "../e2e/openWorkbench";

const ASSETS = join(__dirname, "..", "..", "assets");
/** Till the pane has drawn its first page. */
const SETTLE_MS = 4_000;

const PICTURES: readonly {
  readonly lang: Locale;
  readonly theme: "light" | "dark";
  readonly file: string;
}[] = [
  { lang: "zh-CN", theme: "light", file: "workbench.png" },
  { lang: "en", theme: "dark", file: "workbench.en.png" },
];

async function main(): Promise<void> {
  for (const { lang, theme, file } of PICTURES) {
    const bench = await openWorkbench({ lang, theme });
    await bench.page.waitForTimeout(SETTLE_MS);
    await bench.page.screenshot({ path: join(ASSETS, file) });
    await bench.close();
  }
}

void main();
