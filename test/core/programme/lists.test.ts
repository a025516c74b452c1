import {
  adviserLoad,
  benchmarks,
  costToServe,
  customerMix,
  deadMembers,
  discountEffect,
  feedbackTimes,
  industryTrend,
  loyaltyLadder,
  needShares,
  onboarding,
  opportunities,
  potentialCustomers,
  phasesOf,
  risingCategories,
  roadmap,
  starCustomers,
  surveyCoverage,
  switchingCost,
} from "../../../src/core/programme";
import { dayOf } from "../../../src/core/math/day";
import { DEFAULT_SETTINGS } from "../../../src/core/settings";
import { customerRow } from "../../support/customerRow";
import { smallAnalysis } from "../../support/smallAnalysis";

const AS_OF = dayOf(2025, 12, 31);
const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);

describe("R31, R24: adviserLoad", () => {
  const high = (id: string, owner: string, netSpend = 0) =>
    customerRow(id, { tier: "high", netSpend, record: { owner } });

  test("as many high-value customers as the cap are not too many", () => {
    const { owners } = adviserLoad([high("a", "Li"), high("b", "Li"), high("c", "Wu")], 1);
    expect(owners).toEqual([
      { owner: "Li", customers: 2, highValue: 2, netSpend: 0, overCap: true },
      { owner: "Wu", customers: 1, highValue: 1, netSpend: 0, overCap: false },
    ]);
  });

  test("who has nobody is listed by spend, companies apart", () => {
    const found = adviserLoad([
      high("small", "", 1),
      high("large", "", 9),
      customerRow("firm", { tier: "basic", record: { side: "B端" } }),
      customerRow("person", { tier: "basic", record: { side: "C端" } }),
    ]);
    expect(ids(found.highValueWithout)).toEqual(["large", "small"]);
    expect(ids(found.companiesWithout)).toEqual(["firm"]);
  });
});

describe("R95: onboarding", () => {
  const source = (second: number | null, touched: number | null = null) => ({
    newFrom: AS_OF - 300,
    asOf: AS_OF,
    secondDayOf: () => second,
    touchedSince: (_: unknown, day: number) => touched !== null && touched >= day,
  });
  const joined = (day: number) => [customerRow("a", { firstDay: day, bookIndex: 0 })];

  test.each([
    { name: "back on day 60", first: AS_OF - 100, second: AS_OF - 40, counts: [1, 1, 0] },
    { name: "back on day 61", first: AS_OF - 100, second: AS_OF - 39, counts: [1, 0, 0] },
    { name: "59 days old and not back: pending", first: AS_OF - 59, second: null, counts: [0, 0, 1] },
    {
      name: "59 days old and back already: pending",
      first: AS_OF - 59,
      second: AS_OF - 1,
      counts: [0, 0, 1],
    },
    { name: "60 days old and not back", first: AS_OF - 60, second: null, counts: [1, 0, 0] },
    { name: "the start is not known", first: AS_OF - 301, second: null, counts: [0, 0, 0] },
  ])("$name", ({ first, second, counts }) => {
    const { settled, returned, pending } = onboarding(joined(first), source(second));
    expect([settled, returned, pending]).toEqual(counts);
  });

  test("steps are done, due or to come", () => {
    const found = onboarding(joined(AS_OF - 7), source(null, AS_OF - 6));
    expect(found.customers[0]?.steps.map(({ state }) => state)).toEqual(["done", "due", "upcoming"]);
  });
});

describe("R82: deadMembers", () => {
  const member = (id: string, firstDay: number | null, lastDay: number | null) =>
    customerRow(id, { firstDay, lastDay, totalOrders: lastDay === null ? 0 : 1, record: { memberId: id } });

  test("a sign of life exactly 180 days ago still counts", () => {
    const found = deadMembers(
      [
        member("alive", AS_OF - 400, AS_OF - 180),
        member("dead", AS_OF - 400, AS_OF - 181),
        member("answers", AS_OF - 400, AS_OF - 300),
        member("new", AS_OF - 179, AS_OF - 179),
        member("never", null, null),
        customerRow("noMember"),
      ],
      ({ id }) => (id === "answers" ? AS_OF - 1 : null),
      AS_OF,
    );
    expect(found.dead.map(({ row }) => row.id)).toEqual(["never", "dead"]);
    expect(found).toMatchObject({ members: 5, tooNew: 1, neverBought: 1, share: 0.5 });
  });

  test("without members there is no share", () => {
    expect(deadMembers([customerRow("a")], () => null, AS_OF)).toMatchObject({ members: 0, share: null });
  });
});

test("R90: star customers are top tier, loyal, content and willing, best rank first", () => {
  const star = (id: string, more = {}) => customerRow(id, { tier: "high", rank: 1, ...more });
  const rows = [
    star("second", { rank: 2 }),
    star("first"),
    star("angry", { openComplaint: true }),
    star("silent", { consent: false }),
    star("medium", { tier: "medium" }),
    star("fickle"),
  ];
  expect(ids(starCustomers(rows, (index) => rows[index]?.id !== "fickle"))).toEqual(["first", "second"]);
});

describe("R65: potentialCustomers", () => {
  const row = (tier: "high" | "medium") => [customerRow("a", { tier, r: 3, f: 3, bookIndex: 0 })];
  test.each<{
    name: string;
    tier: "high" | "medium";
    before: { r: number; f: number } | null;
    high: boolean;
    reasons: readonly string[] | null;
  }>([
    { name: "both scores rose", tier: "medium", before: { r: 2, f: 2 }, high: false, reasons: ["rising"] },
    { name: "one rose, one fell", tier: "medium", before: { r: 2, f: 4 }, high: false, reasons: null },
    { name: "nothing moved", tier: "medium", before: { r: 3, f: 3 }, high: false, reasons: null },
    { name: "much is expected", tier: "medium", before: null, high: true, reasons: ["valueAhead"] },
    { name: "already at the top", tier: "high", before: { r: 2, f: 2 }, high: true, reasons: null },
  ])("$name", ({ tier, before, high, reasons }) => {
    const found = potentialCustomers(
      row(tier),
      () => before,
      () => ({ clv: 10, high }),
    );
    expect(found[0]?.reasons ?? null).toEqual(reasons);
  });
});

describe("R52: opportunities", () => {
  test("much ahead and a third of the range at most", () => {
    const rows = [0, 1, 2].map((index) => customerRow(String(index), { bookIndex: index }));
    const found = opportunities(
      rows,
      (index) => ({ clv: 10 + index, high: index !== 2 }),
      Int32Array.of(1, 2, 3),
      () => "tea",
    );
    expect(found.map(({ row, offer }) => [row.id, offer])).toEqual([["0", "tea"]]);
  });

  test("how much of the range is little can be set", () => {
    const rows = [0, 1, 2].map((index) => customerRow(String(index), { bookIndex: index }));
    const within = (share: number) =>
      opportunities(
        rows,
        () => ({ clv: 10, high: true }),
        Int32Array.of(1, 2, 4),
        () => null,
        share,
      ).map(({ row }) => row.id);
    expect([0.2, 0.25, 0.5].map(within)).toEqual([[], ["0"], ["0", "1"]]);
  });

  test("a category rises from a tenth on, with five buyers and more", () => {
    const sum = (category: string, net: number, buyers: number) => ({ category, net, before: 100, buyers });
    const found = risingCategories([sum("tea", 110, 5), sum("cup", 109, 5), sum("bag", 300, 4)]);
    expect(found.map(({ category }) => category)).toEqual(["tea"]);
    expect(risingCategories([sum("tea", 119, 5), sum("cup", 120, 5)], 0.2)).toMatchObject([
      { category: "cup" },
    ]);
  });
});

test("discount classes part customers by the share of their orders", () => {
  const found = discountEffect(
    Float64Array.of(0, 0, 0.5, 0.51, Number.NaN, 0),
    Int32Array.of(1, 2, 2, 1, 5, 0),
  );
  expect(found.map(({ customers, repeated }) => [repeated, customers])).toEqual([
    [1, 2],
    [1, 1],
    [0, 1],
  ]);
});

test("R44: survey coverage counts active customers who answered within 365 days", () => {
  const rows = ["now", "edge", "old", "never"].map((id) => customerRow(id, { tier: "high", orders: 1 }));
  const days: Readonly<Record<string, number>> = { now: AS_OF, edge: AS_OF - 364, old: AS_OF - 365 };
  const found = surveyCoverage([...rows, customerRow("idle")], (key) => days[key] ?? null, AS_OF);
  expect(found).toMatchObject({ active: 4, surveyed: 2, rate: 0.5, lastAnswer: AS_OF, daysSince: 0 });
});

test("R64: feedback times tell the median of what was acted on and the longest wait", () => {
  const [complaints, answers] = feedbackTimes(
    [
      { kind: "complaint", customerKey: "a", on: AS_OF - 10 },
      { kind: "complaint", customerKey: "a", on: AS_OF - 6 },
      { kind: "complaint", customerKey: "b", on: AS_OF - 30 },
    ],
    (key) => (key === "a" ? AS_OF - 6 : null),
    AS_OF,
  );
  expect(complaints).toEqual({ kind: "complaint", count: 3, acted: 2, medianDays: 2, longestWait: 30 });
  expect(answers).toMatchObject({ count: 0, medianDays: null, longestWait: null });
});

const UNTIED = {
  firstDay: null,
  custom: null,
  pointsBalance: null,
  contractRuns: false,
  eventsAttended: 0,
  referralsMade: 0,
  hasOwner: false,
  ownerSince: null,
} as const;

test("R98: switching cost counts kinds, not pieces of evidence", () => {
  const facts = {
    ...UNTIED,
    firstDay: dayOf(2022, 12, 31),
    custom: true,
    eventsAttended: 1,
    referralsMade: 2,
    hasOwner: true,
  };
  expect(switchingCost(facts, AS_OF)).toEqual({
    score: 2,
    procedural: true,
    financial: false,
    emotional: true,
    evidence: ["tenure", "custom", "events", "referrals", "owner"],
  });
});

test.each([
  { name: "exactly two years are habit", facts: { firstDay: dayOf(2023, 12, 31) }, evidence: ["tenure"] },
  { name: "a day less is not", facts: { firstDay: dayOf(2024, 1, 1) }, evidence: [] },
  { name: "something made to measure ties", facts: { custom: true }, evidence: ["custom"] },
  { name: "nothing made to measure does not", facts: { custom: false }, evidence: [] },
  {
    name: "the same owner for exactly a year",
    facts: { hasOwner: true, ownerSince: dayOf(2024, 12, 31) },
    evidence: ["ownerTenure"],
  },
  {
    name: "an owner of less than a year does not, however old the customer",
    facts: { hasOwner: true, ownerSince: dayOf(2025, 1, 1), firstDay: dayOf(2024, 6, 1) },
    evidence: [],
  },
  {
    name: "without a day the customer's own year stands in",
    facts: { hasOwner: true, firstDay: dayOf(2024, 12, 31) },
    evidence: ["owner"],
  },
  {
    name: "a day without an owner's name is no tie",
    facts: { ownerSince: dayOf(2020, 1, 1) },
    evidence: [],
  },
])("R98: $name", ({ facts, evidence }) => {
  expect(switchingCost({ ...UNTIED, ...facts }, AS_OF).evidence).toEqual(evidence);
});

test("R98: how long a tie takes is for the shop to say", () => {
  const facts = { ...UNTIED, hasOwner: true, ownerSince: dayOf(2025, 9, 30), firstDay: dayOf(2025, 6, 30) };
  const { evidence } = switchingCost(facts, AS_OF, { tenureMonths: 6, ownerMonths: 3 });
  expect(evidence).toEqual(["tenure", "ownerTenure"]);
});

test.each([
  { has: [false, false, false], level: 0, next: "reward" },
  { has: [true, false, false], level: 1, next: "belonging" },
  { has: [false, true, false], level: 2, next: "resource" },
  { has: [false, false, true], level: 3, next: null },
])("R99: the ladder with $has stands at $level", ({ has, level, next }) => {
  const [rewarded, belongs, usesResource] = has as [boolean, boolean, boolean];
  expect(loyaltyLadder({ rewarded, belongs, usesResource })).toEqual({ level, next });
});

describe("R100: costToServe", () => {
  const rows = [customerRow("a", { netSpend: 100 }), customerRow("b", { netSpend: 10 }), customerRow("c")];
  const source = { margin: 0.5, tickets: new Map([["b", 3]]), touchCosts: new Map([["a", 20]]) };

  test("who costs more than they bring is listed, the worst first", () => {
    const found = costToServe(rows, { ...source, perTicket: 5 });
    expect(found?.losing.map(({ row, result }) => [row.id, result])).toEqual([["b", -10]]);
    expect(found?.losingTotal).toBe(-10);
  });

  test("where no cost is known there is no list", () => {
    expect(costToServe(rows, { ...source, perTicket: null, touchCosts: new Map() })).toBeNull();
  });
});

describe("R67: needShares", () => {
  const rows = ["tea, cup", "tea", "tea", "cup", "bag"].map((need, index) =>
    customerRow(String(index), { record: { need } }),
  );

  test("a need of exactly the share asked for is common", () => {
    const [medium] = needShares(rows, 0.4);
    expect(medium?.common.map(({ need, share }) => [need, share])).toEqual([
      ["tea", 0.6],
      ["cup", 0.4],
    ]);
    expect(medium?.rare.map(({ need }) => need)).toEqual(["bag"]);
  });

  test("of four people nothing is common", () => {
    expect(needShares(rows.slice(0, 4))[0]?.common).toEqual([]);
  });
});

test("industries by spend, with the second half of the year against the first", () => {
  const firm = (id: string, bookIndex: number, industry: string) =>
    customerRow(id, { bookIndex, record: { side: "B", industry } });
  const found = industryTrend(
    [firm("a", 0, "school"), firm("b", 1, "shop"), customerRow("c", { bookIndex: 2, record: { side: "C" } })],
    {
      count: 4,
      customer: Int32Array.of(0, 0, 1, 2),
      day: Int32Array.of(dayOf(2025, 2, 1), dayOf(2025, 11, 1), dayOf(2025, 12, 1), dayOf(2025, 12, 1)),
      net: Float64Array.of(10_000, 15_000, 9_000, 99_900),
    },
    AS_OF,
    2,
  );
  expect(found?.lines).toMatchObject([
    { industry: "school", customers: 1, total: 250, change: 0.5 },
    { industry: "shop", customers: 1, total: 90, change: null },
  ]);
  expect(found?.months).toHaveLength(12);
  expect(
    industryTrend(
      [],
      { count: 0, customer: Int32Array.of(), day: Int32Array.of(), net: Float64Array.of() },
      AS_OF,
      2,
    ),
  ).toBeNull();
});

test("new, existing and unknown buyers add up to all", () => {
  const bounds = { windowStart: AS_OF - 364, newFrom: AS_OF - 200, decimals: 2 };
  const buyer = (id: string, firstDay: number, netSpend: number, satisfaction: number | null = null) =>
    customerRow(id, { firstDay, orders: 1, netSpend, satisfaction });
  const lines = customerMix(
    [
      buyer("new", AS_OF - 200, 10, 80),
      buyer("old", AS_OF - 365, 30),
      buyer("unsure", AS_OF - 201, 60),
      customerRow("idle"),
    ],
    bounds,
  );
  expect(
    lines.map(({ group, customers, netShare, satisfaction }) => [group, customers, netShare, satisfaction]),
  ).toEqual([
    ["new", 1, 0.1, 80],
    ["existing", 1, 0.3, null],
    ["unknown", 1, 0.6, null],
  ]);
});

test("benchmarks stand beside own figures, and say what would bring the missing ones", () => {
  const found = benchmarks(
    {
      retentionCost: { cost: 400, kept: 20 },
      cac: 100,
      existing: { customers: 10, bought: 4 },
      leads: null,
      referralOfNew: { referred: 0, known: 0 },
      referralOfRevenue: null,
      loyalRatio: { ratio: 6.08, interval: null },
      satisfied: null,
      marginChange: null,
    },
    "travel",
  );
  const of = (id: string) => found.find((entry) => entry.id === id);
  expect(of("retentionToAcquisitionCost")).toMatchObject({ own: 0.2, claimed: 0.2, needs: null });
  expect(of("existingCustomersBuying")).toMatchObject({ own: 0.4 });
  expect(of("leadConversion")).toMatchObject({ own: null, needs: "leads" });
  expect(of("referralShareOfNew")).toMatchObject({ own: null, needs: "referrers" });
  expect(of("loyalToOrdinarySpend")).toMatchObject({ own: 6.08, claimed: 5 });
});

describe("roadmap", () => {
  const PHASES = phasesOf(DEFAULT_SETTINGS.programme);
  const { kpis } = smallAnalysis();
  const start = dayOf(2025, 10, 1);
  const goal = (id: string, asOf: number) =>
    roadmap(kpis, start, asOf, PHASES).find(({ kpi }) => kpi.id === id);
  const unmet = kpis.find(({ status, id, dueOn }) => status !== "met" && id === "clv" && dueOn === null);

  test("a goal without a due date ends with its phase", () => {
    expect(unmet).toBeDefined();
    expect(goal("clv", start)).toMatchObject({
      phase: "long",
      from: dayOf(2026, 4, 1),
      dueOn: dayOf(2026, 9, 30),
      state: "notStarted",
    });
    expect(goal("clv", dayOf(2026, 4, 1))?.state).toBe("running");
    expect(goal("clv", dayOf(2026, 10, 1))?.state).toBe("overdue");
  });

  test("what is met is reached in any phase", () => {
    const met = roadmap(kpis, start, start, PHASES).filter(({ kpi }) => kpi.status === "met");
    expect(met.every(({ state }) => state === "reached")).toBe(true);
  });
});
