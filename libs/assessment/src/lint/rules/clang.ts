import type { ItemRule } from '../rule.js';
import { matterOf, wordsOf } from '../reading/words.js';
import { isChoice } from '../rule.js';
import { cueing, haladyna } from '../sources.js';

export const clang: ItemRule = {
  title: 'A word of the stem stands in the right option alone', severity: 'flaw', english: true, rules: [haladyna('28b'), cueing('word repeats')],
  why: 'The echo leads to the key without knowledge. Found where a word of five letters or more of the asking sentence, in whatever form, stands in the right option and in no wrong one.',
  mend: 'Use another word in the stem or the key, or let distractors echo the stem as well.',
  check: ({ item, leadIn, sets }) => {
    if (!isChoice(item)) return [];
    const asked = matterOf(wordsOf(leadIn).filter((word) => word.length >= 5));
    return sets.flatMap(({ right, wrong }) => {
      const elsewhere = matterOf(wrong.flatMap(({ words }) => words));
      const [key] = right;
      if (key === undefined || wrong.length < 2 || right.length > 1) return [];
      const echo = key.words.find((word) => word.length >= 5 && [...matterOf([word])].some((matter) => asked.has(matter) && !elsewhere.has(matter)));
      return echo === undefined ? [] : [{ path: key.path, message: `“${echo}” stands in the question and, of all options, in the right one alone.` }];
    });
  },
};
