import type { ItemRule } from '../rule.js';
import { cueing, haladyna } from '../sources.js';

const joint = /\s*(?:,|;|\band\b|\bwith\b|\bplus\b|\bbut\b|\bfollowed by\b|&|\+|\/)\s*/i;

export const convergence: ItemRule = {
  title: 'The right option shares most with the others', severity: 'flaw', english: true, rules: [cueing('convergence'), haladyna('28e')],
  why: 'Distractors are often made by changing one part of the key, so the option whose parts come back most often is the key. Found where every option has two parts or more, and the parts of the right one are counted most often.',
  mend: 'Use every part equally often, or ask for the parts one by one.',
  check: ({ sets }) => sets.flatMap(({ options, right, shared }) => {
    const parts = options.map(({ text }) => text.toLowerCase().replace(/[.]$/, '').split(joint).filter((part) => part !== ''));
    const [key] = right;
    if (shared || key === undefined || right.length > 1 || options.length < 3 || parts.some((list) => list.length < 2 || list.length > 4)) return [];
    const counts = new Map<string, number>();
    for (const list of parts) for (const part of new Set(list)) counts.set(part, (counts.get(part) ?? 0) + 1);
    const scores = parts.map((list) => list.reduce((sum, part) => sum + (counts.get(part) ?? 0), 0) / list.length);
    const mine = scores[options.indexOf(key)] ?? 0;
    const alone = scores.filter((score) => score >= mine).length === 1;
    const echoed = (parts[options.indexOf(key)] ?? []).every((part) => (counts.get(part) ?? 0) > 1);
    return alone && echoed ? [{ path: key.path, message: 'Each part of the right option comes back in others, more often than the parts of any wrong one.' }] : [];
  }),
};
