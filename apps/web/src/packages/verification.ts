/** What a check of a package found: the part of the API's `Verification` that is shown. */
export interface Verification {
  verdict: 'fine' | 'objections' | 'refused';
  zip: { bytes: number; sha256: string };
  package: { standard: string | null; title: string; activities: { id: string; title: string; kind: string }[]; files: number; bytes: number } | null;
  findings: Finding[];
  counts: Record<Severity, number>;
  rehearsal: { browser: string; seconds: number; activities: Rehearsed[] } | null;
  notPlayed: string | null;
}
export type Severity = 'error' | 'warning' | 'info';
export interface Finding { code: string; severity: Severity; file: string; line: number | null; column: number | null; message: string; help: string }
export interface Rehearsed {
  id: string;
  title: string;
  calls: { name: string; element: string | null; count: number; errors: number }[];
  completion: string | null;
  success: string | null;
  score: { raw: number | null; scaled: number | null };
  resume: string;
  sessionTime: string | null;
}

export const severities: readonly { severity: Severity; title: string; sign: string; look: string }[] = [
  { severity: 'error', title: 'An LMS would object, or results would be lost', sign: '✗', look: 'bad' },
  { severity: 'warning', title: 'Some LMSs would', sign: '!', look: 'warn' },
  { severity: 'info', title: 'Good to know', sign: 'i', look: 'quiet' },
];

export const verdicts: Record<Verification['verdict'], { sentence: string; sign: string; look: string }> = {
  fine: { sentence: 'An LMS should take this package', sign: '✓', look: 'good' },
  objections: { sentence: 'An LMS may refuse this package, or lose results', sign: '✗', look: 'bad' },
  refused: { sentence: 'This file can’t be opened as a package', sign: '✗', look: 'bad' },
};
