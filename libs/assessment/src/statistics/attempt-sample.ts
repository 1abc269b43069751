/** One attempt as the item response model reads it: numbers of the items it showed, and which it got in full. */
export interface SampledAttempt { priority: number; items: Uint32Array; right: Uint8Array }

/**
 * A fair sample of at most `size` attempts: those with the smallest pseudo-random priority. The union of two samples,
 * cut again, is a sample of the union, so chunks merge.
 */
export class AttemptSample {
  private kept: SampledAttempt[] = [];
  private threshold = Number.POSITIVE_INFINITY;

  constructor(readonly size: number) {}

  takes(priority: number): boolean { return priority < this.threshold; }

  add(attempt: SampledAttempt): void {
    this.kept.push(attempt);
    if (this.kept.length >= 2 * this.size + 64) this.cut();
  }

  /** `numbers` says which number here each item of the other has. */
  merge(other: AttemptSample, numbers: Uint32Array): void {
    for (const attempt of other.attempts()) this.add({ ...attempt, items: attempt.items.map((item) => numbers[item] ?? 0) });
  }

  attempts(): readonly SampledAttempt[] {
    this.cut();
    return this.kept;
  }

  private cut(): void {
    this.kept.sort((a, b) => a.priority - b.priority);
    if (this.kept.length < this.size) return;
    this.kept.length = this.size;
    this.threshold = this.kept[this.size - 1]?.priority ?? this.threshold;
  }
}

/** A number of 0..2^32 for a text: FNV-1a, stirred (the finaliser of MurmurHash3, A. Appleby) so that its high bits depend on all. */
export function priorityOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return stir(hash);
}

export function stir(number: number): number {
  let hash = number | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
