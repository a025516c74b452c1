import type { Analysis } from "../../../src/core/analysis";
import { PLAN_WEEKS } from "../../../src/core/programme";
import { trainingPlan } from "../../../src/core/training";
import { winBackEffect, type WinBackCase } from "../../../src/core/winBack";
import { serialOfDay } from "../../../src/core/math/day";
import { translator, type Locale } from "../../../src/i18n";
import { buildReport, type SheetModel } from "../../../src/reports";
import { cellsOf, faultsOf } from "../../support/modelChecks";
import { smallAnalysis } from "../../support/smallAnalysis";

const ANALYSIS = smallAnalysis();
const { plans } = ANALYSIS.programme;

/** The same shop with other plans. */
const withPlans = (more: Partial<typeof plans>): Analysis => ({
  ...ANALYSIS,
  programme: { ...ANALYSIS.programme, plans: { ...plans, ...more } },
});

function sheetOf(analysis: Analysis, locale: Locale, id: string): SheetModel {
  const sheet = buildReport(analysis, locale).sheets.find((one) => one.id === id);
  if (sheet === undefined) throw new Error(`no sheet ${id}`);
  return sheet;
}

const textsOf = (sheet: SheetModel) => cellsOf(sheet).map(({ value }) => String(value));

/** Cells of a table by row, the head first. */
function tableOf(sheet: SheetModel, name: string) {
  const range = sheet.tables.find((table) => table.name === name)?.range;
  if (range === undefined) throw new Error(`no table ${name}`);
  const cells = cellsOf(sheet);
  return Array.from({ length: range.rows }, (_, i) =>
    Array.from({ length: range.columns }, (__, j) => {
      const cell = cells.find((one) => one.row === range.row + i && one.column === range.column + j);
      if (cell === undefined) throw new Error("no cell");
      return cell;
    }),
  );
}

const columnOf = (rows: ReturnType<typeof tableOf>, head: string) => {
  const at = rows[0]?.findIndex(({ value }) => value === head) ?? -1;
  return rows.slice(1).map((row) => row[at]);
};

describe.each<Locale>(["zh-CN", "en"])("%s: the plan", (locale) => {
  const t = translator(locale);
  const sheet = sheetOf(ANALYSIS, locale, "plan");

  test("R1: goals stand with phase, due day and state; a start that nobody states is said to be assumed", () => {
    const rows = tableOf(sheet, "PlanRoadmap");
    expect(columnOf(rows, t("plan.goal")).map((cell) => cell?.value)).toEqual(
      plans.roadmap.map(({ kpi }) => t(`kpi.${kpi.id}`)),
    );
    expect(columnOf(rows, t("plan.due")).map((cell) => cell?.value)).toEqual(
      plans.roadmap.map(({ dueOn }) => serialOfDay(dueOn)),
    );
    expect(columnOf(rows, t("plan.state")).map((cell) => cell?.value)).toEqual(
      plans.roadmap.map(({ state }) => t(`goalState.${state}`)),
    );
    expect(textsOf(sheet).join()).toContain(t("plan.startDefault", { start: "2025-12-21" }));
    const stated = sheetOf(withPlans({ startStated: true }), locale, "plan");
    expect(textsOf(stated).join()).toContain(t("plan.startStated", { start: "2025-12-21" }));
  });

  test("R2: core customers are named with their share, and where they stand", () => {
    expect(plans.core.customers).toBe(4);
    expect(textsOf(sheet).join()).toContain(t("sheet.customerScores"));
    expect(textsOf(sheetOf(ANALYSIS, locale, "customerScores")).join()).toContain("4");
  });

  test("R10: the loop stands on the KPI board; the plan says how it does and leads there", () => {
    const link = sheet.links.find(({ target }) => "sheet" in target && target.sheet === t("sheet.kpiBoard"));
    const said = cellsOf(sheet).find(({ row, column }) => row === link?.row && column === link.column)?.value;
    expect(said).toContain(t("plan.loop", { sheet: t("sheet.kpiBoard") }));
    const board = textsOf(sheetOf(ANALYSIS, locale, "kpiBoard"));
    expect(board.some((text) => text !== said && String(said).startsWith(text))).toBe(true);
    expect(sheet.tables.map(({ name }) => name)).not.toContain("PlanLoop");
  });

  test.each([
    {
      name: "a stale snapshot is marked out of date",
      age: { lastOn: 20_000, months: 2, days: 62, stale: true },
      key: "plan.snapshotStale",
    },
    {
      name: "one in time is said to be",
      age: { lastOn: 20_000, months: 0, days: 20, stale: false },
      key: "plan.snapshotFresh",
    },
  ] as const)("R19: $name, on the plan and beside the snapshots", ({ age, key }) => {
    const analysis = withPlans({ snapshotAge: age });
    const sentence = t(key, { last: "2024-10-04", days: age.days });
    for (const id of ["plan", "snapshots"])
      expect(textsOf(sheetOf(analysis, locale, id)).join()).toContain(sentence);
  });

  test("R20: without a training sheet the modules come to 30 lessons, and the share done follows the dates people write", () => {
    const rows = tableOf(sheet, "PlanTraining");
    const lessons = columnOf(rows, t("plan.lessons")).map((cell) => Number(cell?.value));
    expect(lessons.reduce((sum, one) => sum + one, 0)).toBe(30);
    const done = cellsOf(sheet).find(({ formula }) => formula?.startsWith("SUMPRODUCT"));
    expect(done?.value).toBe(0);
    expect(done?.formula).toContain("/SUM(");
  });

  test("R20: with a training sheet the share of lessons done is said", () => {
    const records = [
      { module: "M1", post: "P", hours: 4, plannedOn: null, doneOn: null, state: "done" as const },
      { module: "M2", post: "P", hours: 6, plannedOn: null, doneOn: null, state: "overdue" as const },
    ];
    const training = trainingPlan({ records, hours: 10, doneHours: 4, doneShare: 0.4 }, 0);
    const own = sheetOf(withPlans({ training }), locale, "plan");
    expect(textsOf(own)).toContain(
      t("plan.trainingSheet", { lessons: "10", done: "4", share: "40.0%", overdue: 1 }),
    );
  });

  test("R69: bars move with the dates people write: three rules over the weeks of a year", () => {
    const tasks = tableOf(sheet, "PlanTasks");
    expect(tasks).toHaveLength(plans.tasks.length + 1);
    const own = sheet.tables.find(({ name }) => name === "PlanTasks")?.range;
    const bars = sheet.conditionalFormats.filter(({ kind }) => kind === "formula");
    expect(bars).toHaveLength(3);
    for (const { range } of bars)
      expect(range).toMatchObject({
        row: (own?.row ?? 0) + 1,
        rows: plans.tasks.length,
        columns: PLAN_WEEKS,
      });
    // The owner's own dates outrank ours.
    const first = (own?.row ?? 0) + 2;
    expect(bars[0]?.kind === "formula" && bars[0].formula).toContain(
      `IF($G${first}="",$D${first},$G${first})`,
    );
    for (const head of ["plan.ownOwner", "plan.ownStart", "plan.ownEnd", "plan.ownDone"] as const)
      expect(columnOf(tasks, t(head)).every((cell) => cell?.value === null)).toBe(true);
  });

  test("R69: the load of each owner or post is listed", () => {
    expect(tableOf(sheet, "PlanLoads").slice(1)).toHaveLength(plans.loads.length);
  });

  test("R70: people, goods and money stand with planned and actual, and their difference once both are written", () => {
    const rows = tableOf(sheet, "PlanResources");
    const kinds = new Set(columnOf(rows, t("plan.kind")).map((cell) => cell?.value));
    expect([...kinds]).toEqual([t("resourceKind.people"), t("resourceKind.goods"), t("resourceKind.money")]);
    for (const cell of columnOf(rows, t("plan.difference")))
      expect(cell?.formula).toMatch(/^IF\(COUNT\(.*\)=2,/);
  });
});

describe.each<Locale>(["zh-CN", "en"])("%s: the ledgers", (locale) => {
  const t = translator(locale);
  const sheet = sheetOf(ANALYSIS, locale, "ledgers");

  test("R41, R72: every missed measure has a line with suggestion and due day; cause, action, owner, state are people's", () => {
    const rows = tableOf(sheet, "ImprovementLedger");
    const problems = columnOf(rows, t("ledger.problem")).map((cell) => cell?.value);
    for (const { kpi } of plans.problems) expect(problems).toContain(t(`kpi.${kpi.id}`));
    for (const { reason } of ANALYSIS.programme.serviceReview?.improvements ?? [])
      if (reason !== "") expect(problems).toContain(t("ledger.complaintReason", { reason }));
    for (const head of [
      "ledger.ownCause",
      "ledger.ownAction",
      "ledger.ownOwner",
      "ledger.ownDue",
      "ledger.ownStart",
      "ledger.ownState",
    ] as const)
      expect(columnOf(rows, t(head)).every((cell) => cell?.value === null)).toBe(true);
  });

  test("R72: the change since the start is worked out once its value is written, and is not called an effect", () => {
    for (const cell of columnOf(tableOf(sheet, "ImprovementLedger"), t("ledger.change")))
      expect(cell?.formula).toMatch(/^IF\(COUNT\(C\d+,L\d+\)=2,C\d+-L\d+,""\)$/);
    expect(textsOf(sheet)).toContain(t("ledger.improvementsNote"));
  });

  test("R80: reasons of churn stand with what answers them", () => {
    const rows = tableOf(sheet, "ChurnReasons");
    expect(columnOf(rows, t("ledger.reason")).map((cell) => cell?.value)).toEqual(
      plans.churnReasons.map(({ code }) => t(`churnReason.${code}`)),
    );
  });

  test("R97: each attempt stands at one of four steps, and actions without a reason are counted", () => {
    const steps = columnOf(tableOf(sheet, "WinBackTracker"), t("ledger.step")).map((cell) => cell?.value);
    expect(new Set(steps)).toEqual(
      new Set([t("step.reason"), t("step.plan"), t("step.action"), t("step.review")]),
    );
    expect(textsOf(sheet)).toContain(t("ledger.stepNote.reason", { missing: 1, overdue: 0 }));
  });

  test("R97: the effect is told with its interval, and below 50 in an arm without a verdict", () => {
    const arm = (id: WinBackCase["arm"], won: number, customers: number): WinBackCase[] =>
      Array.from({ length: customers }, (_, index) => ({
        arm: id,
        assignedOn: 100,
        orders: index < won ? [{ day: 110, net: 50, discount: null }] : [],
        cost: 2,
      }));
    const told = (won: number, customers: number) => {
      const effect = winBackEffect([...arm("treated", won, 200), ...arm("holdOut", 5, customers)], 1_000);
      const analysis = withPlans({ winBack: { ...plans.winBack, effect } });
      expect(faultsOf(buildReport(analysis, locale))).toEqual([]);
      return textsOf(sheetOf(analysis, locale, "ledgers")).join();
    };
    expect(told(80, 100)).toContain(t("ledger.verdict.works"));
    expect(told(80, 100)).toContain("40.0%");
    expect(told(80, 49)).toContain(t("ledger.verdict.tooFew"));
    expect(told(80, 49)).not.toContain(t("ledger.verdict.works"));
    expect(textsOf(sheet)).toContain(t("ledger.noEffectYet"));
  });
});

describe.each<Locale>(["zh-CN", "en"])("%s: the playbook", (locale) => {
  const t = translator(locale);
  const sheet = sheetOf(ANALYSIS, locale, "playbook");
  const says = textsOf(sheet).join("\n");

  test("R14: the tier rules are one printable table with customers and limits", () => {
    const rows = tableOf(sheet, "TierRules");
    expect(columnOf(rows, t("book.customers")).map((cell) => cell?.value)).toEqual([4, 14, 4, 1, 1]);
    expect(sheet.print.orientation).toBe("landscape");
  });

  test("R23: an offer to pay 80 % costs a fifth of an order", () => {
    const [first] = columnOf(tableOf(sheet, "Offers"), t("book.costOfUse"));
    expect(first?.value).toBeCloseTo(0.2 * (ANALYSIS.totals.netPerOrder ?? 0), 10);
  });

  test("R24: companies have one contact, consumers few steps", () => {
    expect(says).toContain(t("check.companies.standard"));
    expect(says).toContain(t("check.steps.standard"));
  });

  test("R27: points come from net spend rounded down, go back with a refund, and expire", () => {
    expect(says).toContain(t("offer.points.when"));
    expect(says).toMatch(locale === "en" ? /rounded down; a refund takes them back/ : /向下取整，退款收回/);
  });

  test("R33: benefits by tier and side have a cost column, and a total over the customers they are for", () => {
    const rows = tableOf(sheet, "Benefits");
    expect(columnOf(rows, t("book.ownCost")).every((cell) => cell?.value === null)).toBe(true);
    // The adviser is for both sides: all four of the top tier.
    expect(columnOf(rows, t("book.total"))[0]?.formula).toMatch(/^IF\(ISNUMBER\(F\d+\),F\d+\*4,""\)$/);
  });

  test("R38, R86, R88: handbook, personal service with its privacy note, and staff are lists to be ticked off", () => {
    const rows = tableOf(sheet, "ServiceChecklist");
    const groups = columnOf(rows, t("book.group")).map((cell) => cell?.value);
    expect(new Set(groups)).toEqual(
      new Set([t("checkGroup.handbook"), t("checkGroup.service"), t("checkGroup.staff")]),
    );
    expect(says).toContain(t("check.privacy.standard"));
    expect(
      sheet.validations.some(
        (rule) => rule.kind === "listValues" && rule.values.includes(t("book.inPlace.yes")),
      ),
    ).toBe(true);
  });

  test("R39: the wording to be avoided stands beside what to say", () => {
    const [first] = tableOf(sheet, "Phrases").slice(1);
    expect(first?.map(({ value }) => value)).toEqual([
      t("wording.dontKnow"),
      t("wording.dontKnow.when"),
      t("wording.dontKnow.say"),
      t("wording.dontKnow.why"),
    ]);
  });

  test("R89: a product is launched, grows and declines, and each phase has its text", () => {
    expect(tableOf(sheet, "ProductPhases")).toHaveLength(4);
  });

  test("R91: the complaint office has roles A to G, each with an owner to be named", () => {
    const rows = tableOf(sheet, "ComplaintRoles");
    expect(
      columnOf(rows, t("book.letter"))
        .map((cell) => cell?.value)
        .join(""),
    ).toBe("ABCDEFG");
    expect(columnOf(rows, t("book.ownOwner")).every((cell) => cell?.value === null)).toBe(true);
  });
});
