/** A place in a file. Lines and columns begin at 1; columns count UTF-16 units; the end is exclusive. */
export interface Span { line: number; column: number; endLine: number; endColumn: number }

export const startOfFile: Span = { line: 1, column: 1, endLine: 1, endColumn: 1 };

/** The text of one file of a course source, with the way from offsets to lines. `path` is relative to the course folder, with forward slashes. */
export class SourceText {
  #lineStarts: number[] | null = null;

  constructor(readonly path: string, readonly text: string) {}

  /** The place of the characters from `start` to `end` (offsets in UTF-16 units). */
  span(start: number, end: number): Span {
    const from = this.#position(start);
    const to = this.#position(Math.max(start, end));
    return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
  }

  /** A line without its ending, or null if there is none. */
  line(number: number): string | null {
    const starts = this.#starts();
    const start = starts[number - 1];
    if (start === undefined) return null;
    const next = starts[number];
    return this.text.slice(start, next === undefined ? this.text.length : next - 1);
  }

  /** The offset of the first character of a line. */
  offsetOfLine(number: number): number {
    return this.#starts()[number - 1] ?? this.text.length;
  }

  #position(offset: number): { line: number; column: number } {
    const starts = this.#starts();
    const bounded = Math.min(Math.max(0, offset), this.text.length);
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= bounded) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: bounded - (starts[low] ?? 0) + 1 };
  }

  #starts(): number[] {
    if (this.#lineStarts !== null) return this.#lineStarts;
    const starts = [0];
    for (let at = this.text.indexOf('\n'); at !== -1; at = this.text.indexOf('\n', at + 1)) starts.push(at + 1);
    this.#lineStarts = starts;
    return starts;
  }
}
