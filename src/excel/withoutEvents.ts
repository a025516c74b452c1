/**
 * Does work whose changes do not come back to this add-in as events.
 *
 * Events are on again afterwards, whatever happened; if even that fails, the failure of the work is the one told.
 */
export async function withoutEvents<Result>(
  context: Excel.RequestContext,
  work: () => Promise<Result>,
): Promise<Result> {
  let result: Result;
  context.runtime.enableEvents = false;
  try {
    result = await work();
  } catch (error) {
    context.runtime.enableEvents = true;
    // Excel turns events on by itself when the pane goes; what failed first matters more.
    await context.sync().catch(() => undefined);
    throw error;
  }
  context.runtime.enableEvents = true;
  await context.sync();
  return result;
}
