import type { Locator, Page } from "playwright-core";

/** More presses than any page has stops. */
const MOST_PRESSES = 60;

/**
 * Moves the focus by the Tab key until it is where it is wanted.
 *
 * @throws Error if the whole page was passed: nobody without a mouse would get there
 */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor();
  for (let presses = 0; presses < MOST_PRESSES; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`the Tab key never reaches ${String(wanted)}`);
}

/** Opens a page by its tab, from wherever the focus is. */
export async function openTab(page: Page, name: string): Promise<void> {
  await page.getByRole("tab").first().focus();
  const tab = page.getByRole("tab", { name, exact: true });
  for (let presses = 0; presses < 10; presses += 1) {
    if (await tab.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press("ArrowRight");
  }
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 2, name }).waitFor();
}
