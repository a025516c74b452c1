import {
  AppProblem,
  type AppServices,
  type GenerateOptions,
  type SavedChoices,
} from "../../../src/app/services";
import { createSession } from "../../../src/taskpane/session/session";
import { fakeServices } from "../../support/pane/fakeServices";

type Stale = { readonly stale: boolean; readonly remote: boolean };

/** A session over a fake workbook; `asked` collects the options reports were asked for with. */
function world(change: Partial<AppServices> = {}) {
  const asked: GenerateOptions[] = [];
  let stale: (state: Stale) => void = () => undefined;
  const fake = fakeServices({ world: "shop", locale: "en" });
  const session = createSession({
    ...fake,
    generate: (options, watch) => {
      asked.push(options);
      return fake.generate(options, watch);
    },
    watchStale: (report) => {
      stale = report;
      return () => undefined;
    },
    ...change,
  });
  return { session, asked, tellStale: (state: Stale) => stale(state) };
}

const kept: SavedChoices = {
  version: 1,
  overrides: { sheets: { Sheet1: "orders" }, columns: {} },
  settings: { windowDays: 180 },
};

test("a report is made with the choices the workbook keeps, even when asked for before they are read", async () => {
  let give: (choices: SavedChoices) => void = () => undefined;
  const { session, asked } = world({ loadChoices: () => new Promise((resolve) => (give = resolve)) });
  const ended = session.report.start("zh-CN");
  expect(asked).toEqual([]);
  give(kept);
  await ended;
  expect(asked).toEqual([{ locale: "zh-CN", overrides: kept.overrides, settings: kept.settings }]);
});

test.each([
  { name: "the pane's", settings: {}, locale: "zh-CN" },
  { name: "Chinese", settings: { language: "zh" }, locale: "zh-CN" },
  { name: "English", settings: { language: "en" }, locale: "en" },
] as const)("the report's language is $name", async ({ settings, locale }) => {
  const { session, asked } = world({ loadChoices: async () => ({ ...kept, settings }) });
  await session.report.start("zh-CN");
  expect(asked[0]?.locale).toBe(locale);
});

test("choices that cannot be read leave the defaults, and the pane says so", async () => {
  const error = new AppProblem("unreadable");
  const { session } = world({ loadChoices: () => Promise.reject(error) });
  await session.report.start("en");
  expect(session.choices.get()).toEqual({ version: 1, overrides: { sheets: {}, columns: {} }, settings: {} });
  expect(session.notice.get()).toEqual({ kind: "failed", error });
});

test("a choice that cannot be kept still holds, and the pane says so", async () => {
  const error = new AppProblem("readOnly");
  const { session, asked } = world({ saveChoices: () => Promise.reject(error) });
  await session.choose(kept);
  expect(session.notice.get()).toEqual({ kind: "failed", error });
  await session.report.start("en");
  expect(asked[0]?.settings).toEqual({ windowDays: 180 });
});

test("an imported file that is refused changes nothing", async () => {
  const { session } = world({ importSettings: () => Promise.reject(new AppProblem("badFile")) });
  await session.choose(kept);
  await expect(session.importChoices("x")).rejects.toThrow("badFile");
  expect(session.choices.get()).toEqual(kept);
});

describe("the analysis at hand is forgotten", () => {
  const forgets: readonly [string, (world_: ReturnType<typeof world>) => Promise<unknown>][] = [
    ["when a choice changes", ({ session }) => session.choose(kept)],
    ["when settings are imported", ({ session }) => session.importChoices("{}")],
    ["when the sample is opened", ({ session }) => session.sample.start("en")],
    [
      "when data change while a report is made",
      async ({ session, tellStale }) => {
        const ended = session.report.start("en");
        await new Promise((resume) => setTimeout(resume, 0));
        tellStale({ stale: true, remote: false });
        await ended;
      },
    ],
    [
      "when a choice changes while a report is made",
      async ({ session }) => {
        const ended = session.report.start("en");
        await new Promise((resume) => setTimeout(resume, 0));
        await session.choose(kept);
        await ended;
      },
    ],
    ["when data change", async ({ tellStale }) => tellStale({ stale: true, remote: false })],
  ];
  test.each(forgets)("%s", async (_, act) => {
    const made = world();
    await made.session.analysis.start("en");
    expect(made.session.analysis.get().status).toBe("done");
    await act(made);
    expect(made.session.analysis.get().status).toBe("idle");
  });
});

test("the analysis a report was made from answers the other pages at once", async () => {
  const prepared: string[] = [];
  const { session } = world({
    prepare: async () => {
      prepared.push("again");
      throw new AppProblem("unforeseen");
    },
  });
  await session.report.start("en");
  expect(session.analysis.get()).toMatchObject({ status: "done", value: { customers: 987 } });
  expect(prepared).toEqual([]);
});

test("what changes while a report is made leaves it out of date", async () => {
  const { session, tellStale } = world();
  const ended = session.report.start("en");
  await new Promise((resume) => setTimeout(resume, 0));
  tellStale({ stale: true, remote: false });
  await ended;
  expect(session.stale.get()).toEqual({ stale: true, remote: false });
});

test("a new report is not stale any more", async () => {
  const { session, tellStale } = world();
  tellStale({ stale: true, remote: true });
  expect(session.stale.get()).toEqual({ stale: true, remote: true });
  await session.report.start("en");
  expect(session.stale.get()).toEqual({ stale: false, remote: false });
});

test.each([
  { name: "an analysis that is gone is made anew by the page that asks", code: "noAnalysis", status: "idle" },
  { name: "any other failure leaves the analysis standing", code: "workbook", status: "done" },
])("$name", async ({ code, status }) => {
  const { session } = world({ customer: () => Promise.reject(new AppProblem(code)) });
  await session.analysis.start("en");
  await expect(session.services.customer("A", "en")).rejects.toMatchObject({ code });
  expect(session.analysis.get().status).toBe(status);
});
