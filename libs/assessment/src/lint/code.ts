/** The rules by their stable names; a name is never given to another meaning. */
export const lintCodes = [
  'longest-option', 'all-of-the-above', 'none-of-the-above', 'combined-options', 'absolute-term', 'grammatical-cue', 'clang', 'convergence',
  'unmarked-negative', 'double-negative', 'unfocused-stem', 'window-dressing', 'blank-in-the-middle', 'hard-reading',
  'overlapping-ranges', 'numbers-out-of-order', 'unlike-options', 'uneven-options', 'repeated-opening', 'duplicate-option', 'implausible-option', 'vague-frequency', 'too-few-options', 'too-many-options',
  'two-claims', 'negative-claim', 'equal-matching', 'guessable-gap', 'no-rubric', 'missing-feedback', 'no-statement',
  'key-position', 'near-duplicate', 'answer-elsewhere',
] as const;
export type LintCode = (typeof lintCodes)[number];
