/**
 * What Stirling's formula leaves out: log Γ(x) − ((x − 1/2) log x − x + log(2π)/2), x > 0.
 *
 * @see Abramowitz & Stegun (1964), 6.1.41
 */
function stirlingRest(x: number): number {
  let rest = 0;
  let y = x;
  // Recurrence up to where the series holds to the last digit.
  for (; y < 10; y++) rest += (y + 0.5) * Math.log1p(1 / y) - 1;
  const z = 1 / (y * y);
  return (
    rest +
    (1 / 12 - z * (1 / 360 - z * (1 / 1260 - z * (1 / 1680 - z * (1 / 1188 - (z * 691) / 360360))))) / y
  );
}

/**
 * log B(a, b) = log Γ(a) + log Γ(b) − log Γ(a + b), a and b > 0.
 *
 * The large parts of the three cancel on paper, not in digits: right to 1e-14 where the gamma functions
 * themselves have twelve digits before the point.
 *
 * @example logBeta(2, 3) // log(1/12) = -2.4849
 */
export function logBeta(a: number, b: number): number {
  return (
    0.5 * Math.log(2 * Math.PI * (1 / a + 1 / b)) -
    a * Math.log1p(b / a) -
    b * Math.log1p(a / b) +
    stirlingRest(a) +
    stirlingRest(b) -
    stirlingRest(a + b)
  );
}
