import type { KpiId, KpiResult } from "../../../src/core/kpi";
import { dayOf } from "../../../src/core/math/day";
import {
  closedLoop,
  kpiProblems,
  phasesOf,
  PLAN_WEEKS,
  roadmap,
  workPlan,
  type PlanTaskChange,
} from "../../../src/core/programme";
import { DEFAULT_SETTINGS } from "../../../src/core/settings";
import { smallAnalysis } from "../../support/smallAnalysis";

const PHASES = phasesOf(DEFAULT_SETTINGS.programme);
const RULES = { phases: PHASES, changes: [] };
const ALL = smallAnalysis().kpis;
const kpi = (id: KpiId, more: Partial<KpiResult> = {}): KpiResult => {
  const found = ALL.find((one) => one.id === id);
  if (found === undefined) throw new Error(id);
  return { ...found, ...more };
};

describe("roadmap", () => {
  const START = dayOf(2026, 1, 1);
  const stateAt = (asOf: number, more: Partial<KpiResult> = {}) =>
    roadmap([kpi("satisfaction", { status: "notMet", ...more })], START, asOf, PHASES)[0]?.state;

  test.each([
    { name: "before its phase it has not started", asOf: dayOf(2026, 2, 28), state: "notStarted" },
    { name: "on the first day of its phase it runs", asOf: dayOf(2026, 3, 1), state: "running" },
    { name: "on the last day of its phase it still runs", asOf: dayOf(2026, 6, 30), state: "running" },
    { name: "the day after it is overdue", asOf: dayOf(2026, 7, 1), state: "overdue" },
  ])("R1: $name", ({ asOf, state }) => {
    expect(stateAt(asOf)).toBe(state);
  });

  test("R1: a goal that is met is reached, before its phase and after its due day", () => {
    expect([stateAt(START, { status: "met" }), stateAt(dayOf(2027, 1, 1), { status: "met" })]).toEqual([
      "reached",
      "reached",
    ]);
  });

  test("R1: a stated due day outranks the end of the phase", () => {
    const dueOn = dayOf(2026, 4, 1);
    expect([stateAt(dueOn, { dueOn }), stateAt(dueOn + 1, { dueOn })]).toEqual(["running", "overdue"]);
  });

  test("R1: a goal that was due before its phase begins is not to begin after it ends", () => {
    const [goal] = roadmap(
      [kpi("satisfaction", { status: "notMet", dueOn: START - 4 })],
      START,
      START,
      PHASES,
    );
    expect(goal).toMatchObject({ from: START - 4, dueOn: START - 4, state: "overdue" });
  });

  test("R1: goals stand in the order of the phases", () => {
    const phases = roadmap(ALL, START, START, PHASES).map(({ phase }) => phase);
    const order = ["short", "middle", "long"];
    expect(phases).toEqual([...phases].sort((one, other) => order.indexOf(one) - order.indexOf(other)));
    expect(new Set(phases).size).toBe(3);
  });

  test("R1: a goal without a figure is never reached", () => {
    expect(stateAt(dayOf(2026, 4, 1), { status: "noData", value: null })).toBe("running");
  });
});

describe("workPlan", () => {
  const START = dayOf(2026, 1, 5);

  test("R69: every task lies within the year, and is timed by its first and last day", () => {
    const { tasks } = workPlan(ALL, { startOn: START, asOf: START }, RULES);
    for (const { from, to } of tasks) {
      expect(from).toBeGreaterThanOrEqual(START);
      expect(to).toBeLessThan(START + 7 * PLAN_WEEKS);
    }
    const tiers = (asOf: number) =>
      workPlan([], { startOn: START, asOf }, RULES).tasks.find(({ id }) => id === "tiers")?.timing;
    expect([tiers(START - 1), tiers(START), tiers(START + 13), tiers(START + 14)]).toEqual([
      "notStarted",
      "running",
      "running",
      "over",
    ]);
  });

  test("R69: the owner of a goal owns its task, and the load counts tasks side by side", () => {
    const named = workPlan([kpi("completeness", { owner: "Chen" })], { startOn: START, asOf: START }, RULES);
    expect(named.tasks.find(({ id }) => id === "dataClean")?.owner).toBe("Chen");
    expect(named.loads.find(({ owner }) => owner === "Chen")).toEqual({
      owner: "Chen",
      named: true,
      tasks: 1,
      weeks: 8,
      peak: 1,
      peakFrom: START,
    });
    const service = named.loads.find(({ owner }) => owner === "service");
    // Clocks run in weeks 8 to 15, grading in 10 to 15, the survey in 12 to 15.
    expect(service).toMatchObject({ named: false, tasks: 3, weeks: 18, peak: 3, peakFrom: START + 7 * 12 });
  });

  test("R69: a person who is called like a post is not the post", () => {
    const { loads } = workPlan(
      [kpi("completeness", { owner: "service" })],
      { startOn: START, asOf: START },
      RULES,
    );
    expect(loads.filter(({ owner }) => owner === "service")).toHaveLength(2);
  });
});

describe("R1: phases and their goals are settings", () => {
  const START = dayOf(2026, 1, 1);
  const planned = (change: Partial<typeof DEFAULT_SETTINGS.programme>) =>
    roadmap(ALL, START, START, phasesOf({ ...DEFAULT_SETTINGS.programme, ...change }));

  test("other months move the due days", () => {
    const goals = planned({ phaseMonths: [1, 3, 24] });
    const due = (phase: string) =>
      new Set(
        goals.filter((goal) => goal.phase === phase && goal.kpi.dueOn === null).map(({ dueOn }) => dueOn),
      );
    expect([...due("short")]).toEqual([dayOf(2026, 1, 31)]);
    expect([...due("middle")]).toEqual([dayOf(2026, 3, 31)]);
    expect([...due("long")]).toEqual([dayOf(2027, 12, 31)]);
  });

  test("other goals stand in their phase, and a problem with them", () => {
    const phases = phasesOf({ ...DEFAULT_SETTINGS.programme, shortGoals: ["nps"], longGoals: [] });
    expect(roadmap(ALL, START, START, phases).map(({ kpi: { id }, phase }) => [id, phase])).toEqual([
      ["nps", "short"],
      ["cac", "middle"],
      ["coreRepeatRate", "middle"],
      ["complaintOnTime", "middle"],
      ["satisfaction", "middle"],
    ]);
    expect(kpiProblems([kpi("nps", { status: "notMet" })], START, phases)[0]?.phase).toBe("short");
  });
});

describe("R69: changes of the work plan are settings", () => {
  const START = dayOf(2026, 1, 5);
  const planned = (...changes: readonly PlanTaskChange[]) =>
    workPlan([], { startOn: START, asOf: START }, { phases: PHASES, changes });
  const task = (plan: ReturnType<typeof planned>, id: string) =>
    plan.tasks.find((one) => one.id === id || one.title === id);

  test("other weeks and another post", () => {
    const plan = planned({ task: "survey", weeks: [2, 3], post: "marketing" });
    expect(task(plan, "survey")).toMatchObject({ from: START + 7, to: START + 20, post: "marketing" });
    expect(plan.loads.find(({ owner }) => owner === "service")?.tasks).toBe(2);
  });

  test("a task that is left out is in no load", () => {
    const plan = planned({ task: "salons", weeks: null, post: null });
    expect(task(plan, "salons")).toBeUndefined();
    const before = planned().loads.find(({ owner }) => owner === "marketing")?.weeks ?? 0;
    expect(plan.loads.find(({ owner }) => owner === "marketing")?.weeks).toBe(before - 26);
  });

  test.each([
    { weeks: [1, 2], phase: "short" },
    { weeks: [10, 12], phase: "middle" },
    { weeks: [40, 52], phase: "long" },
  ] as const)("a task of one's own in weeks $weeks is in the $phase phase", ({ weeks, phase }) => {
    const plan = planned({ task: "会员日", weeks, post: "sales" });
    expect(plan.tasks.at(-1)).toMatchObject({ id: null, title: "会员日", post: "sales", phase, kpi: null });
  });

  test("of two lines for a task the later counts", () => {
    const plan = planned(
      { task: "survey", weeks: [2, 3], post: null },
      { task: "survey", weeks: [5, 5], post: null },
    );
    expect(task(plan, "survey")).toMatchObject({ from: START + 28, to: START + 34, post: "service" });
  });
});

describe("closedLoop", () => {
  test("R10: each of the four parts shows the first KPI that is known", () => {
    const stages = closedLoop([
      kpi("responseRate", { value: null }),
      kpi("cac", { value: 120, owner: "Wu" }),
      kpi("complaintOnTime", { value: null }),
    ]);
    expect(stages.map(({ id, kpi: shown }) => [id, shown?.id ?? null])).toEqual([
      ["marketing", "cac"],
      ["service", "complaintOnTime"],
      ["retention", null],
      ["growth", null],
    ]);
    expect(stages[0]?.kpi?.owner).toBe("Wu");
  });
});

describe("kpiProblems", () => {
  const AS_OF = dayOf(2025, 12, 31);

  test("R72: only KPIs that miss their target are problems, in the order of the roadmap", () => {
    const found = kpiProblems(
      [
        kpi("nps", { status: "notMet" }),
        kpi("satisfaction", { status: "notMet" }),
        kpi("completeness", { status: "notMet" }),
        kpi("cac", { status: "noBaseline" }),
        kpi("churn", { status: "smallSample" }),
        kpi("clv", { status: "met" }),
      ],
      AS_OF,
      PHASES,
    );
    expect(found.map((line) => line.kpi.id)).toEqual(["completeness", "satisfaction", "nps"]);
    expect(found[0]).toMatchObject({ post: "sales", phase: "short", dueOn: dayOf(2026, 1, 31) });
  });

  test("R72: a stated due day counts while it lies ahead", () => {
    const due = (dueOn: number) =>
      kpiProblems([kpi("nps", { status: "notMet", dueOn })], AS_OF, PHASES)[0]?.dueOn;
    expect([due(AS_OF + 1), due(AS_OF)]).toEqual([AS_OF + 1, dayOf(2026, 1, 31)]);
  });

  test("R72: nothing wrong leaves the ledger empty", () => {
    expect(kpiProblems([], AS_OF, PHASES)).toEqual([]);
  });
});
