import type { Steps } from "../../src/core/math/steps";
import { runInSlices } from "../../src/functions/runInSlices";

/** Steps that each take so many milliseconds of a clock that only they move. */
function* slowSteps(steps: number, milliseconds: number): Steps<number> {
  for (let step = 0; step < steps; step++) {
    jest.setSystemTime(Date.now() + milliseconds);
    yield;
  }
  return steps;
}

describe("runInSlices", () => {
  beforeEach(() => void jest.useFakeTimers({ now: 0 }));
  afterEach(() => void jest.useRealTimers());

  /** How often others had their turn before the work was done. */
  async function turnsOf(steps: Steps<number>): Promise<{ readonly turns: number; readonly result: number }> {
    let result: number | null = null;
    const running = runInSlices(steps).then((value) => (result = value));
    let turns = 0;
    while (jest.getTimerCount() > 0) {
      turns++;
      jest.advanceTimersToNextTimer();
      await Promise.resolve();
      await Promise.resolve();
    }
    await running;
    return { turns, result: result ?? -1 };
  }

  test("gives way after every 30 milliseconds of work", async () => {
    expect(await turnsOf(slowSteps(12, 10))).toEqual({ turns: 4, result: 12 });
  });

  test("gives way after every step that takes longer", async () => {
    expect(await turnsOf(slowSteps(5, 100))).toEqual({ turns: 5, result: 5 });
  });

  test("quick work is done in one go", async () => {
    expect(await turnsOf(slowSteps(100, 0))).toEqual({ turns: 0, result: 100 });
  });

  test("a failure reaches whoever asked", async () => {
    const failing = function* (): Steps<number> {
      yield;
      throw new Error("no");
    };
    await expect(runInSlices(failing())).rejects.toThrow("no");
  });
});
