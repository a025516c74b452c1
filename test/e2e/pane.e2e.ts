import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type Axe from "axe-core";
import type { Page } from "playwright-core";
import { buildPanePreview } from "./buildPanePreview";
import { openPaneBrowser, type PaneBrowser, type PaneWanted } from "./openPane";

const AXE = readFileSync(createRequire(__filename).resolve("axe-core/axe.min.js"), "utf8");

let browser: PaneBrowser;

beforeAll(async () => {
  buildPanePreview();
  browser = await openPaneBrowser();
});
afterAll(() => browser.close());

/** What a person can see of the pane, each with the clicks that lead there. */
const VIEWS: readonly {
  readonly name: string;
  readonly wanted: Omit<PaneWanted, "lang" | "look">;
  readonly clicks?: Readonly<Record<PaneWanted["lang"], readonly string[]>>;
}[] = [
  { name: "first run", wanted: { page: "data", world: "empty" } },
  { name: "data", wanted: { page: "data", welcomed: true }, clicks: { "zh-CN": ["订单"], en: ["Orders"] } },
  {
    name: "report options",
    wanted: { page: "report", world: "empty", welcomed: true },
    clicks: { "zh-CN": ["选项"], en: ["Options"] },
  },
  {
    name: "report under way",
    wanted: { page: "report", slow: true },
    clicks: { "zh-CN": ["刷新报告"], en: ["Refresh report"] },
  },
  {
    name: "report result",
    wanted: { page: "report" },
    clicks: { "zh-CN": ["刷新报告", "数据质量"], en: ["Refresh report", "Quality of the data"] },
  },
  {
    name: "report that failed",
    wanted: { page: "report", world: "failing" },
    clicks: { "zh-CN": ["刷新报告"], en: ["Refresh report"] },
  },
  { name: "settings", wanted: { page: "settings" } },
  { name: "outside Excel", wanted: { host: "outside" } },
  { name: "Office.js kept away", wanted: { host: "blocked" } },
  { name: "old Excel", wanted: { host: "old" } },
];

const LOOKS = ["zh-CN", "en"].flatMap((lang) =>
  ["light", "dark", "contrast"].map((look) => ({ lang, look })),
) as readonly Required<Pick<PaneWanted, "lang" | "look">>[];

async function open(view: (typeof VIEWS)[number], wanted: Pick<PaneWanted, "lang" | "look" | "width">) {
  const opened = await browser.open({ ...view.wanted, ...wanted });
  for (const name of view.clicks?.[wanted.lang] ?? []) {
    await opened.page
      .getByRole("button", { name: new RegExp(`^${name}`) })
      .first()
      .click();
  }
  await settled(opened.page);
  return opened;
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

describe.each(LOOKS)("in $lang, $look", ({ lang, look }) => {
  test.each(VIEWS)("$name can be used by everybody and breaks no rule of the policy", async (view) => {
    const { page, faults } = await open(view, { lang, look });
    await page.evaluate(AXE).catch(() => undefined);
    const violations = await page.evaluate(async () => {
      const { axe } = window as unknown as { axe: typeof Axe };
      // Tabster's own guards hand the focus on at once: nobody rests on one.
      const page = { exclude: "[data-tabster-dummy]" };
      const { violations } = await axe.run(page, { resultTypes: ["violations"] });
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
    });
    expect(violations).toEqual([]);
    expect(faults).toEqual([]);
    await page.close();
  });
});

test.each(VIEWS.flatMap((view) => (["zh-CN", "en"] as const).map((lang) => ({ ...view, lang }))))(
  "$name fits into 320 px in $lang: nothing sticks out",
  async ({ lang, ...view }) => {
    const { page } = await open(view, { lang, look: "light", width: 320 });
    const sticking = await page.evaluate(() =>
      [...document.querySelectorAll("main *")]
        .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
        .map((element) => element.outerHTML.slice(0, 120)),
    );
    expect(sticking).toEqual([]);
    await page.close();
  },
);

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

test("a report is made by keyboard alone", async () => {
  const { page } = await browser.open({ lang: "zh-CN", page: "data", welcomed: true });
  await page.getByRole("tab", { name: "数据" }).focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 2, name: "报告" }).waitFor();
  const button = page.getByRole("button", { name: "刷新报告" });
  for (let presses = 0; presses < 20; presses += 1) {
    if (await button.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Enter");
  await page.getByText("报告已写好").first().waitFor();
  await page.close();
});
