import { MOST_BYTES, TARGET_BYTES } from "./payload";
import { officeCode } from "./toWorkbookError";

/** The calls of one request under way; proxies of sheets are shared within it. */
export interface Batch {
  readonly context: Excel.RequestContext;
  sheet(name: string): Excel.Worksheet;
}

/** Calls that belong together, repeatable: they hold no proxies of an earlier request. */
export interface Step {
  /** What they add to a request, estimated. */
  readonly bytes: number;
  readonly run: (batch: Batch) => void;
  /** The same in parts, where one call alone may be too much. */
  readonly parts?: () => readonly Step[];
}

const TRIES = 3;
const FIRST_PAUSE = 500;
/** Refused before anything was done, so that doing it again does nothing twice. */
const NOT_BEGUN: ReadonlySet<string> = new Set([
  "ServiceNotAvailable",
  "ActivityLimitReached",
  "InvalidOperationInCellEditMode",
]);
const TOO_LARGE = "RequestPayloadSizeLimitExceeded";

/**
 * Sends steps in as few requests as the size limit allows. Steps of a group go into one request where they
 * fit, so that a failure finds a group done or not begun.
 *
 * @param beforeEach - runs before each request: throws to stop between two
 * @param onGroups - told after each request how many groups are done
 * @param quiet - whether the screen stands still meanwhile
 * @throws what Excel throws; a request that is too large is sent in halves, one refused for being busy again
 */
export async function sendSteps(
  context: Excel.RequestContext,
  groups: readonly (readonly Step[])[],
  {
    beforeEach = () => undefined,
    onGroups = () => undefined,
    quiet = true,
  }: { beforeEach?: () => void; onGroups?: (done: number) => void; quiet?: boolean } = {},
): Promise<void> {
  let pending: Step[] = [];
  let bytes = 0;
  let groupsQueued = 0;
  const flush = async (): Promise<void> => {
    if (pending.length === 0) return;
    const steps = pending;
    pending = [];
    bytes = 0;
    beforeEach();
    await send(context, steps, quiet);
    onGroups(groupsQueued);
  };
  for (const group of groups) {
    const size = group.reduce((sum, step) => sum + step.bytes, 0);
    if (bytes + size > TARGET_BYTES) await flush();
    for (const step of group) {
      if (bytes + step.bytes > TARGET_BYTES) await flush();
      const parts = step.bytes > MOST_BYTES ? (step.parts?.() ?? [step]) : [step];
      if (parts.length > 1) {
        for (const part of parts) {
          if (bytes + part.bytes > TARGET_BYTES) await flush();
          pending.push(part);
          bytes += part.bytes;
        }
        continue;
      }
      pending.push(step);
      bytes += step.bytes;
    }
    groupsQueued += 1;
  }
  await flush();
}

async function send(context: Excel.RequestContext, steps: readonly Step[], quiet: boolean): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const batch = openBatch(context);
      // Holds until the next sync only; the user's calculation mode is never touched.
      context.application.suspendApiCalculationUntilNextSync();
      if (quiet) context.application.suspendScreenUpdatingUntilNextSync();
      for (const step of steps) step.run(batch);
      await context.sync();
      return;
    } catch (error) {
      const code = officeCode(error) ?? "";
      if (code === TOO_LARGE) {
        const halves = halved(steps);
        if (halves === null) throw error;
        for (const half of halves) await send(context, half, quiet);
        return;
      }
      if (!NOT_BEGUN.has(code) || attempt >= TRIES) throw error;
      await pause(FIRST_PAUSE * 2 ** (attempt - 1));
    }
  }
}

/** Two halves of a request; null where it cannot be made smaller. */
function halved(steps: readonly Step[]): readonly (readonly Step[])[] | null {
  const [only] = steps;
  if (steps.length > 1) {
    const middle = Math.ceil(steps.length / 2);
    return [steps.slice(0, middle), steps.slice(middle)];
  }
  const parts = only?.parts?.() ?? [];
  return parts.length > 1 ? parts.map((part) => [part]) : null;
}

function openBatch(context: Excel.RequestContext): Batch {
  const sheets = new Map<string, Excel.Worksheet>();
  return {
    context,
    sheet: (name) => {
      let sheet = sheets.get(name);
      if (sheet === undefined) sheets.set(name, (sheet = context.workbook.worksheets.getItem(name)));
      return sheet;
    },
  };
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
