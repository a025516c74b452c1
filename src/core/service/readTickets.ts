import type { TableProblem } from "../analysis/types";
import type { MappedTable } from "../tables";
import { forEachRow } from "../tables/forEachRow";
import type { ReadingSettings, TableReader } from "../tables/tableReader";
import { isDoneWord, severityOfWord, typeOfWord } from "./ticketWords";
import type { TicketRecord, TicketTime } from "./types";

/** Steps of a ticket, each with the field that it cannot come before. */
const STEPS: readonly { readonly field: TicketTime; readonly after: "createdAt" | TicketTime }[] = [
  { field: "firstResponseAt", after: "createdAt" },
  { field: "resolvedAt", after: "createdAt" },
  { field: "followUpAt", after: "resolvedAt" },
];

/**
 * Tickets of all ticket sheets, and what could not be read in them.
 *
 * A row without a creation time is no ticket (`missingValue`, `unreadableDate`). A step before the one
 * it follows is a fault (`finishedBeforeStarted`); the times stay in the record, and no rate counts them. A
 * step that was done at a time nobody can read (`unreadableDate`), a ticket whose status says it is
 * done without a time (`missingValue`), and a column that the sheet does not have, put the step into
 * `unknownTimes`: neither open nor done in time. Words the tables do not know make the type other and
 * the severity unknown (`unknownValue`; a blank severity is only unknown). A ticket without a customer
 * is kept (`noCustomer`).
 *
 * Rows with one ticket number and one customer are one ticket that was opened again (`duplicateKey`):
 * created, first answered and escalated at the earliest of their times, resolved and followed up as the row
 * opened last says.
 */
export function readTickets(
  tables: readonly MappedTable<"tickets">[],
  settings: ReadingSettings,
): { readonly tickets: readonly TicketRecord[]; readonly problems: readonly TableProblem[] } {
  const byNumber = new Map<string, TicketRecord[]>();
  const problems = forEachRow(tables, settings, (reader, row) => {
    const ticket = readTicket(reader, row);
    if (ticket === null) return;
    const { file, sheet } = reader.table;
    const number = reader.key(row, "ticketId");
    // A row without a number is a ticket of its own; NUL stands in no number.
    const key = number === "" ? `\0${file}\0${sheet}\0${row}` : `${number}\0${ticket.customerKey}`;
    const others = byNumber.get(key);
    if (others === undefined) byNumber.set(key, [ticket]);
    else {
      reader.report(row, "ticketId", "duplicateKey");
      others.push(ticket);
    }
  });
  return { tickets: [...byNumber.values()].map(openedAgain), problems };
}

function readTicket(reader: TableReader<"tickets">, row: number): TicketRecord | null {
  const created = readTime(reader, row, "createdAt");
  if (created.time === null) {
    if (!created.unknown) reader.report(row, "createdAt", "missingValue");
    return null;
  }
  const customerKey = reader.key(row, "customerId");
  if (customerKey === "" && reader.has("customerId")) reader.report(row, "customerId", "noCustomer");

  const times = {
    createdAt: created.time,
    firstResponseAt: readTime(reader, row, "firstResponseAt"),
    resolvedAt: readTime(reader, row, "resolvedAt"),
    followUpAt: readTime(reader, row, "followUpAt"),
  };
  const timeOf = (field: "createdAt" | TicketTime) =>
    field === "createdAt" ? times.createdAt : times[field].time;
  for (const { field, after } of STEPS) {
    const finished = timeOf(field);
    const started = timeOf(after);
    if (finished !== null && started !== null && finished < started) {
      reader.report(row, field, "finishedBeforeStarted");
    }
  }
  const unknownTimes = STEPS.map(({ field }) => field).filter(
    (field) => times[field].unknown || !reader.has(field),
  );
  const isDone = isDoneWord(reader.text(row, "status"));
  if (isDone && times.resolvedAt.time === null && !unknownTimes.includes("resolvedAt")) {
    reader.report(row, "resolvedAt", "missingValue");
    unknownTimes.push("resolvedAt");
  }
  return {
    ticketId: reader.text(row, "ticketId"),
    customerId: reader.text(row, "customerId"),
    customerKey,
    type: readWord(reader, row, "type", typeOfWord) ?? "other",
    severity: readWord(reader, row, "severity", severityOfWord) ?? "unknown",
    channel: reader.text(row, "channel"),
    createdAt: times.createdAt,
    firstResponseAt: times.firstResponseAt.time,
    resolvedAt: times.resolvedAt.time,
    followUpAt: times.followUpAt.time,
    escalatedAt: readTime(reader, row, "escalatedAt").time,
    unknownTimes,
    reason: reader.text(row, "reason"),
    reply: reader.text(row, "reply"),
    agent: reader.text(row, "agent"),
    file: reader.table.file,
    sheet: reader.table.sheet,
    row: reader.sheetRow(row),
  };
}

/** unknown: something stands there that is no time. */
function readTime(
  reader: TableReader<"tickets">,
  row: number,
  field: "createdAt" | "escalatedAt" | TicketTime,
): { readonly time: number | null; readonly unknown: boolean } {
  const problemsBefore = reader.problems.length;
  const time = reader.moment(row, field);
  return { time, unknown: time === null && reader.problems.length > problemsBefore };
}

function readWord<T>(
  reader: TableReader<"tickets">,
  row: number,
  field: "type" | "severity",
  kindOf: (text: string) => T | null,
): T | null {
  const text = reader.text(row, field);
  const kind = kindOf(text);
  if (kind === null && text !== "") reader.report(row, field, "unknownValue");
  return kind;
}

/** One ticket of the rows that bear its number. */
function openedAgain(rows: readonly TicketRecord[]): TicketRecord {
  const first = rows[0] as TicketRecord;
  if (rows.length === 1) return first;
  const known = (from: readonly TicketRecord[], field: TicketTime) =>
    from.map((row) => row[field]).filter((time) => time !== null);
  const openedLast = Math.max(...rows.map((row) => row.createdAt));
  const last = rows.filter((row) => row.createdAt === openedLast);
  const latest = (times: readonly number[]) => (times.length === 0 ? null : Math.max(...times));
  const responses = known(rows, "firstResponseAt");
  const times = {
    firstResponseAt: responses.length === 0 ? null : Math.min(...responses),
    resolvedAt: latest(known(last, "resolvedAt")),
    followUpAt: latest(known(last, "followUpAt")),
  };
  const unknownTimes = STEPS.map(({ field }) => field).filter(
    (field) =>
      times[field] === null &&
      (field === "firstResponseAt" ? rows : last).some((row) => row.unknownTimes.includes(field)),
  );
  const escalated = rows.map((row) => row.escalatedAt).filter((time) => time !== null);
  return {
    ...first,
    createdAt: Math.min(...rows.map((row) => row.createdAt)),
    ...times,
    escalatedAt: escalated.length === 0 ? null : Math.min(...escalated),
    reply: rows
      .map(({ reply }) => reply)
      .filter((reply) => reply !== "")
      .join("\n"),
    unknownTimes,
  };
}
