import { rangeAddress } from "../reports/kit/address";
import { markName } from "../reports/model/reportMark";
import { addSheetSteps } from "./addSheetSteps";
import { inExcel } from "./inExcel";
import { markId } from "./namedModel";
import { stagingSteps } from "./refreshSteps";
import { STAGING } from "./reportKeys";
import { sendSteps } from "./steps";
import { settingKey, settingStep } from "./workbookSettings";
import type { FoundWorkbook } from "./foundReport";
import type { SheetPlan } from "./sheetPlan";
import type { StagingPlace } from "./stagingPlace";
import type { CellRange, WorkbookModel } from "../reports";

/** What has to be taken back if the report does not come to be. */
export interface Traces {
  addedSheets: { readonly id: string; readonly name: string }[];
  committing: boolean;
  staging: StagingPlace[];
}

/**
 * Sends large lists to where they wait. Their sheets are added here where they are new.
 *
 * @param onStaged - told after each how many are sent
 */
export async function stage(
  context: Excel.RequestContext,
  plans: readonly SheetPlan[],
  model: WorkbookModel,
  traces: Traces,
  stopIfCancelled: () => void,
  onStaged: (lists: number) => void,
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
  for (const [index, { grid, name, marked, stagingColumn: column }] of large.entries()) {
    // A sheet that gets a title in another language has its old one still.
    const steps = stagingSteps(grid, marked?.name ?? name, model.styles, column ?? 0);
    // Far right of what is seen: the screen need not stand still, and in a loop it would flicker.
    await sendSteps(context, [steps], { beforeEach: stopIfCancelled, quiet: false });
    onStaged(index + 1);
  }
}

function stagingRange({ grid, stagingColumn: column }: SheetPlan): CellRange {
  return { row: 0, column: column ?? 0, rows: grid.rows, columns: grid.columns };
}

/** Clears what a report that was broken off, perhaps by a crash, left waiting. */
export async function clearLeftStaging(
  context: Excel.RequestContext,
  found: FoundWorkbook,
): Promise<boolean> {
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
export async function takeBack({ addedSheets, committing, staging }: Traces): Promise<void> {
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
