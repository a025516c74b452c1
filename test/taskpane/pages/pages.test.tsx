/** @jest-environment ./test/support/pane/environment.cjs */
import { act, cleanup, fireEvent, screen, within } from "@testing-library/react";

import { AppProblem, type Place, type SavedChoices } from "../../../src/app/services";
import { drawPane, settle } from "../../support/pane/drawPane";
import { fakeResult } from "../../support/pane/fakeResult";

afterEach(cleanup);

/** Roles are looked up in everything that is drawn, which takes its time on a busy machine. */
jest.setTimeout(30_000);

describe("data", () => {
  test("tables come with their kind, rows and columns in use", async () => {
    await drawPane();
    expect(screen.getByText("Tables recognised: 2, with 2,221 rows.")).not.toBeNull();
    expect(screen.getByText("Orders · rows: 1,234 · columns: 5")).not.toBeNull();
    expect(screen.getByText("Not recognised")).not.toBeNull();
  });

  test("a column bound to another field is kept in the workbook, and the tables are read anew", async () => {
    const saved: SavedChoices[] = [];
    let reads = 0;
    const { session } = await drawPane({
      services: { saveChoices: async (choices) => void saved.push(choices) },
    });
    session.recognition.subscribe(() => {
      if (session.recognition.get().status === "running") reads += 1;
    });
    fireEvent.click(screen.getByRole("button", { name: /^Orders/ }));
    await settle();
    const field = screen.getByRole("combobox", { name: "What column “Refund” holds" });
    fireEvent.change(field, { target: { value: "paid" } });
    await settle();
    expect(saved.at(-1)?.overrides).toEqual({ sheets: {}, columns: { Orders: { paid: "Refund" } } });
    expect(reads).toBeGreaterThan(0);
    expect(screen.getByText("Your corrections are kept in this workbook.")).not.toBeNull();
  });

  test("before a report, the data are checked: how many rows cannot be used, why, and where they are", async () => {
    const gone: Place[] = [];
    await drawPane({ services: { goTo: async (place) => void gone.push(place) } });
    fireEvent.click(screen.getByRole("button", { name: "Check the data" }));
    await settle();
    expect(screen.getByText(/^23 of 1,234 order rows cannot be used/)).not.toBeNull();
    fireEvent.click(screen.getByRole("button", { name: /^Quality of the data/ }));
    await settle();
    fireEvent.click(screen.getByRole("button", { name: "Orders!C402" }));
    await settle();
    expect(gone).toEqual([{ sheet: "Orders", address: "C402" }]);
  });

  test("where every row can be used, the check says so", async () => {
    const result = fakeResult("en");
    const quality = { ...result.quality, rejected: [] };
    await drawPane({ services: { prepare: async () => ({ ...result, quality }) } });
    fireEvent.click(screen.getByRole("button", { name: "Check the data" }));
    await settle();
    expect(screen.getByText("Every order row can be used. You can generate the report.")).not.toBeNull();
  });

  test("an empty workbook offers the sample, and shows it once it is there", async () => {
    await drawPane({ world: "empty" });
    fireEvent.click(screen.getByRole("button", { name: "Try it with sample data" }));
    await settle();
    expect(screen.getByText("Tables recognised: 2, with 2,221 rows.")).not.toBeNull();
    expect(screen.queryByRole("button", { name: "Try it with sample data" })).toBeNull();
  });

  test("the first time says what it does and that nothing leaves this machine, until it is closed", async () => {
    await drawPane({ welcomed: false });
    expect(screen.getByRole("region", { name: "Welcome to Tenure" }).textContent).toMatch(
      /Nothing is sent anywhere/,
    );
    fireEvent.click(screen.getByRole("button", { name: "Close" }));
    await settle();
    expect(screen.queryByRole("region", { name: "Welcome to Tenure" })).toBeNull();
  });
});

describe("report", () => {
  const generate = async (): Promise<void> => {
    fireEvent.click(screen.getByRole("button", { name: "Refresh report" }));
    await settle();
  };

  test("what it says, what changed, where it stands, and what became of notes and rows", async () => {
    await drawPane({ page: "report" });
    await generate();
    const text = document.body.textContent ?? "";
    for (const part of [
      "The report is ready: 11 sheets in 3.2 s.",
      "The top 20% of customers bring 61.4% of net revenue.",
      "Since 2025-11-30, 19 customers rose to high value",
      "this one of the report is called “Customer scores (2)”",
      "Notes of yours that stand by their rows again: 23.",
      "This report leaves out Market: these sheets of the earlier one were emptied",
      "1,234 rows: 1,180 used, 31 before the window, 23 left out",
    ])
      expect(text).toContain(part);
  });

  test("its sheets stand by what they are for, each with a link", async () => {
    const gone: Place[] = [];
    await drawPane({ page: "report", services: { goTo: async (place) => void gone.push(place) } });
    await generate();
    const sheets = within(screen.getByRole("navigation", { name: "Sheets of the report" }));
    const names = (group: string) =>
      within(sheets.getByRole("list", { name: group }))
        .getAllByRole("listitem")
        .map(({ textContent }) => textContent);
    expect(names("Read first")).toEqual(["KPI board", "Monthly report", "Tier portraits"]);
    expect(names("Work through")).toEqual(["Touch plan", "Win-back list"]);
    fireEvent.click(sheets.getByRole("button", { name: "Monthly report" }));
    await settle();
    expect(gone).toEqual([{ sheet: "Monthly report", address: "A1" }]);
  });

  test("each reason rows were left out for leads to its cells", async () => {
    const gone: Place[] = [];
    await drawPane({ page: "report", services: { goTo: async (place) => void gone.push(place) } });
    await generate();
    fireEvent.click(screen.getByRole("button", { name: /Quality of the data/ }));
    await settle();
    fireEvent.click(screen.getByRole("button", { name: "Orders!C18" }));
    await settle();
    expect(gone).toEqual([{ sheet: "Orders", address: "C18" }]);
  });

  test("it can be cancelled while it runs, and says that nothing changed", async () => {
    await drawPane({
      page: "report",
      services: {
        generate: (_, watch) =>
          new Promise((_resolve, reject) => {
            watch.onStep({ step: "analyse", index: 3, of: 7, done: 412, total: 987 });
            watch.signal.addEventListener("abort", () => reject(new AppProblem("cancelled")));
          }),
      },
    });
    await generate();
    expect(screen.getByText("Step 3 of 7: scoring customers")).not.toBeNull();
    expect(screen.getByText("412 of 987")).not.toBeNull();
    fireEvent.click(screen.getByRole("button", { name: "Cancel" }));
    await settle();
    expect(screen.getByText("Cancelled. The workbook is as it was.")).not.toBeNull();
  });

  test("the compact report says what it holds, and is chosen with one click", async () => {
    const { session } = await drawPane({ page: "report" });
    fireEvent.click(screen.getByRole("button", { name: /Options/ }));
    await settle();
    const compact = screen.getByRole("radio", { name: /^Compact.*every month/ });
    expect((screen.getByRole("radio", { name: /^Full/ }) as HTMLInputElement).checked).toBe(true);
    fireEvent.click(compact);
    await settle();
    expect(session.choices.get()?.settings).toEqual({ reportScope: "compact" });
  });

  test("a figure that cannot be one is refused in words, and the last good one holds", async () => {
    const { session } = await drawPane({ page: "report" });
    fireEvent.click(screen.getByRole("button", { name: /Options/ }));
    await settle();
    const field = screen.getByRole("textbox", { name: "Window" });
    const type = async (text: string): Promise<void> => {
      fireEvent.change(field, { target: { value: text } });
      fireEvent.blur(field);
      await settle();
    };
    await type("180");
    expect(session.choices.get()?.settings).toEqual({ windowDays: 180 });
    await type("5000");
    expect(screen.getByText("Between 1 and 3,660.")).not.toBeNull();
    expect(session.choices.get()?.settings).toEqual({ windowDays: 180 });
    fireEvent.keyDown(field, { key: "Escape" });
    await settle();
    expect((field as HTMLInputElement).value).toBe("180");
    fireEvent.click(screen.getByRole("button", { name: "Back to the defaults" }));
    await settle();
    expect(session.choices.get()?.settings).toEqual({});
  });

  test("changed data make the report stale, and a colleague's change says so", async () => {
    let tell: (state: { stale: boolean; remote: boolean }) => void = () => undefined;
    await drawPane({
      page: "report",
      services: {
        watchStale: (report) => {
          tell = report;
          return () => undefined;
        },
      },
    });
    act(() => tell({ stale: true, remote: true }));
    await settle();
    expect(screen.getByText("Somebody else changed data after this report was made.")).not.toBeNull();
  });
});

describe("settings", () => {
  test("the language is changed at once", async () => {
    await drawPane({ page: "settings" });
    fireEvent.change(screen.getByRole("combobox", { name: "Language" }), { target: { value: "zh-CN" } });
    await settle();
    expect(screen.getByRole("heading", { level: 2 }).textContent).toBe("设置");
    expect(document.documentElement.lang).toBe("zh-CN");
  });

  test("frozen formulas are counted", async () => {
    await drawPane({ page: "settings" });
    fireEvent.click(screen.getByRole("button", { name: "Freeze as values" }));
    await settle();
    expect(screen.getByText(/Formulas turned into values: 3\./)).not.toBeNull();
    fireEvent.click(screen.getByRole("button", { name: "Repair #NAME?" }));
    await settle();
    expect(screen.getByText(/No CRM formula shows #NAME\?/)).not.toBeNull();
  });
});
