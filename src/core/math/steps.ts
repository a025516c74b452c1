/**
 * Long work in pieces: a generator that hands control back between two of them, so that whoever drives it may
 * let others have their turn, show progress, or stop. Every piece takes a bounded share of the work; what comes
 * out does not depend on who drives it. What is handed out, if anything, names the part that begins.
 */
export type Steps<Result> = Generator<string | undefined | void, Result, void>;

/** Does all the pieces at once. */
export function finish<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/** How long work goes on before others have their turn, on whose clock, and how they get it. */
export interface Pace {
  readonly sliceMs: number;
  readonly now: () => number;
  readonly giveWay: () => Promise<void>;
  /** Told the name of each part that begins. */
  readonly onPart?: (name: string) => void;
}

/** Does the pieces in slices, and gives way between them. */
export async function inSlices<Result>(steps: Steps<Result>, pace: Pace): Promise<Result> {
  for (;;) {
    const until = pace.now() + pace.sliceMs;
    do {
      const { done, value } = steps.next();
      if (done === true) return value;
      if (typeof value === "string") pace.onPart?.(value);
    } while (pace.now() < until);
    await pace.giveWay();
  }
}
