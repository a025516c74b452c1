/** Figures the brief quotes, beside which the user's own stand. None of them is a target. */
export const BENCHMARK_IDS = [
  "retentionToAcquisitionCost",
  "existingCustomersBuying",
  "leadConversion",
  "referralShareOfNew",
  "referralShareOfRevenue",
  "loyalToOrdinarySpend",
  "satisfiedButLost",
] as const;
export type BenchmarkId = (typeof BENCHMARK_IDS)[number];

export type TradeId = "retail" | "catering" | "airline" | "travel";

/** 忠诚:普通消费比, by trade. */
export const LOYAL_RATIOS: Readonly<Record<TradeId, number>> = {
  retail: 16,
  catering: 13,
  airline: 12,
  travel: 5,
};

export interface Benchmark {
  readonly id: BenchmarkId;
  /** Fractions, but for the ratio of loyal to ordinary spend. */
  readonly claimed: number;
  /** null: the data cannot tell; `needs` says what would. */
  readonly own: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly needs: "touchCosts" | "channels" | "leads" | "referrers" | "surveys" | "tiers" | null;
}

export interface BenchmarkFigures {
  /** Cost of touches to customers of before over those of them who stayed, and the cost of a new customer. */
  readonly retentionCost: { readonly cost: number; readonly kept: number } | null;
  readonly cac: number | null;
  /** Customers of before, and how many bought in the horizon. */
  readonly existing: { readonly customers: number; readonly bought: number } | null;
  readonly leads: { readonly decided: number; readonly won: number } | null;
  readonly referralOfNew: { readonly referred: number; readonly known: number } | null;
  readonly referralOfRevenue: { readonly referred: number; readonly known: number } | null;
  readonly loyalRatio: number | null;
  readonly satisfied: { readonly customers: number; readonly lost: number } | null;
}

interface Claim {
  readonly claimed: number;
  readonly needs: NonNullable<Benchmark["needs"]>;
  readonly own: (figures: BenchmarkFigures) => readonly [numerator: number, denominator: number] | null;
}

const pair = <T>(
  figures: T | null,
  turn: (figures: T) => readonly [number, number],
): readonly [number, number] | null => (figures === null ? null : turn(figures));

function claims(trade: TradeId): Readonly<Record<BenchmarkId, Claim>> {
  return {
    retentionToAcquisitionCost: {
      claimed: 1 / 5,
      needs: "touchCosts",
      own: ({ retentionCost, cac }) =>
        retentionCost === null || cac === null || retentionCost.kept === 0
          ? null
          : [retentionCost.cost / retentionCost.kept, cac],
    },
    existingCustomersBuying: {
      claimed: 0.5,
      needs: "tiers",
      own: ({ existing }) => pair(existing, ({ bought, customers }) => [bought, customers]),
    },
    leadConversion: {
      claimed: 0.15,
      needs: "leads",
      own: ({ leads }) => pair(leads, ({ won, decided }) => [won, decided]),
    },
    referralShareOfNew: {
      claimed: 0.6,
      needs: "referrers",
      own: ({ referralOfNew }) => pair(referralOfNew, ({ referred, known }) => [referred, known]),
    },
    referralShareOfRevenue: {
      claimed: 0.6,
      needs: "referrers",
      own: ({ referralOfRevenue }) => pair(referralOfRevenue, ({ referred, known }) => [referred, known]),
    },
    loyalToOrdinarySpend: {
      claimed: LOYAL_RATIOS[trade],
      needs: "tiers",
      own: ({ loyalRatio }) => pair(loyalRatio, (ratio) => [ratio, 1]),
    },
    satisfiedButLost: {
      claimed: 0.4,
      needs: "surveys",
      own: ({ satisfied }) => pair(satisfied, ({ lost, customers }) => [lost, customers]),
    },
  };
}

/** The brief's claims beside the user's own figures, in the order of BENCHMARK_IDS. */
export function benchmarks(figures: BenchmarkFigures, trade: TradeId = "retail"): readonly Benchmark[] {
  const known = claims(trade);
  return BENCHMARK_IDS.map((id): Benchmark => {
    const { claimed, needs, own } = known[id];
    const [numerator, denominator] = own(figures) ?? [null, null];
    const value =
      numerator === null || denominator === null || denominator <= 0 ? null : numerator / denominator;
    return { id, claimed, own: value, numerator, denominator, needs: value === null ? needs : null };
  });
}
