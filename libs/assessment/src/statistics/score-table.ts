/** Scores of matching learners are kept in whole per cents: forms of up to 100 points of one each lose nothing by it. */
export const levels = 101;

/** The row of a proportion of points. */
export const levelOf = (proportion: number): number => (proportion <= 0 ? 0 : proportion >= 1 ? levels - 1 : Math.round(proportion * (levels - 1)));

/** An item's scores by the level of the learners who earned them: sums in a fixed number of rows. */
export class ScoreTable {
  readonly n = new Uint32Array(levels);
  readonly sum = new Float64Array(levels);
  readonly squares = new Float64Array(levels);
  total = 0;

  add(level: number, score: number): void {
    this.n[level] = (this.n[level] ?? 0) + 1;
    this.sum[level] = (this.sum[level] ?? 0) + score;
    this.squares[level] = (this.squares[level] ?? 0) + score * score;
    this.total += 1;
  }

  merge(other: ScoreTable): void {
    addTo(this.n, other.n);
    addTo(this.sum, other.sum);
    addTo(this.squares, other.squares);
    this.total += other.total;
  }

  /** Number, mean and sampling variance of the mean over all levels. */
  mean(): { n: number; mean: number; variance: number } {
    const n = this.total;
    const sum = total(this.sum);
    const mean = sum / n;
    const variance = n < 2 ? Number.NaN : Math.max(0, total(this.squares) - sum * mean) / (n - 1) / n;
    return { n, mean, variance };
  }
}

type Numbers = Uint32Array | Float64Array;

export function addTo(into: Numbers, from: Numbers): void {
  for (let at = 0; at < into.length; at++) into[at] = (into[at] ?? 0) + (from[at] ?? 0);
}

export function total(numbers: Numbers): number {
  let sum = 0;
  for (const number of numbers) sum += number;
  return sum;
}

/**
 * Shares of each level that belong to each of `groups` equal parts of the learners, weakest first. A level that lies
 * across a border is divided in proportion, so that ties favour nobody. `bounds` are cumulative shares, e.g. [1/3, 2/3, 1].
 */
export function shareOut(counts: Uint32Array, bounds: readonly number[]): Float64Array[] {
  const n = total(counts);
  const parts = bounds.map(() => new Float64Array(levels));
  let before = 0;
  for (let level = 0; level < levels; level++) {
    const count = counts[level] ?? 0;
    if (count === 0) continue;
    parts.forEach((part, at) => {
      const low = at === 0 ? 0 : (bounds[at - 1] ?? 0) * n;
      const high = (bounds[at] ?? 1) * n;
      part[level] = Math.max(0, Math.min(before + count, high) - Math.max(before, low)) / count;
    });
    before += count;
  }
  return parts;
}

/** The sum of `numbers`, each level weighed. */
export function weighed(numbers: Numbers, weights: Float64Array): number {
  let sum = 0;
  for (let level = 0; level < levels; level++) sum += (numbers[level] ?? 0) * (weights[level] ?? 0);
  return sum;
}
