/** A value that somebody may watch. */
export interface Store<Value> {
  get(): Value;
  set(value: Value): void;
  /** Calls back after each change; returns a stop. */
  subscribe(report: () => void): () => void;
}

export function createStore<Value>(initial: Value): Store<Value> {
  let current = initial;
  const watchers = new Set<() => void>();
  return {
    get: () => current,
    set: (value) => {
      if (Object.is(value, current)) return;
      current = value;
      for (const report of [...watchers]) report();
    },
    subscribe: (report) => {
      watchers.add(report);
      return () => watchers.delete(report);
    },
  };
}
