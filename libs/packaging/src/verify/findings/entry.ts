import type { Severity } from '../verification.js';

/** What a code stands for. `mend` is the help that is shown where the place itself gives no better one. */
export interface FindingEntry {
  /** stable, never given to another meaning */
  code: `VER${number}`;
  severity: Severity;
  title: string;
  /** why it matters, for docs/verify.md */
  explanation: string;
  /** how to mend it, one sentence in the imperative */
  mend: string;
}
