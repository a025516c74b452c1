import type { Settings } from "../core/settings";
import type { SheetId } from "./context";

/**
 * Sheets of the full report only: looked into when a question comes up, or set up once. What stays in the compact
 * report is what a manager reads every month and what the team works through.
 */
export const FULL_ONLY: readonly SheetId[] = [
  "customerCard",
  "relationships",
  "opportunities",
  "prediction",
  "whatIf",
  "market",
  "serviceReview",
  "plan",
  "ledgers",
  "playbook",
  "contacts",
];

export function isInScope(id: string, scope: Settings["reportScope"]): boolean {
  return scope === "full" || FULL_ONLY.every((left) => left !== id);
}
