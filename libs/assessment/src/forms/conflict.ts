import type { Blueprint, FormItem } from './blueprint.js';
import { formProgram } from './model.js';
import type { Solver } from './program.js';
import type { Demand, FormWish } from './result.js';

/**
 * Demands that contradict each other and of which none is superfluous, by QuickXplain (U. Junker, "QUICKXPLAIN:
 * Preferred Explanations and Relaxations for Over-Constrained Problems", AAAI 2004). Looks at one form first: what is
 * impossible there has nothing to do with how many forms there are. When the time is over, what is left is told as it is.
 */
export function findConflict(run: Solver, blueprint: Blueprint, items: readonly FormItem[], wish: FormWish, left: () => number): { conflict: Demand[]; irreducible: boolean } {
  const single = { ...wish, forms: 1 };
  let known = true;
  const impossible = (of: FormWish, demands: readonly Demand[]): boolean => {
    const kept = new Set(demands.map(keyOf));
    const { program } = formProgram(blueprint, items, { wish: of, keep: (demand) => kept.has(keyOf(demand)) });
    const { status } = run(program, { timeLimit: left(), anyWillDo: true });
    if (status === 'out-of-time') known = false;
    return status === 'infeasible';
  };
  const own = demandsOf(blueprint);
  const alone = impossible(single, own);
  const demands: Demand[] = alone ? own : [{ part: 'overlap' }, { part: 'use' }, ...own];
  const test = (some: readonly Demand[]) => impossible(alone ? single : wish, some);
  if (test([])) return { conflict: [], irreducible: known };
  const conflict = smallest([], false, demands, test);
  return { conflict: known ? conflict : demands, irreducible: known };
}

/** QuickXplain: what of `rest` contradicts `given`. `grown`: `given` has more than when it was last tried. */
function smallest(given: readonly Demand[], grown: boolean, rest: readonly Demand[], impossible: (some: readonly Demand[]) => boolean): Demand[] {
  if (grown && impossible(given)) return [];
  if (rest.length <= 1) return [...rest];
  const middle = Math.ceil(rest.length / 2);
  const [first, second] = [rest.slice(0, middle), rest.slice(middle)];
  const ofSecond = smallest([...given, ...first], first.length > 0, second, impossible);
  const ofFirst = smallest([...given, ...ofSecond], ofSecond.length > 0, first, impossible);
  return [...ofFirst, ...ofSecond];
}

/** All demands of a blueprint, those first that an author would rather keep. */
export function demandsOf({ sections, rules, apart, seconds }: Blueprint): Demand[] {
  return [
    ...sections.map(({ id }): Demand => ({ part: 'count', section: id })),
    ...apart.map(({ id }): Demand => ({ part: 'apart', apart: id })),
    ...(seconds === null ? [] : [{ part: 'seconds' } as const]),
    ...rules.flatMap(({ id, least, most }): Demand[] => [
      ...(least === null || least <= 0 ? [] : [{ part: 'least', rule: id } as const]), ...(most === null ? [] : [{ part: 'most', rule: id } as const]),
    ]),
  ];
}

/** One spelling for each demand. */
export function keyOf(demand: Demand): string {
  return [demand.part, 'section' in demand ? demand.section : 'rule' in demand ? demand.rule : 'apart' in demand ? demand.apart : ''].join(' ');
}
