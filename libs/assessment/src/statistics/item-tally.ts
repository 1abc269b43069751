import type { ItemResult } from './attempt.js';
import { addTo, levelOf, levels, ScoreTable } from './score-table.js';
import { TimeHistogram } from './time-histogram.js';

/** Who chose an option. */
export class OptionTally {
  n = 0;
  score = 0;
  /** of those who have a rest score */
  rested = 0;
  rest = 0;
  readonly byLevel = new Uint32Array(levels);

  merge(other: OptionTally): void {
    this.n += other.n;
    this.score += other.score;
    this.rested += other.rested;
    this.rest += other.rest;
    addTo(this.byLevel, other.byLevel);
  }
}

/** Sums over the answers to one item: all that its statistics need, in memory that does not grow with attempts. */
export class ItemTally {
  n = 0;
  sum = 0;
  squares = 0;
  raw = 0;
  rawSquares = 0;
  leastMax = Number.POSITIVE_INFINITY;
  mostMax = 0;
  /** answers with neither no nor full marks */
  partial = 0;
  omitted = 0;
  /** over attempts with a rest score r (proportion of the other items' points) and score x */
  rested = 0;
  x = 0;
  xx = 0;
  r = 0;
  rr = 0;
  xr = 0;
  readonly byRest = new ScoreTable();
  readonly time = new TimeHistogram();
  readonly options = new Map<string, OptionTally>();
  /** by total score, for matching; the place in the list is the group's number in the accumulator */
  readonly versions: (ScoreTable | undefined)[] = [];
  readonly cohorts: (ScoreTable | undefined)[] = [];

  /** `raw` and `max` are the attempt's sums, this item among them; a group of -1 is none. */
  add(result: ItemResult, raw: number, max: number, version: number, cohort: number): void {
    const score = result.raw / result.max;
    this.n += 1;
    this.sum += score;
    this.squares += score * score;
    this.raw += result.raw;
    this.rawSquares += result.raw * result.raw;
    if (result.max < this.leastMax) this.leastMax = result.max;
    if (result.max > this.mostMax) this.mostMax = result.max;
    if (score > 0 ? score < 1 : score < 0) this.partial += 1;
    if (result.omitted === true) this.omitted += 1;
    if (result.seconds !== undefined) this.time.add(result.seconds);
    const restMax = max - result.max;
    const rest = restMax > 0 ? (raw - result.raw) / restMax : Number.NaN;
    if (restMax > 0) {
      this.rested += 1;
      this.x += score;
      this.xx += score * score;
      this.r += rest;
      this.rr += rest * rest;
      this.xr += score * rest;
      this.byRest.add(levelOf(rest), score);
    }
    if (result.chosen !== undefined) for (const option of result.chosen) this.choose(option, score, rest);
    if (version >= 0 || cohort >= 0) {
      const level = levelOf(raw / max);
      if (version >= 0) (this.versions[version] ??= new ScoreTable()).add(level, score);
      if (cohort >= 0) (this.cohorts[cohort] ??= new ScoreTable()).add(level, score);
    }
  }

  private choose(option: string, score: number, rest: number): void {
    let tally = this.options.get(option);
    if (tally === undefined) this.options.set(option, (tally = new OptionTally()));
    tally.n += 1;
    tally.score += score;
    if (Number.isNaN(rest)) return;
    tally.rested += 1;
    tally.rest += rest;
    const level = levelOf(rest);
    tally.byLevel[level] = (tally.byLevel[level] ?? 0) + 1;
  }

  /** `versions` and `cohorts` say which number here each group of the other has. */
  merge(other: ItemTally, versions: readonly number[], cohorts: readonly number[]): void {
    for (const key of ['n', 'sum', 'squares', 'raw', 'rawSquares', 'partial', 'omitted', 'rested', 'x', 'xx', 'r', 'rr', 'xr'] as const) this[key] += other[key];
    this.leastMax = Math.min(this.leastMax, other.leastMax);
    this.mostMax = Math.max(this.mostMax, other.mostMax);
    this.byRest.merge(other.byRest);
    this.time.merge(other.time);
    for (const [option, tally] of other.options) {
      const mine = this.options.get(option) ?? new OptionTally();
      mine.merge(tally);
      this.options.set(option, mine);
    }
    mergeGroups(this.versions, other.versions, versions);
    mergeGroups(this.cohorts, other.cohorts, cohorts);
  }
}

function mergeGroups(into: (ScoreTable | undefined)[], from: readonly (ScoreTable | undefined)[], numbers: readonly number[]): void {
  from.forEach((table, at) => {
    const number = numbers[at] ?? -1;
    if (table === undefined || number < 0) return;
    (into[number] ??= new ScoreTable()).merge(table);
  });
}
