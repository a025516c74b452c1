/** Nodes and weights of a rule for integrals over [0, 1]. */
export interface QuadratureRule {
  readonly nodes: Float64Array;
  readonly weights: Float64Array;
}

/**
 * Gauss-Legendre rule over [0, 1], exact for polynomials up to degree 2n − 1.
 *
 * Roots of the Legendre polynomial by Newton's method from Tricomi's starting values.
 *
 * @see Abramowitz & Stegun (1964), 25.4.30
 */
export function gaussLegendre(n: number): QuadratureRule {
  const nodes = new Float64Array(n);
  const weights = new Float64Array(n);
  for (let index = 0; index < n; index++) {
    let root = Math.cos((Math.PI * (index + 0.75)) / (n + 0.5));
    let slope = 1;
    for (let step = 0; step < 10; step++) {
      let before = 1;
      let value = root;
      for (let degree = 2; degree <= n; degree++) {
        const next = ((2 * degree - 1) * root * value - (degree - 1) * before) / degree;
        before = value;
        value = next;
      }
      slope = (n * (root * value - before)) / (root * root - 1);
      root -= value / slope;
    }
    nodes[index] = (1 - root) / 2;
    weights[index] = 1 / ((1 - root * root) * slope * slope);
  }
  return { nodes, weights };
}
