import { finish, type Steps } from "../../src/core/math/steps";
import { StepMemo } from "../../src/functions/stepMemo";

/** Work of so many steps that notes each of them. */
function work(steps: number, done: number[]): () => Steps<string> {
  return function* () {
    for (let step = 0; step < steps; step++) {
      done.push(step);
      yield;
    }
    return "ready";
  };
}

describe("StepMemo", () => {
  test("two who ask at the same time take turns in one piece of work", () => {
    const memo = new StepMemo<string>(2);
    const done: number[] = [];
    const one = memo.get("key", work(4, done));
    const other = memo.get("key", work(4, done));
    for (let turn = 0; turn < 2; turn++) {
      expect(one.next().done).toBe(false);
      expect(other.next().done).toBe(false);
    }
    expect(done).toEqual([0, 1, 2, 3]);
    expect(finish(one)).toBe("ready");
    expect(finish(other)).toBe("ready");
    expect(done).toHaveLength(4);
  });

  test("what was begun and left is taken up where it stood", () => {
    const memo = new StepMemo<string>(2);
    const done: number[] = [];
    memo.get("key", work(3, done)).next();
    expect(finish(memo.get("key", work(3, done)))).toBe("ready");
    expect(done).toEqual([0, 1, 2]);
  });

  test("a failure is told to everybody who waited, and then forgotten", () => {
    const memo = new StepMemo<string>(2);
    const failing = function* (): Steps<string> {
      yield;
      yield;
      throw new Error("no");
    };
    const one = memo.get("key", failing);
    const other = memo.get("key", failing);
    one.next();
    other.next();
    expect(() => finish(one)).toThrow("no");
    expect(() => finish(other)).toThrow("no");
    expect(finish(memo.get("key", work(1, [])))).toBe("ready");
  });
});
