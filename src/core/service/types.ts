import type { Moment } from "../math/day";
import type { TierId } from "../tiers/types";

export type ClockId = "enquiry2h" | "complaint24h" | "highValue2h" | "followUp7d";

export interface SlaCounts {
  readonly met: number;
  readonly missed: number;
  readonly pending: number;
  /** met ÷ (met + missed); null with nothing due. */
  readonly rate: number | null;
}

export interface TicketRecord {
  readonly ticketId: string;
  readonly customerId: string;
  readonly customerKey: string;
  readonly type: "enquiry" | "complaint" | "afterSales" | "other";
  readonly severity: "general" | "quality" | "major" | "unknown";
  readonly channel: string;
  readonly createdAt: Moment;
  readonly firstResponseAt: Moment | null;
  readonly resolvedAt: Moment | null;
  readonly followUpAt: Moment | null;
  readonly reason: string;
  readonly agent: string;
  readonly file: string;
  readonly sheet: string;
  readonly row: number;
}

/** One ticket against one clock, when it is missed or still running. */
export interface SlaItem {
  readonly clock: ClockId;
  readonly ticketId: string;
  readonly customerId: string;
  readonly tier: TierId;
  readonly startedAt: Moment;
  readonly finishedAt: Moment | null;
  readonly dueAt: Moment;
  readonly state: "missed" | "pending";
  /** Seconds on the chosen calendar from start to finish or to now. */
  readonly elapsed: number;
  readonly agent: string;
}

export interface ServiceResults {
  readonly clocks: Readonly<Record<ClockId, SlaCounts>>;
  /** The same on the other calendar (working hours beside calendar hours), for comparison. */
  readonly otherCalendar: Readonly<Record<ClockId, SlaCounts>>;
  readonly items: readonly SlaItem[];
  readonly tickets: readonly TicketRecord[];
  readonly byType: readonly { readonly type: TicketRecord["type"]; readonly count: number }[];
  readonly complaintReasons: readonly { readonly reason: string; readonly count: number }[];
  /** Median and 90th percentile hours of each step; null with none. */
  readonly steps: readonly {
    readonly step: "firstResponse" | "resolution" | "followUp";
    readonly n: number;
    readonly median: number | null;
    readonly p90: number | null;
  }[];
}
