/** What a package may cost whoever opens it. Above a limit it is refused, before the cost arises. */
export interface Limits {
  /** bytes of the zip */
  zipBytes: number;
  entries: number;
  /** bytes of all files, unzipped */
  totalBytes: number;
  /** unzipped bytes for each zipped one, of one file above 10 MB and of the whole above 50 MB */
  ratio: number;
  manifestBytes: number;
  /** elements of a manifest */
  elements: number;
  /** attributes of one element */
  attributes: number;
  /** elements inside each other */
  depth: number;
  /** bytes of one page, style sheet or script that is still read; larger ones are only weighed */
  textBytes: number;
  /** bytes of all pages, style sheets and scripts that are read */
  allTextBytes: number;
}

export const defaultLimits: Limits = {
  zipBytes: 8 * 2 ** 30,
  entries: 20_000,
  totalBytes: 10 * 2 ** 30,
  ratio: 200,
  manifestBytes: 4 * 2 ** 20,
  elements: 100_000,
  attributes: 200,
  depth: 100,
  textBytes: 2 * 2 ** 20,
  allTextBytes: 40 * 2 ** 20,
};
