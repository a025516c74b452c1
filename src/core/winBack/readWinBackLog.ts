import type { TableProblem } from "../analysis/types";
import type { DayNumber } from "../math/day";
import { plainText, type MappedTable } from "../tables";
import { recordsOfRows } from "../tables/forEachRow";
import type { ReadingSettings } from "../tables/tableReader";

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
  const { records, problems } = recordsOfRows(tables, settings, (reader, row): WinBackEntry | null => {
    const customerKey = reader.key(row, "customerId");
    if (customerKey === "") {
      reader.report(row, "customerId", "noCustomer");
      return null;
    }
    const outcome = plainText(reader.text(row, "outcome")).toLowerCase();
    return {
      customerId: reader.id(row, "customerId"),
      customerKey,
      lostOn: reader.day(row, "lostOn"),
      reason: reader.text(row, "reason"),
      action: reader.text(row, "action"),
      owner: reader.text(row, "owner"),
      dueOn: reader.day(row, "dueOn"),
      outcome: WON.includes(outcome) ? "won" : LOST.includes(outcome) ? "lost" : null,
    };
  });
  return { entries: records, problems };
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
