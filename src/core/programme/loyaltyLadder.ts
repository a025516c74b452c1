export interface LadderFacts {
  /** Has used a discount, or holds points. */
  readonly rewarded: boolean;
  /** Has a member number, or came to an event. */
  readonly belongs: boolean;
  /** Uses something of value that rivals do not give: a named adviser, a product made to measure. */
  readonly usesResource: boolean;
}

export type LadderStep = "reward" | "belonging" | "resource";

export interface LadderPlace {
  /** 0: on no step yet; 1 折扣积分, 2 俱乐部与档案, 3 有价值的资源. */
  readonly level: 0 | 1 | 2 | 3;
  /** What is missing for the next level; null at the top. */
  readonly next: LadderStep | null;
}

/** The steps from the bottom; a customer stands on the highest they have, even if one below is missing. */
const STEPS: readonly { readonly step: LadderStep; readonly has: (facts: LadderFacts) => boolean }[] = [
  { step: "reward", has: ({ rewarded }) => rewarded },
  { step: "belonging", has: ({ belongs }) => belongs },
  { step: "resource", has: ({ usesResource }) => usesResource },
];

/** Where a customer stands on the brief's ladder of loyalty, and the step to offer next. */
export function loyaltyLadder(facts: LadderFacts): LadderPlace {
  const level = (STEPS.findLastIndex(({ has }) => has(facts)) + 1) as LadderPlace["level"];
  return { level, next: STEPS[level]?.step ?? null };
}
