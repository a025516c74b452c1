/**
 * Round figures for an axis from zero to a largest value: multiples of 1, 2, 2.5 or 5 times a power of ten.
 *
 * @param most - largest value to be shown; not above 0: only zero is given
 * @param steps - about how many steps are wanted, at least 1
 * @returns ascending from 0; the last is the first multiple that reaches `most`
 */
export function ticks(most: number, steps: number): readonly number[] {
  if (!(most > 0) || !Number.isFinite(most)) return [0];
  const rough = most / steps;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5].find((times) => times * power >= rough * (1 - 1e-9)) ?? 10) * power;
  const count = Math.ceil(most / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, index) => index * step);
}
