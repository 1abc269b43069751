import type { AttemptResult } from './attempt.js';
import { AttemptSample, priorityOf, stir } from './attempt-sample.js';
import { ItemTally } from './item-tally.js';
import { TestTally } from './test-tally.js';

export interface AccumulatorOptions {
  /** at most so many attempts are kept (as bits) for item response parameters */
  sample?: number;
  /** at most so many cohorts, and so many versions, are told apart; what comes later counts in everything but drift */
  groups?: number;
  /** chance of the sample for attempts without an id: another one for each chunk */
  seed?: string;
}

/** Group names in the order they came. */
class Groups {
  readonly names: string[] = [];
  private readonly numbers = new Map<string, number>();

  constructor(private readonly limit: number) {}

  /** The group's number; -1 for none and beyond the limit. */
  number(name: string | undefined): number {
    if (name === undefined) return -1;
    const known = this.numbers.get(name);
    if (known !== undefined) return known;
    if (this.names.length >= this.limit) return -1;
    this.numbers.set(name, this.names.length);
    return this.names.push(name) - 1;
  }
}

/**
 * Takes attempts one by one and keeps sums only: memory grows with items, options and groups, never with attempts
 * (about 3 kB an item, 0.4 kB an option, 2 kB an item and group, and the sample). Accumulators over parts of the
 * attempts merge into what one accumulator over all would hold, but for rounding and the chance of the sample.
 */
export class AttemptAccumulator {
  readonly items = new Map<string, ItemTally>();
  readonly itemIds: string[] = [];
  readonly test = new TestTally();
  readonly versions: Groups;
  readonly cohorts: Groups;
  readonly sample: AttemptSample;
  private readonly numbers = new Map<string, number>();
  private readonly start: number;
  private counter = 0;

  constructor({ sample = 5_000, groups = 32, seed = '' }: AccumulatorOptions = {}) {
    this.versions = new Groups(groups);
    this.cohorts = new Groups(groups);
    this.sample = new AttemptSample(sample);
    this.start = priorityOf(seed);
  }

  /** Results whose max is not above 0, or that are no numbers, are left out; an attempt without any others does not count. */
  add(attempt: AttemptResult): void {
    const scores = attempt.scores.every(counts) ? attempt.scores : attempt.scores.filter(counts);
    if (scores.length === 0) return;
    let raw = 0;
    let max = 0;
    for (const result of scores) {
      raw += result.raw;
      max += result.max;
    }
    this.test.add(scores, raw, max);
    const version = this.versions.number(attempt.version);
    const cohort = this.cohorts.number(attempt.cohort);
    for (const result of scores) this.tally(result.item).add(result, raw, max, version, cohort);
    const priority = attempt.id === undefined ? stir(this.start + Math.imul(++this.counter, 0x9e3779b1)) : priorityOf(attempt.id);
    if (!this.sample.takes(priority)) return;
    const items = new Uint32Array(scores.length);
    const right = new Uint8Array(scores.length);
    scores.forEach((result, at) => {
      items[at] = this.numbers.get(result.item) ?? 0;
      right[at] = result.raw >= result.max ? 1 : 0;
    });
    this.sample.add({ priority, items, right });
  }

  /** Takes in what another accumulator has seen; the other stays as it is. */
  merge(other: AttemptAccumulator): void {
    const versions = other.versions.names.map((name) => this.versions.number(name));
    const cohorts = other.cohorts.names.map((name) => this.cohorts.number(name));
    for (const id of other.itemIds) {
      const tally = other.items.get(id);
      if (tally !== undefined) this.tally(id).merge(tally, versions, cohorts);
    }
    this.test.merge(other.test);
    this.sample.merge(other.sample, Uint32Array.from(other.itemIds, (id) => this.numbers.get(id) ?? 0));
  }

  private tally(item: string): ItemTally {
    const known = this.items.get(item);
    if (known !== undefined) return known;
    const tally = new ItemTally();
    this.items.set(item, tally);
    this.numbers.set(item, this.itemIds.push(item) - 1);
    return tally;
  }
}

const counts = ({ raw, max }: { raw: number; max: number }): boolean => max > 0 && Number.isFinite(raw) && Number.isFinite(max);
