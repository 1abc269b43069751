import type { Blueprint, FormItem } from './blueprint.js';
import { keyOf } from './conflict.js';
import { formProgram, usesAllowed } from './model.js';
import type { Solver } from './program.js';
import type { Change, Demand, FormWish } from './result.js';
import { wordsOf } from './words.js';

interface Nearest { blueprint: Blueprint; wish: FormWish; changes: Change[] }

/**
 * The blueprint and wish that can be met with the least change: every number may give way, an item more or less costs 1
 * (an item in common of two forms a little more, a section's size a little more than that; a minute ½, a further use of
 * items 2, a group that is no longer kept apart 3 for each further item). null: not found in time.
 */
export function findNearest(run: Solver, blueprint: Blueprint, items: readonly FormItem[], wish: FormWish, left: () => number): Nearest | null {
  const { program, slacks } = formProgram(blueprint, items, { wish, elastic: true });
  const answer = run(program, { timeLimit: left(), relativeGap: 0, absoluteGap: 0.005 });
  if (answer.status === 'infeasible' || answer.status === 'out-of-time') return null;
  const by = new Map<string, { demand: Demand; amount: number }>();
  for (const { demand, variable, direction, step } of slacks) {
    const amount = Math.round(answer.values[variable] ?? 0) * direction * step;
    if (amount !== 0) by.set(keyOf(demand), { demand, amount: (by.get(keyOf(demand))?.amount ?? 0) + amount });
  }
  const words = wordsOf(blueprint, items, wish);
  let made: Omit<Nearest, 'changes'> = { blueprint, wish };
  const changes: Change[] = [];
  for (const { demand, amount } of by.values()) {
    const from = numberOf(made, demand);
    const to = from + amount;
    changes.push({ demand, from, to, words: words.change(demand, from, to) });
    made = withNumber(made, demand, to);
  }
  return { ...made, changes };
}

function numberOf({ blueprint, wish }: Omit<Nearest, 'changes'>, demand: Demand): number {
  if (demand.part === 'count') return blueprint.sections.find(({ id }) => id === demand.section)?.count ?? 0;
  if (demand.part === 'apart') return 1;
  if (demand.part === 'seconds') return blueprint.seconds ?? 0;
  if (demand.part === 'overlap') return wish.overlap;
  if (demand.part === 'use') return usesAllowed(wish);
  const { part, rule } = demand;
  return blueprint.rules.find(({ id }) => id === rule)?.[part] ?? 0;
}

function withNumber({ blueprint, wish }: Omit<Nearest, 'changes'>, demand: Demand, to: number): Omit<Nearest, 'changes'> {
  switch (demand.part) {
    case 'count': return { wish, blueprint: { ...blueprint, sections: blueprint.sections.map((section) => (section.id === demand.section ? { ...section, count: to } : section)) } };
    case 'apart': return { wish, blueprint: { ...blueprint, apart: blueprint.apart.filter(({ id }) => id !== demand.apart) } };
    case 'seconds': return { wish, blueprint: { ...blueprint, seconds: to } };
    case 'overlap': return { blueprint, wish: { ...wish, overlap: to } };
    case 'use': return { blueprint, wish: { ...wish, mostUse: to / wish.forms } };
    default: {
      const { part, rule } = demand;
      return { wish, blueprint: { ...blueprint, rules: blueprint.rules.map((one) => (one.id === rule ? { ...one, [part]: to } : one)) } };
    }
  }
}
