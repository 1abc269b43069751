/** Those who want to be told. */
export class Listeners<T> {
  private readonly all = new Set<(value: T) => void>();

  /** Returns the way to stop being told. */
  readonly add = (listener: (value: T) => void): (() => void) => {
    this.all.add(listener);
    return () => void this.all.delete(listener);
  };

  readonly tell = (value: T): void => {
    for (const listener of this.all) listener(value);
  };
}
