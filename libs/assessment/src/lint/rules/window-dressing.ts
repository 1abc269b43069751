import type { ItemRule } from '../rule.js';
import { matterOf, wordsOf } from '../reading/words.js';
import { isChoice } from '../rule.js';
import { haladyna, irrelevant } from '../sources.js';

const fewest = 18;
/** A case, which a question then asks about: someone, something particular, a figure, a quotation. */
const particular = /^(?:an?|you|your|one|two|three|his|her|during|at|after|on|when|while|imagine|suppose|consider|this|the)\s|\d|["“]|\b(?:he|she|his|her|him|hers|my|your|you)\b/i;
const leansBack = /\b(?:he|she|his|her|him|they|them|their|this|these|that|those|such|here|now|next|first|most likely|likeliest|best|above)\b/i;
const filler = /\b(?:fascinating|interesting(?:ly)?|popular|beautiful|lovely|colou?rful|famous|wonderful|well[- ]known|as (?:we all|everyone) knows?|of course|needless to say|it is important to (?:note|remember)|it should be noted|throughout history|over the (?:centuries|years|ages)|all over the world|around the world|since time immemorial|plays an important role|rich history)\b/gi;

export const windowDressing: ItemRule = {
  title: 'More is told than the question uses', severity: 'advice', english: true, rules: [haladyna(16), irrelevant('unnecessarily complicated stems')],
  why: `Text that no one needs costs time and hides the question. Found where ${fewest} words or more of general remarks (no person, no figure, no particular thing) stand before a question that shares at most one word with them and does not point back to them; and where stock phrases such as “a fascinating history” fill the stem.`,
  mend: 'Strike out what a learner can do without, or ask something that needs it.',
  check: ({ item, sentences, leadIn, sets }) => {
    const before = sentences.filter((sentence) => sentence !== leadIn);
    const words = wordsOf(before.join(' '));
    if (!isChoice(item) || words.length < fewest) return [];
    const fillers = before.join(' ').match(filler)?.length ?? 0;
    if (fillers >= 2) return [{ path: 'stem', message: `${words.length} words stand before the question, and ${fillers} phrases in them say nothing that it needs.` }];
    if (before.some((sentence) => particular.test(sentence)) || leansBack.test(leadIn)) return [];
    const told = matterOf(words);
    const used = [...matterOf([...wordsOf(leadIn), ...sets.flatMap(({ options }) => options.flatMap((option) => option.words))])].filter((word) => told.has(word));
    return used.length > 1 ? [] : [{ path: 'stem', message: `${words.length} words stand before the question, which uses nothing of them.` }];
  },
};
