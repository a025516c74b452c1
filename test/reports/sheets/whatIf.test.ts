import type { Analysis } from "../../../src/core/analysis";
import { retentionWhatIf } from "../../../src/core/clv";
import { dayOf } from "../../../src/core/math/day";
import { translator, type Locale } from "../../../src/i18n";
import { buildReport } from "../../../src/reports";
import { analysisOf, fixtureSheets } from "../../support/analyseFiles";
import { cellsOf, faultsOf } from "../../support/modelChecks";
import { smallAnalysis } from "../../support/smallAnalysis";

const full = smallAnalysis();

function sheetOf(analysis: Analysis, locale: Locale = "en") {
  const model = buildReport(analysis, locale);
  const sheet = model.sheets.find(({ id }) => id === "whatIf");
  if (!sheet) throw new Error("no sheet");
  return { model, cells: cellsOf(sheet) };
}

function retentionOf(status: "known" | "tooLittleData"): Analysis {
  const { predictions } = full;
  if (predictions === null) throw new Error("no predictions");
  if (status === "tooLittleData")
    return { ...full, predictions: { ...predictions, retention: { status, days: 412 } } };
  // Four buyers a year, two of whom came again; 100.00 each in the last year.
  const day = (customer: number, back: number) => ({ customer, day: 1_000 - back });
  const orders = [0, 1, 2, 3]
    .map((customer) => day(customer, 500))
    .concat([0, 1, 4, 5].map((c) => day(c, 100)));
  const known = [...orders, day(0, 800)].sort((a, b) => a.customer - b.customer || a.day - b.day);
  const retention = retentionWhatIf({
    asOf: 1_000,
    customers: ["a", "b", "c", "d", "e", "f"],
    orders: {
      count: known.length,
      customer: Int32Array.from(known, ({ customer }) => customer),
      day: Int32Array.from(known, ({ day: on }) => on),
      net: new Float64Array(known.length).fill(10_000),
      refunded: new Float64Array(known.length),
      orderIds: [],
      channel: new Int32Array(0),
    },
  });
  return { ...full, predictions: { ...predictions, retention } };
}

describe.each(["zh-CN", "en"] as const)("the what-if sheet in %s", (locale) => {
  const t = translator(locale);

  test("less than two years: said with what is missing, in a workbook without faults", () => {
    const { model, cells } = sheetOf(retentionOf("tooLittleData"), locale);
    expect(cells.map(({ value }) => value)).toContain(t("whatIf.tooLittle", { days: 412 }));
    expect(faultsOf(model)).toEqual([]);
  });

  test("retention follows the assumption cells and shows what the formula gives", () => {
    const { model, cells } = sheetOf(retentionOf("known"), locale);
    const rowOf = (label: string) =>
      cells.find(({ column, value }) => column === 1 && value === label)?.row ?? -1;
    const at = (row: number, column: number) =>
      cells.find((cell) => cell.row === row && cell.column === column)?.value;
    expect(at(rowOf(t("whatIf.retentionToday")), 2)).toBe(0.5);
    expect(at(rowOf(t("whatIf.more")), 2)).toBeCloseTo(0.55, 12);
    expect(at(rowOf(t("whatIf.more")), 3)).toBeCloseTo((100 * 0.55) / (1.1 - 0.55), 9);
    expect(at(rowOf(t("whatIf.more")), 5)).toBeCloseTo(0.05 * 4 * 100, 9);
    expect(faultsOf(model)).toEqual([]);
  });

  test("without channels it says what would bring the cost of a new customer", () => {
    expect(sheetOf(full, locale).cells.map(({ value }) => value)).toContain(t("whatIf.noChannels"));
  });
});

describe("the mother-baby shop", () => {
  const analysis = analysisOf(fixtureSheets("mother-baby-shop"), { asOf: dayOf(2025, 12, 31) });
  const { whatIf } = analysis;

  test("30 % less per new customer buys as many more for the same money", () => {
    const { acquisition } = whatIf;
    expect(acquisition?.cac).toBeCloseTo(177.6315789, 6);
    expect(acquisition?.changedCac).toBeCloseTo(177.6315789 * 0.7, 6);
    expect(acquisition?.changedNewCustomers).toBeCloseTo((acquisition?.newCustomers ?? 0) / 0.7, 9);
  });

  test("a top tier half as wide moves two of four, and every mover says where to", () => {
    const narrow = whatIf.tierCases.find(({ id }) => id === "narrowTop");
    expect(narrow?.tiers.find(({ tier }) => tier === "high")).toMatchObject({
      customers: 4,
      changedCustomers: 2,
    });
    expect(whatIf.movers.every(({ to, tier }) => Object.values(to).every((other) => other !== tier))).toBe(
      true,
    );
    const total = (field: "net" | "changedNet") => narrow?.tiers.reduce((sum, tier) => sum + tier[field], 0);
    expect(total("net")).toBeCloseTo(total("changedNet") ?? 0, 6);
  });
});
