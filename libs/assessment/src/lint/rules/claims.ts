import type { ItemRule } from '../rule.js';
import { frisbie, haladyna } from '../sources.js';

const verb = String.raw`(?:is|are|was|were|has|have|had|can|may|must|will|should|does|do|did|\p{L}{3,}(?:s|ed))`;
const joints = [
  /;\s*\p{L}/iu,
  /\b(?:because|therefore|whereas|which means that|so that)\b/i,
  // A verb on both sides, or the last word of a list would be taken for a second claim.
  new RegExp(String.raw`^[^,]*\s${verb}\s[^,]*,\s*(?:and|but|yet|while|so)\s+(?:\p{L}+\s+){0,4}?(?:${verb}|it|they|he|she|this)\b`, 'iu'),
  /\s(?:and|but)\s+(?:(?:it|they|he|she|this|these|its|their)\s|(?:is|are|was|were|has|have|had|can|may|must|will|should|does|do|did)\b)/i,
];

export const twoClaims: ItemRule = {
  title: 'Two claims in one', severity: 'flaw', english: true, rules: [haladyna(1), frisbie('one idea a statement')],
  why: 'Where one half holds and the other does not, nobody knows what to answer, and what a learner got wrong stays unknown. Found where the claim joins two statements with a verb each, or gives a reason.',
  mend: 'Make two items, or keep the half that matters.',
  check: ({ item, leadIn }) => (item.kind === 'true-false' && joints.some((joint) => joint.test(leadIn)) ? [{ path: 'stem', message: 'The claim says two things, which may differ in whether they hold.' }] : []),
};
