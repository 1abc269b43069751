/** Most failures within the window, and the window in milliseconds. */
export interface Limit { most: number; windowMs: number }
const mostKeys = 50_000;

/** Counts failures by key within a sliding window; bounded in memory, forgetting the oldest key first. */
export class AttemptLimit {
  readonly #failures = new Map<string, number[]>();

  constructor(private readonly limit: Limit) {}

  allows(key: string, now: number): boolean {
    return this.#recent(key, now).length < this.limit.most;
  }

  failed(key: string, now: number): void {
    const recent = [...this.#recent(key, now), now];
    this.#failures.delete(key);
    this.#failures.set(key, recent);
    const oldest = this.#failures.keys().next().value;
    if (this.#failures.size > mostKeys && oldest !== undefined) this.#failures.delete(oldest);
  }

  succeeded(key: string): void { this.#failures.delete(key); }

  #recent(key: string, now: number): number[] {
    return (this.#failures.get(key) ?? []).filter((at) => now - at < this.limit.windowMs);
  }
}
