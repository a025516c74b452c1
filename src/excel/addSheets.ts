import { rangeAddress } from "../reports/kit/address";
import { renamedModel, renamesBeside } from "../reports/model/renamedModel";
import { RANGE_BYTES, SET_BYTES } from "./cellSteps";
import { chartSteps } from "./chartSteps";
import { WorkbookError, type DeskWatch } from "./desk";
import { inExcel } from "./inExcel";
import { contentSteps } from "./refreshSteps";
import { sheetExtent, sheetGrid } from "./sheetGrid";
import { sendSteps } from "./steps";
import { withoutEvents } from "./withoutEvents";
import type { WorkbookModel } from "../reports";

/**
 * Adds plain sheets that are the user's from then on. Cancelled or failed, none of them stays.
 *
 * @returns the names they got: one that is taken gets a number
 */
export async function addPlainSheets(
  model: WorkbookModel,
  { onProgress, signal }: DeskWatch,
): Promise<readonly string[]> {
  let added: readonly string[] = [];
  const stopIfCancelled = (): void => {
    if (signal.aborted) throw new WorkbookError("cancelled");
  };
  try {
    return await inExcel(async (context) => {
      stopIfCancelled();
      const { worksheets, tables, names, protection } = context.workbook;
      worksheets.load("items/name");
      tables.load("items/name");
      names.load("items/name");
      protection.load("protected");
      await context.sync();
      if (protection.protected) throw new WorkbookError("protectedWorkbook");
      const named = renamedModel(
        model,
        renamesBeside(model, {
          sheets: worksheets.items.map(({ name }) => name),
          names: [...tables.items, ...names.items].map(({ name }) => name),
        }),
      );
      const { sheets } = named;
      onProgress(0, sheets.length);
      await withoutEvents(context, async () => {
        stopIfCancelled();
        added = sheets.map(({ name }) => name);
        await sendSteps(context, [
          sheets.map(({ name }) => ({
            bytes: RANGE_BYTES + SET_BYTES,
            run: (batch) => {
              batch.context.workbook.worksheets.add(name);
            },
          })),
        ]);
        await sendSteps(
          context,
          sheets.map((sheet) =>
            contentSteps(sheet, sheetGrid(sheet), sheetExtent(sheet), [], sheet.tables, named, null),
          ),
          { beforeEach: stopIfCancelled, onGroups: (done) => onProgress(done, sheets.length) },
        );
        await sendSteps(context, [
          [
            ...sheets.flatMap((sheet) => chartSteps(sheet, named)),
            ...named.names.map(({ name, sheet, range }) => ({
              bytes: RANGE_BYTES + SET_BYTES,
              run: ({ context: current }: { readonly context: Excel.RequestContext }) => {
                const target = current.workbook.worksheets.getItem(sheet).getRange(rangeAddress(range));
                current.workbook.names.add(name, target);
              },
            })),
          ],
        ]);
      });
      return added;
    });
  } catch (error) {
    await removeSheets(added);
    throw error;
  }
}

async function removeSheets(names: readonly string[]): Promise<void> {
  if (names.length === 0) return;
  await inExcel(async (context) => {
    const sheets = names.map((name) => context.workbook.worksheets.getItemOrNullObject(name));
    await context.sync();
    for (const sheet of sheets) if (!sheet.isNullObject) sheet.delete();
    await context.sync();
  });
}
