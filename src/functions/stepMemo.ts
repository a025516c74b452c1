import type { Steps } from "../core/math/steps";
import { Memo } from "./memo";

interface Work<Value> {
  readonly steps: Steps<Value>;
  outcome: { readonly value: Value } | { readonly error: unknown } | null;
}

/**
 * Remembers the last few results of work in steps, also while it is under way: functions over the same cells that
 * are asked at the same time take turns in driving one piece of work. A failure is told to all who waited for
 * it and then forgotten.
 */
export class StepMemo<Value> {
  readonly #works: Memo<Work<Value>>;

  constructor(size: number) {
    this.#works = new Memo(size);
  }

  *get(key: string, begin: () => Steps<Value>): Steps<Value> {
    const work = this.#works.get(key, () => ({ steps: begin(), outcome: null }));
    while (work.outcome === null) {
      try {
        const { done, value } = work.steps.next();
        if (done === true) work.outcome = { value };
      } catch (error) {
        this.#works.forget(key);
        work.outcome = { error };
      }
      if (work.outcome === null) yield;
    }
    if ("error" in work.outcome) throw work.outcome.error;
    return work.outcome.value;
  }
}
