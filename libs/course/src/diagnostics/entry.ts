export type Severity = 'error' | 'warning';

/** What a code stands for. `mend` is the help that is shown where the place itself gives no better one. */
export interface DiagnosticEntry {
  /** stable, never given to another meaning */
  code: `PRE${number}`;
  severity: Severity;
  title: string;
  /** why it matters, for docs/diagnostics.md */
  explanation: string;
  /** how to mend it, one sentence in the imperative */
  mend: string;
  /** source that provokes it */
  example: string;
}
