/**
 * Makes the pictures of the workbench and the pane in the README; `npm start` has to be running:
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

/** Somebody of the sample with something of everything. */
const CUSTOMER = "YY001970";
/** Till the sample has been read, analysed and written. */
const REPORT_MS = 180_000;

async function main(): Promise<void> {
  for (const { lang, theme, file } of PICTURES) {
    const bench = await openWorkbench({ lang, theme });
    await bench.page.waitForTimeout(SETTLE_MS);
    await bench.page.screenshot({ path: join(ASSETS, file) });
    await bench.close();
  }
  await panePictures();
}

/** The pane by itself: what a report found, and one of its customers. */
async function panePictures(): Promise<void> {
  const bench = await openWorkbench({ lang: "zh-CN", viewport: { width: 1366, height: 900 } });
  const { pane, page } = bench;
  const picture = (file: string) => page.locator("iframe").screenshot({ path: join(ASSETS, file) });
  await pane.getByRole("tab", { name: "报告" }).click();
  await pane.getByRole("button", { name: "生成报告" }).click();
  await pane.getByText("值得注意").waitFor({ timeout: REPORT_MS });
  await page.waitForTimeout(SETTLE_MS);
  await picture("pane-report.png");
  await pane.getByRole("tab", { name: "客户" }).click();
  await pane.getByRole("combobox").fill(CUSTOMER);
  await pane.getByRole("option").first().click();
  await pane.getByText("往来记录").waitFor();
  await page.waitForTimeout(SETTLE_MS);
  await picture("pane-customer.png");
  await bench.close();
}

void main();
