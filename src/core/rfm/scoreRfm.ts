import { InvalidArgumentError } from "../errors";
import { NO_DAY, type DayNumber } from "../math/day";
import { rankByKeys } from "../math/rankByKeys";
import type { CustomerSummary } from "../orders/types";
import type { Settings } from "../settings";
import { checkTierShares, tierByRank } from "../tiers";
import type { TierId } from "../tiers/types";
import { scoreByCuts, scoreValues } from "./scoreValues";
import type { RfmTable } from "./types";

/** Settings that change a score, a rank or a tier. */
export type RfmSettings = Pick<
  Settings,
  "bins" | "ties" | "weights" | "cuts" | "topShare" | "bottomShare" | "currency"
>;

/** Composites that are equal on paper must be equal here, whatever the weights' binary tails. */
const COMPOSITE_SCALE = 1e9;

/** Up to here a score is one digit, and a code its digits side by side. */
const LARGEST_DIGIT = 9;

/**
 * Recency, frequency and monetary scores of every customer, with composite, rank and tier.
 *
 * The base is the customers with an order in the window: only they are scored, ranked and tiered, and
 * only among each other. Recency is the days since the last valid order ever (few is good), frequency
 * the orders and monetary the net spend in the window. Everybody else keeps a row: days since the last
 * order if there ever was one, score 0, code "", rank 0, and the tier that says why (`outsideWindow`,
 * `noOrder`); customers of whom all lies after the as-of date have the tier "".
 *
 * Ranks go by composite, then net spend, then recency, then orders; customers equal in all four share
 * a rank. With fewer than five in the base there are scores and ranks but no tiers.
 *
 * @param summary - cut at the as-of date
 * @throws InvalidArgumentError for bins, cuts, weights or shares that make no sense
 */
export function scoreRfm(summary: CustomerSummary, asOf: DayNumber, settings: RfmSettings): RfmTable {
  checkWeights(settings.weights);
  checkTierShares(settings);
  const { count } = summary;
  const inBase = new Uint8Array(count);
  const daysSinceLastOrder = new Int32Array(count).fill(-1);
  const base = new Int32Array(count);
  let baseCount = 0;
  for (let customer = 0; customer < count; customer++) {
    const last = summary.lastDay[customer] ?? NO_DAY;
    if (last !== NO_DAY) daysSinceLastOrder[customer] = asOf - last;
    if ((summary.windowOrders[customer] ?? 0) === 0) continue;
    inBase[customer] = 1;
    base[baseCount++] = customer;
  }
  const members = base.subarray(0, baseCount);
  const days = pick(daysSinceLastOrder, members);
  const orders = pick(summary.windowOrders, members);
  const spend = pick(summary.windowNet, members);

  const { cuts, currency } = settings;
  const spendCuts = cuts.m === null ? null : cuts.m.map((cut) => cut * 10 ** currency.decimals);
  const baseScores = {
    r: scoresOf(days, cuts.r, false, settings),
    f: scoresOf(orders, cuts.f, true, settings),
    m: scoresOf(spend, spendCuts, true, settings),
  };
  const baseComposite = compositeOf(baseScores, settings.weights);
  const { rank: baseRank, tied } = rankByKeys([baseComposite, spend, negated(days), orders]);

  const r = new Uint8Array(count);
  const f = new Uint8Array(count);
  const m = new Uint8Array(count);
  const composite = new Float64Array(count);
  const rank = new Int32Array(count);
  const codes = new Array<string>(count).fill("");
  const tiers = new Array<TierId>(count).fill("");
  for (let customer = 0; customer < count; customer++) {
    if (summary.onlyAfterAsOf[customer] === 1 || inBase[customer] === 1) continue;
    tiers[customer] = (summary.totalOrders[customer] ?? 0) > 0 ? "outsideWindow" : "noOrder";
  }
  const codeOf = codeWriter(baseScores, settings);
  for (let index = 0; index < baseCount; index++) {
    const customer = members[index] ?? 0;
    r[customer] = baseScores.r[index] ?? 0;
    f[customer] = baseScores.f[index] ?? 0;
    m[customer] = baseScores.m[index] ?? 0;
    composite[customer] = baseComposite[index] ?? 0;
    rank[customer] = baseRank[index] ?? 0;
    codes[customer] = codeOf(index);
    tiers[customer] = tierByRank(baseRank[index] ?? 1, tied[index] ?? 1, baseCount, settings);
  }
  return {
    count,
    baseCount,
    inBase,
    daysSinceLastOrder,
    orders: summary.windowOrders,
    netSpend: summary.windowNet,
    r,
    f,
    m,
    codes,
    composite,
    rank,
    tiers,
  };
}

interface Scores {
  readonly r: Uint8Array;
  readonly f: Uint8Array;
  readonly m: Uint8Array;
}

function checkWeights({ r, f, m }: Settings["weights"]): void {
  const all = [r, f, m];
  if (all.every((weight) => Number.isFinite(weight) && weight >= 0) && r + f + m > 0) return;
  throw new InvalidArgumentError("weights", "notWeights", { r, f, m });
}

function pick(values: Int32Array | Float64Array, members: Int32Array): Float64Array {
  const picked = new Float64Array(members.length);
  for (let index = 0; index < members.length; index++) picked[index] = values[members[index] ?? 0] ?? 0;
  return picked;
}

function negated(values: Float64Array): Float64Array {
  const result = new Float64Array(values.length);
  for (let index = 0; index < values.length; index++) result[index] = -(values[index] ?? 0);
  return result;
}

function scoresOf(
  values: Float64Array,
  cuts: readonly number[] | null,
  higherIsBetter: boolean,
  { bins, ties }: RfmSettings,
): Uint8Array {
  return cuts === null
    ? scoreValues(values, { bins, ties, higherIsBetter })
    : scoreByCuts(values, cuts, higherIsBetter);
}

function compositeOf(scores: Scores, weights: Settings["weights"]): Float64Array {
  const composite = new Float64Array(scores.r.length);
  for (let index = 0; index < composite.length; index++) {
    const sum =
      weights.r * (scores.r[index] ?? 0) +
      weights.f * (scores.f[index] ?? 0) +
      weights.m * (scores.m[index] ?? 0);
    composite[index] = Math.round(sum * COMPOSITE_SCALE) / COMPOSITE_SCALE;
  }
  return composite;
}

/** Codes as digits side by side, or joined by "-" where a score may have two digits. */
function codeWriter({ r, f, m }: Scores, { bins, cuts }: RfmSettings): (index: number) => string {
  const largest = Math.max(...[cuts.r, cuts.f, cuts.m].map((cut) => (cut === null ? bins : cut.length + 1)));
  const separator = largest > LARGEST_DIGIT ? "-" : "";
  // A million customers have a few hundred codes: each is made once.
  const known: string[] = [];
  const base = largest + 1;
  return (index) => {
    const key = ((r[index] ?? 0) * base + (f[index] ?? 0)) * base + (m[index] ?? 0);
    return (known[key] ??= [r[index], f[index], m[index]].join(separator));
  };
}
