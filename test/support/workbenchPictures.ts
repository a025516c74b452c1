/**
 * Makes the pictures of the workbench and the pane in the README; `npm start` has to be running:
 *
 *   TENURE_WORKBENCH=http://localhost:4180/ npx tsx test/support/workbenchPictures.ts
 */
import { join } from "node:path";
import type { Locale } from "../../src/i18n";
import { insightTranslator } from "../../src/i18n/insightWords";
import { paneTranslator } from "../../src/i18n/paneWords";
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

/** Somebody of the sample with something of everything. */
const CUSTOMER: Readonly<Record<Locale, string>> = { "zh-CN": "YY001970", en: "WW003609" };
/** Till the sample has been read, analysed and written. */
const REPORT_MS = 180_000;

async function main(): Promise<void> {
  for (const { lang, theme, file } of PICTURES) {
    const bench = await openWorkbench({ lang, theme });
    await bench.page.waitForTimeout(SETTLE_MS);
    await bench.page.screenshot({ path: join(ASSETS, file) });
    await bench.close();
  }
  await panePictures("zh-CN", "png");
  await panePictures("en", "en.png");
}

/** The pane by itself: what a report found, and one of its customers. */
async function panePictures(lang: Locale, ending: string): Promise<void> {
  const bench = await openWorkbench({ lang, viewport: { width: 1366, height: 1160 } });
  const { pane, page } = bench;
  const t = paneTranslator(lang);
  const picture = (name: string) =>
    page.locator("iframe").screenshot({ path: join(ASSETS, `${name}.${ending}`) });
  await pane.getByRole("tab", { name: t("pane.page.report") }).click();
  await pane.getByRole("button", { name: t("pane.report.generate") }).click();
  await pane.getByText(t("pane.result.findings")).waitFor({ timeout: REPORT_MS });
  await page.waitForTimeout(SETTLE_MS);
  await picture("pane-report");
  await pane.getByRole("tab", { name: t("pane.page.customer") }).click();
  await pane.getByRole("combobox").fill(CUSTOMER[lang]);
  await pane.getByRole("option").first().click();
  await pane.getByText(insightTranslator(lang)("lens.timeline")).waitFor();
  await page.waitForTimeout(SETTLE_MS);
  await picture("pane-customer");
  await bench.close();
}

void main();
