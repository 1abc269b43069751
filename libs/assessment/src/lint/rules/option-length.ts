import type { ItemRule } from '../rule.js';
import { haladyna, irrelevant } from '../sources.js';

const long = { times: 2.5, characters: 40 };
const short = { part: 0.4, characters: 25 };

export const unevenOptions: ItemRule = {
  title: 'Options of very different length', severity: 'advice', english: false, rules: [haladyna(24), haladyna('28d'), irrelevant('long, complicated options')],
  why: `An option that sticks out is chosen or passed over for its looks. Found where a wrong option is ${long.times} times as long as the middle one of the others and ${long.characters} characters longer, or the right one is at most ${short.part} of the shortest wrong one and ${short.characters} characters shorter.`,
  mend: 'Cut the long option to its point.',
  check: ({ sets }) => sets.filter(({ shared, gap, options }) => !shared && !gap && options.length > 2).flatMap(({ right, wrong, options }) => {
    const [key] = right;
    const longest = wrong.reduce((most, option) => (option.text.length > most.text.length ? option : most), wrong[0] ?? key ?? { text: '', path: '' });
    const others = options.filter((option) => option !== longest).map(({ text }) => text.length).sort((a, b) => a - b);
    const middle = others[Math.floor(others.length / 2)] ?? 0;
    if (longest.text.length >= long.times * middle && longest.text.length - middle >= long.characters) return [{ path: longest.path, message: `This option has ${longest.text.length} characters, the others about ${middle}.` }];
    const shortest = Math.min(...wrong.map(({ text }) => text.length));
    if (key === undefined || right.length > 1 || key.text.length > short.part * shortest || shortest - key.text.length < short.characters) return [];
    return [{ path: key.path, message: `The right option has ${key.text.length} characters, the shortest wrong one ${shortest}.` }];
  }),
};
