import { rangeAddress, sheetReference } from "../reports/kit/address";
import { markName } from "../reports/model/reportMark";
import { renamedModel, renamesBeside } from "../reports/model/renamedModel";
import { RANGE_BYTES, SET_BYTES } from "./cellSteps";
import { tableOf, type FoundWorkbook } from "./foundReport";
import { settingStep } from "./workbookSettings";
import type { WrittenReport } from "./desk";
import type { Step } from "./steps";
import type { SheetModel, WorkbookModel } from "../reports";

/** Setting that lists the defined names an earlier report made. */
const NAMES = "names";

/** The id as a mark can hold it. */
export function markId(id: string): string {
  return markName(id).slice(markName("").length);
}

export interface NamedModel {
  readonly model: WorkbookModel;
  /** Tables and defined names by what they are called in the model, and here. */
  readonly tableNames: ReadonlyMap<string, string>;
  readonly renamed: WrittenReport["renamed"];
  /** Sheets whose tab still shows the name we gave it, in another language. */
  readonly retitled: readonly { readonly from: string; readonly to: string }[];
}

/** The model with the names its sheets and tables have, or get, in this workbook. */
export function namedForWorkbook(model: WorkbookModel, found: FoundWorkbook): NamedModel {
  const sheets = new Map<string, string>();
  const retitled: { from: string; to: string }[] = [];
  const ours = new Set(found.marked.map(({ name }) => name.toLowerCase()));
  const foreign = found.sheetNames.filter((name) => !ours.has(name.toLowerCase()));
  const isNew = (sheet: SheetModel): boolean => !found.marked.some(({ id }) => id === markId(sheet.id));
  const kept: string[] = [];
  const wanting: SheetModel[] = [];
  for (const sheet of model.sheets) {
    const marked = found.marked.find(({ id }) => id === markId(sheet.id));
    if (marked === undefined) wanting.push(sheet);
    else if (marked.name === marked.record?.sheetName && marked.name !== sheet.name) wanting.push(sheet);
    else {
      kept.push(marked.name);
      if (marked.name !== sheet.name) sheets.set(sheet.name, marked.name);
    }
  }
  const beside = renamesBeside(
    { ...model, sheets: wanting.map((sheet) => ({ ...sheet, tables: [] })), names: [] },
    {
      // A sheet that is retitled frees its name only afterwards.
      sheets: [...foreign, ...kept, ...found.marked.map(({ name }) => name)],
      names: [],
    },
  );
  for (const sheet of wanting) {
    const name = beside.sheets.get(sheet.name) ?? sheet.name;
    if (name !== sheet.name) sheets.set(sheet.name, name);
    const marked = found.marked.find(({ id }) => id === markId(sheet.id));
    if (marked === undefined) continue;
    if (name === sheet.name) retitled.push({ from: marked.name, to: name });
    // Not worth a number: it keeps the name it has.
    else sheets.set(sheet.name, marked.name);
  }
  const tables = new Map<string, string>();
  const fresh: SheetModel[] = [];
  for (const sheet of model.sheets) {
    const marked = found.marked.find(({ id }) => id === markId(sheet.id));
    const unknown = sheet.tables.filter((table) => {
      const recorded = marked?.record?.tables.find(({ name }) => name === table.name) ?? table;
      const there = marked === undefined ? undefined : tableOf(marked.tables, recorded);
      if (there !== undefined) tables.set(table.name, there.name);
      return there === undefined;
    });
    fresh.push({ ...sheet, tables: unknown });
  }
  const before = namesOfBefore(found);
  for (const { name } of model.names) {
    const actual = before.get(name);
    if (actual !== undefined) tables.set(name, actual);
  }
  const mine = new Set(before.values());
  const taken = [...found.takenNames.filter((name) => !mine.has(name)), ...tables.values()];
  const newNames = model.names.filter(({ name }) => !before.has(name));
  const numbered = renamesBeside({ ...model, sheets: fresh, names: newNames }, { sheets: [], names: taken });
  for (const [from, to] of numbered.names) tables.set(from, to);
  return {
    model: renamedModel(model, {
      sheets,
      names: new Map([...tables].filter(([from, to]) => from !== to)),
    }),
    tableNames: tables,
    renamed: model.sheets.flatMap((sheet) => {
      const name = sheets.get(sheet.name);
      return name !== undefined && isNew(sheet) ? [{ wanted: sheet.name, name }] : [];
    }),
    retitled,
  };
}

/** Defined names that an earlier report made, by their names in the model; those somebody deleted are left out. */
function namesOfBefore(found: FoundWorkbook): ReadonlyMap<string, string> {
  const kept = JSON.parse(found.settings.get(NAMES) ?? "[]") as readonly (readonly [string, string])[];
  return new Map(kept.filter(([, name]) => found.takenNames.includes(name)));
}

/** Defined names: one that is there points to its new cells, so that formulas with it go on; one too many goes. */
export function nameSteps(found: FoundWorkbook, { model, tableNames }: NamedModel): readonly Step[] {
  const before = new Set(namesOfBefore(found).values());
  if (model.names.length === 0 && before.size === 0) return [];
  const wanted = new Set(model.names.map(({ name }) => name));
  const modelNames = new Map([...tableNames].map(([from, to]) => [to, from]));
  return [
    ...[...before]
      .filter((name) => !wanted.has(name))
      .map((name): Step => ({
        bytes: RANGE_BYTES,
        run: ({ context }) => context.workbook.names.getItem(name).delete(),
      })),
    ...model.names.map(({ name, sheet, range }): Step => ({
      bytes: RANGE_BYTES + SET_BYTES,
      run: ({ context }) => {
        const { names, worksheets } = context.workbook;
        if (before.has(name))
          names.getItem(name).formula = `=${sheetReference(sheet, rangeAddress(range, true))}`;
        else names.add(name, worksheets.getItem(sheet).getRange(rangeAddress(range)));
      },
    })),
    settingStep(NAMES, JSON.stringify(model.names.map(({ name }) => [modelNames.get(name) ?? name, name]))),
  ];
}
