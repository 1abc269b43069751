import type { ItemRule } from '../rule.js';
import type { OptionSet } from '../reading/item-reading.js';
import { isChoice } from '../rule.js';
import { haladyna, irrelevant } from '../sources.js';

const shared = 3;

export const repeatedOpening: ItemRule = {
  title: 'All options begin with the same words', severity: 'advice', english: false, rules: [haladyna(15), haladyna(13), irrelevant('long, complicated options')],
  why: `What all options say belongs into the stem, where it is read once. Found where the first ${shared} words of all options are the same.`,
  mend: 'Move the words that come back to the end of the stem.',
  check: ({ item, sets }) => (!isChoice(item) ? [] : sets.flatMap(({ options, path }) => {
    const openings = new Set(options.map(({ words }) => words.slice(0, shared).join(' ')));
    const [opening = ''] = openings;
    return options.length > 1 && openings.size === 1 && options.every(({ words }) => words.length > shared) ? [{ path, message: `All options begin with “${opening}”.` }] : [];
  })),
};

export const duplicateOption: ItemRule = {
  title: 'The same option twice', severity: 'flaw', english: false, rules: [haladyna(19), haladyna(22)],
  why: 'Of two options that say the same, either both are right or both are wrong, and both are struck out. Compared without capitals, punctuation, mark-up and articles, figures by their value.',
  mend: 'Replace one of them, or leave it out.',
  check: ({ sets, item }) => {
    const lists = [...sets.map(({ options }) => options), ...(item.kind === 'ordering' || item.kind === 'categorising' ? [item.content.elements.map(({ id, html }) => ({ path: `elements.${id}`, text: html.replace(/<(?!img)[^>]*>/g, ''), html }))] : [])];
    return lists.flatMap((options) => {
      const seen = new Map<string, string>();
      return options.flatMap(({ path, text, html }) => {
        const same = html.includes('<img') || html.includes('<math') ? html : bareOf(text);
        const earlier = seen.get(same);
        seen.set(same, text);
        return earlier === undefined || same === '' ? [] : [{ path, message: `“${text}” says the same as “${earlier}”.` }];
      });
    });
  },
};

const bareOf = (text: string): string => text.toLowerCase().replace(/\b(?:an?|the)\s+/g, '').replace(/(\d),(?=\d{3}\b)/g, '$1').replace(/(\d\.\d*?)0+\b/g, '$1').replace(/(\d)\.(?=\D|$)/g, '$1').replace(/[^\p{L}\p{N}.%<>=+\-−/*^]+/gu, ' ').replace(/[.\s]+$/, '').trim();

const fewest = 3;
const most = { 'single-choice': 6, 'multiple-response': 8 };

export const tooFewOptions: ItemRule = {
  title: 'Too few options', severity: 'advice', english: false, rules: [haladyna(18)],
  why: `With two options half of all guesses are right. ${fewest} are enough.`,
  mend: 'Add a misunderstanding that learners have, or make it a claim to be judged true or false.',
  check: ({ item, sets }) => (!isChoice(item) ? [] : sets.filter(({ options }) => options.length < fewest).map(({ path, options }) => ({ path, message: `There are ${options.length} options.` }))),
};
export const tooManyOptions: ItemRule = {
  title: 'Too many options', severity: 'advice', english: false, rules: [haladyna(18), haladyna(13)],
  why: `Distractors beyond the third are hardly ever chosen, and cost reading time. More than ${most['single-choice']} where one is right, or ${most['multiple-response']} where several are.`,
  mend: 'Keep the options that learners choose.',
  check: ({ item, sets }) => (item.kind !== 'single-choice' && item.kind !== 'multiple-response' ? [] : sets.filter(({ options }) => options.length > most[item.kind]).map(({ path, options }: OptionSet) => ({ path, message: `There are ${options.length} options.` }))),
};
