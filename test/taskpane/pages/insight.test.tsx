/** @jest-environment ./test/support/pane/environment.cjs */
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import type { CustomerLens, WhatIfChange } from "../../../src/app/services";
import { drawPane, settle } from "../../support/pane/drawPane";
import { fakeBacktest, fakeHit, fakeLens, fakeWhatIf } from "../../support/pane/fakeInsight";

afterEach(cleanup);

/** Roles are looked up in everything that is drawn, which takes its time on a busy machine. */
jest.setTimeout(30_000);
const SOON = { timeout: 10_000 };

describe("customer", () => {
  test("the selected row's customer is shown: tier, risk with its reason, warnings and what to do", async () => {
    await drawPane({
      page: "customer",
      services: { selectedCustomer: async () => fakeHit("en"), customer: async () => fakeLens("en") },
    });
    expect(screen.getByText("Jane Whitfield · C0042")).not.toBeNull();
    expect(screen.getByText("38.2%")).not.toBeNull();
    expect(screen.getByText(/has not for 43/)).not.toBeNull();
    expect(screen.getByText("An open complaint: settle it before anything else.")).not.toBeNull();
    expect(screen.getByText("No consent: do not contact for marketing.")).not.toBeNull();
    expect(document.body.textContent).toContain("Routine touch: Personal service visit, due 2026-01-03.");
    expect(screen.getByRole("img", { name: /9 events from 2025-02-14 to 2025-12-11/ })).not.toBeNull();
  });

  test("the relationship is said: stage, relation with its reason, what to do by whom, and the parts of loyalty", async () => {
    await drawPane({
      page: "customer",
      services: { selectedCustomer: async () => fakeHit("en"), customer: async () => fakeLens("en") },
    });
    expect(screen.getByText("Stage: Loyal.")).not.toBeNull();
    expect(
      screen.getByText("Relation: Relational – 14 orders over 320 days (from 6 months)."),
    ).not.toBeNull();
    expect(screen.getByText("To do: One-to-one visit (Meeting in person, Li).")).not.toBeNull();
    expect(screen.getByText("Loyalty 61 of 100, from the 3 of 4 parts that are known.")).not.toBeNull();
    const parts = within(screen.getByRole("list", { name: "Parts of loyalty" })).getAllByRole("listitem");
    expect(parts.map(({ textContent }) => textContent)).toEqual([
      "Comes back 86",
      "Trusts told by behaviour50",
      "Does not mind the price told by behaviour47",
      "Chooses quickly –",
    ]);
  });

  test("what nobody knows of a relationship is left out, and what would bring loyalty is said", async () => {
    const nothing: CustomerLens["relation"] = {
      stage: "",
      stageFlags: "",
      relation: "",
      relationReasons: "",
      action: "",
      channel: "",
      owner: "",
      actionReasons: [],
      actionNeedsConsent: false,
    };
    const lens = { ...fakeLens("en"), loyalty: null };
    const show = (relation: typeof nothing) =>
      drawPane({
        page: "customer",
        services: {
          selectedCustomer: async () => fakeHit("en"),
          customer: async () => ({ ...lens, relation }),
        },
      });
    await show(nothing);
    expect(screen.queryByText("Relationship")).toBeNull();
    cleanup();
    await show({ ...nothing, stage: "Lapsed", stageFlags: "silent for 3 months" });
    expect(screen.getByText("Stage: Lapsed (silent for 3 months).")).not.toBeNull();
    expect(screen.getByText(/A survey with trust, price sensitivity/)).not.toBeNull();
  });

  test("another selected row shows another customer", async () => {
    let follow = (): void => undefined;
    let selected: ReturnType<typeof fakeHit> | null = null;
    await drawPane({
      page: "customer",
      services: {
        selectedCustomer: async () => selected,
        customer: async (id) => ({ ...fakeLens("en"), id, name: "" }),
        watchSelection: (report) => {
          follow = report;
          return () => undefined;
        },
      },
    });
    expect(screen.getByText(/^No customer chosen yet\./)).not.toBeNull();
    selected = { ...fakeHit("en"), id: "C0311" };
    follow();
    await settle();
    expect(screen.getByRole("heading", { name: "C0311" })).not.toBeNull();
  });

  test("a name is looked up, and the one chosen is shown", async () => {
    await drawPane({
      page: "customer",
      services: { findCustomers: async () => [fakeHit("en")], customer: async () => fakeLens("en") },
    });
    const search = screen.getByRole("combobox", { name: "Find by name or id" });
    fireEvent.input(search, { target: { value: "jane" } });
    await settle();
    fireEvent.click(screen.getByRole("option", { name: "Jane Whitfield · C0042" }));
    await settle();
    expect(screen.getByRole("heading", { name: "Jane Whitfield · C0042" })).not.toBeNull();
  });

  test("an id that the analysis does not know is said to be unknown", async () => {
    await drawPane({
      page: "customer",
      services: { selectedCustomer: async () => fakeHit("en"), customer: async () => null },
    });
    expect(screen.getByText("C0042 is not among the analysed customers.")).not.toBeNull();
  });
});

describe("what-if", () => {
  test("asks the brief's questions first, and asks anew when a figure changes", async () => {
    const asked: WhatIfChange[] = [];
    await drawPane({
      page: "whatIf",
      services: {
        whatIf: async (change) => {
          asked.push(change);
          return fakeWhatIf(change);
        },
      },
    });
    expect(asked[0]).toMatchObject({ retentionPoints: 0.05, cacChange: -0.3, topShare: 0.2 });
    expect(screen.getAllByText("62.3%").length).toBeGreaterThan(0);
    fireEvent.click(screen.getByRole("button", { name: /^Rules of the tiers/ }));
    const top = screen.getByRole("slider", { name: "Top tier" });
    fireEvent.change(top, { target: { value: "10" } });
    await waitFor(() => expect(asked.at(-1)).toMatchObject({ topShare: 0.1 }), SOON);
    expect(top.getAttribute("aria-valuetext")).toBe("10%");
  });

  test("figures that a slider passes on its way are not worked out", async () => {
    const asked: WhatIfChange[] = [];
    await drawPane({
      page: "whatIf",
      services: {
        whatIf: async (change) => {
          asked.push(change);
          return fakeWhatIf(change);
        },
      },
    });
    const before = asked.length;
    const retention = screen.getByRole("slider", { name: "Change of retention" });
    for (const value of ["6", "7", "8"]) fireEvent.change(retention, { target: { value } });
    await waitFor(() => expect(asked.at(-1)).toMatchObject({ retentionPoints: 0.08 }), SOON);
    expect(asked).toHaveLength(before + 1);
  });

  test.each([
    [0.05, /^With retention at 62.3% instead of 57.3%, next year's net spend grows by ¥/],
    [-0.05, /^With retention at 52.3% instead of 57.3%, next year's net spend falls by ¥/],
    [0, /^With retention at 57.3% as today/],
  ])("a change of retention by %d is said in a sentence", async (retentionPoints, sentence) => {
    await drawPane({
      page: "whatIf",
      services: { whatIf: async (change) => fakeWhatIf({ ...change, retentionPoints }) },
    });
    expect(screen.getByText(sentence)).not.toBeNull();
  });

  test("rules that move nobody are said so, without a table of the same figures twice", async () => {
    await drawPane({
      page: "whatIf",
      services: { whatIf: async (change) => ({ ...fakeWhatIf(change), moves: [], moved: 0 }) },
    });
    expect(screen.getByText("Nobody would change tier.")).not.toBeNull();
    expect(screen.queryByRole("table", { name: "Tiers" })).toBeNull();
  });

  test("too little history is said with what is needed", async () => {
    await drawPane({
      page: "whatIf",
      services: {
        whatIf: async (change) => ({
          ...fakeWhatIf(change),
          retention: { status: "tooLittleData", days: 412 },
          acquisition: null,
        }),
      },
    });
    expect(screen.getByText(/Not enough data: orders reach back 412 days/)).not.toBeNull();
    expect(screen.getByText(/A channel sheet with spend/)).not.toBeNull();
  });
});

describe("back-test", () => {
  test("the verdict comes first, then methods, calibration and bands", async () => {
    await drawPane({ page: "backtest", services: { backtest: async () => fakeBacktest("en") } });
    expect(screen.getByText(/On your data churn risk predicts/)).not.toBeNull();
    const methods = screen.getByRole("table", { name: "Method" });
    expect(within(methods).getByRole("row", { name: /Tenure 0\.801 0\.512/ })).not.toBeNull();
    expect(screen.getByRole("img", { name: /Predicted and realised risk/ })).not.toBeNull();
    expect(screen.getByText("The riskiest tenth was lost 1.9 times as often as all.")).not.toBeNull();
  });

  test("the newest test is open, earlier ones are folded up", async () => {
    const [cut] = fakeBacktest("en").cuts;
    if (cut === undefined) throw new Error("the fake has a cut");
    const cuts = [cut, { ...cut, day: cut.day - 90, customers: 790 }];
    await drawPane({
      page: "backtest",
      services: { backtest: async () => ({ ...fakeBacktest("en"), cuts }) },
    });
    expect(screen.getAllByRole("table", { name: "Method" })).toHaveLength(1);
    fireEvent.click(screen.getByRole("button", { name: /^Predicted on 2025-07-04 ?, 790 customers$/ }));
    expect(screen.getAllByRole("table", { name: "Method" })).toHaveLength(2);
  });

  test("a past too short to test is said so", async () => {
    await drawPane({
      page: "backtest",
      services: { backtest: async () => ({ ...fakeBacktest("en"), cuts: [], gap: "tooShort" }) },
    });
    expect(screen.getByText(/do not reach back far enough to test a horizon of 90 days/)).not.toBeNull();
  });
});
