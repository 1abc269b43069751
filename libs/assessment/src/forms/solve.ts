import { randomFrom } from '../random.js';
import type { Blueprint, FormItem } from './blueprint.js';
import { findConflict } from './conflict.js';
import { formProgram, type FormProgram } from './model.js';
import { findNearest } from './nearest.js';
import { solver, type Answer } from './program.js';
import type { BuiltForm, FormWish, Solution, SolveOptions } from './result.js';
import { wordsOf } from './words.js';

const usualTime = 20;
/** Part of the time that finding forms may take; the rest is for saying why there are none. */
const forForms = 0.6;

/**
 * Chooses the items of parallel forms: every form meets the blueprint, any two have at most `overlap` items in common,
 * no item stands in more than `mostUse` of them; forms differ little in mean facility and items that were used less come
 * first (W. J. van der Linden, "Linear Models for Optimal Test Design", Springer 2005, chapters 3, 4 and 6). Where that
 * can't be, says which demands contradict each other and what comes nearest. Takes at most about `timeLimit` seconds
 * and blocks its thread meanwhile.
 */
export async function solveBlueprint(blueprint: Blueprint, candidates: readonly FormItem[], options: SolveOptions): Promise<Solution> {
  const began = performance.now();
  const passed = () => (performance.now() - began) / 1000;
  const { forms, overlap, mostUse, exposure, seed, kept = [], timeLimit = usualTime } = options;
  const wish = { forms, overlap, mostUse };
  // The same items in another order are the same question.
  const items = [...candidates].sort((a, b) => (a.id < b.id ? -1 : 1));
  const run = await solver();
  const build = (of: FormWish, stay = kept) => formProgram(blueprint, items, { wish: of, kept: stay, prefer: { exposure, seed } });
  const solve = ({ program }: FormProgram) => run(program, { timeLimit: timeLimit * forForms - passed(), seed: randomFrom(seed).below(2 ** 31 - 1), relativeGap: 0.01, absoluteGap: 0.05 });
  // Forms without a common item are sooner found, and are what one would rather have: others only where those can't be.
  let built = build({ ...wish, overlap: 0 });
  let answer = solve(built);
  if (overlap > 0 && forms > 1 && answer.status === 'infeasible') {
    built = build(wish);
    answer = solve(built);
  }
  if (answer.status === 'optimal' || answer.status === 'feasible') {
    return { outcome: 'solved', forms: formsOf(blueprint, built, answer, seed), settled: answer.status === 'optimal', seconds: passed() };
  }
  if (answer.status === 'out-of-time') return { outcome: 'out-of-time', reason: `No forms were found in ${Math.round(passed())} seconds. Ask for fewer forms, let them have more items in common, or leave a rule out.`, seconds: passed() };
  const left = () => timeLimit - passed();
  const couldWithout = () => ['optimal', 'feasible'].includes(run(build(wish, []).program, { timeLimit: left() * 0.5, anyWillDo: true }).status);
  if (kept.length > 0 && couldWithout()) {
    return { outcome: 'impossible', reason: 'No forms keep the blueprint and hold all of the locked items where they stand. Unlock some of them.', conflict: [], irreducible: false, nearest: null, seconds: passed() };
  }
  const nearest = findNearest(run, blueprint, items, wish, () => left() * 0.6);
  const { conflict, irreducible } = findConflict(run, blueprint, items, wish, left);
  const words = wordsOf(blueprint, items, wish);
  return { outcome: 'impossible', reason: words.reason(conflict), conflict: conflict.map((demand) => ({ demand, words: words.demand(demand) })), irreducible, nearest, seconds: passed() };
}

function formsOf(blueprint: Blueprint, { chosen }: FormProgram, { values }: Answer, seed: string): BuiltForm[] {
  return chosen.map((places, index) => {
    const taken = places.filter(({ variable }) => (values[variable] ?? 0) > 0.5);
    const id = formId(index);
    const inOrder = (section: string) => randomFrom(`${seed}/${id}/${section}`).shuffle(taken.filter((place) => place.section === section).map(({ item }) => item));
    return { id, sections: blueprint.sections.map((section) => ({ id: section.id, items: inOrder(section.id) })) };
  });
}

/** a, b, c, … */
export const formId = (index: number): string => String.fromCharCode(97 + index);
