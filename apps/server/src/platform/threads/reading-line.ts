const limits = { atOnce: 2, waiting: 6, organisation: 2 };

/** Lets two files be read at a time; others wait, and who would fill the line is asked to come later. */
export class ReadingLine {
  readonly #organisations: string[] = [];
  readonly #waiting: (() => void)[] = [];
  #busy = 0;

  /** `busy`: what is thrown where the line is full. */
  constructor(private readonly busy: () => Error) {}

  async run<T>(organisationId: string, work: () => Promise<T>): Promise<T> {
    if (this.#organisations.length >= limits.waiting || this.#organisations.filter((one) => one === organisationId).length >= limits.organisation) throw this.busy();
    this.#organisations.push(organisationId);
    try {
      if (this.#busy >= limits.atOnce) await new Promise<void>((resolve) => { this.#waiting.push(resolve); });
      this.#busy += 1;
      try {
        return await work();
      } finally {
        this.#busy -= 1;
        this.#waiting.shift()?.();
      }
    } finally {
      this.#organisations.splice(this.#organisations.indexOf(organisationId), 1);
    }
  }
}
