import type { Analysis } from "../../src/core/analysis";
import { dayOf, formatDay, SECONDS_PER_DAY } from "../../src/core/math/day";
import { createDesk, type DeskWatch } from "../../src/excel";
import { translator, type Locale } from "../../src/i18n";
import { deskWords } from "../../src/i18n/deskWords";
import { buildReport, type SheetModel, type WorkbookModel } from "../../src/reports";
import { analysisOf, fixtureSheets } from "../support/analyseFiles";
import { cellsOf } from "../support/modelChecks";
import { rawSheetOf } from "../support/rawSheetOf";
import { openTestExcel } from "./host/openTestExcel";

jest.setTimeout(120_000);

const WATCH: DeskWatch = { onProgress: () => undefined, signal: new AbortController().signal };
const NOVEMBER = dayOf(2025, 11, 30);
const DECEMBER = dayOf(2025, 12, 31);
const FILES = fixtureSheets("mother-baby-shop");

const settingsOf = (asOf: number) => ({ asOf, now: asOf * SECONDS_PER_DAY + 18 * 3_600 });

function sheetOf(model: WorkbookModel, id: string): SheetModel {
  const sheet = model.sheets.find((one) => one.id === id);
  if (sheet === undefined) throw new Error(`no sheet ${id}`);
  return sheet;
}

/** The row of a table whose first cell says so, and the column under a heading. */
function cellIn(model: WorkbookModel, id: string, table: string, key: string, heading: string) {
  const sheet = sheetOf(model, id);
  const range = sheet.tables.find(({ name }) => name === table)?.range;
  if (range === undefined) throw new Error(`no table ${table}`);
  const cells = cellsOf(sheet);
  const row = cells.find(
    (cell) => cell.column === range.column && cell.row > range.row && cell.value === key,
  )?.row;
  const column = cells.find((cell) => cell.row === range.row && cell.value === heading)?.column;
  if (row === undefined || column === undefined) throw new Error(`no ${key} or ${heading} in ${table}`);
  return { row, column };
}

describe.each<{ scenario: string; locale: Locale }>([
  { scenario: "M11", locale: "zh-CN" },
  { scenario: "M12", locale: "en" },
])("$scenario: next month, $locale", ({ locale }) => {
  const t = translator(locale);
  const november = analysisOf(FILES, settingsOf(NOVEMBER));
  const before = buildReport(november, locale);
  // The report's own snapshot table is all that the next month knows of this one.
  const december = analysisOf([...FILES, rawSheetOf(sheetOf(before, "snapshots"))], settingsOf(DECEMBER));
  const after = buildReport(december, locale);

  test("knows who moved between the tiers, and why", () => {
    expect(november.movement).toBeNull();
    const { movement } = december;
    if (movement === null) throw new Error("no movement");
    expect(movement.before).toBe(NOVEMBER);
    expect(movement.moves.length).toBeGreaterThan(0);
    for (const move of movement.moves)
      expect(["ownChange", "rankDrift", "joined", "left"]).toContain(move.reason);
    const said = cellsOf(sheetOf(after, "tierMovement")).map(({ value }) => value);
    for (const { customerId, reason } of movement.moves) {
      expect(said).toContain(customerId);
      expect(said).toContain(t(`moveReason.${reason}`));
    }
  });

  test("the trend grows by one point, and nothing of the past changes", () => {
    const months = (analysis: Analysis) => analysis.months.map(({ month }) => formatDay(month));
    expect(months(december)).toEqual([...months(november), "2025-12-01"]);
    const net = (analysis: Analysis) => analysis.months.slice(0, -2).map((point) => point.net);
    expect(net(december).slice(0, net(november).length)).toEqual(net(november));
  });

  test("R19: the snapshot of last month's end is in time", () => {
    expect(december.programme.plans.snapshotAge).toMatchObject({ lastOn: NOVEMBER, stale: false });
  });

  test("notes stay with their customer and their problem", async () => {
    const words = deskWords(t);
    const { book } = openTestExcel();
    const desk = createDesk();
    await desk.writeReport(before, words, WATCH);
    const due = december.lists.winBack.map(({ customerId }) => customerId);
    const stays = november.lists.winBack.find(({ customerId }) => due.includes(customerId))?.customerId;
    const problem = t("kpi.completeness");
    const planned = (analysis: Analysis) =>
      analysis.programme.relationship.touchPlan.map(({ row }) => row.id);
    const touched = planned(november).find((id) => planned(december).includes(id));
    const places = (model: WorkbookModel) => ({
      monthlyReport: cellIn(
        model,
        "monthlyReport",
        "MonthFeedback",
        t("monthly.feedbackFrom.service"),
        t("monthly.adopted"),
      ),
      touchPlan: cellIn(model, "touchPlan", "TouchPlan", touched ?? "", t("touchPlan.standIn")),
      winBack: cellIn(model, "winBack", "WinBack", stays ?? "", t("followUp.remark")),
      ledgers: cellIn(model, "ledgers", "ImprovementLedger", problem, t("ledger.ownCause")),
      plan: cellIn(model, "plan", "PlanTasks", t("task.dataClean"), t("plan.ownOwner")),
      playbook: cellIn(model, "playbook", "ServiceChecklist", t("check.privacy"), t("book.ownRemark")),
    });
    const ids = ["winBack", "ledgers", "plan", "playbook", "monthlyReport", "touchPlan"] as const;
    for (const id of ids) {
      const { row, column } = places(before)[id];
      book.sheet(t(`sheet.${id}`)).type(row, column, `note on ${id}`);
    }
    const result = await desk.writeReport(after, words, WATCH);
    expect([result.keptNotes, result.orphanNotes]).toEqual([ids.length, 0]);
    for (const id of ids) {
      const { row, column } = places(after)[id];
      expect(book.sheet(t(`sheet.${id}`)).cell(row, column)?.value).toBe(`note on ${id}`);
    }
  });
});
