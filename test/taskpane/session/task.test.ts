import { AppProblem, type Watch } from "../../../src/app/services";
import { createTask } from "../../../src/taskpane/session/task";

/** A run that a test ends by hand. */
function byHand() {
  const runs: {
    input: string;
    watch: Watch;
    end: (value: number) => void;
    fail: (error: unknown) => void;
  }[] = [];
  const task = createTask<string, number>(
    (input, watch) => new Promise((end, fail) => runs.push({ input, watch, end, fail })),
  );
  const states: string[] = [];
  task.subscribe(() => states.push(task.get().status));
  return { task, runs, states };
}

const progress = { step: "write", index: 6, of: 7, done: 3, total: 16 } as const;

test("a task goes from idle over its steps to its value", async () => {
  const { task, runs } = byHand();
  expect(task.get()).toEqual({ status: "idle" });
  const ended = task.start("a");
  expect(task.get()).toEqual({ status: "running", progress: null, cancelling: false, before: null });
  runs[0]?.watch.onStep(progress);
  expect(task.get()).toMatchObject({ status: "running", progress });
  runs[0]?.end(42);
  expect(await ended).toEqual({ status: "done", value: 42 });
  expect(task.get()).toEqual({ status: "done", value: 42 });
});

test("a second start joins the run under way", async () => {
  const { task, runs } = byHand();
  const first = task.start("a");
  const second = task.start("b");
  expect(runs.map(({ input }) => input)).toEqual(["a"]);
  runs[0]?.end(1);
  expect(await second).toEqual(await first);
});

test("what was brought before stays in sight while it runs again", async () => {
  const { task, runs } = byHand();
  const first = task.start("a");
  runs[0]?.end(1);
  await first;
  void task.start("b");
  expect(task.get()).toMatchObject({ status: "running", before: 1 });
});

test("cancelling asks the run to stop, says so, and ends as cancelled", async () => {
  const { task, runs } = byHand();
  const ended = task.start("a");
  task.cancel();
  expect(task.get()).toMatchObject({ status: "running", cancelling: true });
  expect(runs[0]?.watch.signal.aborted).toBe(true);
  runs[0]?.watch.onStep(progress);
  expect(task.get()).toMatchObject({ cancelling: true });
  runs[0]?.fail(new AppProblem("cancelled"));
  expect(await ended).toEqual({ status: "cancelled" });
});

test("a run that could not be stopped any more still brings its value", async () => {
  const { task, runs } = byHand();
  const ended = task.start("a");
  task.cancel();
  runs[0]?.end(7);
  expect(await ended).toEqual({ status: "done", value: 7 });
});

test("an error is kept, and the task can be started again", async () => {
  const { task, runs } = byHand();
  const error = new AppProblem("protectedSheet");
  const ended = task.start("a");
  runs[0]?.fail(error);
  expect(await ended).toEqual({ status: "failed", error });
  const again = task.start("b");
  runs[1]?.end(2);
  expect(await again).toEqual({ status: "done", value: 2 });
});

test("a run that throws at once fails like any other", async () => {
  const error = new Error("at once");
  const task = createTask<void, number>(() => {
    throw error;
  });
  expect(await task.start()).toEqual({ status: "failed", error });
});

test("cancelling or resetting does nothing where it makes no sense", () => {
  const { task, states } = byHand();
  task.cancel();
  expect(states).toEqual([]);
  void task.start("a");
  task.reset();
  expect(task.get().status).toBe("running");
});
