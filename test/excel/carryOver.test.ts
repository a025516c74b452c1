import { carryOver } from "../../src/excel/carryOver";
import { findOwnContent } from "../../src/excel/findOwnContent";
import type { FoundCell } from "../../src/excel/foundSheet";
import type { OwnContent } from "../../src/excel/ownContent";
import { rangeOfAddress } from "../../src/excel/address";
import { sheetGrid } from "../../src/excel/sheetGrid";
import { sheetRecord } from "../../src/excel/sheetRecord";
import type { CellValue, SheetModel } from "../../src/reports";
import { translator } from "../../src/i18n";
import { deskWords } from "../../src/i18n/deskWords";

const WORDS = deskWords(translator("zh-CN"));
const STYLES = { text: { numberFormat: "@" }, word: {}, title: {}, header: {} };

interface ListRow {
  readonly id: string;
  readonly name?: string;
}

/** A sheet with a title and one list: id, name, amount, and the blank columns 结果 and 备注. */
function listSheet(
  rows: readonly ListRow[],
  { titleRows = 2, titles = ["客户", "姓名", "金额", "结果", "备注"] } = {},
): SheetModel {
  const values: CellValue[][] = rows.map(({ id, name = "" }, index) => [id, name, 100 + index, null, null]);
  return {
    id: "winBack",
    name: "赢回名单",
    tabColor: null,
    columnWidths: [2, 12, 12, 12, 12, 12],
    defaultRowHeight: 18,
    rowHeights: new Map(),
    blocks: [
      { row: 0, column: 1, values: [["赢回名单"]], style: { of: "block", style: "title" } },
      ...(rows.length === 0
        ? []
        : ([
            { row: titleRows, column: 1, values: [titles], style: { of: "block", style: "header" } },
            {
              row: titleRows + 1,
              column: 1,
              values,
              style: { of: "columns", styles: ["text", "text", "word", "word", "word"] },
            },
          ] as const)),
    ],
    merges: [],
    tables:
      rows.length === 0
        ? []
        : [
            {
              name: "WinBack",
              range: { row: titleRows, column: 1, rows: rows.length + 1, columns: 5 },
              filter: true,
            },
          ],
    charts: [],
    conditionalFormats: [],
    validations: [],
    links: [],
    notes: [],
    freeze: null,
    showGridlines: false,
    zoom: 100,
    print: { orientation: "landscape", titleRows: null, footer: "", area: null },
  };
}

type Typed = Readonly<Record<string, CellValue | { readonly formula: string; readonly value?: CellValue }>>;

/** The sheet as it stands in the workbook once people typed into it. */
function typedInto(sheet: SheetModel, typed: Typed, tableColumns = 5): OwnContent {
  const grid = sheetGrid(sheet);
  const cells = new Map<string, { row: number; column: number } & FoundCell>();
  const put = (row: number, column: number, value: CellValue, formula: string | null = null): void => {
    cells.set(`${row},${column}`, { row, column, value, formula, numberFormat: "General" });
  };
  grid.values.forEach((line, row) =>
    line.forEach((value, column) => {
      if (value !== null && value !== "") put(row, column, value);
    }),
  );
  for (const [address, content] of Object.entries(typed)) {
    const { row, column } = rangeOfAddress(address) ?? { row: 0, column: 0 };
    if (typeof content === "object" && content !== null)
      put(row, column, content.value ?? 0, content.formula);
    else put(row, column, content);
  }
  const record = sheetRecord(sheet, STYLES);
  return findOwnContent({
    record,
    tables: record.tables.map((table) => ({
      record: table,
      range: { ...table.range, columns: tableColumns },
    })),
    cells,
  });
}

/** What stands where after a refresh, users' cells and the block of loose notes alike; our own cells left out. */
function refreshed(content: OwnContent, next: SheetModel) {
  const carried = carryOver(next, sheetRecord(next, STYLES), content, WORDS);
  const cells = Object.fromEntries(
    carried.cells.map(({ row, column, value, formula }) => [
      `${"ABCDEFGHIJKLMNOP"[column] ?? "?"}${row + 1}`,
      formula ?? value,
    ]),
  );
  const block = carried.sheet.blocks
    .slice(next.blocks.length)
    .flatMap(({ values }) => values)
    .slice(3);
  return { cells, block, carried };
}

const A = { id: "a", name: "张" };
const B = { id: "b", name: "李" };
const C = { id: "c", name: "王" };

test.each<{
  name: string;
  typed: Typed;
  tableColumns?: number;
  next: readonly ListRow[];
  cells: Record<string, CellValue>;
  block: readonly (readonly CellValue[])[];
}>([
  {
    name: "a note in a column left blank follows its row",
    typed: { E4: "已联系", F5: "下周再打" },
    next: [C, B, A],
    cells: { E6: "已联系", F5: "下周再打" },
    block: [],
  },
  {
    name: "a note whose row is gone goes into the block below",
    typed: { E4: "已联系" },
    next: [B],
    cells: {},
    block: [["a", "结果", "已联系"]],
  },
  {
    name: "a column added to the table keeps head and cells",
    typed: { G3: "负责人", G4: "小赵", G5: "小钱" },
    tableColumns: 6,
    next: [B, A],
    cells: { G3: "负责人", G5: "小赵", G4: "小钱" },
    block: [],
  },
  {
    name: "an added column without any cell stays too",
    typed: { G3: "负责人" },
    tableColumns: 6,
    next: [A],
    cells: { G3: "负责人" },
    block: [],
  },
  {
    name: "cells right of the list follow their rows, their head its head",
    typed: { H3: "我的备注", H5: "重要" },
    next: [C, A, B],
    cells: { H3: "我的备注", H6: "重要" },
    block: [],
  },
  {
    name: "a formula of a user's own reads its own row again",
    typed: { G3: "双倍", G5: { formula: "=D5*2", value: 202 } },
    tableColumns: 6,
    next: [C, A, B],
    cells: { G3: "双倍", G6: "=D6*2" },
    block: [],
  },
  {
    name: "of a formula whose row is gone the value is kept",
    typed: { G3: "双倍", G5: { formula: "=D5*2", value: 202 } },
    tableColumns: 6,
    next: [A],
    cells: { G3: "双倍" },
    block: [["b", "双倍", 202]],
  },
  {
    name: "an emptied list keeps every note",
    typed: { E4: "已联系", F5: "换号码" },
    next: [],
    cells: {},
    block: [
      ["a", "结果", "已联系"],
      ["b", "备注", "换号码"],
    ],
  },
  {
    name: "a note elsewhere on the sheet stays where it is",
    typed: { H1: "会议用", B20: "下面" },
    next: [A, B, C],
    cells: { H1: "会议用", B20: "下面" },
    block: [],
  },
  {
    name: "a note that the longer list runs over goes into the block",
    typed: { B6: "脚注" },
    next: [A, B, C],
    cells: {},
    block: [["B6", "", "脚注"]],
  },
])("$name", ({ typed, tableColumns = 5, next, cells, block }) => {
  const content = typedInto(listSheet([A, B]), typed, tableColumns);
  const result = refreshed(content, listSheet(next));
  expect(result.cells).toEqual(cells);
  expect(result.block).toEqual(block);
});

test("nothing typed, nothing carried: the sheet is the model's own", () => {
  const { carried } = refreshed(typedInto(listSheet([A, B]), {}), listSheet([B, A]));
  expect(carried.cells).toEqual([]);
  expect(carried.sheet).toEqual(listSheet([B, A]));
  expect([carried.kept, carried.orphans]).toEqual([0, 0]);
});

test("one customer in two rows: names and order numbers tell them apart, and the row that stays keeps its note", () => {
  const order = (id: string, number: string): ListRow => ({ id, name: number });
  const content = typedInto(listSheet([order("a", "1001"), order("a", "1002"), order("b", "1003")]), {
    E4: "一",
    E5: "二",
  });
  const { cells, block } = refreshed(content, listSheet([order("b", "1003"), order("a", "1002")]));
  expect(cells).toEqual({ E5: "二" });
  expect(block).toEqual([["a · 1001", "结果", "一"]]);
});

test("a name that changes does not lose the note, as long as the id alone tells the rows apart", () => {
  const content = typedInto(listSheet([A, B]), { E4: "已联系" });
  expect(refreshed(content, listSheet([{ id: "a", name: "张三丰" }, B])).cells).toEqual({ E4: "已联系" });
});

test("a report in another language finds blank columns by their order", () => {
  const content = typedInto(listSheet([A, B]), { E4: "已联系", F4: "x" });
  const english = listSheet([B, A], { titles: ["Customer", "Name", "Amount", "Result", "Remark"] });
  expect(refreshed(content, english).cells).toEqual({ E5: "已联系", F5: "x" });
});

test("a longer text above the list moves notes with their rows", () => {
  const content = typedInto(listSheet([A, B]), { E4: "已联系" });
  expect(refreshed(content, listSheet([A, B], { titleRows: 5 })).cells).toEqual({ E7: "已联系" });
});

test("a loose note goes back once its row returns, and the block goes with the last one", () => {
  const first = typedInto(listSheet([A, B]), { E4: "已联系", G3: "负责人", G4: "小赵" }, 6);
  const without = refreshed(first, listSheet([B]));
  expect(without.block).toEqual([
    ["a", "结果", "已联系"],
    ["a", "负责人", "小赵"],
  ]);
  // The workbook now shows the second report with its block.
  const grid = sheetGrid(without.carried.sheet);
  const cells = new Map<string, { row: number; column: number } & FoundCell>();
  grid.values.forEach((line, row) =>
    line.forEach((value, column) => {
      if (value !== null && value !== "")
        cells.set(`${row},${column}`, { row, column, value, formula: null, numberFormat: "General" });
    }),
  );
  for (const cell of without.carried.cells) cells.set(`${cell.row},${cell.column}`, cell);
  const { record } = without.carried;
  const second = findOwnContent({
    record,
    tables: record.tables.map((table) => ({ record: table, range: { ...table.range, columns: 6 } })),
    cells,
  });
  const back = refreshed(second, listSheet([A, B]));
  expect(back.cells).toEqual({ E4: "已联系", G3: "负责人", G4: "小赵" });
  expect(back.block).toEqual([]);
  expect(back.carried.record.kept).toBeNull();
});

test("a sorted list is still in its place: a note elsewhere stays", () => {
  const content = typedInto(listSheet([A, B]), { B4: "b", B5: "a", E4: "已联系", H1: "会议用" });
  expect(refreshed(content, listSheet([A, B])).cells).toEqual({ E5: "已联系", H1: "会议用" });
});

test("one of our texts edited by somebody does not hide notes elsewhere", () => {
  const sheet = listSheet([A, B], { titleRows: 3 });
  const more = {
    ...sheet,
    blocks: [
      ...sheet.blocks,
      { row: 1, column: 1, values: [["第二行"]], style: { of: "block", style: "title" } as const },
      { row: 2, column: 1, values: [["第三行"]], style: { of: "block", style: "title" } as const },
    ],
  };
  const content = typedInto(more, { B1: "改过的标题", H1: "会议用" });
  expect(refreshed(content, more).cells).toEqual({ H1: "会议用" });
});

test("inserted rows shift what we wrote: it is not taken for somebody's note", () => {
  const sheet = listSheet([A, B]);
  const record = sheetRecord(sheet, STYLES);
  const cells = new Map<string, { row: number; column: number } & FoundCell>();
  sheetGrid(sheet).values.forEach((line, row) =>
    line.forEach((value, column) => {
      const at = row + 4;
      if (value !== null && value !== "")
        cells.set(`${at},${column}`, { row: at, column, value, formula: null, numberFormat: "General" });
    }),
  );
  cells.set("1,3", { row: 1, column: 3, value: "开会用", formula: null, numberFormat: "General" });
  cells.set("7,4", { row: 7, column: 4, value: "已联系", formula: null, numberFormat: "General" });
  const content = findOwnContent({
    record,
    tables: record.tables.map((table) => ({
      record: table,
      range: { ...table.range, row: table.range.row + 4 },
    })),
    cells,
  });
  // In the rows that somebody inserted stands a note of theirs.
  expect(content.elsewhere.map(({ value }) => value)).toEqual(["开会用"]);
  expect(refreshed(content, sheet).cells).toEqual({ E4: "已联系", D2: "开会用" });
});
