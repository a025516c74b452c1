import type { TableProblem } from "../analysis/types";
import type { Moment } from "../math/day";
import { plainText, type MappedTable } from "../tables";
import { recordsOfRows } from "../tables/forEachRow";
import type { ReadingSettings } from "../tables/tableReader";

export type LeadOutcome = "won" | "lost" | "open";

/** One step of one lead. */
export interface LeadStep {
  /** The lead's id, or the customer's where leads have none. */
  readonly leadKey: string;
  readonly customerKey: string;
  readonly stage: string;
  readonly enteredAt: Moment | null;
  readonly channel: string;
  readonly outcome: LeadOutcome;
}

const WON = ["赢单", "成交", "已成交", "签约", "成功", "won", "closed won", "converted", "success"];
const LOST = ["输单", "丢单", "流失", "失败", "放弃", "无效", "lost", "closed lost", "dropped", "failed"];

/** Reads the lead sheets; a row without a stage, or of nobody, is a problem. */
export function readLeads(
  tables: readonly MappedTable<"leads">[],
  settings: ReadingSettings,
): { readonly steps: readonly LeadStep[]; readonly problems: readonly TableProblem[] } {
  const { records, problems } = recordsOfRows(tables, settings, (reader, row): LeadStep | null => {
    const customerKey = reader.key(row, "customerId");
    const leadKey = reader.key(row, "leadId") || customerKey;
    const stage = reader.text(row, "stage");
    if (leadKey === "") {
      reader.report(row, reader.has("leadId") ? "leadId" : "customerId", "missingValue");
      return null;
    }
    if (stage === "") {
      reader.report(row, "stage", "missingValue");
      return null;
    }
    return {
      leadKey,
      customerKey,
      stage,
      enteredAt: reader.moment(row, "enteredAt"),
      channel: reader.text(row, "sourceChannel"),
      outcome: outcomeOf(reader.text(row, "outcome")),
    };
  });
  return { steps: records, problems };
}

/** Whatever is neither won nor lost is still open. */
function outcomeOf(text: string): LeadOutcome {
  const plain = plainText(text).toLowerCase();
  if (WON.includes(plain)) return "won";
  return LOST.includes(plain) ? "lost" : "open";
}
