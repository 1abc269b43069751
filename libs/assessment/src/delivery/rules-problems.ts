import type { DeliveryRules } from './rules.js';

/** A field of rules that can't be kept, with the sentence for whoever sets it. */
export interface RulesProblem { path: string[]; says: string }

const order = { 'at-once': 0, 'after-closing': 1, never: 2 } as const;

/** What is wrong with rules as a whole; empty: they can be kept. Types and bounds of single fields are the caller's. */
export function rulesProblems(rules: DeliveryRules): RulesProblem[] {
  const { opensAt, closesAt, release } = rules;
  const found: RulesProblem[] = [];
  if (opensAt !== null && closesAt !== null && closesAt <= opensAt) found.push({ path: ['closesAt'], says: 'It would close before it opens.' });
  for (const part of ['score', 'feedback', 'key'] as const) {
    if (release[part] === 'after-closing' && closesAt === null) found.push({ path: ['release', part], says: 'Nothing can be shown after closing where there is no closing date: set one, or show it at once.' });
    if (order[release[part]] < order[release.score]) found.push({ path: ['release', part], says: 'Feedback and key tell the score: they can\'t be shown before it.' });
  }
  const atOnce = Object.values(release).every((moment) => moment === 'at-once');
  if (rules.eachAnswer && !atOnce) found.push({ path: ['eachAnswer'], says: 'Where each answer is judged at once, score, feedback and key are shown at once.' });
  if (rules.eachAnswer && rules.pages === 'all') found.push({ path: ['pages'], says: 'Where each answer is judged at once, questions come one at a time.' });
  if (rules.navigation === 'linear' && rules.pages === 'all') found.push({ path: ['pages'], says: 'With all questions on one page a learner can go back: show one at a time, or let her move freely.' });
  return found;
}
