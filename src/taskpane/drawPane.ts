import type { Locale, MessageKey, Translate } from "../i18n";
import type { HostState } from "./hostState";
import { helpFolder } from "./openHelp";

/** What the pane reads of the metadata that Excel reads, too. */
interface ListedFunction {
  readonly id: string;
  readonly description: string;
}

const NOTICES: Readonly<Record<HostState["status"], MessageKey | null>> = {
  loading: "pane.loading",
  blocked: "pane.blocked",
  outside: "pane.outside",
  inside: null,
};

/** Draws the whole pane; called again when the state or the language changes. */
export async function drawPane(
  page: Document,
  t: Translate,
  locale: Locale,
  state: HostState,
): Promise<void> {
  page.documentElement.lang = locale;
  const notice = NOTICES[state.status];
  const noticeElement = element(page, "notice");
  noticeElement.hidden = notice === null;
  noticeElement.textContent = notice === null ? "" : t(notice);
  element(page, "lead").textContent = t("pane.lead");
  element(page, "functions-heading").textContent = t("pane.functions");
  element(page, "privacy").textContent = t("pane.privacy");
  const help = element(page, "help") as HTMLAnchorElement;
  help.textContent = t("pane.help");
  help.href = `${helpFolder(locale)}/index.html`;
  const functions = await listedFunctions(locale);
  // Another language may have been asked for meanwhile.
  if (page.documentElement.lang !== locale) return;
  element(page, "functions").replaceChildren(
    ...(functions?.map((entry) => functionItem(page, locale, entry)) ?? [
      textItem(page, t("pane.noFunctions")),
    ]),
  );
}

async function listedFunctions(locale: Locale): Promise<readonly ListedFunction[] | null> {
  try {
    const answer = await fetch(locale === "zh-CN" ? "functions-zh-cn.json" : "functions.json");
    return ((await answer.json()) as { functions: readonly ListedFunction[] }).functions;
  } catch {
    return null;
  }
}

function functionItem(page: Document, locale: Locale, { id, description }: ListedFunction): HTMLLIElement {
  const link = page.createElement("a");
  link.href = `${helpFolder(locale)}/${id}.html`;
  link.target = "_blank";
  link.rel = "noopener";
  link.textContent = `CRM.${id}`;
  const text = page.createElement("span");
  text.textContent = description;
  const item = page.createElement("li");
  item.append(link, text);
  return item;
}

function textItem(page: Document, text: string): HTMLLIElement {
  const item = page.createElement("li");
  item.textContent = text;
  return item;
}

function element(page: Document, id: string): HTMLElement {
  const found = page.getElementById(id);
  if (found === null) throw new Error(`the page has no #${id}`);
  return found;
}
