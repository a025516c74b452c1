import { associateCommands } from "../../src/commands/associateCommands";
import { COMMAND_NAMES } from "../../src/commands/commandNames";
import { ActionMissingError, ActionUnfinishedError, runAction } from "../../src/workbench/page/runAction";
import { openWorkbook, type OpenWorkbook } from "../support/office/openWorkbook";

let book: OpenWorkbook;
const ran: string[] = [];
const reported: unknown[] = [];
let failing: string | null = null;

beforeAll(async () => {
  book = await openWorkbook();
  book.makeGlobal();
  const command = (name: string) => async () => {
    await Promise.resolve();
    ran.push(name);
    if (failing === name) throw new Error(`${name} was refused`);
  };
  associateCommands(
    {
      generateReport: command("generateReport"),
      refreshReport: command("refreshReport"),
      freezeValues: command("freezeValues"),
      openHelp: command("openHelp"),
    },
    (error) => reported.push(error),
  );
});
afterAll(() => book.dispose());
beforeEach(() => {
  ran.length = 0;
  reported.length = 0;
  failing = null;
});

test.each(COMMAND_NAMES)(
  "the button of %s runs what the real Office.js has under that name",
  async (name) => {
    await runAction(book.window, name);
    expect(ran).toEqual([name]);
  },
);

test.each(COMMAND_NAMES)("%s that fails completes, opens the pane and tells it why", async (name) => {
  failing = name;
  await book.Office.addin.hide();
  await runAction(book.window, name);
  expect(reported.map((error) => (error as Error).message)).toEqual([`${name} was refused`]);
  expect(book.host.book.paneShown).toBe(true);
});

test("a command that nobody answers is named", async () => {
  await expect(runAction(book.window, "makeCoffee", 0)).rejects.toThrow(new ActionMissingError("makeCoffee"));
});

test("a command that ends without saying so is named", async () => {
  book.Office.actions.associate("forgetful", () => undefined);
  await expect(runAction(book.window, "forgetful")).rejects.toThrow(new ActionUnfinishedError("forgetful"));
});

test("a pane that is still loading is waited for", async () => {
  const pane: { Office?: unknown } = {};
  setTimeout(() => (pane.Office = book.Office), 150);
  await runAction(pane, "openHelp");
  expect(ran).toEqual(["openHelp"]);
});
