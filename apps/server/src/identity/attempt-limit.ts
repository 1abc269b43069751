import { hash } from 'node:crypto';
import type { Notices } from '../platform/database/notices.js';

/** Most failures within the window, and the window in milliseconds. */
export interface Limit { most: number; windowMs: number }
const mostKeys = 50_000;

/** Counts failures by key within a sliding window; bounded in memory, forgetting the oldest key first. */
export class AttemptLimit {
  readonly #failures = new Map<string, number[]>();
  readonly #say: (word: string) => void;

  /** `name` is the limit's own; with `notices` all servers on a database count together. */
  constructor(name: string, private readonly limit: Limit, notices?: Notices) {
    const channel = `attempts:${name}`;
    notices?.listen(channel, (word) => this.#hear(word));
    this.#say = notices === undefined ? (word) => this.#hear(word) : (word) => void notices.publish(channel, word);
  }

  allows(key: string, now: number): boolean {
    return this.#recent(hashOf(key), now).length < this.limit.most;
  }

  failed(key: string, now: number): void { this.#say(`${now} ${hashOf(key)}`); }

  succeeded(key: string): void { this.#say(`- ${hashOf(key)}`); }

  /** Every server, this one too, counts what any of them says. */
  #hear(word: string): void {
    const [at = '', key = ''] = word.split(' ');
    if (at === '-') { this.#failures.delete(key); return; }
    const recent = [...this.#recent(key, Number(at)), Number(at)];
    this.#failures.delete(key);
    this.#failures.set(key, recent);
    const oldest = this.#failures.keys().next().value;
    if (this.#failures.size > mostKeys && oldest !== undefined) this.#failures.delete(oldest);
  }

  #recent(key: string, now: number): number[] {
    return (this.#failures.get(key) ?? []).filter((at) => now - at < this.limit.windowMs);
  }
}

/** Addresses stay in the process that was asked. */
const hashOf = (key: string): string => hash('sha256', key).slice(0, 32);
