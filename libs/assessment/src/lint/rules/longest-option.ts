import { type ItemRule } from '../rule.js';
import { cueing, haladyna } from '../sources.js';

const ratio = 1.3;
const characters = 12;

export const longestOption: ItemRule = {
  title: 'The right option is the longest', severity: 'flaw', english: false,
  rules: [cueing('long correct answer'), haladyna(24), haladyna('28d')],
  why: `Writers qualify the key until it is safe and leave distractors short, so the longest option is the best guess. Found where the right option is ${ratio} times as long as the longest wrong one and ${characters} characters longer; with several right ones, where each of them is.`,
  mend: 'Move the explanation of the right option to its feedback, or make the wrong ones as full.',
  check: ({ sets }) => sets.filter(({ shared, options }) => !shared && options.length > 2).flatMap(({ right, wrong }) => {
    const shortestRight = Math.min(...right.map(({ text }) => text.length));
    const longestWrong = Math.max(...wrong.map(({ text }) => text.length));
    const [key] = right;
    if (key === undefined || wrong.length === 0 || shortestRight < longestWrong * ratio || shortestRight - longestWrong < characters) return [];
    return [{ path: key.path, message: `${right.length === 1 ? 'The right option has' : 'Every right option has at least'} ${shortestRight} characters, the longest wrong one ${longestWrong}.` }];
  }),
};
