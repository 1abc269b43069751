import { answerElsewhere } from './bank/answer-elsewhere.js';
import { keyPosition } from './bank/key-position.js';
import { nearDuplicate } from './bank/near-duplicate.js';
import { type LintCode, lintCodes } from './code.js';
import type { BankRule, ItemRule, LintRule } from './rule.js';
import { allOfTheAbove, combinedOptions, noneOfTheAbove } from './rules/above.js';
import { twoClaims } from './rules/claims.js';
import { clang } from './rules/clang.js';
import { convergence } from './rules/convergence.js';
import { grammaticalCue } from './rules/grammatical-cue.js';
import { equalMatching, guessableGap, noRubric } from './rules/kinds.js';
import { longestOption } from './rules/longest-option.js';
import { doubleNegative, negativeClaim, unmarkedNegative } from './rules/negatives.js';
import { numbersOutOfOrder, overlappingRanges } from './rules/numbers.js';
import { unlikeOptions } from './rules/option-form.js';
import { unevenOptions } from './rules/option-length.js';
import { duplicateOption, repeatedOpening, tooFewOptions, tooManyOptions } from './rules/option-list.js';
import { absoluteTerm, implausibleOption, vagueFrequency } from './rules/option-words.js';
import { blankInTheMiddle, hardReading, unfocusedStem } from './rules/stem.js';
import { missingFeedback, noStatement } from './rules/teaching.js';
import { windowDressing } from './rules/window-dressing.js';

/** Every rule by its code. A new rule is a file, a code and a line here; the compiler says if one is missing. */
export const lintRules = {
  'longest-option': longestOption,
  'all-of-the-above': allOfTheAbove,
  'none-of-the-above': noneOfTheAbove,
  'combined-options': combinedOptions,
  'absolute-term': absoluteTerm,
  'grammatical-cue': grammaticalCue,
  clang,
  convergence,
  'unmarked-negative': unmarkedNegative,
  'double-negative': doubleNegative,
  'unfocused-stem': unfocusedStem,
  'window-dressing': windowDressing,
  'blank-in-the-middle': blankInTheMiddle,
  'hard-reading': hardReading,
  'overlapping-ranges': overlappingRanges,
  'numbers-out-of-order': numbersOutOfOrder,
  'unlike-options': unlikeOptions,
  'uneven-options': unevenOptions,
  'repeated-opening': repeatedOpening,
  'duplicate-option': duplicateOption,
  'implausible-option': implausibleOption,
  'vague-frequency': vagueFrequency,
  'too-few-options': tooFewOptions,
  'too-many-options': tooManyOptions,
  'two-claims': twoClaims,
  'negative-claim': negativeClaim,
  'equal-matching': equalMatching,
  'guessable-gap': guessableGap,
  'no-rubric': noRubric,
  'missing-feedback': missingFeedback,
  'no-statement': noStatement,
  'key-position': keyPosition,
  'near-duplicate': nearDuplicate,
  'answer-elsewhere': answerElsewhere,
} satisfies Record<LintCode, LintRule>;

/** Rules about one item, in the order in which findings are shown. */
export const itemRules: readonly (readonly [LintCode, ItemRule])[] = lintCodes.flatMap((code) => {
  const rule: LintRule = lintRules[code];
  return 'check' in rule ? [[code, rule] as const] : [];
});
/** Rules about items beside each other. */
export const bankRules: readonly (readonly [LintCode, BankRule])[] = lintCodes.flatMap((code) => {
  const rule: LintRule = lintRules[code];
  return 'checkBank' in rule ? [[code, rule] as const] : [];
});
