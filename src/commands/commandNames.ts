/** The ribbon's buttons that run code; the manifest names the same ones, and the shortcuts some of them. */
export const COMMAND_NAMES = ["generateReport", "refreshReport", "freezeValues", "openHelp"] as const;
export type CommandName = (typeof COMMAND_NAMES)[number];
