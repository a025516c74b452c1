import type { Locator } from "playwright-core";
import { paneTranslator, type PaneKey } from "../../src/i18n/paneWords";
import type { Workbench } from "./openWorkbench";

/** Long enough for a slow machine that does other things, too; a wait ends as soon as what it waits for is there. */
export const PATIENCE_MS = 300_000;

const t = paneTranslator("zh-CN");

/** The pane's report page, as a person uses it. */
export interface PaneReport {
  /** Opens a page of the pane by its tab. */
  readonly goTo: (page: "data" | "report" | "customer") => Promise<void>;
  /** Waits until the pane has looked through the workbook. */
  readonly recognised: () => Promise<void>;
  /** Presses the button that makes the report, or makes it anew. */
  readonly begin: () => Promise<void>;
  /** Makes the report and waits until the pane says that it is written. */
  readonly generate: () => Promise<void>;
  /** Begins, presses "cancel", and waits until the pane says that nothing was changed. */
  readonly cancel: () => Promise<void>;
  /** Names of the sheets the pane links to. */
  readonly sheets: () => Promise<readonly string[]>;
  readonly text: Locator;
}

export function paneReport({ pane }: Workbench): PaneReport {
  const main = pane.getByRole("main");
  const button = (key: PaneKey): Locator => main.getByRole("button", { name: t(key), exact: true });
  const cancelButton = button("pane.task.cancel");
  const said = (key: PaneKey): Locator => main.getByText(sentence(key)).first();
  const goTo: PaneReport["goTo"] = async (page) => {
    await pane
      .getByRole("tab", { name: t(`pane.page.${page}`), exact: true })
      .click({ timeout: PATIENCE_MS });
    await main
      .getByRole("heading", { level: 2, name: t(`pane.page.${page}`) })
      .waitFor({ timeout: PATIENCE_MS });
  };
  const begin = async (): Promise<void> => {
    await goTo("report");
    await button("pane.report.generate")
      .or(button("pane.report.refresh").first())
      .click({ timeout: PATIENCE_MS });
    await cancelButton.waitFor({ timeout: PATIENCE_MS });
  };
  return {
    goTo,
    begin,
    text: main,
    recognised: async () => {
      await goTo("data");
      await said("pane.data.found").waitFor({ timeout: PATIENCE_MS });
    },
    generate: async () => {
      await begin();
      await cancelButton.waitFor({ state: "detached", timeout: PATIENCE_MS });
      await said("pane.result.done").waitFor({ timeout: PATIENCE_MS });
    },
    cancel: async () => {
      await begin();
      await cancelButton.click();
      await cancelButton.waitFor({ state: "detached", timeout: PATIENCE_MS });
      await said("pane.report.cancelled").waitFor({ timeout: PATIENCE_MS });
    },
    sheets: () =>
      main
        .getByRole("navigation", { name: t("pane.report.sheets") })
        .getByRole("listitem")
        .allInnerTexts(),
  };
}

const HOLE = "\u0000";
const ANYTHING: Record<string, string> = new Proxy({}, { get: () => HOLE });

/** What a sentence looks like, whatever is in its holes. */
function sentence(key: PaneKey): RegExp {
  const parts = t(key, ANYTHING).split(HOLE);
  return new RegExp(parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join(".+"));
}
