const LAST_RETRY_MS = 60_000;

/** Tries again after a while, each time after twice as long, up to a minute. */
export class Retry {
  private waitMs: number;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly again: () => void, private readonly firstMs: number) {
    this.waitMs = firstMs;
  }

  later(): void {
    this.stop();
    this.timer = setTimeout(this.again, this.waitMs);
    this.waitMs = Math.min(LAST_RETRY_MS, this.waitMs * 2);
  }

  /** It worked: the next trouble is a new one. */
  reset(): void {
    this.waitMs = this.firstMs;
  }

  stop(): void {
    clearTimeout(this.timer);
  }
}
