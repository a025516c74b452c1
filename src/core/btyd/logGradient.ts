import type { BtydParams } from "./types";

/** Step in the log of a parameter: large enough for differences of double numbers, error about its square. */
const STEP = 1e-5;

/**
 * Derivatives of a prediction by the logs of r, alpha, a, b (or s, beta): what the delta method
 * multiplies with `logCovariance`. A parameter at 0 has derivative 0.
 *
 * @param predict - any of the per-history predictions, with everything but the parameters fixed
 * @returns one column per parameter, in that order
 */
export function logGradient(
  params: BtydParams,
  predict: (params: BtydParams) => Float64Array,
): readonly [Float64Array, Float64Array, Float64Array, Float64Array] {
  const by = (up: BtydParams, down: BtydParams) => {
    const upper = predict(up);
    const lower = predict(down);
    return upper.map((value, index) => (value - (lower[index] ?? 0)) / (2 * STEP));
  };
  const grow = Math.exp(STEP);
  const { r, alpha } = params;
  const rate = [
    by({ ...params, r: r * grow }, { ...params, r: r / grow }),
    by({ ...params, alpha: alpha * grow }, { ...params, alpha: alpha / grow }),
  ] as const;
  if (params.model === "pareto") {
    const { s, beta } = params;
    return [
      ...rate,
      by({ ...params, s: s * grow }, { ...params, s: s / grow }),
      by({ ...params, beta: beta * grow }, { ...params, beta: beta / grow }),
    ];
  }
  const { a, b } = params;
  return [
    ...rate,
    by({ ...params, a: a * grow }, { ...params, a: a / grow }),
    by({ ...params, b: b * grow }, { ...params, b: b / grow }),
  ];
}
