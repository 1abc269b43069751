/** Counts the seconds during which the player is in front of the learner: time in a hidden tab is not time spent learning. */
export class VisibleClock {
  private spent = 0;
  private since: number | null;

  constructor(private readonly now: () => number = () => performance.now(), visible = true) {
    this.since = visible ? now() : null;
  }

  /** Whole time shown since the opening, in seconds. */
  seconds(): number {
    return (this.spent + (this.since === null ? 0 : this.now() - this.since)) / 1000;
  }

  setVisible(visible: boolean): void {
    if (visible === (this.since !== null)) return;
    if (this.since !== null) this.spent += this.now() - this.since;
    this.since = visible ? this.now() : null;
  }
}
