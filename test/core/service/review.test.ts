import { DEFAULT_SETTINGS } from "../../../src/core/settings";
import { dayOf, SECONDS_PER_DAY, type Moment } from "../../../src/core/math/day";
import {
  CALENDAR_HOURS,
  coldPhrases,
  complaintMonths,
  complaintTable,
  improvements,
  stepShares,
  urgentTickets,
  workingHours,
  type TicketRecord,
} from "../../../src/core/service";
import { DEFAULT_DEPARTMENT_WORDS, departmentOf } from "../../../src/core/service/departmentWords";

const AS_OF = dayOf(2025, 12, 31);
const NOW = AS_OF * SECONDS_PER_DAY + 18 * 3_600;
const HOUR = 3_600;
const DAY = SECONDS_PER_DAY;

const ticket = (more: Partial<TicketRecord> = {}): TicketRecord => ({
  ticketId: "t",
  customerId: "a",
  customerKey: "a",
  type: "complaint",
  severity: "general",
  channel: "",
  createdAt: NOW - HOUR,
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

describe("R49: stepShares", () => {
  const done = (response: number, resolution: number, more: Partial<TicketRecord> = {}) =>
    ticket({
      createdAt: NOW - 100 * HOUR,
      firstResponseAt: NOW - 100 * HOUR + response * HOUR,
      resolvedAt: NOW - 100 * HOUR + resolution * HOUR,
      ...more,
    });

  test("R49: the step that takes more of the time is named with its share", () => {
    const [all] = stepShares([done(1, 4), done(2, 8)], NOW, CALENDAR_HOURS);
    expect(all).toMatchObject({
      tickets: 2,
      waitingHours: 3,
      solvingHours: 9,
      slowest: "resolution",
      share: 0.75,
    });
  });

  test.each([
    { name: "without a first response", one: done(1, 4, { firstResponseAt: null }) },
    {
      name: "resolved at a time nobody can read",
      one: done(1, 4, { resolvedAt: null, unknownTimes: ["resolvedAt"] }),
    },
    { name: "resolved before the response", one: done(4, 1) },
    { name: "answered before it was made", one: done(-1, 1) },
  ])("R49: a ticket $name is unknown and in no share", ({ one }) => {
    expect(stepShares([one], NOW, CALENDAR_HOURS)[0]).toMatchObject({
      tickets: 0,
      unknown: 1,
      slowest: null,
      share: null,
    });
  });

  test("R49: what is still open is neither known nor unknown", () => {
    expect(stepShares([ticket(), done(1, 101)], NOW, CALENDAR_HOURS)).toMatchObject([
      { tickets: 0, unknown: 0 },
    ]);
  });

  test("equal sums name the waiting, and types stand in their order", () => {
    const found = stepShares([done(2, 4), done(1, 9, { type: "enquiry" })], NOW, CALENDAR_HOURS);
    expect(found.map(({ type, slowest }) => [type, slowest])).toEqual([
      ["all", "resolution"],
      ["enquiry", "resolution"],
      ["complaint", "firstResponse"],
    ]);
  });

  test("hours count on the calendar of the service", () => {
    const calendar = workingHours({ opensAt: 540, closesAt: 1_080, workdays: [1, 2, 3, 4, 5], holidays: [] });
    // Monday 17:00, answered Tuesday 10:00, solved 12:00.
    const monday = dayOf(2025, 12, 29) * DAY;
    const [all] = stepShares(
      [
        ticket({
          createdAt: monday + 17 * HOUR,
          firstResponseAt: monday + 34 * HOUR,
          resolvedAt: monday + 36 * HOUR,
        }),
      ],
      NOW,
      calendar,
    );
    expect(all).toMatchObject({ waitingHours: 2, solvingHours: 2 });
  });
});

describe("R48: urgentTickets", () => {
  const options = {
    now: NOW,
    tierOf: (key: string) => (key === "vip" ? ("high" as const) : ("basic" as const)),
    complaintDueAt: (createdAt: Moment) => createdAt + 24 * HOUR,
    limits: DEFAULT_SETTINGS.programme,
  };
  const reasons = (tickets: readonly TicketRecord[]) =>
    urgentTickets(tickets, options).map((item) => item.reasons);

  test.each([
    { name: "major", tickets: [ticket({ type: "enquiry", severity: "major" })], expected: [["major"]] },
    {
      name: "exactly on the limit is not past it",
      tickets: [ticket({ createdAt: NOW - 24 * HOUR })],
      expected: [],
    },
    {
      name: "past the limit",
      tickets: [ticket({ createdAt: NOW - 24 * HOUR - 1 })],
      expected: [["pastLimit"]],
    },
    {
      name: "a complaint of a high-value customer",
      tickets: [ticket({ customerKey: "vip" })],
      expected: [["highValueComplaint"]],
    },
    {
      name: "an enquiry of theirs is not",
      tickets: [ticket({ customerKey: "vip", type: "enquiry" })],
      expected: [],
    },
    {
      name: "the second complaint on the 30th day",
      tickets: [ticket(), ticket({ createdAt: NOW - HOUR - 30 * DAY, resolvedAt: NOW - 29 * DAY })],
      expected: [["complainedAgain"]],
    },
    {
      name: "the second complaint a second later is not",
      tickets: [ticket(), ticket({ createdAt: NOW - HOUR - 30 * DAY - 1, resolvedAt: NOW - 29 * DAY })],
      expected: [],
    },
    {
      name: "complaints of nobody in particular are not each other's second",
      tickets: [ticket({ customerKey: "" }), ticket({ customerKey: "", createdAt: NOW - 2 * HOUR })],
      expected: [],
    },
    {
      name: "what is settled is not",
      tickets: [ticket({ severity: "major", resolvedAt: NOW })],
      expected: [],
    },
    {
      name: "what is settled at a time nobody can read is not",
      tickets: [ticket({ severity: "major", unknownTimes: ["resolvedAt"] })],
      expected: [],
    },
    {
      name: "what comes later is not known yet",
      tickets: [ticket({ severity: "major", createdAt: NOW + 1 })],
      expected: [],
    },
    {
      name: "all reasons are named, the gravest first",
      tickets: [ticket({ severity: "major", customerKey: "vip", createdAt: NOW - 30 * HOUR })],
      expected: [["major", "pastLimit", "highValueComplaint"]],
    },
  ])("R48: $name", ({ tickets, expected }) => expect(reasons(tickets)).toEqual(expected));

  test("R48: the gravest stand first, then the oldest", () => {
    const found = urgentTickets(
      [
        ticket({ ticketId: "late", createdAt: NOW - 30 * HOUR }),
        ticket({ ticketId: "major", severity: "major" }),
        ticket({ ticketId: "later", createdAt: NOW - 40 * HOUR, customerKey: "b" }),
      ],
      options,
    );
    expect(found.map(({ ticketId }) => ticketId)).toEqual(["major", "later", "late"]);
    expect(found.map(({ dueAt }) => dueAt)).toEqual([
      NOW - HOUR + 24 * HOUR,
      NOW - 16 * HOUR,
      NOW - 6 * HOUR,
    ]);
  });
});

test("R92: complaints by channel, kind and reason, the most frequent first; other tickets are in none", () => {
  const late = { channel: "phone", reason: "late" };
  expect(
    complaintTable([
      ticket({ channel: "chat", reason: "broken", severity: "quality" }),
      ticket(late),
      ticket(late),
      ticket({ ...late, severity: "major" }),
      ticket({ ...late, type: "enquiry" }),
    ]),
  ).toEqual([
    { channel: "phone", severity: "general", reason: "late", count: 2, share: 0.5 },
    { channel: "chat", severity: "quality", reason: "broken", count: 1, share: 0.25 },
    { channel: "phone", severity: "major", reason: "late", count: 1, share: 0.25 },
  ]);
  expect(complaintTable([])).toEqual([]);
});

describe("R41: improvements", () => {
  const december = (reason: string, agent: string) =>
    ticket({ reason, agent, createdAt: dayOf(2025, 12, 5) * DAY });
  const tickets = [
    december("物流延误", "王"),
    december("物流延误", "李"),
    december("物流延误", "李"),
    december("物流延误", ""),
    december("包装破损", ""),
  ];
  const [month] = complaintMonths(tickets, NOW, 1, () => 100);

  test("R41: each vital reason has its department, the colleague who knows most of it, and a day", () => {
    expect(month && improvements(month, tickets, AS_OF + 30, DEFAULT_DEPARTMENT_WORDS)).toEqual([
      {
        reason: "物流延误",
        count: 4,
        change: 4,
        share: 0.8,
        department: "carrier",
        word: "物流",
        owner: "李",
        dueOn: AS_OF + 30,
      },
    ]);
  });

  test("R41: a month without complaints asks for nothing", () => {
    const [empty] = complaintMonths([], NOW, 1, () => 100);
    expect(empty && improvements(empty, [], AS_OF, DEFAULT_DEPARTMENT_WORDS)).toEqual([]);
  });

  test.each([
    ["退款太慢", "finance"],
    ["物流延误", "carrier"],
    ["包装破损", "warehouse"],
    ["错发漏发", "warehouse"],
    ["临期商品", "purchasing"],
    ["红屁屁/过敏", "product"],
    ["召回批次未通知", "product"],
    ["活动价变来变去", "marketing"],
    ["客服态度", "service"],
    ["Late DELIVERY", "carrier"],
    ["Ｌａｔｅ ｄｅｌｉｖｅｒｙ", "carrier"],
    ["Slow refund", "finance"],
    ["说不清", "unknown"],
    ["", "unknown"],
  ])("R41: %s belongs to %s", (reason, department) =>
    expect(departmentOf(reason, DEFAULT_DEPARTMENT_WORDS).department).toBe(department),
  );
});

describe("R41: words of departments are settings", () => {
  test.each([
    { name: "a new word", change: { product: ["面料"] }, reason: "面料起球", expected: ["product", "面料"] },
    {
      name: "the first department by order, not by place in the text",
      change: { service: ["起球"], product: ["面料"] },
      reason: "起球的面料",
      expected: ["product", "面料"],
    },
    {
      name: "a word in another width and case",
      change: { carrier: ["ＥＭＳ"] },
      reason: "ems lost",
      expected: ["carrier", "ＥＭＳ"],
    },
    { name: "no word any more", change: { carrier: [] }, reason: "物流延误", expected: ["unknown", ""] },
    {
      name: "a blank word says nothing",
      change: { finance: [""] },
      reason: "别的",
      expected: ["unknown", ""],
    },
  ])("$name", ({ change, reason, expected }) => {
    const { department, word } = departmentOf(reason, { ...DEFAULT_DEPARTMENT_WORDS, ...change });
    expect([department, word]).toEqual(expected);
  });
});

describe("R39: coldPhrases", () => {
  test("R39: without a single reply nothing is claimed", () => expect(coldPhrases([ticket()])).toBeNull());

  test("R39: a reply counts once for each phrase, whatever case, width and apostrophe", () => {
    expect(
      coldPhrases([
        ticket({ ticketId: "1", reply: "我不知道，我不清楚" }),
        ticket({ ticketId: "2", reply: "I DON’T KNOW, that's our policy" }),
        ticket({ ticketId: "3", reply: "我会帮您跟进" }),
        ticket({ ticketId: "4" }),
      ]),
    ).toEqual({
      replies: 3,
      cold: 2,
      phrases: [
        { id: "notKnown", count: 2, example: "我不知道", ticketId: "1" },
        { id: "rules", count: 1, example: "that's our policy", ticketId: "2" },
      ],
    });
  });
});
