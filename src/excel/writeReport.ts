import { rangeAddress } from "../reports/kit/address";
import { markName } from "../reports/model/reportMark";
import { SHEET_COLUMNS } from "./address";
import { carryOver, NO_CONTENT, ownContent, type CarriedSheet, type OwnContent } from "./carriedContent";
import { RANGE_BYTES, SET_BYTES } from "./cellSteps";
import { chartSteps } from "./chartSteps";
import { WorkbookError, type DeskWatch, type DeskWords, type LostFeature, type WrittenReport } from "./desk";
import {
  findReport,
  readFound,
  tableTitles,
  type FoundTable,
  type FoundWorkbook,
  type MarkedSheet,
} from "./foundReport";
import { inExcel, inOneUndoStep } from "./inExcel";
import { markId, namedForWorkbook, nameSteps, type NamedModel } from "./namedModel";
import { printSteps } from "./pageSteps";
import { cellBytes } from "./payload";
import { clearingSteps, contentSteps, stagingSteps, type OldSheet, type Staged } from "./refreshSteps";
import { knowsExcelApi } from "./requirements";
import { sheetExtent, sheetGrid, type SheetGrid } from "./sheetGrid";
import { guessedRecord, sheetRecord, type SheetRecord } from "./sheetRecord";
import { sendSteps, type Step } from "./steps";
import { withoutEvents } from "./withoutEvents";
import { settingKey, settingStep } from "./workbookSettings";
import type { CellRange, SheetModel, WorkbookModel } from "../reports";

/** A sheet with more to say than this waits beside its place until all of it is there. */
const STAGED_BYTES = 600_000;
/** Columns left free between a sheet's content and what waits beside it. */
const STAGING_GAP = 5;

const RECORD = "record.";
const BACKUP = "kept.";
const UNFINISHED = "unfinished";
const STAGING = "staging";

/** Where values of an unfinished report lie. */
interface StagingPlace {
  readonly id: string;
  readonly address: string;
}

/** What has to be taken back if the report does not come to be. */
interface Traces {
  addedSheets: { readonly id: string; readonly name: string }[];
  committing: boolean;
  staging: StagingPlace[];
}

/** One sheet of the report on its way into the workbook. */
interface SheetPlan {
  readonly id: string;
  readonly name: string;
  readonly carried: CarriedSheet;
  readonly content: OwnContent;
  readonly grid: SheetGrid;
  readonly extent: { readonly rows: number; readonly columns: number };
  readonly old: OldSheet | null;
  readonly tables: readonly { readonly name: string; readonly range: CellRange; readonly filter: boolean }[];
  readonly marked: MarkedSheet | null;
  readonly stagingColumn: number | null;
}

/**
 * Writes a report into the open workbook, or refreshes the one that is there.
 *
 * Three stretches. First it looks: which sheets are ours, and what people typed into them. Then large lists are
 * sent, a megabyte at a time, to a free place right of their sheet's content; until here a cancellation or failure
 * leaves every cell that was there as it was. Last, sheet by sheet in few requests, the old content makes room for
 * the new; this is short, and no longer stopped by a cancellation. Should it fail on the way, the workbook's
 * settings know which sheets are unfinished and hold what people typed, and the next report mends them.
 */
export async function writeReport(
  model: WorkbookModel,
  words: DeskWords,
  watch: DeskWatch,
): Promise<WrittenReport> {
  const traces: Traces = { addedSheets: [], committing: false, staging: [] };
  try {
    const { result, oneStep } = await inOneUndoStep((context) => {
      traces.addedSheets = [];
      traces.staging = [];
      traces.committing = false;
      return writeInto(context, model, words, watch, traces);
    });
    const lost: LostFeature[] = [...result.lost];
    if (!oneStep) lost.push("oneUndoStep");
    if (!(await setUpPages(result.plans))) lost.push("printSetup");
    return {
      sheets: result.plans
        .filter(({ id }) => model.sheets.some((sheet) => sheet.id === id))
        .map(({ id, name }) => ({ id, name })),
      renamed: result.renamed,
      keptNotes: result.plans.reduce((sum, { carried }) => sum + carried.kept, 0),
      orphanNotes: result.plans.reduce((sum, { carried }) => sum + carried.orphans, 0),
      emptied: result.plans
        .filter(({ id }) => !model.sheets.some((sheet) => sheet.id === id))
        .map(({ id, name }) => ({ id, name })),
      lost,
    };
  } catch (error) {
    await takeBack(traces);
    throw error;
  }
}

interface Outcome {
  readonly plans: readonly SheetPlan[];
  readonly renamed: WrittenReport["renamed"];
  readonly lost: readonly LostFeature[];
}

async function writeInto(
  context: Excel.RequestContext,
  model: WorkbookModel,
  words: DeskWords,
  { onProgress, signal }: DeskWatch,
  traces: Traces,
): Promise<Outcome> {
  const stopIfCancelled = (): void => {
    if (signal.aborted) throw new WorkbookError("cancelled");
  };
  stopIfCancelled();
  let found = await findReport(context, (id) => RECORD + id);
  if (await clearLeftStaging(context, found)) found = await findReport(context, (id) => RECORD + id);
  refuseProtected(found, model);
  const named = namedForWorkbook(model, found);
  const plans = await planSheets(context, named, found, words, stopIfCancelled);
  const total = plans.length;
  onProgress(0, total);

  await withoutEvents(context, async () => {
    await stage(context, plans, named.model, traces, stopIfCancelled);
    stopIfCancelled();
    traces.committing = true;
    await sendSteps(context, [openingSteps(plans, found, named)]);
    await sendSteps(
      context,
      plans.map((plan) => sheetSteps(plan, named.model)),
      { onGroups: (done) => onProgress(done, total) },
    );
    await sendSteps(context, [
      ...plans.map((plan) => chartSteps(plan.carried.sheet, named.model)),
      closingSteps(plans, found),
    ]);
  });
  onProgress(total, total);
  const lost: LostFeature[] = [];
  if (model.sheets.some(({ charts }) => charts.length > 0)) lost.push("chartAltText");
  if (model.sheets.some(({ notes }) => notes.length > 0)) lost.push("cellNotes");
  return { plans, renamed: named.renamed, lost };
}

function refuseProtected(found: FoundWorkbook, model: WorkbookModel): void {
  const locked = found.marked.find((sheet) => sheet.protected);
  if (locked !== undefined) throw new WorkbookError("protectedSheet", { sheet: locked.name });
  const adds = model.sheets.some(({ id }) => !found.marked.some((sheet) => sheet.id === markId(id)));
  if (found.structureProtected && adds) throw new WorkbookError("protectedWorkbook");
}

async function planSheets(
  context: Excel.RequestContext,
  named: NamedModel,
  found: FoundWorkbook,
  words: DeskWords,
  stopIfCancelled: () => void,
): Promise<readonly SheetPlan[]> {
  const modelNames = new Map([...named.tableNames].map(([from, to]) => [to, from]));
  const sheets: SheetModel[] = [...named.model.sheets];
  for (const marked of found.marked) {
    if (!sheets.some(({ id }) => markId(id) === marked.id)) sheets.push(emptiedSheet(marked, words));
  }
  const ordered = sheets.map((sheet) => {
    const next = sheetRecord(sheet, named.model.styles);
    // Lists are known by their names in the model, whatever the table had to be called here.
    const record: SheetRecord = {
      ...next,
      tables: next.tables.map((table) => ({ ...table, name: modelNames.get(table.name) ?? table.name })),
    };
    return { sheet, record, marked: found.marked.find(({ id }) => id === markId(sheet.id)) ?? null };
  });
  const contents = await typedContents(context, ordered, found, stopIfCancelled);
  return ordered.map(({ sheet, record, marked }): SheetPlan => {
    const content = contents.get(sheet.id) ?? NO_CONTENT;
    const carried = carryOver(sheet, record, content, words);
    const extent = carriedExtent(carried);
    const grid = sheetGrid(carried.sheet);
    const old = marked === null ? null : oldSheet(marked, carried.sheet, extent);
    return {
      id: sheet.id,
      name: sheet.name,
      carried,
      content,
      grid,
      extent,
      old,
      tables: carried.sheet.tables.filter(({ name }) => name !== old?.resized?.name),
      marked,
      stagingColumn: stagingColumn(grid, extent, marked),
    };
  });
}

/**
 * What people typed into the sheets, by id. For a sheet that a failed report left half done it is what was put by
 * before: what stands there now is nobody's.
 */
async function typedContents(
  context: Excel.RequestContext,
  sheets: readonly {
    readonly sheet: SheetModel;
    readonly record: SheetRecord;
    readonly marked: MarkedSheet | null;
  }[],
  found: FoundWorkbook,
  stopIfCancelled: () => void,
): Promise<ReadonlyMap<string, OwnContent>> {
  const unfinished = new Set(JSON.parse(found.settings.get(UNFINISHED) ?? "[]") as readonly string[]);
  const contents = new Map<string, OwnContent>();
  const toRead: { id: string; next: SheetRecord; marked: MarkedSheet }[] = [];
  for (const { sheet, record, marked } of sheets) {
    if (marked === null) continue;
    const backup = found.settings.get(BACKUP + marked.id);
    if (!unfinished.has(marked.id)) toRead.push({ id: sheet.id, next: record, marked });
    else if (backup !== undefined) contents.set(sheet.id, JSON.parse(backup) as OwnContent);
  }
  const titles = await tableTitles(
    context,
    toRead.map(({ marked }) => marked),
  );
  const read = await readFound(
    context,
    toRead.map(({ marked, next }, index) => ({
      sheet: marked,
      titles: titles[index] ?? [],
      record:
        marked.record ??
        guessedRecord(
          marked.name,
          marked.used,
          marked.tables.map(({ name, range }, place) => ({
            name,
            range,
            titles: titles[index]?.[place] ?? [],
          })),
          next,
        ),
    })),
    stopIfCancelled,
  );
  toRead.forEach(({ id }, index) => {
    const sheet = read[index];
    if (sheet !== undefined) contents.set(id, ownContent(sheet));
  });
  return contents;
}

/** A sheet of an earlier report that the new one has nothing for: one sentence, and the notes below it. */
function emptiedSheet(marked: MarkedSheet, words: DeskWords): SheetModel {
  return {
    id: marked.id,
    name: marked.name,
    tabColor: "grey",
    columnWidths: [2, 24, 24, 40],
    defaultRowHeight: 18,
    rowHeights: new Map(),
    blocks: [{ row: 0, column: 1, values: [[words.emptied]], style: { of: "block", style: "note" } }],
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
    print: { orientation: "landscape", titleRows: null, footer: "", area: null },
  };
}

function carriedExtent({ sheet, cells }: CarriedSheet): { readonly rows: number; readonly columns: number } {
  const { rows, columns } = sheetExtent(sheet);
  return {
    rows: cells.reduce((most, { row }) => Math.max(most, row + 1), rows),
    // Columns of users' own keep their width and font.
    columns,
  };
}

function oldSheet(
  marked: MarkedSheet,
  sheet: SheetModel,
  extent: { readonly rows: number; readonly columns: number },
): OldSheet {
  const { used, record } = marked;
  const bottom = used === null ? 0 : used.row + used.rows;
  const right = used === null ? 0 : used.column + used.columns;
  const rows = Math.max(bottom, record?.rows ?? 0, extent.rows, 1);
  const columns = Math.max(record?.columns ?? right, extent.columns, 1);
  const resized = resizable(marked.tables, sheet);
  return {
    own: { row: 0, column: 0, rows, columns },
    beside: right > columns ? { row: 0, column: columns, rows, columns: right - columns } : null,
    dissolved: marked.tables.filter(({ name }) => name !== resized?.name).map(({ name }) => name),
    resized,
    charts: marked.charts,
  };
}

/**
 * The table of a list that can simply change its size: then formulas that refer to it go on doing so. Excel
 * wants its head in the same row; and two lists on one sheet could run into each other on the way.
 */
function resizable(
  tables: readonly FoundTable[],
  sheet: SheetModel,
): { readonly name: string; readonly range: CellRange } | null {
  const [old, ...others] = tables;
  const [next, ...more] = sheet.tables;
  if (old === undefined || next === undefined || others.length > 0 || more.length > 0) return null;
  const stays =
    old.name === next.name && old.range.row === next.range.row && old.range.column === next.range.column;
  return stays && knowsExcelApi("1.13") ? { name: next.name, range: next.range } : null;
}

function stagingColumn(
  grid: SheetGrid,
  extent: { readonly columns: number },
  marked: MarkedSheet | null,
): number | null {
  const bytes = grid.values.reduce(
    (sum, line) => sum + line.reduce<number>((all, value) => all + cellBytes(value), 0),
    0,
  );
  if (bytes <= STAGED_BYTES) return null;
  const used = marked?.used ?? null;
  const right = used === null ? 0 : used.column + used.columns;
  const column = Math.max(right, extent.columns, marked?.record?.columns ?? 0) + STAGING_GAP;
  return column + grid.columns > SHEET_COLUMNS ? null : column;
}

/** Sends large lists to where they wait. Their sheets are added here where they are new. */
async function stage(
  context: Excel.RequestContext,
  plans: readonly SheetPlan[],
  model: WorkbookModel,
  traces: Traces,
  stopIfCancelled: () => void,
): Promise<void> {
  const large = plans.filter(({ stagingColumn: column }) => column !== null);
  if (large.length === 0) return;
  traces.staging = large.map((plan) => ({ id: plan.id, address: rangeAddress(stagingRange(plan)) }));
  for (const { id, name, marked } of large) if (marked === null) traces.addedSheets.push({ id, name });
  stopIfCancelled();
  await sendSteps(context, [
    [
      settingStep(STAGING, JSON.stringify(traces.staging)),
      ...large.flatMap((plan) => (plan.marked === null ? addSheetSteps(plan) : [])),
    ],
  ]);
  for (const { grid, name, marked, stagingColumn: column } of large) {
    // A sheet that gets a title in another language has its old one still.
    const steps = stagingSteps(grid, marked?.name ?? name, model.styles, column ?? 0);
    // Far right of what is seen: the screen need not stand still, and in a loop it would flicker.
    await sendSteps(context, [steps], { beforeEach: stopIfCancelled, quiet: false });
  }
}

function stagingRange({ grid, stagingColumn: column }: SheetPlan): CellRange {
  return { row: 0, column: column ?? 0, rows: grid.rows, columns: grid.columns };
}

function addSheetSteps({ id, name, carried }: SheetPlan): readonly Step[] {
  return [
    {
      bytes: RANGE_BYTES + 4 * SET_BYTES,
      run: ({ context }) => {
        const sheet = context.workbook.worksheets.add(name);
        if (carried.sheet.hidden === true) sheet.visibility = "Hidden";
        const mark = context.workbook.names.add(markName(id), sheet.getRange("A1"));
        mark.visible = false;
      },
    },
  ];
}

/** What comes before the sheets: new ones, titles in another language, and what must outlive a failure. */
function openingSteps(plans: readonly SheetPlan[], found: FoundWorkbook, named: NamedModel): readonly Step[] {
  return [
    ...plans.flatMap(({ content, marked }) => {
      const rest = backupOf(content);
      return marked === null || rest === null ? [] : [settingStep(BACKUP + marked.id, rest)];
    }),
    ...found.lostMarks.map((name): Step => ({
      bytes: RANGE_BYTES,
      run: ({ context }) => context.workbook.names.getItem(name).delete(),
    })),
    ...named.retitled.map(({ from, to }): Step => ({
      bytes: RANGE_BYTES,
      run: ({ context }) => {
        context.workbook.worksheets.getItem(from).name = to;
      },
    })),
    ...plans.flatMap((plan) =>
      plan.marked === null && plan.stagingColumn === null ? addSheetSteps(plan) : [],
    ),
    ...nameSteps(found, named),
  ];
}

/** What people typed, for the settings; null: nothing. Rows without notes need not be kept. */
function backupOf(content: OwnContent): string | null {
  const lists = content.lists.map((list) => ({
    ...list,
    rows: list.rows.filter(({ notes }) => notes.length > 0),
  }));
  const holds =
    content.elsewhere.length > 0 ||
    content.loose.length > 0 ||
    lists.some(({ rows, added, beside }) => rows.length > 0 || added.length > 0 || beside.length > 0);
  return holds ? JSON.stringify({ ...content, lists } satisfies OwnContent) : null;
}

function sheetSteps(plan: SheetPlan, model: WorkbookModel): readonly Step[] {
  const { carried, grid, extent, old, tables, stagingColumn: column } = plan;
  const id = markId(plan.id);
  const staged: Staged | null =
    column === null
      ? null
      : { columnOffset: column, range: { row: 0, column: 0, rows: grid.rows, columns: grid.columns } };
  return [
    settingStep(UNFINISHED, JSON.stringify([id])),
    ...(old === null ? [] : clearingSteps(carried.sheet.name, old)),
    ...contentSteps(carried.sheet, grid, extent, carried.cells, tables, model, staged),
    settingStep(RECORD + id, JSON.stringify(carried.record)),
    settingStep(UNFINISHED, "[]"),
  ];
}

/** Takes away what only an unfinished report needs. */
function closingSteps(plans: readonly SheetPlan[], found: FoundWorkbook): readonly Step[] {
  const written = plans.flatMap(({ content, marked }) =>
    marked !== null && backupOf(content) !== null ? [BACKUP + marked.id] : [],
  );
  const left = [...found.settings.keys()].filter((key) => key.startsWith(BACKUP));
  const staged = plans.some(({ stagingColumn: column }) => column !== null) || found.settings.has(STAGING);
  const keys = new Set([...written, ...left, UNFINISHED, ...(staged ? [STAGING] : [])]);
  return [...keys].map((key) => ({
    bytes: RANGE_BYTES,
    run: ({ context }) => context.workbook.settings.getItem(settingKey(key)).delete(),
  }));
}

/** Page set-up needs a printer in some hosts; a report without it is still a report. */
async function setUpPages(plans: readonly SheetPlan[]): Promise<boolean> {
  try {
    await inExcel((context) =>
      sendSteps(
        context,
        plans.map(({ carried, extent, marked }) =>
          printSteps(carried.sheet, extent, marked?.record?.printArea === true),
        ),
      ),
    );
    return true;
  } catch {
    // Named as lost in the result.
    return false;
  }
}

/** Clears what a report that was broken off, perhaps by a crash, left waiting. */
async function clearLeftStaging(context: Excel.RequestContext, found: FoundWorkbook): Promise<boolean> {
  const places = JSON.parse(found.settings.get(STAGING) ?? "[]") as readonly StagingPlace[];
  let cleared = false;
  for (const { id, address } of places) {
    const sheet = found.marked.find((marked) => marked.id === markId(id));
    if (sheet === undefined) continue;
    context.workbook.worksheets.getItem(sheet.name).getRange(address).clear();
    cleared = true;
  }
  if (cleared) await context.sync();
  return cleared;
}

/** After a cancellation or failure: nothing of ours stays waiting, and no half sheet. */
async function takeBack({ addedSheets, committing, staging }: Traces): Promise<void> {
  if (staging.length === 0) return;
  try {
    await inExcel(async (context) => {
      const { worksheets, names, settings } = context.workbook;
      const marks = staging.map(({ id, address }) => {
        const mark = names.getItemOrNullObject(markName(id));
        mark.load("formula");
        return { id, address, mark };
      });
      const added = addedSheets.map(({ name }) => worksheets.getItemOrNullObject(name));
      const setting = settings.getItemOrNullObject(settingKey(STAGING));
      await context.sync();
      const isAdded = (id: string): boolean => addedSheets.some((sheet) => sheet.id === id);
      for (const { id, address, mark } of marks) {
        if (mark.isNullObject) continue;
        if (!committing && isAdded(id)) mark.delete();
        else mark.getRange().worksheet.getRange(address).clear();
      }
      if (!committing) for (const sheet of added) if (!sheet.isNullObject) sheet.delete();
      if (!setting.isNullObject) setting.delete();
      await context.sync();
    });
  } catch {
    // The setting still names the place: the next report clears it.
  }
}
