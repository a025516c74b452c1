/** Office.js as the pane's window has it, with the part that only a host looks at. */
interface ActionWindow {
  readonly Office?: {
    readonly actions?: {
      readonly _association: { readonly mappings: Readonly<Record<string, Action | undefined>> };
    };
  };
}

type Action = (event: object) => unknown;

/** A command the add-in has not associated: the manifest names one that the code does not have. */
export class ActionMissingError extends Error {
  override readonly name = "ActionMissingError";
}

/** A command that ended without `event.completed()`: Excel would keep its button grey for minutes. */
export class ActionUnfinishedError extends Error {
  override readonly name = "ActionUnfinishedError";
}

const LOADING_MS = 30_000;
const LOOK_AGAIN_MS = 100;

/**
 * Runs what the add-in has associated with a ribbon button; resolves when it says that it is done. A pane that is
 * still loading is waited for, as Excel does.
 *
 * @param loadingMs - how long the pane may take until its commands are there
 * @throws ActionMissingError, ActionUnfinishedError, or what the command rejects with
 */
export async function runAction(pane: object, name: string, loadingMs = LOADING_MS): Promise<void> {
  const action = await associated(pane as ActionWindow, name, loadingMs);
  let completed = false;
  await new Promise<void>((resolve, reject) => {
    const event = {
      source: { id: name },
      completed: () => {
        completed = true;
        resolve();
      },
    };
    Promise.resolve(action(event)).then(() => {
      if (!completed) reject(new ActionUnfinishedError(name));
    }, reject);
  });
}

async function associated(pane: ActionWindow, name: string, loadingMs: number): Promise<Action> {
  const until = Date.now() + loadingMs;
  for (;;) {
    // Office.js keeps them by their names in capitals.
    const action = pane.Office?.actions?._association.mappings[name.toUpperCase()];
    if (action !== undefined) return action;
    if (Date.now() > until) throw new ActionMissingError(name);
    await new Promise((resume) => setTimeout(resume, LOOK_AGAIN_MS));
  }
}
