import { rangeAddress } from "../reports/kit/address";
import { CHART_PREFIX } from "./chartSteps";
import { numberFormatSteps, RANGE_BYTES, SET_BYTES, valueSteps, type Target } from "./cellSteps";
import { formatSteps } from "./formatSteps";
import { conditionalFormatSteps, validationSteps } from "./ruleSteps";
import { linkSteps, mergeSteps, tableSteps, type TablePlan } from "./structureSteps";
import { viewSteps } from "./pageSteps";
import type { SheetGrid, UserCell } from "./sheetGrid";
import type { Step } from "./steps";
import type { CellRange, SheetModel, WorkbookModel } from "../reports";

/** What stands on a sheet of ours from before, as far as it has to go. */
export interface OldSheet {
  /** Our cells, formats and all. */
  readonly own: CellRange | null;
  /** Right of them: only users' cells, whose looks stay. */
  readonly beside: CellRange | null;
  /** Tables that become plain cells. */
  readonly dissolved: readonly string[];
  /** The one table that keeps its name and what refers to it, in its new size. */
  readonly resized: { readonly name: string; readonly range: CellRange } | null;
  readonly charts: readonly string[];
}

/** Makes room on a sheet of ours: never deletes it, so that what refers to it and the undo list live on. */
export function clearingSteps(sheetName: string, old: OldSheet): readonly Step[] {
  const on = (bytes: number, run: (sheet: Excel.Worksheet) => void): Step => ({
    bytes,
    run: (batch) => run(batch.sheet(sheetName)),
  });
  const steps: Step[] = [];
  if (old.resized !== null) {
    const { name, range } = old.resized;
    steps.push(
      on(RANGE_BYTES + 2 * SET_BYTES, (sheet) => {
        const table = sheet.tables.getItem(name);
        // Rows that a filter hides would keep their old values.
        table.clearFilters();
        table.resize(rangeAddress(range));
      }),
    );
  }
  for (const name of old.dissolved) {
    steps.push(
      on(RANGE_BYTES + 2 * SET_BYTES, (sheet) => {
        const table = sheet.tables.getItem(name);
        table.clearFilters();
        table.convertToRange();
      }),
    );
  }
  for (const name of old.charts)
    if (name.startsWith(CHART_PREFIX))
      steps.push(on(RANGE_BYTES, (sheet) => sheet.charts.getItem(name).delete()));
  const { own, beside } = old;
  if (own !== null) {
    steps.push(
      on(RANGE_BYTES + 6 * SET_BYTES, (sheet) => {
        const range = sheet.getRange(rangeAddress(own));
        range.unmerge();
        range.conditionalFormats.clearAll();
        range.dataValidation.clear();
        range.clear();
      }),
    );
  }
  if (beside !== null)
    steps.push(
      on(RANGE_BYTES + SET_BYTES, (sheet) => sheet.getRange(rangeAddress(beside)).clear("Contents")),
    );
  return steps;
}

/** Values waiting beside their place. */
export interface Staged {
  readonly columnOffset: number;
  readonly range: CellRange;
}

/** Everything a sheet shows but its charts, whose figures may stand on other sheets, and its page set-up. */
export function contentSteps(
  sheet: SheetModel,
  grid: SheetGrid,
  extent: { readonly rows: number; readonly columns: number },
  userCells: readonly UserCell[],
  tables: readonly TablePlan[],
  model: Pick<WorkbookModel, "styles" | "font" | "fontSize">,
  staged: Staged | null,
): readonly Step[] {
  const target: Target = { sheet: sheet.name, rowOffset: 0, columnOffset: 0 };
  const values =
    staged === null
      ? valueSteps(grid, model.styles, userCells, target, { formulas: true })
      : [
          ...copySteps(sheet.name, staged),
          ...formulaSteps(grid, sheet.name),
          ...valueSteps({ ...grid, rows: 0, values: [], formulas: [] }, model.styles, userCells, target, {
            formulas: false,
          }),
        ];
  return [
    ...numberFormatSteps(grid, model.styles, userCells, target),
    ...linkSteps(sheet, grid),
    ...values,
    ...tableSteps(sheet.name, tables),
    ...mergeSteps(sheet),
    ...formatSteps(sheet, grid, extent, model),
    ...conditionalFormatSteps(sheet),
    ...validationSteps(sheet),
    ...viewSteps(sheet),
  ];
}

/** Values that wait right of a sheet's content, until all of them are there. */
export function stagingSteps(
  grid: SheetGrid,
  sheetName: string,
  styles: WorkbookModel["styles"],
  columnOffset: number,
): readonly Step[] {
  const target: Target = { sheet: sheetName, rowOffset: 0, columnOffset };
  return [
    ...numberFormatSteps(grid, styles, [], target),
    ...valueSteps(grid, styles, [], target, { formulas: false }),
  ];
}

function copySteps(sheetName: string, { range, columnOffset }: Staged): readonly Step[] {
  const waiting = rangeAddress({ ...range, column: range.column + columnOffset });
  return [
    {
      bytes: 2 * RANGE_BYTES + 2 * SET_BYTES,
      run: (batch) => {
        const sheet = batch.sheet(sheetName);
        const source = sheet.getRange(waiting);
        sheet.getRange(rangeAddress(range)).copyFrom(source, "Values");
        source.clear();
      },
    },
  ];
}

/** Formulas of a sheet whose values came from beside: a copied formula would point beside, too. */
function formulaSteps(grid: SheetGrid, sheetName: string): readonly Step[] {
  return grid.formulas.flatMap((line, row) =>
    (line ?? []).flatMap((formula, column): readonly Step[] =>
      formula === null
        ? []
        : [
            {
              bytes: RANGE_BYTES + SET_BYTES + formula.length,
              run: (batch) => {
                const cell = batch
                  .sheet(sheetName)
                  .getRange(rangeAddress({ row, column, rows: 1, columns: 1 }));
                cell.formulas = [[`=${formula}`]];
                cell.untrack();
              },
            },
          ],
    ),
  );
}
