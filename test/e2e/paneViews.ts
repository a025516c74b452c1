import type { Page } from "playwright-core";
import { insight as insightEn } from "../../src/i18n/en/insight";
import { pane as paneEn } from "../../src/i18n/en/pane";
import { insight as insightZh } from "../../src/i18n/zhCN/insight";
import { pane as paneZh } from "../../src/i18n/zhCN/pane";
import type { PaneWanted } from "./openPane";

type Lang = PaneWanted["lang"];
type Key = keyof typeof paneEn | keyof typeof insightEn;

/** What stands on a button or in a heading. */
export const wordIn = (lang: Lang, key: Key): string =>
  (lang === "en" ? { ...paneEn, ...insightEn } : { ...paneZh, ...insightZh })[key];

/** A state of the pane that a person can see, and the way there. */
export interface PaneView {
  readonly name: string;
  readonly wanted: Omit<PaneWanted, "lang" | "look" | "width">;
  /** What it shows is a fault, which the console is told of, too. */
  readonly faulty?: boolean;
  /** From the opened page to the state; it waits until that is drawn. */
  readonly lead?: (page: Page, lang: Lang) => Promise<void>;
}

const click =
  (...keys: readonly Key[]) =>
  async (page: Page, lang: Lang): Promise<void> => {
    for (const key of keys)
      await page
        .getByRole("button", { name: startOf(lang, key) })
        .first()
        .click();
  };

/** Opens a part of the page that was folded up. */
const open =
  (key: Key) =>
  async (page: Page, lang: Lang): Promise<void> =>
    page
      .getByRole("heading", { name: startOf(lang, key) })
      .getByRole("button")
      .click();

/** A name that begins with these words; others may follow in the same element. */
const startOf = (lang: Lang, key: Key): RegExp =>
  new RegExp(`^${wordIn(lang, key).replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`);

const heading = async (page: Page, name: RegExp | string): Promise<void> =>
  page.getByRole("heading", { name }).first().waitFor();

const see =
  (key: Key) =>
  async (page: Page, lang: Lang): Promise<void> =>
    page.getByText(wordIn(lang, key)).first().waitFor();

const steps =
  (...parts: readonly NonNullable<PaneView["lead"]>[]) =>
  async (page: Page, lang: Lang): Promise<void> => {
    for (const part of parts) await part(page, lang);
  };

/** Takes the columns of the fake orders as the first three arguments of CRM.RFMSCORE. */
export async function fillScore(page: Page, lang: Lang): Promise<void> {
  const sheet = lang === "en" ? "Orders" : "订单";
  await page.getByRole("textbox").first().waitFor();
  const fields = await page.getByPlaceholder("A2:A85").all();
  for (const [index, letter] of ["B", "C", "D"].entries())
    await fields[index]?.fill(`${sheet}!${letter}2:${letter}85`);
  await page.locator("section table").first().waitFor();
}

export const VIEWS: readonly PaneView[] = [
  { name: "first run", wanted: { page: "data", world: "empty" }, lead: see("pane.sample.open") },
  {
    name: "sample on its way",
    wanted: { page: "data", world: "empty", welcomed: true, slow: true },
    lead: steps(click("pane.sample.open"), see("pane.task.cancel")),
  },
  { name: "data being read", wanted: { page: "data", welcomed: true, slow: true } },
  {
    name: "data",
    wanted: { page: "data", welcomed: true },
    lead: async (page, lang) => {
      await page.getByRole("button", { name: lang === "en" ? /^Orders/ : /^订单/ }).click();
      await see("pane.table.show")(page, lang);
    },
  },
  {
    name: "data checked",
    wanted: { page: "data", welcomed: true },
    lead: steps(click("pane.gate.check"), open("pane.quality.title"), see("pane.quality.problems")),
  },
  {
    name: "report options",
    wanted: { page: "report", world: "empty", welcomed: true },
    lead: open("pane.options.title"),
  },
  { name: "earlier report", wanted: { page: "report" }, lead: see("pane.report.refresh") },
  {
    name: "report under way",
    wanted: { page: "report", slow: true },
    lead: steps(click("pane.report.generate"), see("pane.task.cancel")),
  },
  {
    name: "report cancelled",
    wanted: { page: "report", slow: true },
    lead: steps(click("pane.report.generate", "pane.task.cancel"), see("pane.report.cancelled")),
  },
  {
    name: "report result",
    wanted: { page: "report" },
    lead: steps(click("pane.report.refresh"), see("pane.result.findings"), open("pane.quality.title")),
  },
  {
    name: "report out of date",
    wanted: { page: "report", world: "stale" },
    lead: see("pane.report.staleRemote"),
  },
  {
    name: "report that failed",
    wanted: { page: "report", world: "failing" },
    lead: steps(click("pane.report.refresh"), see("pane.failure.title")),
  },
  {
    name: "analysis under way",
    wanted: { page: "customer", slow: true },
    lead: see("pane.task.cancel"),
  },
  {
    name: "analysis that failed",
    wanted: { page: "whatIf", world: "failing" },
    lead: see("pane.failure.title"),
  },
  { name: "nobody chosen", wanted: { page: "customer", world: "young" }, lead: see("lens.nobody") },
  {
    name: "customer",
    wanted: { page: "customer" },
    lead: steps(
      (page) => heading(page, /C0042/),
      async (page, lang) => page.getByText(wordIn(lang, "lens.asTable")).click(),
    ),
  },
  {
    name: "customers found",
    wanted: { page: "customer" },
    lead: async (page) => {
      await heading(page, /C0042/);
      await page.getByRole("combobox").pressSequentially("C00");
      await page.getByRole("option").first().waitFor();
    },
  },
  {
    name: "page that crashed",
    wanted: { page: "customer", world: "crashing" },
    faulty: true,
    lead: see("pane.failure.title"),
  },
  {
    name: "what-if",
    wanted: { page: "whatIf" },
    lead: async (page, lang) => page.getByText(wordIn(lang, "whatIfPage.curve")).first().waitFor(),
  },
  {
    name: "what-if of a young shop",
    wanted: { page: "whatIf", world: "young" },
    lead: see("whatIfPage.noChannels"),
  },
  {
    name: "back-test",
    wanted: { page: "backtest" },
    lead: async (page, lang) => page.getByText(wordIn(lang, "lens.asTable")).first().click(),
  },
  {
    name: "nothing to test",
    wanted: { page: "backtest", world: "young" },
    lead: async (page) => page.getByText(/90/).first().waitFor(),
  },
  { name: "formula begun", wanted: { page: "formulas" }, lead: see("formulas.previewNone") },
  {
    name: "formula inserted",
    wanted: { page: "formulas" },
    lead: steps(fillScore, click("formulas.insert")),
  },
  { name: "settings", wanted: { page: "settings" }, lead: see("pane.about.title") },
  {
    name: "formulas frozen",
    wanted: { page: "settings" },
    lead: steps(click("pane.formulas.freeze"), async (page) => page.getByText(/A2/).first().waitFor()),
  },
  {
    name: "choice that could not be kept",
    wanted: { page: "report", world: "failing" },
    lead: async (page, lang) => {
      await open("pane.options.title")(page, lang);
      await page.getByRole("combobox").first().selectOption("low");
      await see("pane.failure.title")(page, lang);
    },
  },
  { name: "workbook out of reach", wanted: { host: "unreachable" }, lead: see("pane.failure.title") },
  { name: "loading", wanted: { host: "loading" } },
  { name: "outside Excel", wanted: { host: "outside" }, lead: async (page) => listed(page) },
  { name: "Office.js kept away", wanted: { host: "blocked" }, lead: async (page) => listed(page) },
  { name: "old Excel", wanted: { host: "old" }, lead: async (page) => listed(page) },
];

/** The functions are listed. */
async function listed(page: Page): Promise<void> {
  await page.getByRole("link", { name: "CRM.RFMSCORE" }).waitFor();
}
