import type { Predictions } from "../../../src/core/analysis";
import type { Analysis, CustomerRow } from "../../../src/core/analysis/types";
import { serialOfDay } from "../../../src/core/math/day";
import type { Cell, RawSheet } from "../../../src/core/tables";
import { translator, type Locale } from "../../../src/i18n";
import { buildReport, type SheetModel, type WorkbookModel } from "../../../src/reports";
import { createContext } from "../../../src/reports/context";
import { reasonOf } from "../../../src/reports/lists/customerScores";
import type { CellValue } from "../../../src/reports/model/workbookModel";
import { readWorkbook, writeWorkbook } from "../../../src/xlsx";
import { analysisOf } from "../../support/analyseFiles";
import { hasLibreOffice, recalculated } from "../../support/libreOffice";
import { cellsOf } from "../../support/modelChecks";

jest.setTimeout(120_000);

const LOCALES: readonly Locale[] = ["zh-CN", "en"];
const DASH = "–";

/** Ids that a lookup could take for one another: by case, as wildcards, as numbers, as formulas. */
const IDS = ["00123", "123", "0123", "a*b", "axb", "a?b", "a~b", "Anna", "anna", "=1+1", "-7", '6" pan'];

const ORDERS: RawSheet = {
  file: "shop.xlsx",
  name: "Orders",
  date1904: false,
  rows: [
    ["Order ID", "Customer ID", "Paid at", "Amount paid", "Category"],
    ...IDS.flatMap((id, index): Cell[][] =>
      Array.from({ length: 1 + (index % 4) }, (_, order) => [
        `O${index}-${order}`,
        id,
        `2025-${String(12 - index).padStart(2, "0")}-${String(27 - order * 3).padStart(2, "0")}`,
        100 + 37 * index + 10.5 * order,
        index % 2 === 0 ? "Toys" : "Formula",
      ]),
    ),
    ["O90", "Long ago", "2023-02-03", 640, "Toys"],
    ["O99", "axb", "2025-12-31", 20, "Toys"],
  ],
};

const CUSTOMERS: RawSheet = {
  file: "shop.xlsx",
  name: "Customers",
  date1904: false,
  rows: [
    ["Customer ID", "Name", "Phone", "Product preference"],
    ["00123", "Zero", "13800001001", "Toys"],
    ["anna", "Small Anna", "", ""],
    ["Anna", "=HYPERLINK(1)", "13800001002", ""],
    ["Never bought", "No Orders", "13800001003", "Formula"],
  ],
};

const analysis: Analysis = analysisOf([ORDERS, CUSTOMERS]);

type Shown = (row: CustomerRow, locale: Locale) => CellValue;
type Label = Parameters<ReturnType<typeof translator>>[0];
const day = (value: number | null) => (value === null ? null : serialOfDay(value));

/** What stands beside each label of the two halves. */
const BESIDE: readonly (readonly [Label, Shown])[] = [
  ["scores.code", ({ code }) => code],
  ["scores.score", ({ score }) => score],
  ["scores.lastDay", ({ lastDay }) => day(lastDay)],
  ["scores.firstDay", ({ firstDay }) => day(firstDay)],
  ["scores.interval", ({ intervalDays }) => intervalDays],
  ["scores.totalOrders", ({ totalOrders }) => totalOrders],
  ["scores.totalNet", ({ totalNet }) => totalNet],
  ["scores.topCategory", ({ topCategory }) => topCategory],
  ["field.name", ({ record }) => record?.name ?? ""],
  ["field.phone", ({ record }) => record?.phone ?? ""],
  ["field.preference", ({ record }) => record?.preference ?? ""],
];

/** A figure of a column over the book; null where there is none. */
function predicted(
  { bookIndex }: CustomerRow,
  column: (predictions: Predictions) => Float64Array | undefined,
): number | null {
  const value = analysis.predictions === null ? undefined : column(analysis.predictions)?.[bookIndex];
  return value === undefined || Number.isNaN(value) ? null : value;
}

/** What stands under each label of the cards. */
const UNDER: readonly (readonly [Label, Shown])[] = [
  [
    "scores.tier",
    ({ tier }, locale) =>
      tier === "" ? translator(locale)("report.noTier") : translator(locale)(`tier.${tier}`),
  ],
  [
    "scores.segment",
    ({ segment }, locale) => (segment === "" ? "" : translator(locale)(`segment.${segment}` as Label)),
  ],
  ["scores.days", ({ daysSinceLastOrder }) => daysSinceLastOrder],
  ["scores.orders", ({ orders }) => orders],
  ["scores.net", ({ netSpend }) => netSpend],
  ["scores.rank", ({ rank }) => rank],
  ["scores.risk", (row) => predicted(row, ({ risk }) => risk)],
  ["scores.riskLow", (row) => predicted(row, ({ low }) => low)],
  ["scores.riskHigh", (row) => predicted(row, ({ high }) => high)],
  [
    "scores.riskBand",
    ({ bookIndex }, locale) => {
      const band = analysis.predictions?.bands[bookIndex] ?? "";
      return band === "" ? "" : translator(locale)(`riskBand.${band}`);
    },
  ],
  ["scores.clv", (row) => predicted(row, ({ value }) => value?.clv)],
  ["scores.clvLow", (row) => predicted(row, ({ value }) => value?.clvLow)],
  ["scores.clvHigh", (row) => predicted(row, ({ value }) => value?.clvHigh)],
  [
    "scores.potential",
    ({ bookIndex }, locale) => {
      const quadrant = analysis.predictions?.value?.quadrants.of[bookIndex] ?? "";
      return quadrant === "" ? "" : translator(locale)(`quadrant.${quadrant}`);
    },
  ],
  [
    "scores.reason",
    (row, locale) =>
      analysis.predictions === null
        ? ""
        : reasonOf(analysis.predictions, row, createContext(analysis, locale), analysis.decimals),
  ],
];
const HOLES = { days: 90, months: 12 };

function cardOf(model: WorkbookModel): SheetModel {
  const card = model.sheets.find(({ id }) => id === "customerCard");
  if (!card) throw new Error("no card");
  return card;
}

/** The card with another customer picked; what its formulas had computed stays behind. */
function picking(card: SheetModel, id: string, name: string): SheetModel {
  return {
    ...card,
    name,
    charts: [],
    blocks: card.blocks.map((block) => ({
      ...block,
      values: block.values.map((line, i) =>
        line.map((value, j) =>
          block.style.of === "cells" && block.style.styles[i]?.[j] === "input" && value !== null ? id : value,
        ),
      ),
    })),
  };
}

/** Cells of a written and recalculated workbook, by sheet. */
async function afterRecalculation(model: WorkbookModel): Promise<(sheet: string) => RawSheet["rows"]> {
  const { bytes } = await writeWorkbook(model);
  const reading = readWorkbook(recalculated(bytes), "book.xlsx");
  if (!reading.ok) throw new Error(JSON.stringify(reading.failure));
  return (name) => {
    const found = reading.sheets.find((sheet) => sheet.name === name);
    if (!found) throw new Error(`no sheet ${name}`);
    return found.rows;
  };
}

const near = (a: unknown, b: unknown) =>
  typeof a === "number" && typeof b === "number"
    ? Math.abs(a - b) < 1e-9 * Math.max(1, Math.abs(b))
    : a === b;

const picks = [...IDS, "Long ago", "Never bought"];

(hasLibreOffice() ? describe : describe.skip).each(LOCALES)("%s, computed by a host", (locale) => {
  const t = translator(locale);
  const model = buildReport(analysis, locale);
  const card = cardOf(model);
  let rowsOf: (sheet: string) => RawSheet["rows"];

  beforeAll(async () => {
    const clones = [...picks, "nobody"].map((id, index) => picking(card, id, `pick ${index}`));
    rowsOf = await afterRecalculation({ ...model, sheets: [...model.sheets, ...clones] });
  });

  const placeOf = (label: Label) => {
    const found = cellsOf(card).find(({ value }) => value === t(label, HOLES));
    if (!found) throw new Error(`no label ${label}`);
    return found;
  };

  /** Every cell that answers a label, with what the analysis says. */
  const answers = (row: CustomerRow | null) => [
    ...BESIDE.map(([label, shown]) => {
      const { row: line, column } = placeOf(label);
      const value = cellsOf(card).find(
        (cell) => cell.row === line && cell.column > column && cell.formula !== null,
      );
      return { label, row: line, column: value?.column ?? -1, expected: row && shown(row, locale) };
    }),
    ...UNDER.map(([label, shown]) => {
      const { row: line, column } = placeOf(label);
      return { label, row: line + 1, column, expected: row && shown(row, locale) };
    }),
  ];

  test("every cell of the default customer is what the file had cached", () => {
    const rows = rowsOf(card.name);
    const formulas = cellsOf(card).filter(({ formula }) => formula !== null);
    expect(formulas.length).toBeGreaterThan(30);
    for (const { row, column, value, formula } of formulas)
      if (!near(rows[row]?.[column], value))
        throw new Error(`${formula ?? ""}: ${String(rows[row]?.[column])} for ${String(value)}`);
  });

  test.each(picks.map((id, index) => ({ id, sheet: `pick ${index}` })))(
    "$id is found, and nobody else",
    ({ id, sheet }) => {
      const customer = analysis.customers.find((row) => row.id === id);
      if (!customer) throw new Error(`no customer ${id}`);
      const rows = rowsOf(sheet);
      for (const { label, row, column, expected } of answers(customer))
        expect({ id, label, value: rows[row]?.[column] }).toEqual({
          id,
          label,
          value:
            expected === null || expected === ""
              ? DASH
              : typeof expected === "number"
                ? (expect.closeTo(expected, 8) as number)
                : expected,
        });
      const months = cellsOf(card).filter(
        ({ value }) => typeof value === "string" && /^\d{4}-\d\d$/.test(value),
      );
      expect(months).toHaveLength(12);
      expect(months.map(({ row, column }) => rows[row + 1]?.[column])).toEqual(customer.monthlyOrders);
      const portrait = analysis.portraits.find(({ tier }) => tier === customer.tier);
      const days = placeOf("scores.days");
      const median = portrait?.medianDaysSinceLastOrder ?? null;
      const note = t("card.tierAverage", {
        value: median === null ? DASH : Math.round(median).toLocaleString("en-US"),
      });
      expect(rows[days.row + 2]?.[days.column]).toBe(note);
    },
  );

  test("an id that nobody has leaves dashes and no error", () => {
    const rows = rowsOf(`pick ${picks.length}`);
    for (const { label, row, column } of answers(null))
      expect({ label, value: rows[row]?.[column] }).toEqual({ label, value: DASH });
    expect(rows.flat().filter((cell) => typeof cell === "object" && cell !== null)).toEqual([]);
  });
});

test("the drop-down offers every customer, and the page opens on the best", () => {
  const model = buildReport(analysis, "en");
  const card = cardOf(model);
  const scores = model.sheets.find(({ id }) => id === "customerScores");
  const [validation] = card.validations;
  if (validation?.kind !== "listRange") throw new Error("no drop-down");
  const [table] = scores?.tables ?? [];
  const first = (table?.range.row ?? 0) + 2;
  expect(validation.source).toBe(
    `'${scores?.name ?? ""}'!$B$${first}:$B$${first + analysis.customers.length - 1}`,
  );
  const best = analysis.customers.find(({ rank }) => rank === 1);
  expect(cellsOf(card).find(({ style, value }) => style === "input" && value !== null)?.value).toBe(best?.id);
});
