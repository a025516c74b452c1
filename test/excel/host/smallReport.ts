import type { CellValue, SheetModel, WorkbookModel } from "../../../src/reports";

export interface ListedCustomer {
  readonly id: string;
  readonly amount: number;
}

interface Choices {
  /** Rows of the list; none: the list says that it is empty. */
  readonly customers: readonly ListedCustomer[];
  readonly withBoard?: boolean;
  /** Lines of text above the list. */
  readonly lead?: number;
  readonly listName?: string;
  readonly notes?: boolean;
  /** Something long in each row, to make the list heavy. */
  readonly filler?: string;
}

const PAGE = { orientation: "landscape", titleRows: null, footer: "Tenure & 基准日", area: null } as const;

function sheet(part: Partial<SheetModel> & Pick<SheetModel, "id" | "name" | "blocks">): SheetModel {
  return {
    tabColor: null,
    columnWidths: [2, 14, 14, 14, 14, 14],
    defaultRowHeight: 18,
    rowHeights: new Map([[0, 30]]),
    merges: [],
    tables: [],
    charts: [],
    conditionalFormats: [],
    validations: [],
    links: [],
    notes: [],
    freeze: null,
    showGridlines: false,
    zoom: 100,
    print: PAGE,
    ...part,
  };
}

/** A report of two sheets and their figures, with one of each thing a sheet can show. */
export function smallReport({
  customers,
  withBoard = true,
  lead = 1,
  listName = "赢回名单",
  notes = false,
  filler = "",
}: Choices): WorkbookModel {
  const head = lead + 1;
  const rows = customers.map(({ id, amount }): CellValue[] => [id, amount, filler, null, null]);
  const list = sheet({
    id: "winBack",
    name: listName,
    tabColor: "accent",
    blocks: [
      { row: 0, column: 1, values: [[listName]], style: { of: "block", style: "title" } },
      {
        row: 1,
        column: 1,
        values: Array.from({ length: lead }, (_, line) => [`说明 ${line + 1}`]),
        style: { of: "block", style: "note" },
      },
      ...(rows.length === 0
        ? []
        : ([
            {
              row: head,
              column: 1,
              values: [["客户", "金额", "说明", "结果", "备注"]],
              style: { of: "block", style: "header" },
            },
            {
              row: head + 1,
              column: 1,
              values: rows,
              style: { of: "columns", styles: ["text", "money", "word", "word", "word"] },
            },
          ] as const)),
    ],
    tables:
      rows.length === 0
        ? []
        : [
            {
              name: "WinBack",
              range: { row: head, column: 1, rows: rows.length + 1, columns: 5 },
              filter: true,
            },
          ],
    conditionalFormats:
      rows.length === 0
        ? []
        : [
            {
              kind: "dataBar",
              color: "96C6FA",
              range: { row: head + 1, column: 2, rows: rows.length, columns: 1 },
            },
          ],
    validations:
      rows.length === 0
        ? []
        : [
            {
              kind: "listValues",
              range: { row: head + 1, column: 4, rows: rows.length, columns: 1 },
              values: ["已联系", "未接通"],
              prompt: "选择结果。",
            },
          ],
    notes: notes ? [{ row: head, column: 1, text: "客户编号" }] : [],
    freeze: { rows: head + 1, columns: 2 },
    print: { ...PAGE, area: { row: 0, column: 0, rows: head + 1 + rows.length, columns: 4 } },
  });
  const board = sheet({
    id: "kpiBoard",
    name: "KPI看板",
    blocks: [
      { row: 0, column: 1, values: [["KPI"]], style: { of: "block", style: "title" } },
      {
        row: 2,
        column: 1,
        values: [["名单金额", 0, "=1+1", "1:1:1"]],
        formulas: [[null, "SUM('" + listName + "'!$C$3:$C$9)", null, null]],
        style: { of: "cells", styles: [["word", "money", "text", "word"]] },
      },
      { row: 3, column: 1, values: [["卡片", null]], style: { of: "block", style: "card" } },
      {
        row: 4,
        column: 1,
        values: [["'quoted'", "去名单"]],
        style: { of: "cells", styles: [["text", "link"]] },
      },
      { row: 5, column: 1, values: [["良"], ["差"]], style: { of: "block", style: "word" } },
    ],
    merges: [{ row: 3, column: 1, rows: 1, columns: 2 }],
    charts: [
      {
        kind: "combo",
        name: "chart1",
        title: "月度",
        altText: "每月",
        legend: "bottom",
        anchor: { row: 8, column: 1, rows: 10, columns: 4 },
        categoryAxis: { title: null, numberFormat: null },
        valueAxis: { title: "元", numberFormat: "#,##0", min: 0, max: null },
        secondaryAxis: { title: null, numberFormat: "0" },
        series: [
          {
            name: "净收入",
            nameCell: { sheet: "图表数据", row: 0, column: 2 },
            categories: { sheet: "图表数据", range: { row: 1, column: 1, rows: 3, columns: 1 } },
            values: { sheet: "图表数据", range: { row: 1, column: 2, rows: 3, columns: 1 } },
            color: "0F6CBD",
            labels: true,
          },
          {
            name: "订单",
            nameCell: { sheet: "图表数据", row: 0, column: 3 },
            categories: { sheet: "图表数据", range: { row: 1, column: 1, rows: 3, columns: 1 } },
            values: { sheet: "图表数据", range: { row: 1, column: 3, rows: 3, columns: 1 } },
            color: "616161",
            as: "line",
            secondary: true,
            look: "dashed",
          },
        ],
      },
      {
        kind: "bar",
        name: "chart2",
        title: "",
        altText: "各渠道",
        legend: "none",
        anchor: { row: 20, column: 1, rows: 8, columns: 4 },
        categoryAxis: { title: null, numberFormat: "@", reversed: true },
        valueAxis: { title: null, numberFormat: "0", min: null, max: 40 },
        secondaryAxis: null,
        series: [
          {
            name: "目标",
            nameCell: { sheet: "图表数据", row: 0, column: 2 },
            categories: { sheet: "图表数据", range: { row: 0, column: 1, rows: 1, columns: 3 } },
            values: { sheet: "图表数据", range: { row: 1, column: 1, rows: 1, columns: 3 } },
            color: "8A8A8A",
            look: "outline",
          },
        ],
      },
    ],
    conditionalFormats: [
      {
        kind: "textEquals",
        range: { row: 5, column: 1, rows: 2, columns: 1 },
        text: "差",
        color: "A4262C",
        fill: null,
      },
      {
        kind: "formula",
        range: { row: 5, column: 1, rows: 2, columns: 1 },
        formula: "$B6=1",
        color: null,
        fill: "EEEEEE",
      },
      { kind: "colorScale", range: { row: 2, column: 2, rows: 1, columns: 1 }, from: "FFFFFF", to: "62ABF5" },
    ],
    validations: [
      {
        kind: "listRange",
        range: { row: 6, column: 2, rows: 1, columns: 1 },
        source: `'${listName}'!$B$3:$B$9`,
        prompt: "",
      },
    ],
    links: [{ row: 4, column: 2, target: { sheet: listName, cell: "A1" } }],
    freeze: { rows: 2, columns: 0 },
    print: { ...PAGE, titleRows: { from: 0, to: 1 }, pageStarts: [8] },
  });
  const data = sheet({
    id: "chartData",
    name: "图表数据",
    tabColor: "grey",
    hiddenColumns: [4],
    blocks: [
      {
        row: 0,
        column: 1,
        values: [
          ["月", "净收入", "订单"],
          ["2025-10", 10, 1],
          ["2025-11", 20, 2],
          ["2025-12", 30, 3],
        ],
        style: { of: "block", style: "word" },
      },
    ],
    freeze: { rows: 0, columns: 1 },
    print: { ...PAGE, orientation: "portrait" },
  });
  return {
    title: "报告",
    language: "zh",
    font: "Microsoft YaHei",
    fontSize: 10,
    styles: {
      title: { font: { size: 18, bold: true } },
      note: { font: { color: "616161", italic: true }, vertical: "top" },
      header: {
        font: { bold: true },
        fill: "F5F5F5",
        wrap: true,
        border: { bottom: { weight: "thin", color: "D1D1D1" } },
      },
      text: { numberFormat: "@", indent: 1, border: { bottom: { weight: "hair", color: "D1D1D1" } } },
      word: { horizontal: "left", border: { bottom: { weight: "hair", color: "D1D1D1" } } },
      money: {
        numberFormat: "#,##0.00",
        horizontal: "right",
        border: { bottom: { weight: "hair", color: "D1D1D1" } },
      },
      card: { fill: "F5F5F5", border: { left: { weight: "medium", color: "0F6CBD" } } },
      link: { font: { color: "0F6CBD", underline: true } },
      section: { font: { bold: true } },
    },
    sheets: withBoard ? [board, list, data] : [list],
    names: [],
  };
}
