/** One figure of `npm run bench`, with what is to be reached. */
export interface BenchRow {
  what: string;
  /** the figure, with its unit or as a ratio */
  figure: string;
  target: string;
  met: boolean;
  /** how it was measured, in a sentence */
  how: string;
}
