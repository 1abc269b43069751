import { compilePattern, PATTERN_LIMITS, type PatternFault } from './pattern.js';

/** What is wrong with a pattern that an author wrote, as a sentence; `at` counts UTF-16 code units from 0. */
export interface PatternProblem { fault: PatternFault; message: string; at: number }

/** Checks a pattern as its author wrote it; null: nothing is wrong. */
export function patternProblem(source: string): PatternProblem | null {
  const compiled = compilePattern(source);
  return 'fault' in compiled ? { ...compiled, message: sentences()[compiled.fault] } : null;
}

function sentences(): Record<PatternFault, string> {
  return {
    'too-long': `A pattern has at most ${PATTERN_LIMITS.characters} characters.`,
    'too-many-states': 'The repetitions in this pattern multiply to more than can be matched; make them smaller.',
    'too-deep': `Groups stand at most ${PATTERN_LIMITS.depth} deep.`,
    unbounded: 'This repeats without bound; write {0,20} or another bound, or \\ before it for the character itself.',
    misplaced: 'This character has a meaning of its own and none here; write \\ before it for the character itself.',
    'open-group': 'A group ends with ).',
    'open-class': 'A class ends with ].',
    'empty-class': 'A class names at least one character.',
    'backward-range': 'This range ends before it begins.',
    'bad-repetition': `A repetition is {n} or {m,n}, with m at most n and n at most ${PATTERN_LIMITS.repeats}.`,
    'bad-escape': 'A \\ stands only before a character that has a meaning of its own.',
  };
}
