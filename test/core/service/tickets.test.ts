import { readFileSync } from "node:fs";
import { join } from "node:path";
import { dayOf, formatMoment, SECONDS_PER_DAY } from "../../../src/core/math/day";
import { DEFAULT_SETTINGS, type Settings } from "../../../src/core/settings";
import { readTickets, serviceResults, type TicketRecord } from "../../../src/core/service";
import type { Cell, FieldOf, MappedTable } from "../../../src/core/tables";
import type { TierId } from "../../../src/core/tiers";

type Field = FieldOf<"tickets">;

const sheet = (fields: readonly Field[], rows: readonly (readonly Cell[])[]): MappedTable<"tickets"> => ({
  kind: "tickets",
  file: "tickets.csv",
  sheet: "tickets",
  profile: "plain",
  date1904: false,
  firstRow: 2,
  headings: fields,
  columns: Object.fromEntries(fields.map((field, column) => [field, column])),
  rows,
});

const FIXTURE = join(__dirname, "../../fixtures/mother-baby-shop");
const FIXTURE_FIELDS: readonly Field[] = [
  "ticketId",
  "customerId",
  "type",
  "severity",
  "createdAt",
  "firstResponseAt",
  "resolvedAt",
  "followUpAt",
];
const fixtureTickets = () => {
  const [, ...lines] = readFileSync(join(FIXTURE, "tickets.csv"), "utf8").trim().split(/\r?\n/);
  return readTickets(
    [
      sheet(
        FIXTURE_FIELDS,
        lines.map((line) => line.split(",")),
      ),
    ],
    DEFAULT_SETTINGS,
  );
};

const at = (text: string) => {
  const [year = 0, month = 0, day = 0, hours = 0, minutes = 0] = text.split(/[-: ]/).map(Number);
  return dayOf(year, month, day) * SECONDS_PER_DAY + hours * 3_600 + minutes * 60;
};
const NOW = at("2025-12-31 18:00");

const withCalendar = (calendar: "calendar" | "working"): Settings => ({
  ...DEFAULT_SETTINGS,
  service: { ...DEFAULT_SETTINGS.service, calendar },
});

describe("mother-baby shop at 2025-12-31 18:00", () => {
  interface Expected {
    customers: Record<string, { tier: string }>;
    sla: Record<string, { met: number; miss: number; pending: number; rate: number }>;
  }
  const expected = () => JSON.parse(readFileSync(join(FIXTURE, "expected.json"), "utf8")) as Expected;
  const tierOf = (key: string): TierId => (expected().customers[key]?.tier === "高价值" ? "high" : "medium");
  const results = (calendar: "calendar" | "working" = "calendar") =>
    serviceResults(fixtureTickets().tickets, tierOf, NOW, withCalendar(calendar));

  test("11 tickets are read without a problem", () => {
    expect(fixtureTickets().tickets).toHaveLength(11);
    expect(fixtureTickets().problems).toEqual([]);
    expect(results().byType).toEqual([
      { type: "enquiry", count: 4 },
      { type: "complaint", count: 4 },
      { type: "afterSales", count: 3 },
      { type: "other", count: 0 },
    ]);
  });

  test("R32, R35, R36, R37: the four clocks", () => {
    const { clocks } = results();
    const { sla } = expected();
    const pairs = [
      [clocks.enquiry2h, sla["咨询2小时内响应"]],
      [clocks.complaint24h, sla["投诉24小时内解决"]],
      [clocks.highValue2h, sla["高价值客户响应≤2小时"]],
      [clocks.followUp7d, sla["售后7天内回访(自解决时间)"]],
    ] as const;
    for (const [found, wanted] of pairs) {
      expect(found).toEqual({
        met: wanted?.met,
        missed: wanted?.miss,
        pending: wanted?.pending,
        rate: wanted?.rate,
      });
    }
  });

  test("R35, R7: by working hours T02 is answered in time, and the follow-up still counts days", () => {
    const byCalendar = results("calendar");
    const byWorkingHours = results("working");
    const missed = (items: typeof byCalendar.items) =>
      items.filter(({ state }) => state === "missed").map(({ clock, ticketId }) => `${clock} ${ticketId}`);
    expect(missed(byCalendar.items)).toContain("enquiry2h T02");
    expect(missed(byWorkingHours.items)).not.toContain("enquiry2h T02");
    expect(byCalendar.otherCalendar).toEqual(byWorkingHours.clocks);
    expect(byWorkingHours.otherCalendar).toEqual(byCalendar.clocks);
    expect(byWorkingHours.clocks.enquiry2h).toEqual({ met: 3, missed: 0, pending: 1, rate: 1 });
    expect(byWorkingHours.clocks.followUp7d).toEqual(byCalendar.clocks.followUp7d);
  });

  test("missed and pending tickets are listed with the moment they are due", () => {
    const listed = results().items.map((item) => [
      item.clock,
      item.ticketId,
      item.state,
      formatMoment(item.dueAt),
      item.elapsed / 3_600,
    ]);
    expect(listed).toEqual([
      ["enquiry2h", "T02", "missed", "2025-12-02 19:30", 15 + 40 / 60],
      ["enquiry2h", "T11", "pending", "2025-12-31 19:30", 0.5],
      ["complaint24h", "T05", "missed", "2025-12-11 10:00", 47],
      ["complaint24h", "T09", "pending", "2026-01-01 08:00", 10],
      ["highValue2h", "T05", "missed", "2025-12-10 12:00", 3],
      ["highValue2h", "T11", "pending", "2025-12-31 19:30", 0.5],
      ["followUp7d", "T08", "missed", "2025-12-24 09:00", 216],
      ["followUp7d", "T10", "pending", "2026-01-06 09:00", 33],
    ]);
  });

  test("R49: hours of each step by hand", () => {
    // Follow-ups: 2025-12-16 09:00 → 12-22 10:00 (145 h) and 12-17 09:00 → 12-26 09:00 (216 h).
    expect(results().steps[2]).toEqual({ step: "followUp", n: 2, median: 180.5, p90: 145 + 0.9 * 71 });
    expect(results().steps[0]).toMatchObject({ step: "firstResponse", n: 10, median: 1 });
    expect(results().steps[1]).toMatchObject({ step: "resolution", n: 9 });
  });

  test("judged earlier, later tickets and steps are not known yet", () => {
    const early = serviceResults(
      fixtureTickets().tickets,
      tierOf,
      at("2025-12-06 12:00"),
      withCalendar("calendar"),
    );
    expect(early.tickets.map(({ ticketId }) => ticketId)).toEqual(["T01", "T02", "T03", "T04"]);
    // T03 is resolved at 13:00 of that day, T04 on the next.
    expect(early.clocks.complaint24h).toEqual({ met: 0, missed: 0, pending: 2, rate: null });
  });
});

const one = (row: Partial<Record<Field, Cell>>, fields?: readonly Field[]) => {
  const columns = fields ?? (Object.keys(row) as Field[]);
  return readTickets([sheet(columns, [columns.map((field) => row[field] ?? null)])], DEFAULT_SETTINGS);
};

test.each<{ name: string; type: Cell; severity: Cell; as: [string, string]; problems: number }>([
  { name: "咨询, 一般", type: "咨询", severity: "一般", as: ["enquiry", "general"], problems: 0 },
  { name: "投诉, 产品质量", type: "投诉", severity: "产品质量", as: ["complaint", "quality"], problems: 0 },
  { name: "售后, 重大失误", type: "售后", severity: "重大失误", as: ["afterSales", "major"], problems: 0 },
  {
    name: "the brief's own words",
    type: "售后服务",
    severity: "重大服务失误",
    as: ["afterSales", "major"],
    problems: 0,
  },
  {
    name: "English",
    type: "After-Sales",
    severity: "Product quality",
    as: ["afterSales", "quality"],
    problems: 0,
  },
  { name: "full-width", type: "Ｅｎｑｕｉｒｙ", severity: "３", as: ["enquiry", "major"], problems: 0 },
  {
    name: "a mixed word is the graver one",
    type: "投诉咨询",
    severity: "一般",
    as: ["complaint", "general"],
    problems: 0,
  },
  {
    name: "slow is not low",
    type: "complaints",
    severity: "slow",
    as: ["complaint", "unknown"],
    problems: 1,
  },
  { name: "words nobody knows", type: "外星", severity: "??", as: ["other", "unknown"], problems: 2 },
  { name: "blank waits to be graded", type: "其他", severity: null, as: ["other", "unknown"], problems: 0 },
])("type and severity: $name", ({ type, severity, as, problems }) => {
  const found = one({ customerId: "a", createdAt: "2025-12-01 09:00", type, severity });
  expect(found.tickets.map((ticket) => [ticket.type, ticket.severity])).toEqual([as]);
  expect(found.problems.map(({ code }) => code)).toEqual(new Array(problems).fill("unknownValue"));
});

test.each<{ name: string; row: Partial<Record<Field, Cell>>; tickets: number; problems: [string, string][] }>(
  [
    { name: "a blank row is nothing", row: { customerId: null, createdAt: "" }, tickets: 0, problems: [] },
    {
      name: "no creation time is no ticket",
      row: { customerId: "a", createdAt: null },
      tickets: 0,
      problems: [["createdAt", "missingValue"]],
    },
    {
      name: "a creation time nobody can read is no ticket",
      row: { customerId: "a", createdAt: "2025-13-45" },
      tickets: 0,
      problems: [["createdAt", "unreadableDate"]],
    },
    {
      name: "no customer is a ticket all the same",
      row: { customerId: "-", createdAt: "2025-12-01" },
      tickets: 1,
      problems: [["customerId", "noCustomer"]],
    },
    {
      name: "resolved before created",
      row: { customerId: "a", createdAt: "2025-12-02", resolvedAt: "2025-12-01" },
      tickets: 1,
      problems: [["resolvedAt", "finishedBeforeStarted"]],
    },
    {
      name: "followed up before resolved",
      row: { customerId: "a", createdAt: "2025-12-01", resolvedAt: "2025-12-05", followUpAt: "2025-12-04" },
      tickets: 1,
      problems: [["followUpAt", "finishedBeforeStarted"]],
    },
    {
      name: "closed without a time",
      row: { customerId: "a", createdAt: "2025-12-01", resolvedAt: null, status: "已关闭" },
      tickets: 1,
      problems: [["resolvedAt", "missingValue"]],
    },
    {
      name: "not solved is open",
      row: { customerId: "a", createdAt: "2025-12-01", resolvedAt: null, status: "未解决" },
      tickets: 1,
      problems: [],
    },
  ],
)("$name", ({ row, tickets, problems }) => {
  const found = one(row);
  expect(found.tickets).toHaveLength(tickets);
  expect(found.problems.map(({ field, code }) => [field, code])).toEqual(problems);
  for (const problem of found.problems) expect(problem).toMatchObject({ kind: "tickets", row: 2 });
});

const complaint = (row: Partial<Record<Field, Cell>>) => {
  const full = { ticketId: "1", customerId: "a", type: "投诉", createdAt: "2025-12-01 09:00", ...row };
  return serviceResults(
    one(full, [...FIXTURE_FIELDS, "status"]).tickets,
    () => "medium",
    NOW,
    withCalendar("calendar"),
  ).clocks.complaint24h;
};

test.each([
  { name: "open for a month is missed", row: {}, counts: [0, 1, 0] },
  { name: "resolved before created is in no rate", row: { resolvedAt: "2025-11-30" }, counts: [0, 0, 0] },
  {
    name: "resolved at a time nobody can read is in no rate",
    row: { resolvedAt: "yesterday" },
    counts: [0, 0, 0],
  },
  { name: "closed without a time is in no rate", row: { status: "Closed" }, counts: [0, 0, 0] },
  {
    name: "resolved after exactly 24 hours is met",
    row: { resolvedAt: "2025-12-02 09:00" },
    counts: [1, 0, 0],
  },
])("complaint: $name", ({ row, counts: [met, missed, pending] }) => {
  expect(complaint(row)).toMatchObject({ met, missed, pending });
});

test("R37: a sheet without a column of follow-ups misses none", () => {
  const { tickets } = one({
    customerId: "a",
    type: "售后",
    createdAt: "2025-12-01 09:00",
    resolvedAt: "2025-12-01 10:00",
  });
  const { followUp7d } = serviceResults(tickets, () => "", NOW, DEFAULT_SETTINGS).clocks;
  expect(followUp7d).toEqual({ met: 0, missed: 0, pending: 0, rate: null });
});

test("R37: an after-sales case that is not resolved has no follow-up clock", () => {
  const { tickets } = one({ customerId: "a", type: "售后", createdAt: "2025-10-01 09:00" }, FIXTURE_FIELDS);
  expect(serviceResults(tickets, () => "", NOW, DEFAULT_SETTINGS).clocks.followUp7d.rate).toBeNull();
});

test("an enquiry that was solved without a noted response was answered by then", () => {
  const { tickets } = one(
    { customerId: "a", type: "咨询", createdAt: "2025-12-01 09:00", resolvedAt: "2025-12-01 10:00" },
    FIXTURE_FIELDS,
  );
  expect(serviceResults(tickets, () => "", NOW, DEFAULT_SETTINGS).clocks.enquiry2h.met).toBe(1);
});

test("R7: a ticket that was opened again runs from its first opening to its last resolution", () => {
  const rows = [
    ["7", "a", "投诉", "", "2025-12-01 09:00", "2025-12-01 10:00", "2025-12-01 12:00", ""],
    ["7", "a", "投诉", "", "2025-12-02 09:00", "2025-12-02 09:30", "2025-12-03 09:00", ""],
    ["7", "b", "投诉", "", "2025-12-02 09:00", "", "", ""],
    ["", "a", "投诉", "", "2025-12-02 09:00", "", "", ""],
    ["", "a", "投诉", "", "2025-12-02 09:00", "", "", ""],
  ];
  const { tickets, problems } = readTickets([sheet(FIXTURE_FIELDS, rows)], DEFAULT_SETTINGS);
  expect(tickets).toHaveLength(4);
  expect(tickets[0]).toMatchObject({
    createdAt: at("2025-12-01 09:00"),
    firstResponseAt: at("2025-12-01 10:00"),
    resolvedAt: at("2025-12-03 09:00"),
    row: 2,
  });
  expect(problems.map(({ code, row }) => [code, row])).toEqual([["duplicateKey", 3]]);
});

test("R7: opened again and not solved is open; the same row twice changes nothing", () => {
  const solved = ["7", "a", "投诉", "", "2025-12-01 09:00", "2025-12-01 10:00", "2025-12-01 12:00", ""];
  const again = ["7", "a", "投诉", "", "2025-12-05 09:00", "", "", ""];
  const read = (rows: string[][]) => readTickets([sheet(FIXTURE_FIELDS, rows)], DEFAULT_SETTINGS).tickets;
  expect(read([solved, again])[0]?.resolvedAt).toBeNull();
  expect(read([again, solved])[0]?.resolvedAt).toBeNull();
  expect(read([solved, solved])).toEqual(read([solved]));
});

test("R92: complaint reasons, the most frequent first, and blank ones counted as blank", () => {
  const fields: Field[] = ["customerId", "type", "createdAt", "reason"];
  const row = (type: string, reason: string) => ["a", type, "2025-12-01", reason];
  const { tickets } = readTickets(
    [
      sheet(fields, [
        row("投诉", "物流"),
        row("投诉", ""),
        row("投诉", "质量"),
        row("投诉", "质量"),
        row("咨询", "价格"),
      ]),
    ],
    DEFAULT_SETTINGS,
  );
  expect(serviceResults(tickets, () => "", NOW, DEFAULT_SETTINGS).complaintReasons).toEqual([
    { reason: "质量", count: 2 },
    { reason: "物流", count: 1 },
    { reason: "", count: 1 },
  ]);
});

test("no tickets: no rate, and nothing to list", () => {
  const none: readonly TicketRecord[] = [];
  const results = serviceResults(none, () => "", NOW, DEFAULT_SETTINGS);
  expect(results.clocks.enquiry2h).toEqual({ met: 0, missed: 0, pending: 0, rate: null });
  expect(results.items).toEqual([]);
  expect(results.steps.map(({ n, median, p90 }) => [n, median, p90])).toEqual([
    [0, null, null],
    [0, null, null],
    [0, null, null],
  ]);
});
