/**
 * ψ(x), the derivative of log Γ, for x > 0.
 *
 * @see Abramowitz & Stegun (1964), 6.3.5 (recurrence), 6.3.18 (series)
 * @example digamma(1) // -0.5772156649
 */
export function digamma(x: number): number {
  let value = 0;
  let y = x;
  for (; y < 10; y++) value -= 1 / y;
  const z = 1 / (y * y);
  return (
    value +
    Math.log(y) -
    1 / (2 * y) -
    z * (1 / 12 - z * (1 / 120 - z * (1 / 252 - z * (1 / 240 - z * (1 / 132 - (z * 691) / 32760)))))
  );
}
