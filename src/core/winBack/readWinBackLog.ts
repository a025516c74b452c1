import type { TableProblem } from "../analysis/types";
import type { DayNumber } from "../math/day";
import { plainText, type MappedTable } from "../tables";
import { tableReader, type ReadingSettings } from "../tables/tableReader";

/** One attempt to win somebody back, as the log has it. */
export interface WinBackEntry {
  readonly customerId: string;
  readonly customerKey: string;
  readonly lostOn: DayNumber | null;
  readonly reason: string;
  readonly action: string;
  readonly owner: string;
  readonly dueOn: DayNumber | null;
  /** What the log says; null: nothing yet. */
  readonly outcome: "won" | "lost" | null;
}

/** The brief's four steps: 明确真正原因, 针对性计划, 实施, 总结分析. */
export type WinBackStep = "reason" | "plan" | "action" | "review";

const WON = ["已赢回", "赢回", "成功", "已挽回", "won", "won back", "success", "recovered"];
const LOST = [
  "失败",
  "未赢回",
  "未挽回",
  "未成功",
  "已流失",
  "放弃",
  "lost",
  "not won",
  "not won back",
  "failed",
  "given up",
];

/** Reads the win-back log; a row that names nobody is a problem. */
export function readWinBackLog(
  tables: readonly MappedTable<"winBackLog">[],
  settings: ReadingSettings,
): { readonly entries: readonly WinBackEntry[]; readonly problems: readonly TableProblem[] } {
  const entries: WinBackEntry[] = [];
  const problems: TableProblem[] = [];
  for (const table of tables) {
    const reader = tableReader(table, settings);
    for (let row = 0; row < table.rows.length; row++) {
      if (reader.isBlank(row)) continue;
      const customerKey = reader.key(row, "customerId");
      if (customerKey === "") {
        reader.report(row, "customerId", "noCustomer");
        continue;
      }
      const outcome = plainText(reader.text(row, "outcome")).toLowerCase();
      entries.push({
        customerId: reader.id(row, "customerId"),
        customerKey,
        lostOn: reader.day(row, "lostOn"),
        reason: reader.text(row, "reason"),
        action: reader.text(row, "action"),
        owner: reader.text(row, "owner"),
        dueOn: reader.day(row, "dueOn"),
        outcome: WON.includes(outcome) ? "won" : LOST.includes(outcome) ? "lost" : null,
      });
    }
    problems.push(...reader.problems);
  }
  return { entries, problems };
}

/**
 * Which of the four steps an attempt stands at. A plan without a reason stands at the reason: nobody can be
 * won back before it is known why they left.
 */
export function winBackStep({ reason, action, outcome }: WinBackEntry): WinBackStep {
  if (reason === "") return "reason";
  if (action === "") return "plan";
  return outcome === null ? "action" : "review";
}
