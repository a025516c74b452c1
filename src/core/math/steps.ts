/**
 * Long work in pieces: a generator that hands control back between two of them, so that whoever drives it may
 * let others have their turn, show progress, or stop. Every piece takes a bounded share of the work; what comes
 * out does not depend on who drives it.
 */
export type Steps<Result> = Generator<void, Result, void>;

/** Does all the pieces at once. */
export function finish<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}
