import type { ItemRule, Place } from '../rule.js';
import { haladyna, nitko, standards } from '../sources.js';

export const equalMatching: ItemRule = {
  title: 'Matching that ends by elimination', severity: 'advice', english: false, rules: [nitko('avoid a perfect match in matching exercises')],
  why: 'With as many targets as premises, each used once, the last pair is a gift and one error makes two.',
  mend: 'Add a target or two that are left over, or let targets be used more than once, and say so in the stem.',
  check: ({ item }) => {
    if (item.kind !== 'matching') return [];
    const { premises, targets } = item.content;
    const used = new Set(Object.values(item.key.pairs));
    return targets.length === premises.length && used.size === targets.length ? [{ path: 'targets', message: `${premises.length} premises have ${targets.length} targets, and each is used once.` }] : [];
  },
};

export const guessableGap: ItemRule = {
  title: 'A gap that is easily guessed', severity: 'advice', english: false, rules: [haladyna(18), haladyna(29)],
  why: 'A gap with two choices is right by chance every other time.',
  mend: 'Offer three choices or more that the sentence could take.',
  check: ({ item, sets }) => (item.kind !== 'cloze' ? [] : sets.filter(({ options }) => options.length < 3).map(({ path, options }) => ({ path, message: `The gap has ${options.length === 1 ? 'one choice' : `${options.length} choices`}.` }))),
};

export const noRubric: ItemRule = {
  title: 'Nothing to score by', severity: 'flaw', english: false, rules: [standards('6.8', 'human scoring follows a rubric')],
  why: 'Two people score a text alike only by the same criteria. Found where there is no criterion, where one has fewer than two levels, and where a level does not say what it asks.',
  mend: 'Write criteria with levels that two people would apply alike, each saying what is seen in the text.',
  check: ({ item }): Place[] => {
    if (item.kind !== 'long-text') return [];
    if (item.key.rubric.length === 0) return [{ path: 'rubric', message: 'There is no rubric.' }];
    return item.key.rubric.flatMap(({ id, title, levels }) => {
      if (levels.length < 2) return [{ path: `rubric.${id}`, message: `“${title}” has ${levels.length === 0 ? 'no level' : 'one level'}: it sets nobody apart.` }];
      return levels.some(({ description }) => description.trim() === '') ? [{ path: `rubric.${id}`, message: `A level of “${title}” does not say what it asks.` }] : [];
    });
  },
};
