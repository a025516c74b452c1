import { markId, namedForWorkbook, nameSteps, type NamedModel } from "./namedModel";
import { addSheetSteps } from "./addSheetSteps";
import { RANGE_BYTES } from "./cellSteps";
import { chartSteps } from "./chartSteps";
import { WorkbookError, type DeskWatch, type DeskWords, type LostFeature, type WrittenReport } from "./desk";
import { findReport, type FoundWorkbook } from "./foundReport";
import { createGiveWay } from "./giveWay";
import { inExcel, inOneUndoStep } from "./inExcel";
import { printSteps } from "./pageSteps";
import { clearingSteps, contentSteps, type Staged } from "./refreshSteps";
import { BACKUP, RECORD, STAGING, UNFINISHED } from "./reportKeys";
import { planSheets, type SheetPlan } from "./sheetPlan";
import { clearLeftStaging, stage, takeBack, type Traces } from "./staging";
import { sendSteps, type Step } from "./steps";
import { backupOf } from "./typedContents";
import { withoutEvents } from "./withoutEvents";
import { settingKey, settingStep } from "./workbookSettings";
import type { WorkbookModel } from "../reports";

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
  // A large list takes as long to be sent as to be put in place.
  const sent = plans.filter(({ stagingColumn: column }) => column !== null).length;
  const total = sent + plans.length;
  onProgress(0, total);

  await withoutEvents(context, async () => {
    await stage(context, plans, named.model, traces, stopIfCancelled, (done) => onProgress(done, total));
    stopIfCancelled();
    traces.committing = true;
    await sendSteps(context, [openingSteps(plans, found, named)]);
    const giveWay = createGiveWay();
    const groups: (readonly Step[])[] = [];
    for (const plan of plans) {
      groups.push(sheetSteps(plan, named.model));
      await giveWay();
    }
    await sendSteps(context, groups, { onGroups: (done) => onProgress(sent + done, total) });
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
