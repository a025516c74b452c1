import type { CellRange, CellValue, SheetModel, WorkbookModel } from "../../src/reports/model/workbookModel";

export interface PlacedCell {
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  readonly formula: string | null;
  readonly style: string;
}

/** Every cell of a sheet, one by one, as the blocks give them. */
export function cellsOf(sheet: SheetModel): PlacedCell[] {
  return sheet.blocks.flatMap((block) =>
    block.values.flatMap((line, i) =>
      line.map((value, j): PlacedCell => {
        const { style } = block;
        return {
          row: block.row + i,
          column: block.column + j,
          value,
          formula: block.formulas?.[i]?.[j] ?? null,
          style:
            (style.of === "block"
              ? style.style
              : style.of === "columns"
                ? style.styles[j]
                : style.styles[i]?.[j]) ?? "",
        };
      }),
    ),
  );
}

export function contains(range: CellRange, row: number, column: number): boolean {
  return (
    row >= range.row &&
    row < range.row + range.rows &&
    column >= range.column &&
    column < range.column + range.columns
  );
}

const overlap = (a: CellRange, b: CellRange) =>
  a.row < b.row + b.rows &&
  b.row < a.row + a.rows &&
  a.column < b.column + b.columns &&
  b.column < a.column + a.columns;

const pairs = <T>(items: readonly T[]) =>
  items.flatMap((a, index) => items.slice(index + 1).map((b) => [a, b] as const));

/** Sheet names a formula speaks of, quoted or plain. */
const sheetsIn = (formula: string) =>
  [...formula.matchAll(/'((?:[^']|'')+)'!|([\p{L}\p{N}_.]+)!/gu)].map((match) =>
    (match[1] ?? match[2] ?? "").replaceAll("''", "'"),
  );

/** Tables a formula speaks of: Scores[Rank]. */
const tablesIn = (formula: string) =>
  [...formula.replace(/"[^"]*"/g, '""').matchAll(/([A-Za-z_]\w*)\[/g)].map((match) => match[1] ?? "");

/** What a host would refuse or a reader would stumble over; empty when the workbook is sound. */
export function faultsOf(model: WorkbookModel): string[] {
  const faults: string[] = [];
  const names = model.sheets.map(({ name }) => name);
  const tables = model.sheets.flatMap((sheet) => sheet.tables.map(({ name }) => name));
  const say = (sheet: string, text: string) => faults.push(`${sheet}: ${text}`);
  if (new Set(names).size < names.length) faults.push("two sheets of one name");
  if (new Set(tables).size < tables.length) faults.push("two tables of one name");
  for (const sheet of model.sheets) {
    const { name } = sheet;
    if (name.length > 31 || /[\\/?*[\]:]/.test(name) || name.trim() !== name || name === "")
      say(name, "not a legal name");
    const seen = new Set<string>();
    const cells = cellsOf(sheet);
    for (const { row, column, value, formula, style } of cells) {
      const at = `${row},${column}`;
      if (seen.has(at)) say(name, `cell ${at} written twice`);
      seen.add(at);
      if (!(style in model.styles)) say(name, `cell ${at} has the unknown style ${style}`);
      if (typeof value === "number" && !Number.isFinite(value)) say(name, `cell ${at} is ${value}`);
      if (typeof value === "string" && /\b(undefined|null|NaN|Infinity)\b|\{\w+\}/.test(value))
        say(name, `cell ${at} says ${value}`);
      if (column >= sheet.columnWidths.length) say(name, `cell ${at} lies beyond the columns`);
      if (formula === null) continue;
      for (const target of sheetsIn(formula))
        if (!names.includes(target)) say(name, `${at} refers to the sheet ${target}`);
      for (const target of tablesIn(formula))
        if (!tables.includes(target)) say(name, `${at} refers to the table ${target}`);
    }
    const filled = cells.filter(({ value, formula }) => value !== null || formula !== null);
    for (const { anchor, title, altText, series } of sheet.charts) {
      if (title === "" || altText === "") say(name, "a chart without title or description");
      const under = filled.find(({ row, column }) => contains(anchor, row, column));
      if (under) say(name, `the chart ${title} covers ${JSON.stringify(under.value)}`);
      for (const item of series)
        for (const { sheet: target, range } of [item.categories, item.values]) {
          const source = model.sheets.find((other) => other.name === target);
          if (!source) say(name, `the chart ${title} reads the sheet ${target}`);
          else {
            const inside = cellsOf(source).filter(({ row, column }) => contains(range, row, column));
            if (inside.length !== range.rows * range.columns)
              say(name, `the chart ${title} reads empty cells`);
          }
        }
    }
    for (const [a, b] of pairs(sheet.charts))
      if (overlap(a.anchor, b.anchor)) say(name, `${a.title} and ${b.title} overlap`);
    for (const [a, b] of pairs(sheet.merges))
      if (overlap(a, b)) say(name, `merges overlap at ${a.row},${a.column} and ${b.row},${b.column}`);
    for (const merge of sheet.merges) {
      const hidden = filled.find(
        ({ row, column }) => contains(merge, row, column) && !(row === merge.row && column === merge.column),
      );
      if (hidden) say(name, `a merge hides ${JSON.stringify(hidden.value)}`);
      for (const { range, name: table } of sheet.tables)
        if (overlap(merge, range)) say(name, `a merge inside the table ${table}`);
    }
    for (const { range, name: table } of sheet.tables) {
      const heads = cells.filter(
        ({ row, column }) => row === range.row && contains(range, row, column) && typeof row === "number",
      );
      const texts = heads.map(({ value }) => value);
      if (texts.length !== range.columns || texts.some((text) => typeof text !== "string" || text === ""))
        say(name, `the table ${table} has a column without a heading`);
      if (new Set(texts.map((text) => String(text).toLowerCase())).size < texts.length)
        say(name, `the table ${table} has two columns of one heading`);
    }
    for (const { row, column, target } of sheet.links) {
      if (!filled.some((cell) => cell.row === row && cell.column === column))
        say(name, `a link on the empty cell ${row},${column}`);
      if ("sheet" in target && !names.includes(target.sheet)) say(name, `a link to ${target.sheet}`);
    }
    for (const validation of sheet.validations)
      if (validation.kind === "listRange")
        for (const target of sheetsIn(validation.source))
          if (!names.includes(target)) say(name, `a list from the sheet ${target}`);
  }
  return faults;
}
