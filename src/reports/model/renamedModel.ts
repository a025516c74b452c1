import type {
  Block,
  ChartModel,
  ConditionalFormat,
  SheetModel,
  Validation,
  WorkbookModel,
} from "./workbookModel";
import { renamedFormula, type Renames } from "./renamedFormula";

const MAX_SHEET_NAME = 31;

/**
 * New names for those sheets, tables and defined names of the model that a workbook already has.
 * Names compare without case. A sheet becomes "Name (2)", a table or name "name_2".
 */
export function renamesBeside(
  model: WorkbookModel,
  taken: { readonly sheets: Iterable<string>; readonly names: Iterable<string> },
): Renames {
  const tables = model.sheets.flatMap((sheet) => sheet.tables.map(({ name }) => name));
  return {
    sheets: newNames(
      model.sheets.map(({ name }) => name),
      taken.sheets,
      (name, copy) => {
        const ending = ` (${copy})`;
        return name.slice(0, MAX_SHEET_NAME - ending.length) + ending;
      },
    ),
    names: newNames(
      [...tables, ...model.names.map(({ name }) => name)],
      taken.names,
      (name, copy) => `${name}_${copy}`,
    ),
  };
}

function newNames(
  ours: readonly string[],
  theirs: Iterable<string>,
  numbered: (name: string, copy: number) => string,
): Map<string, string> {
  const taken = new Set([...theirs].map((name) => name.toLowerCase()));
  const own = new Set(ours.map((name) => name.toLowerCase()));
  const renames = new Map<string, string>();
  for (const name of ours) {
    if (!taken.has(name.toLowerCase())) continue;
    let copy = 2;
    let candidate = numbered(name, copy);
    while (taken.has(candidate.toLowerCase()) || own.has(candidate.toLowerCase())) {
      copy += 1;
      candidate = numbered(name, copy);
    }
    taken.add(candidate.toLowerCase());
    renames.set(name, candidate);
  }
  return renames;
}

/** The model with sheets, tables and names renamed everywhere: formulas, links, charts, lists, rules. */
export function renamedModel(model: WorkbookModel, renames: Renames): WorkbookModel {
  if (renames.sheets.size === 0 && renames.names.size === 0) return model;
  return {
    ...model,
    sheets: model.sheets.map((sheet) => renamedSheet(sheet, renames)),
    names: model.names.map((one) => ({
      ...one,
      name: renames.names.get(one.name) ?? one.name,
      sheet: renames.sheets.get(one.sheet) ?? one.sheet,
    })),
  };
}

function renamedSheet(sheet: SheetModel, renames: Renames): SheetModel {
  const sheetName = (name: string): string => renames.sheets.get(name) ?? name;
  return {
    ...sheet,
    name: sheetName(sheet.name),
    blocks: sheet.blocks.map((block) => renamedBlock(block, renames)),
    tables: sheet.tables.map((table) => ({ ...table, name: renames.names.get(table.name) ?? table.name })),
    charts: sheet.charts.map((chart) => renamedChart(chart, sheetName)),
    conditionalFormats: sheet.conditionalFormats.map((format) => renamedFormat(format, renames)),
    validations: sheet.validations.map((validation) => renamedValidation(validation, renames)),
    links: sheet.links.map((link) =>
      "sheet" in link.target
        ? { ...link, target: { ...link.target, sheet: sheetName(link.target.sheet) } }
        : link,
    ),
  };
}

function renamedBlock(block: Block, renames: Renames): Block {
  if (block.formulas === undefined) return block;
  return {
    ...block,
    formulas: block.formulas.map((row) =>
      row.map((formula) => (formula === null ? null : renamedFormula(formula, renames))),
    ),
  };
}

function renamedChart(chart: ChartModel, sheetName: (name: string) => string): ChartModel {
  return {
    ...chart,
    series: chart.series.map((series) => ({
      ...series,
      nameCell: { ...series.nameCell, sheet: sheetName(series.nameCell.sheet) },
      categories: { ...series.categories, sheet: sheetName(series.categories.sheet) },
      values: { ...series.values, sheet: sheetName(series.values.sheet) },
    })),
  };
}

function renamedFormat(format: ConditionalFormat, renames: Renames): ConditionalFormat {
  return format.kind === "formula" ? { ...format, formula: renamedFormula(format.formula, renames) } : format;
}

function renamedValidation(validation: Validation, renames: Renames): Validation {
  return validation.kind === "listRange"
    ? { ...validation, source: renamedFormula(validation.source, renames) }
    : validation;
}
