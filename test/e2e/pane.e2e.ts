import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type Axe from "axe-core";
import type { Page } from "playwright-core";
import { buildPanePreview } from "./buildPanePreview";
import { openPaneBrowser, type PaneBrowser } from "./openPane";
import { openTab, tabTo } from "./paneKeyboard";
import { VIEWS, wordIn } from "./paneViews";

const AXE = readFileSync(createRequire(__filename).resolve("axe-core/axe.min.js"), "utf8");

let browser: PaneBrowser;

/** The build takes its time on a busy machine. */
const BUILD_MS = 300_000;

beforeAll(async () => {
  buildPanePreview();
  browser = await openPaneBrowser();
}, BUILD_MS);
afterAll(() => browser.close());

/** Colours a person can have; the pane is drawn in each without being opened anew. */
const LOOKS = ["light", "dark", "contrast"] as const;

describe.each(["zh-CN", "en"] as const)("in %s, 320 px wide", (lang) => {
  test.each(VIEWS)(
    "$name: everybody can use it, nothing sticks out, no rule of the policy is broken",
    async (view) => {
      const { page, faults } = await browser.open({ ...view.wanted, lang, look: "light", width: 320 });
      await view.lead?.(page, lang);
      await settled(page);
      expect(await sticking(page)).toEqual([]);
      await page.evaluate(AXE).catch(() => undefined);
      const violations: Record<string, readonly string[]> = {};
      for (const look of LOOKS) {
        await page.evaluate((wanted) => {
          const { tenurePreview } = window as unknown as { tenurePreview: { draw(look: string): void } };
          tenurePreview.draw(wanted);
        }, look);
        await settled(page);
        violations[look] = await axeViolations(page);
      }
      expect(violations).toEqual({ light: [], dark: [], contrast: [] });
      if (view.faulty !== true) expect(faults).toEqual([]);
      await page.close();
    },
  );
});

async function axeViolations(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof Axe };
    // Tabster's own guards hand the focus on at once: nobody rests on one.
    const page = { exclude: "[data-tabster-dummy]" };
    const { violations } = await axe.run(page, { resultTypes: ["violations"] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
  });
}

/** What lies right of the pane's edge; within a part that scrolls by itself it may. */
async function sticking(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("main, main *")]
      .filter((element) => element.closest("[role=region][tabindex]") === null)
      .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
      .map((element) => element.outerHTML.slice(0, 120)),
  );
}

/** Waits until animations have ended: half-faded text has no contrast. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    document.getAnimations().every((animation) => {
      const timing = animation.effect?.getComputedTiming();
      return animation.playState !== "running" || timing?.iterations === Infinity;
    }),
  );
}

test("seven Chinese tabs fit into 320 px; English ones that do not stand in the menu", async () => {
  const chinese = await browser.open({ lang: "zh-CN", width: 320 });
  expect(await visibleTabs(chinese.page)).toEqual(["数据", "报告", "客户", "假设", "回测", "公式", "设置"]);
  await chinese.page.close();
  const english = await browser.open({ lang: "en", width: 320 });
  await english.page.getByRole("tab", { name: /^More pages/ }).click();
  await english.page.getByRole("menuitemradio", { name: "Settings" }).click();
  await english.page.getByRole("heading", { level: 2, name: "Settings" }).waitFor();
  expect(await english.page.evaluate(() => document.activeElement?.textContent)).toBe("Settings");
  expect(await visibleTabs(english.page)).toContain("Settings");
  await english.page.close();
});

/** Names of the tabs in sight. A tab holds its name a second time, unseen, to keep its width when it is bold. */
async function visibleTabs(page: Page): Promise<string[]> {
  const tabs = await page.getByRole("tab").all();
  const names = await Promise.all(tabs.map(async (tab) => ((await tab.isVisible()) ? tab.innerText() : "")));
  return names.filter((name) => name !== "");
}

describe("by keyboard alone", () => {
  test("the sample is opened in an empty workbook", async () => {
    const { page } = await browser.open({ lang: "en", page: "data", world: "empty" });
    await tabTo(page, page.getByRole("button", { name: wordIn("en", "pane.sample.open") }));
    await page.keyboard.press("Enter");
    await tabTo(page, page.getByRole("button", { name: wordIn("en", "pane.data.next") }));
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 2, name: "Report" }).waitFor();
    await page.close();
  });

  test("a column is bound to another field, and the correction taken back", async () => {
    const { page } = await browser.open({ lang: "en", page: "data", welcomed: true });
    await tabTo(page, page.getByRole("button", { name: /^Orders/ }));
    await page.keyboard.press("Enter");
    await tabTo(page, page.getByRole("combobox", { name: "What column “Refund” holds" }));
    await page.keyboard.press("ArrowDown");
    await page.getByText(wordIn("en", "pane.table.remembered")).waitFor();
    await tabTo(page, page.getByRole("button", { name: wordIn("en", "pane.table.reset") }));
    await page.keyboard.press("Enter");
    await page.getByText(wordIn("en", "pane.table.remembered")).waitFor({ state: "detached" });
    await page.close();
  });

  test("a page that finds no room among the tabs is opened from the menu", async () => {
    const { page } = await browser.open({ lang: "en", page: "data", width: 320 });
    const more = page.getByRole("tab", { name: /^More pages/ });
    await tabTo(page, page.getByRole("tab", { name: "Data" }));
    for (let presses = 0; presses < 10; presses += 1) {
      if (await more.evaluate((element) => element === document.activeElement)) break;
      await page.keyboard.press("ArrowRight");
    }
    await page.keyboard.press("Enter");
    await page.getByRole("menuitemradio").first().waitFor();
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 2, name: "Settings" }).waitFor();
    await page.close();
  });

  test("the data are checked, and the reasons opened", async () => {
    const { page } = await browser.open({ lang: "zh-CN", page: "data", welcomed: true });
    await tabTo(page, page.getByRole("button", { name: "检查数据" }));
    await page.keyboard.press("Enter");
    await page.getByText("1,234 行订单里有 23 行用不上").waitFor();
    await tabTo(page, page.getByRole("button", { name: /^数据质量/ }));
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "订单!C402" }).waitFor();
    await page.close();
  });

  test("the compact report is chosen by arrow keys", async () => {
    const { page } = await browser.open({ lang: "en", page: "report" });
    await tabTo(page, page.getByRole("button", { name: /^Options/ }));
    await page.keyboard.press("Enter");
    await tabTo(page, page.getByRole("radio", { name: /^Full/ }));
    await page.keyboard.press("ArrowDown");
    await page.getByRole("button", { name: "Options 1 changed" }).waitFor();
    expect(await page.getByRole("radio", { name: /^Compact/ }).isChecked()).toBe(true);
    await page.close();
  });

  test("a report is made", async () => {
    const { page } = await browser.open({ lang: "zh-CN", page: "data", welcomed: true });
    await openTab(page, "报告");
    await tabTo(page, page.getByRole("button", { name: "刷新报告" }));
    await page.keyboard.press("Enter");
    await page.getByText("报告已写好").first().waitFor();
    await page.close();
  });

  test("a report on its way is cancelled, and the button to begin it again is there", async () => {
    const { page } = await browser.open({ lang: "en", page: "report", slow: true });
    await tabTo(page, page.getByRole("button", { name: /^(Generate|Refresh) report$/ }));
    await page.keyboard.press("Enter");
    await tabTo(page, page.getByRole("button", { name: "Cancel" }));
    await page.keyboard.press("Enter");
    await page.getByText(wordIn("en", "pane.report.cancelled")).waitFor();
    await tabTo(page, page.getByRole("button", { name: /^(Generate|Refresh) report$/ }));
    await page.close();
  });

  test("a customer is looked up and shown", async () => {
    const { page } = await browser.open({ lang: "zh-CN", page: "customer", world: "young" });
    await page.getByText(wordIn("zh-CN", "lens.nobody")).waitFor();
    await tabTo(page, page.getByRole("combobox"));
    await page.keyboard.type("王");
    await page.getByRole("option", { name: "王丽华 · C0042" }).waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "王丽华 · C0042" }).waitFor();
    await page.close();
  });

  test("an assumption is moved by arrow keys, and what would follow is said", async () => {
    const { page } = await browser.open({ lang: "en", page: "whatIf" });
    await page.getByText("With retention at 62.3% instead of 57.3%").waitFor();
    const slider = page.getByRole("slider", { name: "Change of retention" });
    await tabTo(page, slider);
    for (let press = 0; press < 3; press += 1) await page.keyboard.press("ArrowRight");
    await page.getByText("With retention at 65.3% instead of 57.3%").waitFor();
    expect(await slider.getAttribute("aria-valuetext")).toBe("+8 points");
    await tabTo(page, page.getByRole("button", { name: "Start over" }));
    await page.keyboard.press("Enter");
    await page.getByText("With retention at 62.3% instead of 57.3%").waitFor();
    await page.close();
  });

  test("a formula is chosen, filled from the selection, previewed and inserted", async () => {
    const { page } = await browser.open({ lang: "en", page: "formulas" });
    await tabTo(page, page.getByRole("combobox"));
    await page.keyboard.press("Control+A");
    await page.keyboard.type("SCORE");
    await page.getByRole("option", { name: /^CRM\.SCORE/ }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("textbox", { name: /^Customers/ }).waitFor();
    await tabTo(page, page.getByRole("button", { name: "Use selection: Customers" }));
    await page.keyboard.press("Enter");
    await page.getByText("with heading Customer ID").waitFor();
    for (const [name, range] of [
      ["Dates", "Orders!C2:C85"],
      ["Amounts", "Orders!D2:D85"],
    ] as const) {
      await tabTo(page, page.getByRole("textbox", { name: new RegExp(`^${name}`) }));
      await page.keyboard.type(range);
    }
    await page.getByRole("table", { name: "Preview" }).waitFor();
    await tabTo(page, page.getByRole("button", { name: "Insert at the selected cell" }));
    await page.keyboard.press("Enter");
    await page.getByText("Inserted at Sheet1!A1.").waitFor();
    await page.close();
  });

  test("the settings are taken home as a file", async () => {
    const { page } = await browser.open({ lang: "zh-CN", page: "settings" });
    await tabTo(page, page.getByRole("button", { name: "导出设置" }));
    const download = page.waitForEvent("download");
    await page.keyboard.press("Enter");
    expect((await download).suggestedFilename()).toBe("tenure-settings.json");
    await page.close();
  });
});

describe("colours", () => {
  test("the system's dark mode is followed while the pane is open, where Excel names no theme", async () => {
    const { page } = await browser.open({ lang: "zh-CN", look: "auto" });
    await page.emulateMedia({ colorScheme: "dark" });
    await page.waitForFunction(() => document.documentElement.dataset["theme"] === "dark");
    await page.emulateMedia({ colorScheme: "light" });
    await page.waitForFunction(() => document.documentElement.dataset["theme"] === "light");
    await page.close();
  });
});

test.each(["zh-CN", "en"] as const)(
  "help pages can be used by everybody, light and dark, in %s",
  async (lang) => {
    const { page } = await browser.open({ lang, page: "formulas", width: 320 });
    const link = page.getByRole("link", { name: /CRM\.RFMSCORE/ });
    await link.waitFor();
    const address = new URL((await link.getAttribute("href")) ?? "", page.url()).href;
    const violations: Record<string, readonly string[]> = {};
    for (const id of ["index", "RFMSCORE", "LIFECYCLE", "NEXTTOUCH"]) {
      await page.goto(address.replace("RFMSCORE", id));
      await page.evaluate(AXE).catch(() => undefined);
      expect(await sticking(page)).toEqual([]);
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        violations[`${id} ${colorScheme}`] = await axeViolations(page);
      }
    }
    expect(Object.values(violations).flat()).toEqual([]);
    await page.close();
  },
);

test.each(["zh-CN", "en"] as const)("every function of the builder has its help page in %s", async (lang) => {
  const { page } = await browser.open({ lang, page: "formulas" });
  const link = page.getByRole("link", { name: /CRM\.RFMSCORE/ });
  await link.waitFor();
  const listed = await page.evaluate(
    async (file) => {
      const { functions } = (await (await fetch(file)).json()) as { functions: readonly { id: string }[] };
      return functions.map(({ id }) => id);
    },
    lang === "en" ? "functions.json" : "functions-zh-cn.json",
  );
  const address = (await link.getAttribute("href")) ?? "";
  const missing = [];
  for (const id of listed) {
    const answer = await page.request.get(new URL(address.replace("RFMSCORE", id), page.url()).href);
    if (!answer.ok() || !(await answer.text()).includes(`CRM.${id}`)) missing.push(id);
  }
  expect(missing).toEqual([]);
  await page.close();
});
