import type { Moment } from "../math/day";
import type { TierId } from "../tiers/types";

export const CLOCK_IDS = ["enquiry2h", "complaint24h", "highValue2h", "followUp7d"] as const;
export type ClockId = (typeof CLOCK_IDS)[number];

export interface SlaCounts {
  readonly met: number;
  readonly missed: number;
  readonly pending: number;
  /** met ÷ (met + missed); null with nothing due. */
  readonly rate: number | null;
}

export const TICKET_TYPES = ["enquiry", "complaint", "afterSales", "other"] as const;
export type TicketType = (typeof TICKET_TYPES)[number];

/** 一般咨询, 产品质量问题, 重大服务失误; unknown waits to be graded. */
export type TicketSeverity = "general" | "quality" | "major" | "unknown";

export type TicketTime = "firstResponseAt" | "resolvedAt" | "followUpAt";

export interface TicketRecord {
  readonly ticketId: string;
  readonly customerId: string;
  readonly customerKey: string;
  readonly type: TicketType;
  readonly severity: TicketSeverity;
  readonly channel: string;
  readonly createdAt: Moment;
  /** null: not yet, unless `unknownTimes` names it. */
  readonly firstResponseAt: Moment | null;
  readonly resolvedAt: Moment | null;
  readonly followUpAt: Moment | null;
  /** When management was told; null: not, or not written down. */
  readonly escalatedAt: Moment | null;
  /** Steps that were done, at a time that cannot be read or that the sheet leaves out: in no rate. */
  readonly unknownTimes: readonly TicketTime[];
  readonly reason: string;
  /** What the customer was answered; "" where the sheet has no such column. */
  readonly reply: string;
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
  /** Seconds on the clock's calendar from start to finish or to now. */
  readonly elapsed: number;
  readonly agent: string;
}

export interface ServiceResults {
  readonly clocks: Readonly<Record<ClockId, SlaCounts>>;
  /** The same on the other calendar (working hours beside calendar hours), for comparison. */
  readonly otherCalendar: Readonly<Record<ClockId, SlaCounts>>;
  readonly items: readonly SlaItem[];
  readonly tickets: readonly TicketRecord[];
  readonly byType: readonly { readonly type: TicketType; readonly count: number }[];
  /** Reasons of complaints, the most frequent first; "" where none is given. */
  readonly complaintReasons: readonly { readonly reason: string; readonly count: number }[];
  /** Median and 90th percentile hours of each step; null with none. */
  readonly steps: readonly {
    readonly step: "firstResponse" | "resolution" | "followUp";
    readonly n: number;
    readonly median: number | null;
    readonly p90: number | null;
  }[];
}
