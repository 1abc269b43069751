/**
 * Of the inverse of a positive definite matrix (its lower triangle, row by row; overwritten), the part of two rows: both
 * variances and the covariance. Null if it is not positive definite. By Cholesky's decomposition.
 */
export function diagonalOfInverse(lower: Float64Array, size: number): ((one: number, other: number) => [number, number, number]) | null {
  if (!decompose(lower, size)) return null;
  const columns = Array.from({ length: size }, (_, unit) => solve(lower, size, unit));
  const dot = (one: number, other: number): number => {
    const [a, b] = [columns[one], columns[other]];
    let sum = 0;
    for (let at = Math.max(one, other); at < size; at++) sum += (a?.[at] ?? 0) * (b?.[at] ?? 0);
    return sum;
  };
  return (one, other) => [dot(one, one), dot(other, other), dot(one, other)];
}

function decompose(lower: Float64Array, size: number): boolean {
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = lower[row * size + column] ?? 0;
      for (let at = 0; at < column; at++) sum -= (lower[row * size + at] ?? 0) * (lower[column * size + at] ?? 0);
      if (row !== column) lower[row * size + column] = sum / (lower[column * size + column] ?? 1);
      else if (sum > 1e-9) lower[row * size + row] = Math.sqrt(sum);
      else return false;
    }
  }
  return true;
}

/** Solves L x = e_unit. */
function solve(lower: Float64Array, size: number, unit: number): Float64Array {
  const out = new Float64Array(size);
  for (let row = unit; row < size; row++) {
    let sum = row === unit ? 1 : 0;
    for (let at = unit; at < row; at++) sum -= (lower[row * size + at] ?? 0) * (out[at] ?? 0);
    out[row] = sum / (lower[row * size + row] ?? 1);
  }
  return out;
}
