import { createRoot } from "react-dom/client";
import { AppProblem } from "../../../src/app/services";
import type { HostState } from "../../../src/taskpane/host/hostState";
import { Pane } from "../../../src/taskpane/Pane";
import { createPreferences } from "../../../src/taskpane/preferences/preferences";
import { LOOKS, type Look } from "../../../src/taskpane/look/looks";
import { createSession } from "../../../src/taskpane/session/session";
import { PAGE_IDS } from "../../../src/taskpane/shell/pageIds";
import { fakeServices, type FakeWorld } from "./fakeServices";

/**
 * The pane over a workbook on paper, for pictures and accessibility checks of every state; never shipped.
 * The address says which: ?lang=zh-CN&look=dark&page=report&world=shop&host=inside&welcomed=1&slow=1
 * `tenurePreview` of the window changes the look of an open pane.
 */
const query = new URLSearchParams(location.search);
const locale = query.get("lang") === "en" ? "en" : "zh-CN";
const excel = { displayLanguage: locale, darkTheme: null, partition: "" };
const HOSTS: Readonly<Record<string, HostState>> = {
  inside: { status: "inside", ...excel },
  /** Excel, but nothing of the workbook can be had. */
  unreachable: { status: "inside", ...excel },
  outside: { status: "outside" },
  blocked: { status: "blocked" },
  loading: { status: "loading" },
  old: { status: "old", missing: ["SharedRuntime 1.1", "ExcelApi 1.9"], ...excel },
};
const preferences = createPreferences("", null);
preferences.set({
  locale,
  look: LOOKS.find((look) => look === query.get("look")) ?? "light",
  welcomed: query.has("welcomed"),
});
const session = createSession(
  fakeServices({
    world: (query.get("world") ?? "shop") as FakeWorld,
    locale,
    stepMs: query.has("slow") ? Infinity : 0,
  }),
);
session.page.set(PAGE_IDS.find((page) => page === query.get("page")) ?? "data");

Object.assign(window, {
  tenurePreview: { draw: (look: Look) => preferences.set({ ...preferences.get(), look }) },
});

createRoot(document.getElementById("pane") as HTMLElement).render(
  <Pane
    host={HOSTS[query.get("host") ?? "inside"] ?? { status: "loading" }}
    preferences={preferences}
    connect={() =>
      query.get("host") === "unreachable"
        ? Promise.reject(new AppProblem("unforeseen"))
        : Promise.resolve(session)
    }
  />,
);
