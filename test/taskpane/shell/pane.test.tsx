/** @jest-environment ./test/support/pane/environment.cjs */
import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { AppProblem } from "../../../src/app/services";
import type { HostState } from "../../../src/taskpane/host/hostState";
import { drawPane, settle } from "../../support/pane/drawPane";

afterEach(cleanup);

const excel = { displayLanguage: "en", darkTheme: null, partition: "" };

describe("the pane is never blank", () => {
  const hosts: readonly [string, HostState, RegExp][] = [
    ["loading", { status: "loading" }, /Connecting to Excel/],
    ["Office.js kept away", { status: "blocked" }, /Office\.js could not be loaded/],
    ["a plain browser", { status: "outside" }, /works inside Excel/],
    [
      "an old Excel, with what it lacks",
      { status: "old", missing: ["SharedRuntime 1.1", "ExcelApi 1.9"], ...excel },
      /It lacks SharedRuntime 1\.1, ExcelApi 1\.9/,
    ],
  ];
  test.each(hosts)("%s", async (_, host, text) => {
    await drawPane({ host });
    expect(document.body.textContent).toMatch(text);
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Tenure Customer Lifecycle");
  });

  test("a workbook that cannot be reached says so and can be tried again", async () => {
    let tries = 0;
    await drawPane({
      connect: (session) => {
        tries += 1;
        return tries === 1 ? Promise.reject(new Error("no chunk")) : Promise.resolve(session);
      },
    });
    expect(screen.getByText(/Something unforeseen happened/)).not.toBeNull();
    fireEvent.click(screen.getByRole("button", { name: "Try again" }));
    await settle();
    expect(screen.getByRole("heading", { level: 2 }).textContent).toBe("Data");
  });
});

test("outside Excel the pane still says how to get it, and lists the functions", async () => {
  Object.assign(globalThis, {
    fetch: async (file: string) => ({
      json: async () => ({ functions: [{ id: "TIER", description: `from ${file}` }] }),
    }),
  });
  await drawPane({ host: { status: "outside" }, locale: "zh-CN" });
  expect(screen.getByText("如何获取")).not.toBeNull();
  expect(screen.getByRole("link", { name: "CRM.TIER" }).getAttribute("href")).toBe("help/zh-cn/TIER.html");
  expect(screen.getByText("from functions-zh-cn.json")).not.toBeNull();
});

test("a page opened by a link takes the focus to its heading; one opened by a tab leaves it there", async () => {
  await drawPane();
  fireEvent.click(screen.getByRole("button", { name: "Next: the report" }));
  await settle();
  expect(document.activeElement?.textContent).toBe("Report");
  expect(document.activeElement?.tagName).toBe("H2");
  const tab = screen.getByRole("tab", { name: "Data" });
  tab.focus();
  fireEvent.click(tab);
  await settle();
  expect(screen.getByRole("heading", { level: 2 }).textContent).toBe("Data");
  expect(document.activeElement).toBe(tab);
});

test("a page that breaks leaves the tabs alive, and another page works", async () => {
  const silence = jest.spyOn(console, "error").mockImplementation(() => undefined);
  await drawPane({
    services: {
      recognise: async () => ({ tables: null, missing: [], report: null }) as never,
    },
  });
  expect(screen.getByText(/Something unforeseen happened/)).not.toBeNull();
  expect(screen.getByRole("button", { name: "Copy details" })).not.toBeNull();
  fireEvent.click(screen.getByRole("tab", { name: "Settings" }));
  await settle();
  expect(screen.getByRole("heading", { level: 2 }).textContent).toBe("Settings");
  silence.mockRestore();
});

test("every page has at most one primary button", async () => {
  for (const page of ["data", "report", "settings"] as const) {
    await drawPane({ page, world: page === "data" ? "empty" : "shop" });
    const primary = [...document.querySelectorAll("button")].filter((button) =>
      /Generate|Refresh report|Try it with sample|Next/.test(button.textContent ?? ""),
    );
    expect({ page, buttons: primary.length <= 1 }).toEqual({ page, buttons: true });
    cleanup();
  }
});

test("details of an error name the version and the cause, for whoever mends it", async () => {
  const copied: string[] = [];
  Object.defineProperty(navigator, "clipboard", {
    configurable: true,
    value: { writeText: async (text: string) => void copied.push(text) },
  });
  const cause = new Error("GeneralException at sync");
  await drawPane({
    services: { recognise: () => Promise.reject(new AppProblem("unheard-of", { row: 7 }, {}, { cause })) },
  });
  fireEvent.click(screen.getByRole("button", { name: "Copy details" }));
  await settle();
  expect(copied[0]).toMatch(/Tenure 0\.0\.0[\s\S]*unheard-of[\s\S]*"row":7[\s\S]*GeneralException at sync/);
  expect(screen.getByRole("button", { name: "Copied" })).not.toBeNull();
});

test("a refusal of the clipboard is said", async () => {
  Object.defineProperty(navigator, "clipboard", { configurable: true, value: undefined });
  Object.assign(document, { execCommand: () => false });
  await drawPane({ services: { recognise: () => Promise.reject(new Error("x")) } });
  fireEvent.click(screen.getByRole("button", { name: "Copy details" }));
  await settle();
  expect(within(document.body).getByText("Excel does not let this be copied")).not.toBeNull();
});
