import { inExcel } from "./inExcel";

type Handler = { readonly context: unknown; remove(): void };

/** Calls back when cells change, by a person here or by a co-author; what this add-in writes does not count. */
export function watchChanges(
  report: (change: { readonly sheet: string; readonly remote: boolean }) => void,
): () => void {
  return registered(async (context, isStopped) => {
    const handler = context.workbook.worksheets.onChanged.add(async (event) => {
      if (isStopped() || event.triggerSource === "ThisLocalAddin") return;
      const remote = event.source === "Remote";
      const name = await sheetName(event.worksheetId);
      if (name !== null && !isStopped()) report({ sheet: name, remote });
    });
    await context.sync();
    return handler;
  });
}

/** Calls back when another cell, or a cell of another sheet, is selected. */
export function watchSelection(report: () => void): () => void {
  return registered(async (context, isStopped) => {
    const handler = context.workbook.onSelectionChanged.add(() => {
      if (!isStopped()) report();
      return Promise.resolve();
    });
    await context.sync();
    return handler;
  });
}

/** Sheets are told by an id; null: the sheet is gone by now. */
function sheetName(id: string): Promise<string | null> {
  return inExcel(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(id);
    sheet.load("name");
    await context.sync();
    return sheet.isNullObject ? null : sheet.name;
  });
}

/** Registration takes a while: a stop that comes before it is done takes effect once it is. */
function registered(
  add: (
    context: Excel.RequestContext,
    isStopped: () => boolean,
  ) => Promise<OfficeExtension.EventHandlerResult<never>>,
): () => void {
  let stopped = false;
  const handler: Promise<Handler | null> = inExcel((context) => add(context, () => stopped)).then(
    (result) => result as unknown as Handler,
    // An Excel that cannot tell of changes works without being told.
    () => null,
  );
  return () => {
    if (stopped) return;
    stopped = true;
    void handler.then(async (result) => {
      if (result === null) return;
      // A handler can only be taken away in the context it was added in.
      const context = result.context as Excel.RequestContext;
      try {
        await Excel.run(context, async (same) => {
          result.remove();
          await same.sync();
        });
      } catch {
        // The workbook is closing: handlers go with it.
      }
    });
  };
}
