import { dayOf, SECONDS_PER_DAY, type DayNumber } from "../../../src/core/math/day";
import {
  agentScores,
  complaintMonths,
  repeatAfterComplaint,
  type TicketRecord,
} from "../../../src/core/service";

const AS_OF = dayOf(2025, 12, 31);
const NOW = AS_OF * SECONDS_PER_DAY + 18 * 3_600;
const HOUR = 3_600;

const complaint = (day: DayNumber, more: Partial<TicketRecord> = {}): TicketRecord => ({
  ticketId: "t",
  customerId: "a",
  customerKey: "a",
  type: "complaint",
  severity: "general",
  channel: "",
  createdAt: day * SECONDS_PER_DAY,
  firstResponseAt: null,
  resolvedAt: null,
  followUpAt: null,
  escalatedAt: null,
  unknownTimes: [],
  reason: "late",
  reply: "",
  agent: "",
  file: "",
  sheet: "",
  row: 1,
  ...more,
});

describe("R41: complaintMonths", () => {
  const december = (reason: string) => complaint(dayOf(2025, 12, 5), { reason });
  const tickets = [
    ...["late", "late", "late", "broken"].map(december),
    complaint(dayOf(2025, 11, 30), { reason: "broken" }),
    complaint(dayOf(2025, 12, 6), { type: "enquiry", reason: "late" }),
    { ...december("late"), createdAt: NOW + 1 },
  ];
  const [now, before] = complaintMonths(tickets, NOW, 2, (month) => (month === dayOf(2025, 12, 1) ? 80 : 0));

  test("reasons by count, with their running share and the change to the month before", () => {
    expect(now?.reasons).toEqual([
      { reason: "late", count: 3, cumulativeShare: 0.75, before: 0, change: 3 },
      { reason: "broken", count: 1, cumulativeShare: 1, before: 1, change: 0 },
    ]);
    expect(now).toMatchObject({ complaints: 4, before: 1, per100Orders: 5, vital: 2 });
  });

  test("a month without orders has no rate, one without complaints no reasons", () => {
    expect(before).toMatchObject({ complaints: 1, per100Orders: null });
    const [empty] = complaintMonths([], NOW, 1, () => 10);
    expect(empty).toMatchObject({ complaints: 0, per100Orders: 0, reasons: [], vital: 0 });
  });
});

describe("R93: repeatAfterComplaint", () => {
  const options = { now: NOW, from: AS_OF - 365, days: 60, limitHours: 24 };
  const groups = (tickets: readonly TicketRecord[], orders: Record<string, readonly DayNumber[]>) => {
    const result = repeatAfterComplaint(tickets, new Map(Object.entries(orders)), options);
    return {
      pending: result.pending,
      ...(result.unknown > 0 && { unknown: result.unknown }),
      ...Object.fromEntries(
        result.groups.map(({ group, customers, repeated }) => [group, [repeated, customers]]),
      ),
    };
  };
  const day = AS_OF - 100;

  test.each([
    {
      name: "settled after exactly 24 hours, back on day 60",
      tickets: [complaint(day, { resolvedAt: day * SECONDS_PER_DAY + 24 * HOUR })],
      orders: { a: [day - 5, day + 60] },
      expected: { onTime: [1, 1], late: [0, 0], never: [0, 0], pending: 0 },
    },
    {
      name: "settled late, back on day 61",
      tickets: [complaint(day, { resolvedAt: day * SECONDS_PER_DAY + 24 * HOUR + 1 })],
      orders: { a: [day - 5, day + 61] },
      expected: { onTime: [0, 0], late: [0, 1], never: [0, 0], pending: 0 },
    },
    {
      name: "never settled",
      tickets: [complaint(day)],
      orders: { a: [day - 5] },
      expected: { onTime: [0, 0], late: [0, 1], never: [0, 0], pending: 0 },
    },
    {
      name: "a complaint 59 days ago is pending",
      tickets: [complaint(AS_OF - 59)],
      orders: { a: [day] },
      expected: { onTime: [0, 0], late: [0, 0], never: [0, 0], pending: 1 },
    },
    {
      name: "a complaint before any order is none of a customer's",
      tickets: [complaint(day)],
      orders: { a: [day + 1] },
      expected: { onTime: [0, 0], late: [0, 0], never: [0, 0], pending: 0 },
    },
    {
      name: "settled at a time nobody can read, or before it was made: in no group",
      tickets: [
        complaint(day, { unknownTimes: ["resolvedAt"] }),
        complaint(day, { customerKey: "b", resolvedAt: day * SECONDS_PER_DAY - 1 }),
      ],
      orders: { a: [day - 5], b: [day - 5] },
      expected: { onTime: [0, 0], late: [0, 0], never: [0, 0], pending: 0, unknown: 2 },
    },
    {
      name: "a complaint before the days that count takes the customer out of all groups",
      tickets: [complaint(AS_OF - 366)],
      orders: { a: [AS_OF - 400, day] },
      expected: { onTime: [0, 0], late: [0, 0], never: [0, 0], pending: 0 },
    },
    {
      name: "who never complained counts from the first order of the days that count",
      tickets: [],
      orders: {
        a: [AS_OF - 400, AS_OF - 365, AS_OF - 305],
        b: [AS_OF - 366, AS_OF - 90],
        c: [AS_OF - 3],
        d: [AS_OF - 366],
      },
      expected: { onTime: [0, 0], late: [0, 0], never: [1, 2], pending: 1 },
    },
  ])("$name", ({ tickets, orders, expected }) => expect(groups(tickets, orders)).toEqual(expected));
});

describe("R50: agentScores", () => {
  const scores = agentScores(
    [
      complaint(AS_OF - 9, {
        agent: "Li",
        firstResponseAt: (AS_OF - 9) * SECONDS_PER_DAY + HOUR,
        resolvedAt: (AS_OF - 8) * SECONDS_PER_DAY,
      }),
      complaint(AS_OF - 5, {
        agent: "Li",
        customerKey: "b",
        firstResponseAt: (AS_OF - 5) * SECONDS_PER_DAY + 3 * HOUR,
      }),
      complaint(AS_OF, { agent: "Li", type: "enquiry", createdAt: NOW - HOUR }),
      complaint(AS_OF, { agent: "Wu", createdAt: NOW - HOUR }),
    ],
    { now: NOW, complaintHours: 24, satisfactionOf: (key) => (key === "a" ? 80 : null) },
  );

  test("counts, the median response and the complaints that were due", () => {
    expect(scores[0]).toMatchObject({
      agent: "Li",
      tickets: 3,
      open: 2,
      complaints: 2,
      medianResponseHours: 2,
      onTime: { met: 1, due: 2 },
      satisfaction: 80,
      answers: 1,
    });
  });

  test("what is open and not due is in no rate", () => {
    expect(scores[1]).toMatchObject({ agent: "Wu", onTime: { met: 0, due: 0, interval: null } });
  });
});
