/** Eigenvalues of a symmetric matrix, and the unit eigenvector of each as a row, in the same order. */
export interface Eigen {
  readonly values: number[];
  readonly vectors: number[][];
}

/**
 * Eigenvalues and eigenvectors of a small symmetric matrix by Jacobi's rotations.
 *
 * @see Golub & Van Loan (2013), section 8.5
 */
export function symmetricEigen(matrix: readonly (readonly number[])[]): Eigen {
  const size = matrix.length;
  const a = matrix.map((row) => [...row]);
  const vectors: number[][] = a.map((_, i) => a.map((_row, j) => (i === j ? 1 : 0)));
  const at = (rows: number[][], i: number, j: number) => rows[i]?.[j] ?? 0;
  for (let sweep = 0; sweep < 60; sweep++) {
    let off = 0;
    let all = 0;
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) {
        all += at(a, i, j) ** 2;
        if (i !== j) off += at(a, i, j) ** 2;
      }
    }
    if (off <= 1e-32 * all) break;
    for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) rotate(p, q);
  }
  return { values: a.map((_, i) => at(a, i, i)), vectors };

  function rotate(p: number, q: number): void {
    const pq = at(a, p, q);
    if (pq === 0) return;
    const ratio = (at(a, q, q) - at(a, p, p)) / (2 * pq);
    const t = (ratio < 0 ? -1 : 1) / (Math.abs(ratio) + Math.sqrt(ratio * ratio + 1));
    const cosine = 1 / Math.sqrt(t * t + 1);
    const sine = t * cosine;
    for (const row of a) turn(row, cosine, sine);
    const rowP = a[p] ?? [];
    const rowQ = a[q] ?? [];
    a[p] = rowP.map((value, k) => cosine * value - sine * (rowQ[k] ?? 0));
    a[q] = rowQ.map((value, k) => sine * (rowP[k] ?? 0) + cosine * value);
    const vectorP = vectors[p] ?? [];
    const vectorQ = vectors[q] ?? [];
    vectors[p] = vectorP.map((value, k) => cosine * value - sine * (vectorQ[k] ?? 0));
    vectors[q] = vectorQ.map((value, k) => sine * (vectorP[k] ?? 0) + cosine * value);

    function turn(row: number[], c: number, s: number): void {
      const one = row[p] ?? 0;
      const other = row[q] ?? 0;
      row[p] = c * one - s * other;
      row[q] = s * one + c * other;
    }
  }
}
