/** A column of numbers, each worked out from its row. */
export function columnFrom(count: number, value: (row: number) => number): Float64Array {
  const values = new Float64Array(count);
  for (let row = 0; row < count; row++) values[row] = value(row);
  return values;
}
