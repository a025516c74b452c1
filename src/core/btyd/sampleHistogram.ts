import type { Histogram } from "./types";

/** Same number in [0, 1) for the same history, on every machine. */
function hashOf(x: number, lastAge: number, age: number): number {
  let h =
    Math.imul(x + 1, 0x9e3779b1) ^
    Math.imul(Math.round(lastAge * 7) + 1, 0x85ebca6b) ^
    Math.imul(Math.round(age * 7) + 1, 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return ((h ^ (h >>> 16)) >>> 0) / 2 ** 32;
}

/**
 * A sample of the customers in which each counts with the same chance, chosen by a hash of the history:
 * of n customers with one history, n × share stay, rounded up or down by the hash.
 *
 * @param share - in (0, 1)
 */
export function sampleHistogram(histogram: Histogram, share: number): Histogram {
  return keepWeights(histogram, (index) => {
    const { repeatOrders, lastOrderAge, customerAge, customers } = histogram;
    const chance = hashOf(repeatOrders[index] ?? 0, lastOrderAge[index] ?? 0, customerAge[index] ?? 0);
    return Math.floor((customers[index] ?? 0) * share + chance);
  });
}

/**
 * About `histories` of the histories, with all their customers where those are many: a rare history stays
 * with a chance in proportion to its customers, and then stands for those that did not.
 */
export function thinHistogram(histogram: Histogram, histories: number): Histogram {
  const { count, repeatOrders, lastOrderAge, customerAge, customers } = histogram;
  let all = 0;
  for (let index = 0; index < count; index++) all += customers[index] ?? 0;
  const enough = all / histories;
  return keepWeights(histogram, (index) => {
    const weight = customers[index] ?? 0;
    if (weight >= enough) return weight;
    const chance = hashOf(repeatOrders[index] ?? 0, lastOrderAge[index] ?? 0, customerAge[index] ?? 0);
    return chance < weight / enough ? enough : 0;
  });
}

function keepWeights(histogram: Histogram, weightOf: (index: number) => number): Histogram {
  const { period, repeatOrders, lastOrderAge, customerAge } = histogram;
  const weights = Float64Array.from({ length: histogram.count }, (_, index) => weightOf(index));
  const kept = Int32Array.from(weights.keys()).filter((index) => (weights[index] ?? 0) > 0);
  return {
    count: kept.length,
    period,
    repeatOrders: kept.map((index) => repeatOrders[index] ?? 0),
    lastOrderAge: Float64Array.from(kept, (index) => lastOrderAge[index] ?? 0),
    customerAge: Float64Array.from(kept, (index) => customerAge[index] ?? 0),
    customers: Float64Array.from(kept, (index) => weights[index] ?? 0),
  };
}
