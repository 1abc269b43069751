import type { ItemResult } from './attempt.js';
import { addTo, levelOf, levels } from './score-table.js';

const mostScores = 4_096;

/** Sums over whole attempts. Proportions of points are summed about 0.5, which keeps the moments exact enough for millions. */
export class TestTally {
  n = 0;
  /** power sums of (proportion - 0.5) */
  readonly powers = new Float64Array(5);
  readonly byLevel = new Uint32Array(levels);
  /** attempts by their exact proportion (in millionths); null once there are more than 4,096 different ones */
  exact: Map<number, number> | null = new Map();
  raw = 0;
  rawSquares = 0;
  leastMax = Number.POSITIVE_INFINITY;
  mostMax = 0;
  fewestItems = Number.POSITIVE_INFINITY;
  mostItems = 0;
  /** for the analysis of variance of items within attempts: results, their squared counts, scores, squares, and count x mean² */
  results = 0;
  lengthSquares = 0;
  score = 0;
  squares = 0;
  between = 0;

  add(scores: readonly ItemResult[], raw: number, max: number): void {
    const proportion = raw / max;
    let power = 1;
    for (let at = 0; at < 5; at++) {
      this.powers[at] = (this.powers[at] ?? 0) + power;
      power *= proportion - 0.5;
    }
    const level = levelOf(proportion);
    this.byLevel[level] = (this.byLevel[level] ?? 0) + 1;
    this.count(Math.round(proportion * 1e6), 1);
    let sum = 0;
    let squares = 0;
    for (const result of scores) {
      const score = result.raw / result.max;
      sum += score;
      squares += score * score;
    }
    const length = scores.length;
    this.n += 1;
    this.raw += raw;
    this.rawSquares += raw * raw;
    if (max < this.leastMax) this.leastMax = max;
    if (max > this.mostMax) this.mostMax = max;
    if (length < this.fewestItems) this.fewestItems = length;
    if (length > this.mostItems) this.mostItems = length;
    this.results += length;
    this.lengthSquares += length * length;
    this.score += sum;
    this.squares += squares;
    this.between += (sum * sum) / length;
  }

  merge(other: TestTally): void {
    addTo(this.powers, other.powers);
    addTo(this.byLevel, other.byLevel);
    if (other.exact === null) this.exact = null;
    else for (const [score, count] of other.exact) this.count(score, count);
    for (const key of ['n', 'raw', 'rawSquares', 'results', 'lengthSquares', 'score', 'squares', 'between'] as const) this[key] += other[key];
    this.leastMax = Math.min(this.leastMax, other.leastMax);
    this.mostMax = Math.max(this.mostMax, other.mostMax);
    this.fewestItems = Math.min(this.fewestItems, other.fewestItems);
    this.mostItems = Math.max(this.mostItems, other.mostItems);
  }

  /** Share of attempts at or above a proportion: exact, or to the nearest whole per cent where scores are too many to keep. */
  shareFrom(proportion: number): number {
    let sum = 0;
    if (this.exact !== null) {
      for (const [score, count] of this.exact) if (score >= Math.round(proportion * 1e6)) sum += count;
    } else this.byLevel.forEach((count, level) => { if (level >= proportion * (levels - 1) - 1e-9) sum += count; });
    return sum / this.n;
  }

  private count(score: number, attempts: number): void {
    if (this.exact === null) return;
    this.exact.set(score, (this.exact.get(score) ?? 0) + attempts);
    if (this.exact.size > mostScores) this.exact = null;
  }

  /** Mean, and moments about it of order 2 to 4 (divided by n). */
  moments(): { mean: number; m2: number; m3: number; m4: number } {
    const [, s1 = 0, s2 = 0, s3 = 0, s4 = 0] = Array.from(this.powers, (sum) => sum / this.n);
    const m2 = Math.max(0, s2 - s1 ** 2);
    return { mean: 0.5 + s1, m2: m2 < 1e-14 ? 0 : m2, m3: s3 - 3 * s1 * s2 + 2 * s1 ** 3, m4: s4 - 4 * s1 * s3 + 6 * s1 ** 2 * s2 - 3 * s1 ** 4 };
  }
}
