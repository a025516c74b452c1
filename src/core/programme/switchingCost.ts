/** The brief's three costs of changing to a rival: 程序, 财政, 情感转换成本. */
export interface SwitchingFacts {
  /** Years since the first order. */
  readonly tenureYears: number;
  /** Has products made to measure, or integrations; null: the data does not say. */
  readonly custom: boolean | null;
  readonly pointsBalance: number | null;
  readonly contractRuns: boolean;
  readonly eventsAttended: number;
  readonly referralsMade: number;
  /** Looked after by a named person. */
  readonly hasOwner: boolean;
}

export type SwitchingEvidence =
  "tenure" | "custom" | "points" | "contract" | "events" | "referrals" | "owner";

export interface SwitchingCost {
  /** 0 to 3: kinds of cost that hold the customer. Descriptive only. */
  readonly score: number;
  readonly procedural: boolean;
  readonly financial: boolean;
  readonly emotional: boolean;
  readonly evidence: readonly SwitchingEvidence[];
}

const TENURE_YEARS = 2;

/** What holds a customer, with the evidence for each kind; one piece of evidence is enough for a kind. */
export function switchingCost(facts: SwitchingFacts): SwitchingCost {
  const found = (pairs: readonly (readonly [SwitchingEvidence, boolean])[]) =>
    pairs.flatMap(([evidence, holds]) => (holds ? [evidence] : []));
  const procedural = found([
    ["tenure", facts.tenureYears >= TENURE_YEARS],
    ["custom", facts.custom === true],
  ]);
  const financial = found([
    ["points", (facts.pointsBalance ?? 0) > 0],
    ["contract", facts.contractRuns],
  ]);
  const emotional = found([
    ["events", facts.eventsAttended > 0],
    ["referrals", facts.referralsMade > 0],
    ["owner", facts.hasOwner && facts.tenureYears >= 1],
  ]);
  const kinds = [procedural, financial, emotional].map((evidence) => evidence.length > 0);
  return {
    score: kinds.filter(Boolean).length,
    procedural: kinds[0] ?? false,
    financial: kinds[1] ?? false,
    emotional: kinds[2] ?? false,
    evidence: [...procedural, ...financial, ...emotional],
  };
}
