/** Outcome of one of the three tests of a loyal customer; untested: nobody asked. */
export type TestOutcome = "passed" | "failed" | "untested";

export interface LoyalTests {
  /** Comes back: at least two orders ever. */
  readonly repeat: TestOutcome;
  /** Speaks for the shop: brought somebody, or would recommend with 9 or 10 of 10. */
  readonly recommend: TestOutcome;
  /** Turns rivals down. */
  readonly rival: TestOutcome;
  /** Every test that could be made was passed, at least two of them. */
  readonly loyal: boolean;
}

/** A promoter in the sense of the Net Promoter Score. */
const PROMOTER = 9;

/**
 * The brief's definition of a loyal customer: buys again, recommends, and refuses rivals (重复购买、乐于向别人
 * 推荐、拒绝竞争对手). What nobody was asked is untested and never assumed; buying again alone is habit, not
 * loyalty, so one test passed is not enough.
 *
 * @param facts - recommend: latest likelihood to recommend, 0 to 10; refusesRivals: from a survey; null: not asked
 */
export function loyalTests(facts: {
  readonly orders: number;
  readonly referred: boolean;
  readonly recommend: number | null;
  readonly refusesRivals: boolean | null;
}): LoyalTests {
  const { orders, referred, recommend, refusesRivals } = facts;
  const outcome = (holds: boolean | null): TestOutcome =>
    holds === null ? "untested" : holds ? "passed" : "failed";
  const tests = {
    repeat: outcome(orders >= 2),
    recommend: outcome(referred || (recommend === null ? null : recommend >= PROMOTER)),
    rival: outcome(refusesRivals),
  };
  const made = Object.values(tests).filter((result) => result !== "untested");
  return { ...tests, loyal: made.length >= 2 && made.every((result) => result === "passed") };
}
