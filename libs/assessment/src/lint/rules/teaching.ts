import type { ItemRule } from '../rule.js';
import { haladyna, standards } from '../sources.js';

const butler = 'Butler & Roediger 2008, feedback after multiple-choice testing (wrong options are learnt where nothing corrects them)';

export const missingFeedback: ItemRule = {
  title: 'No feedback', severity: 'advice', english: false, rules: [butler],
  why: 'Who chose wrongly goes on believing it. Found where an item has no feedback at all (a written answer: no model answer either), and where a wrong option has none of its own and the item none for a wrong answer.',
  mend: 'Say of each option in a sentence or two why it is right or wrong.',
  check: ({ item, sets }) => {
    const { correctHtml = '', incorrectHtml = '', byChoice = {} } = item.feedback;
    const said = Object.values(byChoice).some((html) => html.trim() !== '');
    if (correctHtml === '' && incorrectHtml === '' && !said && ((item.kind !== 'long-text' && item.kind !== 'upload') || item.key.modelAnswerHtml === undefined)) return [{ path: 'feedback', message: 'Nothing is said after the answer.' }];
    if (item.kind !== 'single-choice' || incorrectHtml !== '') return [];
    return sets.flatMap(({ wrong }) => wrong.filter(({ id }) => (byChoice[id] ?? '').trim() === '').map(({ path, text }) => ({ path, message: `Who chooses “${text}” is not told why it is wrong.` })));
  },
};

export const noStatement: ItemRule = {
  title: 'Asks nothing that is listed', severity: 'advice', english: false, rules: [haladyna(1), standards('4.12', 'items represent the content that is claimed')],
  why: 'An item that names no statement can’t be traced to what was taught, and counts in no coverage map.',
  mend: 'Name the statements that the item asks; if there is none, ask something that was taught.',
  check: ({ item }) => (item.statements.length === 0 ? [{ path: 'statements', message: 'The item names no statement.' }] : []),
};
