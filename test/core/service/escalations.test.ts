import { DEFAULT_SETTINGS } from "../../../src/core/settings";
import { dayOf, SECONDS_PER_DAY } from "../../../src/core/math/day";
import { escalations, type TicketRecord } from "../../../src/core/service";

const HOUR = 3_600;
const NOW = dayOf(2025, 12, 31) * SECONDS_PER_DAY + 18 * HOUR;

const ticket = (id: string, more: Partial<TicketRecord>): TicketRecord => ({
  ticketId: id,
  customerId: "a",
  customerKey: "a",
  type: "complaint",
  severity: "major",
  channel: "",
  createdAt: NOW - 10 * HOUR,
  firstResponseAt: null,
  resolvedAt: null,
  followUpAt: null,
  escalatedAt: null,
  unknownTimes: [],
  reason: "",
  reply: "",
  agent: "",
  file: "",
  sheet: "",
  row: 1,
  ...more,
});
const list = (...tickets: readonly TicketRecord[]) =>
  escalations(tickets, () => "high", NOW, DEFAULT_SETTINGS.programme);

describe("escalations", () => {
  test.each<{ name: string; more: Partial<TicketRecord>; late: boolean }>([
    {
      name: "answered exactly at the limit is in time",
      more: { firstResponseAt: NOW - 8 * HOUR },
      late: false,
    },
    { name: "a second later is late", more: { firstResponseAt: NOW - 8 * HOUR + 1 }, late: true },
    { name: "nobody answered and the time is over", more: {}, late: true },
    { name: "nobody answered yet", more: { createdAt: NOW - 2 * HOUR }, late: false },
    {
      name: "answered at a time nobody can read",
      more: { unknownTimes: ["firstResponseAt"] },
      late: false,
    },
  ])("$name", ({ more, late }) => expect(list(ticket("t", more))[0]?.late).toBe(late));

  test.each<{ name: string; more: Partial<TicketRecord>; level: string | undefined }>([
    { name: "a major failure goes to management with a plan", more: {}, level: "management" },
    { name: "a quality complaint to the quality team", more: { severity: "quality" }, level: "qualityTeam" },
    { name: "an ungraded complaint waits to be graded", more: { severity: "unknown" }, level: "grading" },
    { name: "a general complaint stays in front", more: { severity: "general" }, level: undefined },
    {
      name: "an ungraded enquiry is nobody's worry",
      more: { type: "enquiry", severity: "unknown" },
      level: undefined,
    },
    { name: "a major enquiry is", more: { type: "enquiry" }, level: "management" },
    { name: "a ticket of tomorrow is not there yet", more: { createdAt: NOW + 1 }, level: undefined },
  ])("$name", ({ more, level }) => expect(list(ticket("t", more))[0]?.level).toBe(level));

  test.each<{ name: string; more: Partial<TicketRecord>; state: string }>([
    {
      name: "a major one without an escalation time is not escalated, settled or not",
      more: { firstResponseAt: NOW - 9 * HOUR, resolvedAt: NOW - 8 * HOUR },
      state: "notEscalated",
    },
    {
      name: "told exactly at the limit is in time",
      more: { escalatedAt: NOW - 8 * HOUR },
      state: "escalated",
    },
    { name: "told a second later is late", more: { escalatedAt: NOW - 8 * HOUR + 1 }, state: "late" },
    { name: "told tomorrow is not told yet", more: { escalatedAt: NOW + 1 }, state: "notEscalated" },
    { name: "no severity waits to be graded (待定级)", more: { severity: "unknown" }, state: "toGrade" },
    {
      name: "a quality complaint needs no escalation time",
      more: { severity: "quality", firstResponseAt: NOW - 9 * HOUR, resolvedAt: NOW - 8 * HOUR },
      state: "settled",
    },
    {
      name: "a quality complaint inside its day is running",
      more: { severity: "quality" },
      state: "running",
    },
    {
      name: "a quality complaint that nobody answered is late",
      more: { severity: "quality", createdAt: NOW - 25 * HOUR },
      state: "late",
    },
  ])("R40: $name", ({ more, state }) => expect(list(ticket("t", more))[0]?.state).toBe(state));

  test("the gravest first, open before settled, then the oldest", () => {
    const ids = list(
      ticket("quality", { severity: "quality", createdAt: NOW - 90 * HOUR }),
      ticket("settled", { resolvedAt: NOW - HOUR, createdAt: NOW - 99 * HOUR }),
      ticket("young", { createdAt: NOW - HOUR }),
      ticket("old", { createdAt: NOW - 50 * HOUR }),
    ).map(({ ticketId }) => ticketId);
    expect(ids).toEqual(["old", "young", "settled", "quality"]);
  });
});

describe("R40: the limits are settings", () => {
  const limits = { majorHours: 4, qualityHours: 12, gradingHours: 1 };
  test.each<{ severity: TicketRecord["severity"]; hours: number }>([
    { severity: "major", hours: 4 },
    { severity: "quality", hours: 12 },
    { severity: "unknown", hours: 1 },
  ])("$severity: due after $hours hours", ({ severity, hours }) => {
    const created = NOW - 2 * HOUR;
    const [found] = escalations([ticket("t", { severity, createdAt: created })], () => "high", NOW, limits);
    expect(found).toMatchObject({ dueAt: created + hours * HOUR, late: hours < 2 });
  });
});
