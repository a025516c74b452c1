import { createAnalyst } from "../../src/app/createAnalyst";
import { createServices } from "../../src/app/createServices";
import { AppProblem, type AppServices, type GenerateOptions } from "../../src/app/services";
import { dayOf } from "../../src/core/math/day";
import { createDesk } from "../../src/excel";
import type { Locale } from "../../src/i18n";
import { HostError, openTestExcel, type TestExcel } from "../excel/host/openTestExcel";
import { fixtureSheets } from "../support/analyseFiles";

jest.setTimeout(60_000);

const OPTIONS: GenerateOptions = {
  locale: "zh-CN",
  overrides: { sheets: {}, columns: {} },
  settings: { asOf: dayOf(2025, 12, 31) },
};
const WATCH = { onStep: () => undefined, signal: new AbortController().signal };

function open(excelApi = "1.20", locale: Locale = "zh-CN"): { excel: TestExcel; services: AppServices } {
  const excel = openTestExcel({ excelApi });
  for (const sheet of fixtureSheets("mother-baby-shop")) {
    excel.book.fill(
      sheet.name,
      sheet.rows.map((row) =>
        row.map((cell) => (typeof cell === "string" ? cell.replace(/^="(.*)"$/, "$1") : cell)),
      ),
    );
  }
  excel.use();
  return {
    excel,
    services: createServices({
      desk: createDesk(),
      analyst: createAnalyst(),
      locale: () => locale,
      clock: () => 0,
    }),
  };
}

/** What a person reads of a report that failed, and whether trying again may help. */
async function refusalOf(services: AppServices) {
  const problem = await services.generate(OPTIONS, WATCH).catch((error: unknown) => error);
  if (!(problem instanceof AppProblem)) throw new Error("it was done");
  const { place, retry } = problem.detail;
  return { code: problem.code, reason: problem.holes["reason"], sheet: place?.sheet, retry };
}

describe("what Excel refuses reaches a person as one sentence, with its place, and nothing is half written", () => {
  test.each<{ name: string; locale: Locale; refuse: (excel: TestExcel) => void; refusal: object }>([
    {
      name: "a cell is being edited",
      locale: "zh-CN",
      refuse: (excel) => {
        excel.onRequest = () => {
          throw new HostError("InvalidOperationInCellEditMode", "editing");
        };
      },
      refusal: { reason: expect.stringMatching(/正在编辑/), retry: true },
    },
    {
      name: "a sheet of the report is protected",
      locale: "zh-CN",
      refuse: (excel) => (excel.book.sheet("客户评分").protected = true),
      refusal: { reason: expect.stringContaining("客户评分"), sheet: "客户评分", retry: false },
    },
    {
      name: "a sheet of the report is protected, in English",
      locale: "en",
      refuse: (excel) => (excel.book.sheet("客户评分").protected = true),
      refusal: { reason: expect.stringMatching(/^Sheet 客户评分 is protected\. Unprotect it/), retry: false },
    },
    {
      name: "Excel has run out of memory",
      locale: "en",
      refuse: (excel) => {
        excel.onRequest = ({ text }) => {
          if (text.includes("SuspendApiCalculation")) throw new HostError("MemoryLimitReached", "no memory");
        };
      },
      refusal: { reason: expect.stringMatching(/run out of memory/), retry: true },
    },
  ])("$name", async ({ locale, refuse, refusal }) => {
    const { excel, services } = open("1.20", locale);
    await services.generate(OPTIONS, WATCH);
    const before = JSON.stringify(excel.book.state());
    refuse(excel);
    expect(await refusalOf(services)).toMatchObject({ code: "workbook", ...refusal });
    expect(JSON.stringify(excel.book.state()) === before).toBe(true);
  });
});

test("a renamed sheet of the report is refreshed under its new name, and its edits are read", async () => {
  const { excel, services } = open();
  await services.generate(OPTIONS, WATCH);
  excel.book.sheet("客户评分").name = "我的评分";
  const { sheets, renamed } = await services.generate(OPTIONS, WATCH);
  expect(sheets).toContainEqual({ id: "customerScores", name: "我的评分" });
  expect(renamed).toEqual([]);
  expect(excel.book.sheets.some(({ name }) => name === "客户评分")).toBe(false);
});

test("the oldest Excel that the manifest asks for makes the whole report", async () => {
  const { excel, services } = open("1.9");
  const { sheets } = await services.generate(OPTIONS, WATCH);
  const { services: newest } = open();
  const all = await newest.generate(OPTIONS, WATCH);
  expect(sheets).toEqual(all.sheets);
  expect(excel.book.sheets.length).toBeGreaterThan(sheets.length);
});

test("a whole report, reading included, takes few requests, none of them large; a refresh not many more", async () => {
  const { excel, services } = open();
  const spent = async () => {
    excel.requests.length = 0;
    await services.generate(OPTIONS, WATCH);
    return {
      syncs: excel.requests.length,
      most: Math.max(...excel.requests.map(({ bytes, answerBytes }) => Math.max(bytes, answerBytes))),
    };
  };
  const first = await spent();
  const second = await spent();
  expect(first.syncs).toBeLessThanOrEqual(45);
  expect(second.syncs).toBeLessThanOrEqual(75);
  expect(Math.max(first.most, second.most)).toBeLessThan(1_500_000);
});
