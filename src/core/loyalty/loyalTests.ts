/** Outcome of one of the three tests of a loyal customer; untested: nobody asked. */
export type TestOutcome = "passed" | "failed" | "untested";

export interface LoyalTests {
  /** Comes back: at least two orders ever. */
  readonly repeat: TestOutcome;
  /** Speaks for the shop: brought somebody, or would recommend with 9 or 10 of 10. */
  readonly recommend: TestOutcome;
  /** Turns rivals down. */
  readonly rival: TestOutcome;
  /** What the third test was made by; null: it was not. */
  readonly rivalBy: "question" | "wallet" | null;
  /** Every test that could be made was passed, at least two of them. */
  readonly loyal: boolean;
}

/** From where on rivals count as refused, as shares of the answers' scales; both are settings. */
export interface RivalLimits {
  readonly refusal: number;
  readonly walletShare: number;
}

export const DEFAULT_RIVAL_LIMITS: RivalLimits = { refusal: 0.75, walletShare: 0.8 };

/** A share may carry the rounding of a division. */
const ROUNDING = 1e-9;

/** A promoter in the sense of the Net Promoter Score. */
const PROMOTER = 9;

/**
 * The brief's definition of a loyal customer: buys again, recommends, and refuses rivals (重复购买、乐于向别人
 * 推荐、拒绝竞争对手). What nobody was asked is untested and never assumed; buying again alone is habit, not
 * loyalty, so one test passed is not enough.
 *
 * Whether rivals are refused is told by the survey's question about them, else by the share of purchases made
 * here: both count from their limit on, the limit included. That somebody means to buy here again says nothing of
 * rivals and is not taken for it.
 *
 * @param facts - recommend: latest likelihood to recommend, 0 to 10; refusesRivals and walletShare: latest answers
 *   as shares of their scale; null: not asked
 */
export function loyalTests(
  facts: {
    readonly orders: number;
    readonly referred: boolean;
    readonly recommend: number | null;
    readonly refusesRivals: number | null;
    readonly walletShare: number | null;
  },
  limits: RivalLimits = DEFAULT_RIVAL_LIMITS,
): LoyalTests {
  const { orders, referred, recommend, refusesRivals, walletShare } = facts;
  const refused = refusesRivals === null ? null : refusesRivals >= limits.refusal - ROUNDING;
  const boughtHere = walletShare === null ? null : walletShare >= limits.walletShare - ROUNDING;
  const outcome = (holds: boolean | null): TestOutcome =>
    holds === null ? "untested" : holds ? "passed" : "failed";
  const tests = {
    repeat: outcome(orders >= 2),
    recommend: outcome(referred || (recommend === null ? null : recommend >= PROMOTER)),
    rival: outcome(refused ?? boughtHere),
  };
  const made = Object.values(tests).filter((result) => result !== "untested");
  const rivalBy = refused !== null ? "question" : boughtHere !== null ? "wallet" : null;
  return { ...tests, rivalBy, loyal: made.length >= 2 && made.every((result) => result === "passed") };
}
