import type { ItemRule, Place } from '../rule.js';
import type { ItemReading } from '../reading/item-reading.js';
import { cueing, haladyna, irrelevant } from '../sources.js';

const these = "(?:of )?(?:the )?(?:above|these|those|them|following|(?:(?:other|above) )?(?:options|answers|choices|statements))(?: (?:above|options|answers|choices|statements))?(?: (?:is|are|apply|applies)(?: (?:correct|true|right))?)?";
const all = new RegExp(`^(?:all|all three|all four|every one|each) ${these}$`, 'i');
const none = new RegExp(`^(?:none|no one|not one|neither) ${these}$`, 'i');
const combined = /^(?:(?:both|either|neither)(?: of)? (?:(?:options?|answers?) )?(?:[a-h]|[1-8]|i{1,3}|iv)\)? (?:and|or|nor|&) (?:[a-h]|[1-8]|i{1,3}|iv)|(?:(?:options?|answers?) )?(?:[a-h]|[1-8]|i{1,3}|iv)\)?(?:, (?:[a-h]|[1-8]|i{1,3}|iv)\)?)*,? (?:and|or|&) (?:[a-h]|[1-8]|i{1,3}|iv)\)?(?: only| but not (?:[a-h]|[1-8]))?|(?:both|either|two|any) of (?:the above|these|those|them)|(?:the )?first (?:two|and (?:the )?(?:second|third)).*|only (?:[a-h]|[1-8]) and (?:[a-h]|[1-8]))$/i;

function optionsLike(pattern: RegExp, { sets }: ItemReading, message: (text: string) => string): Place[] {
  return sets.flatMap(({ options }) => options.filter(({ text }) => pattern.test(text.replace(/[.!]$/, ''))).map(({ path, text }) => ({ path, message: message(text) })));
}

export const allOfTheAbove: ItemRule = {
  title: 'All of the above', severity: 'flaw', english: true, rules: [haladyna(26)],
  why: 'Who knows that two options hold chooses it without knowing the rest; who sees that one does not, rules two options out.',
  mend: 'Ask for one thing, or make it an item where several options are right.',
  check: (reading) => optionsLike(all, reading, (text) => `“${text}” is an option: two options that one knows give it away.`),
};
export const noneOfTheAbove: ItemRule = {
  title: 'None of the above', severity: 'flaw', english: true, rules: [haladyna(25), irrelevant('none of the above')],
  why: 'Chosen rightly it shows that one knows what is wrong, not what is right; and it turns every “best answer” into a hunt for exceptions.',
  mend: 'Replace it by a misunderstanding that learners really have, or leave it out: three options are enough.',
  check: (reading) => optionsLike(none, reading, (text) => `“${text}” is an option: it does not show that a learner knows what is right.`),
};
export const combinedOptions: ItemRule = {
  title: 'An option that combines others', severity: 'flaw', english: true, rules: [haladyna(9), cueing('logical cues')],
  why: 'Options such as “both A and B” (type K) test puzzle solving, let part knowledge find the key, and break when options are shuffled.',
  mend: 'Make it an item where several options are right, or ask for one thing.',
  check: (reading) => optionsLike(combined, reading, (text) => `“${text}” combines other options, which are named by a place that may be shuffled.`),
};
