import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Analysis } from "../../src/core/analysis";
import { dayOf, NO_DAY, SECONDS_PER_DAY } from "../../src/core/math/day";
import type { Locale } from "../../src/i18n";
import { buildReport, SHEET_IDS, type SheetModel } from "../../src/reports";
import { FULL_ONLY } from "../../src/reports/reportScope";
import { SAMPLE_SEED, sampleShop } from "../../src/sample";
import { analysisOf, fixtureSheets } from "../support/analyseFiles";
import { cellsOf, faultsOf } from "../support/modelChecks";
import { smallAnalysis } from "../support/smallAnalysis";

const LOCALES: readonly Locale[] = ["zh-CN", "en"];

/** The smallest world: no order, no customer, nothing to score. */
function emptyAnalysis(): Analysis {
  const full = smallAnalysis();
  const none = new Int32Array(0);
  const amounts = new Float64Array(0);
  return {
    ...full,
    asOf: dayOf(2025, 12, 20),
    firstOrderDay: NO_DAY,
    lastOrderDay: NO_DAY,
    customers: [],
    book: {
      ...full.book,
      customers: [],
      customerKeys: [],
      summary: {
        count: 0,
        firstDay: none,
        lastDay: none,
        windowOrders: none,
        windowNet: amounts,
        totalOrders: none,
        totalNet: amounts,
        purchaseDays: none,
        repeatNet: amounts,
        onlyAfterAsOf: new Uint8Array(0),
      },
    },
    totals: {
      net: 0,
      orders: 0,
      buyers: 0,
      netPerCustomer: null,
      netPerOrder: null,
      previousNet: null,
      previousOrders: null,
      previousBuyers: null,
    },
    portraits: full.portraits.map((portrait) => ({
      ...portrait,
      customers: 0,
      customerShare: null,
      net: 0,
      netShare: null,
      orders: 0,
      netPerCustomer: null,
      netPerOrder: null,
      repeatRate: null,
      topCategories: [],
      topTags: [],
      topComplaintReasons: [],
      contactPreferences: [],
      channelResponse: [],
    })),
    segments: [],
    months: [],
    cohorts: { period: "month", rows: [] },
    heat: { bins: 5, customers: [], net: [] },
    kpis: full.kpis.map((kpi) => ({ ...kpi, value: null, targetValue: null, gap: null, status: "noData" })),
    predictions: null,
    predictionGap: "noOrders",
    lists: { winBack: [], unpaidReminders: [], satisfiedButLapsed: [], completenessGaps: [], riskAlerts: [] },
  };
}

const FIXTURE_DAY = { asOf: dayOf(2025, 12, 31), now: dayOf(2025, 12, 31) * SECONDS_PER_DAY + 18 * 3600 };

const WORLDS: readonly { readonly name: string; readonly analysis: () => Analysis }[] = [
  { name: "a small shop", analysis: smallAnalysis },
  { name: "no orders at all", analysis: emptyAnalysis },
  { name: "the fixture shop", analysis: () => analysisOf(fixtureSheets("mother-baby-shop"), FIXTURE_DAY) },
  {
    name: "the Chinese sample",
    analysis: () => analysisOf(sampleShop({ seed: SAMPLE_SEED, locale: "zh-CN" })),
  },
  { name: "the English sample", analysis: () => analysisOf(sampleShop({ seed: SAMPLE_SEED, locale: "en" })) },
];

test.each(LOCALES)("%s: no section of the sample's report is without data", (locale) => {
  const { sheets } = buildReport(analysisOf(sampleShop({ seed: SAMPLE_SEED, locale })), locale);
  const empty = sheets.flatMap((sheet) =>
    cellsOf(sheet).flatMap(({ style, value }) =>
      style === "empty" && value !== null ? [`${sheet.id}: ${String(value)}`] : [],
    ),
  );
  expect(empty).toEqual([]);
});

describe.each(WORLDS)("$name", ({ analysis: make }) => {
  let made: Analysis | undefined;
  const analysis = () => (made ??= make());

  test.each(LOCALES)("%s: nothing a host would refuse or a reader stumble over", (locale) => {
    expect(faultsOf(buildReport(analysis(), locale))).toEqual([]);
  });

  test.each(LOCALES)("%s: sheets stand in the order of the contract", (locale) => {
    const ids = buildReport(analysis(), locale).sheets.map(({ id }) => id);
    expect(ids).toEqual(SHEET_IDS.filter((id) => ids.includes(id)));
    expect(ids).toEqual(expect.arrayContaining(["cover", "kpiBoard", "tierPortraits", "chartData"]));
  });
});

test("the board of the fixture shop shows the figures of its expected.json", () => {
  const board = buildReport(analysisOf(fixtureSheets("mother-baby-shop"), FIXTURE_DAY), "zh-CN").sheets.find(
    ({ id }) => id === "kpiBoard",
  );
  if (!board) throw new Error("no board");
  const cells = cellsOf(board);
  /** The figure of the line that starts with this name. */
  const valueOf = (name: string) => {
    const line = cells.filter(({ value, style }) => value === name && style === "wordBold")[0];
    return cells.find(({ row, column }) => row === line?.row && column === 5)?.value;
  };
  expect(valueOf("获客成本")).toBeCloseTo(177.63, 2);
  expect(valueOf("信息全部完善的客户占比")).toBeCloseTo(13 / 20, 10);
  expect(valueOf("高价值客户及时响应率")).toBe(0.75);
  expect(valueOf("触达响应率")).toBe("–");
  const net = cells.find(({ style }) => style === "cardMoney");
  expect(net?.value).toBe(38_722);
});

test("a customer id that looks like a formula stays text in every sheet", () => {
  for (const locale of LOCALES)
    for (const sheet of buildReport(smallAnalysis(), locale).sheets)
      for (const { value, formula, style } of cellsOf(sheet)) {
        if (typeof value !== "string" || !value.startsWith("=")) continue;
        expect({ sheet: sheet.id, formula: formula === null || /INDEX|XLOOKUP/.test(formula) }).toEqual({
          sheet: sheet.id,
          formula: true,
        });
        expect(["text", "textWrap", "input", "cardText"]).toContain(style);
      }
});

test("an English report holds no Chinese but the user's own data", () => {
  const analysis = smallAnalysis();
  const own = JSON.stringify(analysis, (_, value: unknown) => (ArrayBuffer.isView(value) ? null : value));
  const ownWords = new Set(own.match(/[\u4e00-\u9fff]+/g));
  for (const sheet of buildReport(analysis, "en").sheets)
    for (const { value, row } of cellsOf(sheet))
      for (const word of (typeof value === "string" && value.match(/[\u4e00-\u9fff]+/g)) || [])
        // The cover quotes the brief's own term for average spend.
        if (!ownWords.has(word) && word !== "客单价")
          throw new Error(`${sheet.name} row ${row + 1}: ${value}`);
});

test("a Chinese report holds no English words but names and formula letters", () => {
  const allowed =
    /^(Tenure|KPI|SLA|NPS|RFM|RFM[A-Z]*|CAC|CLV|ID|shop|xlsx|user\d*|csv|CSV|Excel|Shopify|JSON|IANA|[A-Z]\d?|[a-z])$/;
  const analysis = smallAnalysis();
  const own = JSON.stringify(analysis, (_, value: unknown) => (ArrayBuffer.isView(value) ? null : value));
  const sheets = buildReport(analysis, "zh-CN").sheets.filter(({ id }) =>
    ["cover", "kpiBoard", "tierPortraits", "chartData"].includes(id),
  );
  for (const sheet of sheets)
    for (const { value, row } of cellsOf(sheet))
      for (const word of (typeof value === "string" && value.match(/[A-Za-z][A-Za-z0-9]*/g)) || [])
        if (!allowed.test(word) && !own.includes(word))
          throw new Error(`${sheet.name} row ${row + 1}: ${value}`);
});

test.each(LOCALES)(
  "%s: the compact report leaves sheets out, says which, and refers to none of them",
  (locale) => {
    const analysis = smallAnalysis();
    const full = buildReport(analysis, locale);
    const compact = buildReport(
      { ...analysis, settings: { ...analysis.settings, reportScope: "compact" } },
      locale,
    );
    expect(faultsOf(compact)).toEqual([]);
    const ids = compact.sheets.map(({ id }) => id);
    expect(ids.filter((id) => FULL_ONLY.some((left) => left === id))).toEqual([]);
    // What stays is what the full report shows, but for what speaks of the scope, of charts and of lists left out.
    const changed = ["cover", "settings", "chartData", "monthlyReport"];
    // The touch plan ends its sentence on channels with where their months stand.
    const reference =
      locale === "zh-CN" ? /各渠道、月份与层级的响应见「.*」。$/ : / All channels, months and tiers: “.*”\.$/;
    for (const sheet of compact.sheets)
      if (!changed.includes(sheet.id))
        expect(inValues(sheet)).toEqual(
          inValues(full.sheets.find(({ id }) => id === sheet.id)).map((rows) =>
            rows.map((cells) =>
              cells.map((value) =>
                typeof value === "string" && reference.test(value) ? value.replace(reference, "") : value,
              ),
            ),
          ),
        );
    const cover = compact.sheets.find(({ id }) => id === "cover");
    const said = cover ? cellsOf(cover).map(({ value }) => String(value)) : [];
    for (const { id, name } of full.sheets)
      if (FULL_ONLY.some((left) => left === id)) expect(said.some((text) => text.includes(name))).toBe(true);
  },
);

/** What a sheet says, without where its charts read. */
const inValues = (sheet: SheetModel | undefined) => (sheet?.blocks ?? []).map(({ values }) => values);

test("the same analysis gives the same workbook", () => {
  expect(buildReport(smallAnalysis(), "zh-CN")).toEqual(buildReport(smallAnalysis(), "zh-CN"));
});

/** One line for each innermost list and plain object, so that a diff shows rows. */
function inRows(value: unknown): string {
  const text = JSON.stringify(value, null, 1);
  return `${text.replace(/([[{])\s+([^[\]{}]*?)\s+([\]}])/g, (_, open: string, inner: string, close: string) => `${open}${inner.replace(/\n\s*/g, " ")}${close}`)}\n`;
}

/** The workbook without its sheets, and each sheet, by the name of the file it is kept in. */
function goldens(locale: Locale): ReadonlyMap<string, string> {
  const { sheets, ...workbook } = buildReport(smallAnalysis(), locale);
  return new Map([
    ["workbook", inRows({ ...workbook, sheets: sheets.map(({ id }) => id) })],
    ...sheets.map((sheet): [string, string] => [
      sheet.id,
      inRows({
        ...sheet,
        rowHeights: Object.fromEntries(sheet.rowHeights),
        blocks: sheet.blocks.map(({ row, column, values, formulas, style }) => ({
          at: [row, column],
          values,
          ...(formulas && { formulas }),
          style,
        })),
      }),
    ]),
  ]);
}

test.each(LOCALES)("%s: every sheet is the golden one", (locale) => {
  const folder = join(__dirname, "..", "golden", "report", locale);
  const made = goldens(locale);
  // To accept a change, run with GOLDEN=write and read the diff.
  if (process.env["GOLDEN"] === "write") {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    for (const [name, text] of made) writeFileSync(join(folder, `${name}.json`), text);
  }
  const kept = readdirSync(folder).map((file) => file.replace(/\.json$/, ""));
  expect(kept.sort()).toEqual([...made.keys()].sort());
  for (const [name, text] of made) expect(text).toBe(readFileSync(join(folder, `${name}.json`), "utf8"));
});
