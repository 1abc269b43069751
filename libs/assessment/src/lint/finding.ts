import type { LintCode } from './code.js';

/** `flaw`: gives the key away or hinders an honest answer; mend it. `advice`: look again, a person decides. */
export type Severity = 'flaw' | 'advice';

/** One thing about an item, or about a bank, that goes against guidance on how items are written. */
export interface Finding {
  code: LintCode;
  severity: Severity;
  /** id of the item; null where the whole bank is meant */
  item: string | null;
  /**
   * The place in the item, by names and ids, so that it stays when options are moved: `stem`, `options.b`,
   * `gaps.g1.b`, `questions.q2`, `targets.t1`, `elements.e1`, `key`, `rubric.c1`, `feedback`, `statements`; `bank` for a bank.
   */
  path: string;
  /** what is so, in a sentence that stands alone */
  message: string;
  /** what to do about it */
  advice: string;
  /** the published rules that it goes against, by author, year and number or name */
  rules: readonly string[];
  /** other items that take part, such as the twin of a near duplicate */
  others: readonly string[];
}

/** A finding that a person has looked at and lets stand, and why. */
export interface Waiver {
  /** id of the item; null: the finding about the bank */
  item: string | null;
  code: LintCode;
  /** only at this place; left out: anywhere in the item */
  path?: string;
  /** a waiver without a reason does not count */
  reason: string;
}

export interface LintContext {
  /** BCP 47, `en` unless said; rules that know English words only are skipped in other languages */
  language?: string;
  /** highest Flesch-Kincaid grade of a stem; 16 unless said */
  readingGrade?: number;
  waivers?: readonly Waiver[];
}

export interface LintReport {
  findings: Finding[];
  /** what was found and let stand, with the reason */
  waived: (Finding & { reason: string })[];
  /** waivers that had no reason, or nothing to waive in what was looked at */
  idleWaivers: Waiver[];
  /** rules that were not run since the language is not theirs */
  skipped: LintCode[];
}
