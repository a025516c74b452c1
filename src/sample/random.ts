import { plainExp, plainLog } from "./plainMath";

/** Draws of one stream; the same seed and stream give the same draws on every machine. */
export interface Random {
  /** In [0, 1), 2^32 steps. */
  uniform(): number;
  /** A whole number from `from` to `to`, both ends in. */
  whole(from: number, to: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** Index drawn with probability in proportion to its weight; weights >= 0, one of them > 0. */
  weighted(weights: readonly number[]): number;
  /** Mean 0, standard deviation 1. */
  normal(): number;
  /** Mean 1. */
  exponential(): number;
  /** Shape > 0, scale 1, mean = shape. */
  gamma(shape: number): number;
  /** Mean a / (a + b). */
  beta(a: number, b: number): number;
}

/** The finaliser of MurmurHash3 (Appleby): spreads every bit of the input over the output. */
function mix(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/**
 * Random numbers by xoshiro128** 1.1 (Blackman & Vigna 2018), whose state is filled from the seed and the stream.
 * Each topic of the sample draws from a stream of its own, so that a change in one leaves the others as they are.
 */
export function createRandom(seed: number, stream: number): Random {
  const state = new Uint32Array(4);
  let filler = (mix(seed | 0) + Math.imul(stream + 1, 0x9e3779b9)) | 0;
  for (let i = 0; i < 4; i += 1) {
    filler = (filler + 0x9e3779b9) | 0;
    state[i] = mix(filler);
  }

  function next(): number {
    const [s0, s1, s2, s3] = state as unknown as [number, number, number, number];
    const times5 = Math.imul(s1, 5);
    const result = Math.imul((times5 << 7) | (times5 >>> 25), 9) >>> 0;
    const shifted = s1 << 9;
    const t2 = s2 ^ s0;
    const t3 = s3 ^ s1;
    state[1] = s1 ^ t2;
    state[0] = s0 ^ t3;
    state[2] = t2 ^ shifted;
    state[3] = (t3 << 11) | (t3 >>> 21);
    return result;
  }

  const uniform = () => next() / 4294967296;
  const whole = (from: number, to: number) => from + Math.floor(uniform() * (to - from + 1));
  const exponential = () => -plainLog(1 - uniform());

  // Marsaglia's polar method; the second deviate is not kept, so that draws stay independent of history.
  function normal(): number {
    for (;;) {
      const u = 2 * uniform() - 1;
      const v = 2 * uniform() - 1;
      const square = u * u + v * v;
      if (square > 0 && square < 1) return u * Math.sqrt((-2 * plainLog(square)) / square);
    }
  }

  // Marsaglia & Tsang (2000); shapes below 1 by their boost with a power of a uniform.
  function gamma(shape: number): number {
    if (shape < 1) return gamma(shape + 1) * plainExp(plainLog(1 - uniform()) / shape);
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = normal();
      const v = (1 + c * x) * (1 + c * x) * (1 + c * x);
      if (v > 0 && plainLog(1 - uniform()) < 0.5 * x * x + d - d * v + d * plainLog(v)) return d * v;
    }
  }

  return {
    uniform,
    whole,
    chance: (probability) => uniform() < probability,
    pick: <T>(items: readonly T[]) => items[whole(0, items.length - 1)] as T,
    weighted(weights) {
      let left = uniform() * weights.reduce((sum, weight) => sum + weight, 0);
      for (let i = 0; i < weights.length; i += 1) {
        left -= weights[i] as number;
        if (left < 0) return i;
      }
      return weights.length - 1;
    },
    normal,
    exponential,
    gamma,
    beta(a, b) {
      const x = gamma(a);
      return x / (x + gamma(b));
    },
  };
}
