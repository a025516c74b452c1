import { COMMAND_NAMES, type CommandName } from "./commandNames";

/** What the buttons do. A command may reject: the pane then opens and tells why. */
export type Commands = Readonly<Record<CommandName, () => Promise<void>>>;

/**
 * Answers the ribbon's buttons and shortcuts.
 *
 * Excel greys a button out until its event is completed, and after some minutes says that the add-in does
 * not respond: so each one is completed whatever happened.
 *
 * @param report - hands an error to the pane, which shows it; called before the pane opens
 */
export function associateCommands(commands: Commands, report: (error: unknown) => void): void {
  for (const name of COMMAND_NAMES) {
    // A shortcut calls without an event.
    Office.actions.associate(name, async (event?: Office.AddinCommands.Event) => {
      try {
        await commands[name]();
      } catch (error) {
        report(error);
        await Office.addin.showAsTaskpane().catch(report);
      } finally {
        event?.completed();
      }
    });
  }
}
