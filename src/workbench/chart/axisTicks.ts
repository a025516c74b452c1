/** Where an axis begins and ends, and the values it names. */
export interface AxisTicks {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly number[];
}

/** Steps that read well, times a power of ten. */
const STEPS = [1, 2, 2.5, 5, 10] as const;
const WANTED_TICKS = 5;
/** A band narrower than this share of its height is shown by itself; else the axis begins at zero. */
const NARROW = 1 / 6;

/**
 * Round values for an axis that holds all of these.
 *
 * @param fromZero - bars and areas: their length is their value, so the axis must not begin elsewhere
 * @param fixed - ends somebody chose; null: free
 */
export function axisTicks(
  values: readonly number[],
  fromZero: boolean,
  fixed: { readonly min: number | null; readonly max: number | null },
): AxisTicks {
  const least = values.reduce((min, value) => Math.min(min, value), Infinity);
  const most = values.reduce((max, value) => Math.max(max, value), -Infinity);
  const narrow = !fromZero && least > 0 && most > least && most - least < most * NARROW;
  const low = fixed.min ?? (narrow ? least : Math.min(0, Number.isFinite(least) ? least : 0));
  const high = fixed.max ?? Math.max(0, Number.isFinite(most) ? most : 1);
  const span = high > low ? high - low : Math.abs(low) || 1;
  const power = 10 ** Math.floor(Math.log10(span / WANTED_TICKS));
  const step = power * (STEPS.find((one) => span / (one * power) <= WANTED_TICKS) ?? 10);
  const from = fixed.min ?? Math.floor(low / step + 1e-9) * step;
  const to = fixed.max ?? Math.max(from + step, Math.ceil(high / step - 1e-9) * step);
  const count = Math.floor((to - from) / step + 1e-9);
  // Multiples, not sums: adding 0.1 ten times is not 1.
  const ticks = Array.from({ length: count + 1 }, (_, index) =>
    Number((from + index * step).toPrecision(12)),
  );
  return { from, to, ticks };
}
