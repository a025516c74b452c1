import type { TicketRecord, TicketSeverity } from "./types";

/** Complaints that came by one channel, of one kind and for one reason. */
export interface ComplaintLine {
  /** As written; "": not stated, like the reason. */
  readonly channel: string;
  readonly severity: TicketSeverity;
  readonly reason: string;
  readonly count: number;
  /** Of all complaints. */
  readonly share: number;
}

/**
 * Complaints by the channel they came by, their kind and their reason (抱怨渠道、类型与原因), the most frequent first;
 * equal counts stay in the order of first appearance.
 */
export function complaintTable(tickets: readonly TicketRecord[]): readonly ComplaintLine[] {
  const lines = new Map<
    string,
    { channel: string; severity: TicketSeverity; reason: string; count: number }
  >();
  let all = 0;
  for (const { type, channel, severity, reason } of tickets) {
    if (type !== "complaint") continue;
    all++;
    const key = JSON.stringify([channel, severity, reason]);
    const line = lines.get(key);
    if (line === undefined) lines.set(key, { channel, severity, reason, count: 1 });
    else line.count++;
  }
  return [...lines.values()]
    .map((line): ComplaintLine => ({ ...line, share: line.count / all }))
    .sort((one, other) => other.count - one.count);
}
