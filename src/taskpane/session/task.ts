import { AppProblem, type StepProgress, type Watch } from "../../app/services";
import { createStore, type Store } from "./store";

/** Where a long task stands. */
export type TaskState<Value> =
  | { readonly status: "idle" }
  | {
      readonly status: "running";
      /** null before the first step is named. */
      readonly progress: StepProgress | null;
      readonly cancelling: boolean;
      /** What the last run brought, to be shown meanwhile; null: nothing. */
      readonly before: Value | null;
    }
  | { readonly status: "done"; readonly value: Value }
  | { readonly status: "failed"; readonly error: unknown }
  | { readonly status: "cancelled" };

/** A task that can be started again and again, one run at a time. */
export interface Task<Input, Value> extends Pick<Store<TaskState<Value>>, "get" | "subscribe"> {
  /** Starts it, or joins the run under way; settles with the state it ended in, and never rejects. */
  start(input: Input): Promise<TaskState<Value>>;
  /** Asks the run under way to stop between two chunks. */
  cancel(): void;
  /** Takes an outcome that another task brought along; a run under way goes on, and brings its own. */
  learn(value: Value): void;
  /** Forgets the outcome; a run under way goes on. */
  reset(): void;
}

export function createTask<Input, Value>(
  run: (input: Input, watch: Watch) => Promise<Value>,
): Task<Input, Value> {
  const state = createStore<TaskState<Value>>({ status: "idle" });
  let current: { readonly controller: AbortController; readonly ended: Promise<TaskState<Value>> } | null =
    null;

  async function perform(input: Input, controller: AbortController): Promise<TaskState<Value>> {
    const last = state.get();
    const before = last.status === "done" ? last.value : null;
    state.set({ status: "running", progress: null, cancelling: false, before });
    const onStep = (progress: StepProgress): void =>
      state.set({ status: "running", progress, cancelling: controller.signal.aborted, before });
    let outcome: TaskState<Value>;
    try {
      outcome = { status: "done", value: await run(input, { onStep, signal: controller.signal }) };
    } catch (error) {
      outcome = isCancelled(error) ? { status: "cancelled" } : { status: "failed", error };
    }
    current = null;
    state.set(outcome);
    return outcome;
  }

  return {
    get: state.get,
    subscribe: state.subscribe,
    start: (input) => {
      if (current !== null) return current.ended;
      const controller = new AbortController();
      let settle: (outcome: TaskState<Value>) => void = () => undefined;
      const ended = new Promise<TaskState<Value>>((resolve) => (settle = resolve));
      // Set before it runs: a second click in the same moment joins it.
      current = { controller, ended };
      void perform(input, controller).then((outcome) => settle(outcome));
      return ended;
    },
    cancel: () => {
      const now = state.get();
      if (current === null || now.status !== "running") return;
      current.controller.abort();
      state.set({ ...now, cancelling: true });
    },
    learn: (value) => {
      if (current === null) state.set({ status: "done", value });
    },
    reset: () => {
      if (current === null) state.set({ status: "idle" });
    },
  };
}

const isCancelled = (error: unknown): boolean => error instanceof AppProblem && error.code === "cancelled";
