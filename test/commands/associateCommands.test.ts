import { associateCommands, type Commands } from "../../src/commands/associateCommands";
import { COMMAND_NAMES } from "../../src/commands/commandNames";

type Handler = (event?: { completed: () => void }) => Promise<void>;

/** Office.js as far as commands ask it. */
function world(change: Partial<Commands>, showAsTaskpane: () => Promise<void> = async () => undefined) {
  const handlers = new Map<string, Handler>();
  const shown = jest.fn(showAsTaskpane);
  Object.assign(globalThis, {
    Office: {
      actions: { associate: (name: string, handler: Handler) => handlers.set(name, handler) },
      addin: { showAsTaskpane: shown },
    },
  });
  const nothing = async (): Promise<void> => undefined;
  const reported: unknown[] = [];
  associateCommands(
    {
      generateReport: nothing,
      refreshReport: nothing,
      freezeValues: nothing,
      openHelp: nothing,
      ...change,
    },
    (error) => reported.push(error),
  );
  return { handlers, shown, reported };
}

afterEach(() => Reflect.deleteProperty(globalThis, "Office"));

test("every command of the manifest is answered", () => {
  expect([...world({}).handlers.keys()]).toEqual([...COMMAND_NAMES]);
});

test.each(COMMAND_NAMES)("%s completes its event after it has run", async (name) => {
  const order: string[] = [];
  const { handlers, shown } = world({
    [name]: async () => {
      await Promise.resolve();
      order.push("ran");
    },
  });
  await handlers.get(name)?.({ completed: () => order.push("completed") });
  expect(order).toEqual(["ran", "completed"]);
  expect(shown).not.toHaveBeenCalled();
});

test.each(COMMAND_NAMES)(
  "%s that fails tells the pane, opens it, and completes all the same",
  async (name) => {
    const error = new Error("refused");
    const { handlers, shown, reported } = world({ [name]: () => Promise.reject(error) });
    const completed = jest.fn();
    await handlers.get(name)?.({ completed });
    expect(reported).toEqual([error]);
    expect(shown).toHaveBeenCalledTimes(1);
    expect(completed).toHaveBeenCalledTimes(1);
  },
);

test("a pane that does not open is reported too, and the event completes", async () => {
  const { handlers, reported } = world({ refreshReport: () => Promise.reject(new Error("first")) }, () =>
    Promise.reject(new Error("second")),
  );
  const completed = jest.fn();
  await handlers.get("refreshReport")?.({ completed });
  expect(reported.map((error) => (error as Error).message)).toEqual(["first", "second"]);
  expect(completed).toHaveBeenCalledTimes(1);
});

test("a shortcut brings no event", async () => {
  const ran = jest.fn(async () => undefined);
  const { handlers } = world({ refreshReport: ran });
  await handlers.get("refreshReport")?.();
  expect(ran).toHaveBeenCalledTimes(1);
});
