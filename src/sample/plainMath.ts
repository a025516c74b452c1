const LN_2 = 0.6931471805599453;

/**
 * Natural logarithm by additions, multiplications and divisions alone.
 *
 * Math.log may differ in its last bit from engine to engine, and one bit is enough for another sample
 * shop; these four operations are the same on every machine (IEEE 754).
 *
 * @param x - > 0
 */
export function plainLog(x: number): number {
  let mantissa = x;
  let exponent = 0;
  while (mantissa > 1.4142135623730951) {
    mantissa /= 2;
    exponent += 1;
  }
  while (mantissa < 0.7071067811865476) {
    mantissa *= 2;
    exponent -= 1;
  }
  // ln m = 2 artanh((m - 1) / (m + 1)); the argument is at most 0.172, so thirteen odd terms reach the last bit.
  const s = (mantissa - 1) / (mantissa + 1);
  let sum = 0;
  for (let odd = 25; odd >= 1; odd -= 2) sum = sum * s * s + 1 / odd;
  return exponent * LN_2 + 2 * s * sum;
}

/** e to the x, by the same four operations, for |x| up to about 700. */
export function plainExp(x: number): number {
  const halvings = Math.round(x / LN_2);
  const rest = x - halvings * LN_2;
  let sum = 1;
  for (let term = 18; term >= 1; term -= 1) sum = 1 + (rest / term) * sum;
  const step = halvings > 0 ? 2 : 0.5;
  for (let count = Math.abs(halvings); count > 0; count -= 1) sum *= step;
  return sum;
}
