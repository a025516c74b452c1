import { carryNotes } from "../../src/app/carryNotes";
import type { Cell, RawSheet } from "../../src/core/tables";
import { translator, type Locale } from "../../src/i18n";
import { buildReport, type SheetModel, type WorkbookModel } from "../../src/reports";
import { forEachCell } from "../../src/xlsx/modelCells";
import { smallAnalysis } from "../support/smallAnalysis";

const report = buildReport(smallAnalysis(), "zh-CN");
const WHOLE = { row: 0, column: 0, rows: 10_000, columns: 200 };

const sheetOf = (model: WorkbookModel, id: string): SheetModel => {
  const sheet = model.sheets.find((one) => one.id === id);
  if (sheet === undefined) throw new Error(`no sheet ${id}`);
  return sheet;
};

/** A sheet of the report as it would be read back from its file. */
function readBack(
  id: string,
  model = report,
): { readonly id: string; readonly sheet: RawSheet & { rows: Cell[][] } } {
  const sheet = sheetOf(model, id);
  const rows: Cell[][] = [];
  forEachCell(sheet, WHOLE, (row, column, value) => {
    while (rows.length <= row) rows.push([]);
    const line = rows[row] as Cell[];
    while (line.length <= column) line.push(null);
    line[column] = value;
  });
  return { id, sheet: { file: "before.xlsx", name: sheet.name, rows, date1904: false } };
}

/** Where a heading and a row's key stand. */
function place(rows: readonly (readonly Cell[])[], heading: string, key: string) {
  const head = rows.findIndex((row) => row.includes(heading));
  const row = rows.findIndex((line, index) => index > head && line.includes(key));
  return { row, column: rows[head]?.indexOf(heading) ?? -1 };
}

function write(sheet: { rows: Cell[][] }, heading: string, key: string, value: Cell): void {
  const { row, column } = place(sheet.rows, heading, key);
  (sheet.rows[row] as Cell[])[column] = value;
}

function found(model: WorkbookModel, id: string, heading: string, key: string): Cell {
  const { rows } = readBack(id, model).sheet;
  const { row, column } = place(rows, heading, key);
  return rows[row]?.[column] ?? null;
}

test("what people wrote stands beside the same customer, wherever the row has moved", () => {
  const before = readBack("customerScores");
  write(before.sheet, "人工分层", "user03", "基础");
  write(before.sheet, "人工分层理由", "user03", "拖欠货款");
  // The order of that day was another one.
  const head = before.sheet.rows.findIndex((row) => row.includes("人工分层"));
  before.sheet.rows.splice(head + 1, 0, ...before.sheet.rows.splice(head + 3, 1));
  const { model, kept, lost } = carryNotes(report, [before]);
  expect({ kept, lost }).toEqual({ kept: 2, lost: 0 });
  expect(found(model, "customerScores", "人工分层", "user03")).toBe("基础");
  expect(found(model, "customerScores", "人工分层理由", "user03")).toBe("拖欠货款");
  expect(found(model, "customerScores", "人工分层", "user01")).toBeNull();
});

test("notes of a row that is no longer listed are counted, not put beside somebody else", () => {
  const before = readBack("customerScores");
  write(before.sheet, "人工分层理由", "user03", "拖欠货款");
  const { row } = place(before.sheet.rows, "人工分层", "user03");
  const line = before.sheet.rows[row] as Cell[];
  line[line.indexOf("user03")] = "gone";
  const { model, kept, lost } = carryNotes(report, [before]);
  expect({ kept, lost }).toEqual({ kept: 0, lost: 1 });
  expect(model.sheets).toEqual(report.sheets);
});

test("notes of a row that two rows answer to are counted, not guessed", () => {
  const before = readBack("customerScores");
  write(before.sheet, "人工分层理由", "user03", "拖欠货款");
  const { row } = place(before.sheet.rows, "人工分层", "user03");
  before.sheet.rows.splice(row, 0, [...(before.sheet.rows[row] as Cell[])]);
  expect(carryNotes(report, [before])).toMatchObject({ kept: 0, lost: 2 });
});

test("result and remark of the win-back list are carried; what we compute never is", () => {
  const before = readBack("winBack");
  const head = before.sheet.rows.findIndex((row) => row.includes("备注"));
  const key = String(before.sheet.rows[head + 1]?.[1]);
  write(before.sheet, "备注", key, "周五再打");
  write(before.sheet, "层级", key, "涂改");
  const { model, kept } = carryNotes(report, [before]);
  expect(kept).toBe(1);
  expect(found(model, "winBack", "备注", key)).toBe("周五再打");
  expect(found(model, "winBack", "层级", key)).not.toBe("涂改");
});

test("a column of ours that has no figure this time takes none from last time", () => {
  const before = readBack("touchPlan");
  const sheet = sheetOf(report, "touchPlan");
  const [list] = sheet.tables.filter(({ name }) => name === "TouchPlan");
  const { row, column } = place(before.sheet.rows, "上次触达", "user04");
  expect(list?.typed).not.toContain(column - (list?.range.column ?? 0));
  expect(row).toBeGreaterThan(0);
  // This time nobody was touched: the column stands empty.
  const emptied = {
    ...report,
    sheets: report.sheets.map((one) =>
      one.id !== "touchPlan"
        ? one
        : {
            ...one,
            blocks: one.blocks.map((block) => ({
              ...block,
              values: block.values.map((cells, down) =>
                cells.map((value, across) =>
                  block.column + across === column && block.row + down > (list?.range.row ?? 0)
                    ? null
                    : value,
                ),
              ),
            })),
          },
    ),
  };
  write(before.sheet, "上次触达", "user04", "2025-12-01");
  write(before.sheet, "代办人", "user04", "王姐");
  const { model, kept } = carryNotes(emptied, [before]);
  expect(kept).toBe(1);
  expect(found(model, "touchPlan", "上次触达", "user04")).toBeNull();
  expect(found(model, "touchPlan", "代办人", "user04")).toBe("王姐");
});

describe.each<Locale>(["zh-CN", "en"])("%s: what people wrote into a sheet is in the next file", (locale) => {
  const t = translator(locale);
  const made = buildReport(smallAnalysis(), locale);
  const touched = smallAnalysis().programme.relationship.touchPlan[0]?.row.id ?? "";

  test.each([
    { id: "monthlyReport", heading: t("monthly.adopted"), key: t("monthly.feedbackFrom.management") },
    { id: "monthlyReport", heading: t("monthly.remark"), key: t("monthly.feedbackFrom.service") },
    { id: "monthlyReport", heading: t("monthly.dueOn"), key: t("monthly.action.completeness") },
    { id: "touchPlan", heading: t("touchPlan.standIn"), key: touched },
    { id: "touchPlan", heading: t("followUp.result"), key: touched },
    { id: "touchPlan", heading: t("followUp.remark"), key: touched },
  ])("$id: $heading of $key", ({ id, heading, key }) => {
    const before = readBack(id, made);
    // The newsletters above the plan have a result and a remark of their own.
    const head = before.sheet.rows.findLastIndex((row) => row.includes(heading));
    const row = before.sheet.rows.findIndex((line, index) => index > head && line.includes(key));
    const column = before.sheet.rows[head]?.indexOf(heading) ?? -1;
    expect({ row: row > head, column: column >= 0 }).toEqual({ row: true, column: true });
    (before.sheet.rows[row] as Cell[])[column] = "写好了";
    const { model, kept, lost } = carryNotes(made, [before]);
    expect({ kept, lost }).toEqual({ kept: 1, lost: 0 });
    expect(readBack(id, model).sheet.rows[row]?.[column]).toBe("写好了");
  });
});

test.each([
  { name: "no earlier report", earlier: [] },
  { name: "one whose lists were left as they were", earlier: [readBack("customerScores")] },
  {
    name: "one in the other language",
    earlier: [readBack("customerScores", buildReport(smallAnalysis(), "en"))],
  },
])("$name changes nothing", ({ earlier }) => {
  const { model, kept, lost } = carryNotes(report, earlier);
  expect({ kept, lost }).toEqual({ kept: 0, lost: 0 });
  expect(model.sheets).toEqual(report.sheets);
});
