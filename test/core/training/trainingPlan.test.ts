import { TRAINING_MODULES, trainingPlan, type TrainingRecord } from "../../../src/core/training";

const record = (post: string, hours: number | null, state: TrainingRecord["state"]): TrainingRecord => ({
  module: "m",
  post,
  hours,
  plannedOn: null,
  doneOn: null,
  state,
});

test("R20: without a sheet the brief's seven modules come to 30 lessons, laid out from the start", () => {
  const plan = trainingPlan(null, 1_000);
  if (plan.source !== "template") throw new Error("not the template");
  expect(plan.lines.map(({ lessons }) => lessons)).toEqual([2, 4, 6, 6, 4, 4, 4]);
  expect(plan.lessons).toBe(30);
  expect(plan.lines.map(({ plannedOn }) => plannedOn)).toEqual(
    TRAINING_MODULES.map(({ week }) => 1_000 + 7 * week),
  );
});

test("R14: the tier rules are taught to everyone, in two lessons", () => {
  expect(TRAINING_MODULES[0]).toMatchObject({ id: "tierRules", posts: ["everyone"], lessons: 2 });
});

test("R20: with a sheet the share done counts its lessons, by post too; no hours count as none", () => {
  const records = [
    record("service", 4, "done"),
    record("service", 4, "overdue"),
    record("sales", null, "done"),
    record("", 2, "planned"),
  ];
  expect(trainingPlan({ records, hours: 10, doneHours: 4, doneShare: 0.4 }, 0)).toMatchObject({
    source: "sheet",
    lessons: 10,
    done: 4,
    doneShare: 0.4,
    overdue: 1,
    byPost: [
      { post: "service", lessons: 8, done: 4 },
      { post: "sales", lessons: 0, done: 0 },
      { post: "", lessons: 2, done: 0 },
    ],
  });
});
