import type { ItemRule, Place } from '../rule.js';
import type { OptionSet, ReadOption } from '../reading/item-reading.js';
import { isChoice } from '../rule.js';
import { cueing, haladyna } from '../sources.js';

export const grammaticalCue: ItemRule = {
  title: 'Grammar that fits some options only', severity: 'flaw', english: true, rules: [haladyna('28c'), cueing('grammatical cues')],
  why: 'Who reads the stem on into each option hears which ones are English. Looked at: “a” or “an” at the end of the stem, a verb in the singular or plural at its end, and a verb such as “should” that needs a bare verb after it.',
  mend: 'End the stem in “a(n)”, move the article into the options, or reword the options so that all of them go on from the stem.',
  check: ({ item, stem, sets }) => {
    const text = stem.text.replace(/[\s:_…—-]+$/, '').replace(/\.{3}$/, '').trim();
    if (!isChoice(item) || /[?.!]$/.test(text)) return [];
    return sets.flatMap((set) => article(text, set) ?? number(text, set) ?? bareVerb(text, set) ?? []);
  },
};

const startsWithArticle = /^(?:an?|the|some|one|two|three)\b/i;
/** By sound, as far as spelling tells. */
const soundsLikeVowel = (text: string): boolean => /^(?:[aeio]|u(?!ni|se|su|ti|ra|b[iq])|hour|honest|honou?r|heir|[fhlmnrsx](?=[A-Z\d.-]))/i.test(text) && !/^(?:eu|one|once|ewe)/i.test(text);

function article(stem: string, { options }: OptionSet): Place[] | null {
  const last = /\b(an?)$/i.exec(stem)?.[1]?.toLowerCase();
  if (last === undefined || options.some(({ text }) => startsWithArticle.test(text))) return null;
  return unfit(options, ({ text }) => soundsLikeVowel(text) === (last === 'an'), `the stem ends in “${last}”`);
}

function number(stem: string, { options }: OptionSet): Place[] | null {
  const verb = /\b(is|was|are|were|has|have)$/i.exec(stem)?.[1]?.toLowerCase();
  if (verb === undefined) return null;
  const plural = verb === 'are' || verb === 'were' || verb === 'have';
  return unfit(options, ({ text }) => numberOf(text) === null || numberOf(text) === (plural ? 'plural' : 'singular'), `the stem ends in “${verb}”`);
}

function bareVerb(stem: string, { options }: OptionSet): Place[] | null {
  const verb = /\b(should|must|can|may|will|would|could|to)$/i.exec(stem)?.[1]?.toLowerCase();
  if (verb === undefined) return null;
  return unfit(options, ({ text }) => !/^(?:to|an?|the)\s|^\p{L}{3,}ing\b(?<!\b(?:bring|sing|ring|swing|cling|string|spring))/iu.test(text), `the stem ends in “${verb}”`);
}

function numberOf(text: string): 'singular' | 'plural' | null {
  if (/^(?:an?|one|each)\s|^\p{L}+ing$/iu.test(text)) return 'singular';
  if (/^(?:two|three|four|several|many|these|those|both)\s/i.test(text)) return 'plural';
  if (/^[\p{L}]+(?: and [\p{L}]+)$/iu.test(text)) return 'plural';
  return null;
}

/** The options that do not fit, where at least one right option does; where none fits, the stem is at fault and gives no clue. */
function unfit(options: readonly ReadOption[], fits: (option: ReadOption) => boolean, because: string): Place[] | null {
  const wrong = options.filter((option) => !fits(option));
  if (wrong.length === 0 || !options.some((option) => option.right && fits(option))) return null;
  return [{ path: 'stem', message: `“${wrong[0]?.text ?? ''}” does not go on from the stem as the right option does: ${because}.` }];
}
