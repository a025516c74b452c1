/**
 * Value against potential:
 * - protect: valuable today and tomorrow
 * - grow: little today, much to come
 * - harvest: much today, little to come
 * - maintain: little of both
 */
export const QUADRANT_IDS = ["protect", "grow", "harvest", "maintain"] as const;
/** "": not a customer yet. */
export type QuadrantId = (typeof QUADRANT_IDS)[number] | "";

export interface ValueQuadrants {
  readonly of: readonly QuadrantId[];
  /** Where today's value, and the potential, begins to be high: the means over all customers. */
  readonly valueCut: number;
  readonly potentialCut: number;
  readonly cells: readonly {
    readonly quadrant: Exclude<QuadrantId, "">;
    readonly customers: number;
    readonly value: number;
    readonly potential: number;
  }[];
}

/**
 * The 2 × 2 grid of what customers spent in the last 12 months and what they are expected to spend in
 * the next. High is at the mean or above: in most shops a few customers carry half of the spend, so the
 * middle customer is no border worth drawing. Where all are equal, all are high.
 *
 * @param value - net spend of the last 12 months, by customer
 * @param potential - CLV of the next 12 months, same money; NaN: not a customer yet
 */
export function valueQuadrants(value: Float64Array, potential: Float64Array): ValueQuadrants {
  let customers = 0;
  let valueSum = 0;
  let potentialSum = 0;
  potential.forEach((ahead, customer) => {
    if (Number.isNaN(ahead)) return;
    customers++;
    valueSum += value[customer] ?? 0;
    potentialSum += ahead;
  });
  // A mean of equal numbers can come out a hair above them.
  const valueCut = customers > 0 ? (valueSum / customers) * (1 - 1e-12) : 0;
  const potentialCut = customers > 0 ? (potentialSum / customers) * (1 - 1e-12) : 0;
  const of = Array.from(potential, (ahead, customer): QuadrantId => {
    if (Number.isNaN(ahead)) return "";
    const valuable = (value[customer] ?? 0) >= valueCut;
    const promising = ahead >= potentialCut;
    return valuable ? (promising ? "protect" : "harvest") : promising ? "grow" : "maintain";
  });
  const sumOver = (quadrant: QuadrantId, amount: (customer: number) => number) =>
    of.reduce((sum, is, customer) => (is === quadrant ? sum + amount(customer) : sum), 0);
  return {
    of,
    valueCut,
    potentialCut,
    cells: QUADRANT_IDS.map((quadrant) => ({
      quadrant,
      customers: sumOver(quadrant, () => 1),
      value: sumOver(quadrant, (customer) => value[customer] ?? 0),
      potential: sumOver(quadrant, (customer) => potential[customer] ?? 0),
    })),
  };
}
