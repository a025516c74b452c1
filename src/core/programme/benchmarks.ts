import { wilsonInterval, type Interval } from "../kpi/intervals";

/** Figures the brief quotes, beside which the user's own stand. None of them is a target. */
export const BENCHMARK_IDS = [
  "retentionToAcquisitionCost",
  "existingCustomersBuying",
  "leadConversion",
  "referralShareOfNew",
  "referralShareOfRevenue",
  "loyalToOrdinarySpend",
  "satisfiedButLost",
  "marginOfMoreRetention",
  "marginOfLessRetention",
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
  /** A share, a ratio of spend (loyal to ordinary), or a change. */
  readonly unit: "share" | "ratio" | "change";
  readonly claimed: number;
  /** null: the data cannot tell; `needs` says what would. */
  readonly own: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** 90 % interval of the own figure; null where it is no share of a sample. */
  readonly interval: Interval | null;
  /** The own figure against the claim; even: equal. null without one. No verdict: none of them is a target. */
  readonly standing: "above" | "below" | "even" | null;
  readonly needs: BenchmarkNeed | null;
}

/** What would bring a figure that the data cannot tell. */
export type BenchmarkNeed =
  "orders" | "touchCosts" | "channels" | "leads" | "referrers" | "surveys" | "tiers" | "twoYears";

export interface BenchmarkFigures {
  /** Cost of touches to customers of before over those of them who stayed, and the cost of a new customer. */
  readonly retentionCost: { readonly cost: number; readonly kept: number } | null;
  readonly cac: number | null;
  /** Customers of before, and how many bought in the horizon. */
  readonly existing: { readonly customers: number; readonly bought: number } | null;
  readonly leads: { readonly decided: number; readonly won: number } | null;
  readonly referralOfNew: { readonly referred: number; readonly known: number } | null;
  readonly referralOfRevenue: { readonly referred: number; readonly known: number } | null;
  /** Mean spend of the top tier over that of everybody else. */
  readonly loyalRatio: { readonly ratio: number; readonly interval: Interval | null } | null;
  readonly satisfied: { readonly customers: number; readonly lost: number } | null;
  /** Relative change of a customer's lifetime margin with retention five points higher and lower. */
  readonly marginChange: { readonly more: number | null; readonly less: number | null } | null;
}

interface Claim {
  readonly claimed: number;
  readonly unit: Benchmark["unit"];
  readonly needs: (figures: BenchmarkFigures) => BenchmarkNeed;
  readonly own: (figures: BenchmarkFigures) => Own | null;
}

interface Own {
  readonly numerator: number;
  readonly denominator: number;
  readonly interval: Interval | null;
}

/** A share of a count, with its interval. */
function counted<T>(
  figures: T | null,
  turn: (figures: T) => readonly [hits: number, of: number],
): Own | null {
  if (figures === null) return null;
  const [numerator, denominator] = turn(figures);
  return { numerator, denominator, interval: wilsonInterval(numerator, denominator) };
}

/** A figure without counts behind it. */
function plain(value: number | null | undefined, interval: Interval | null = null): Own | null {
  return value === null || value === undefined ? null : { numerator: value, denominator: 1, interval };
}

function claims(trade: TradeId): Readonly<Record<BenchmarkId, Claim>> {
  return {
    retentionToAcquisitionCost: {
      claimed: 1 / 5,
      unit: "share",
      needs: ({ retentionCost }) => (retentionCost === null ? "touchCosts" : "channels"),
      own: ({ retentionCost, cac }) =>
        retentionCost === null || cac === null || retentionCost.kept === 0
          ? null
          : { numerator: retentionCost.cost / retentionCost.kept, denominator: cac, interval: null },
    },
    existingCustomersBuying: {
      claimed: 0.5,
      unit: "share",
      needs: () => "orders",
      own: ({ existing }) => counted(existing, ({ bought, customers }) => [bought, customers]),
    },
    leadConversion: {
      claimed: 0.15,
      unit: "share",
      needs: () => "leads",
      own: ({ leads }) => counted(leads, ({ won, decided }) => [won, decided]),
    },
    referralShareOfNew: {
      claimed: 0.6,
      unit: "share",
      needs: () => "referrers",
      own: ({ referralOfNew }) => counted(referralOfNew, ({ referred, known }) => [referred, known]),
    },
    referralShareOfRevenue: {
      claimed: 0.6,
      unit: "share",
      needs: () => "referrers",
      own: ({ referralOfRevenue }) =>
        referralOfRevenue && {
          numerator: referralOfRevenue.referred,
          denominator: referralOfRevenue.known,
          interval: null,
        },
    },
    loyalToOrdinarySpend: {
      claimed: LOYAL_RATIOS[trade],
      unit: "ratio",
      needs: () => "tiers",
      own: ({ loyalRatio }) => plain(loyalRatio?.ratio, loyalRatio?.interval),
    },
    satisfiedButLost: {
      claimed: 0.4,
      unit: "share",
      needs: () => "surveys",
      own: ({ satisfied }) => counted(satisfied, ({ lost, customers }) => [lost, customers]),
    },
    marginOfMoreRetention: {
      claimed: 0.85,
      unit: "change",
      needs: () => "twoYears",
      own: ({ marginChange }) => plain(marginChange?.more),
    },
    marginOfLessRetention: {
      claimed: -0.25,
      unit: "change",
      needs: () => "twoYears",
      own: ({ marginChange }) => plain(marginChange?.less),
    },
  };
}

const ROUNDING = 1e-9;

/** The brief's claims beside the user's own figures, in the order of BENCHMARK_IDS. */
export function benchmarks(figures: BenchmarkFigures, trade: TradeId = "retail"): readonly Benchmark[] {
  const known = claims(trade);
  return BENCHMARK_IDS.map((id): Benchmark => {
    const { claimed, unit, needs, own } = known[id];
    const found = own(figures);
    const value = found === null || found.denominator <= 0 ? null : found.numerator / found.denominator;
    const gap = value === null ? null : value - claimed;
    return {
      id,
      unit,
      claimed,
      own: value,
      numerator: found?.numerator ?? null,
      denominator: found?.denominator ?? null,
      interval: value === null ? null : (found?.interval ?? null),
      standing: gap === null ? null : Math.abs(gap) < ROUNDING ? "even" : gap > 0 ? "above" : "below",
      needs: value === null ? needs(figures) : null,
    };
  });
}
