import type { CaseOption, CaseStep, ContentOf, KeyOf } from '../../item.js';
import { own } from '../../reading.js';
import { exactSum } from '../../total.js';

type Case = ContentOf['branching-case'];
type Credit = KeyOf['branching-case']['credit'];
/** A step of a path; no option: the learner has not chosen here, and the path ends. */
export interface PathStep { step: CaseStep; option: CaseOption | undefined }

/** The path that `chosen` takes from the start: ends with the case, or at the first step without a choice that it offers. Total, in circles too. */
export function pathOf(content: Case, chosen: (step: CaseStep) => unknown): PathStep[] {
  const steps = new Map(content.steps.map((step) => [step.id, step]));
  const path: PathStep[] = [];
  let step = steps.get(content.start);
  while (step !== undefined) {
    steps.delete(step.id);
    const choice = chosen(step);
    const option = step.options.find((one) => one.id === choice);
    path.push({ step, option });
    step = option?.next === undefined || option.next === null ? undefined : steps.get(option.next);
  }
  return path;
}

/** What the best path from each step on earns, and its first option: step id -> { most, best }. A step in a circle counts as the end. */
export function bestFrom(content: Case, credit: Credit): Map<string, { most: number; best: string | undefined }> {
  const steps = new Map(content.steps.map((step) => [step.id, step]));
  const known = new Map<string, { most: number; best: string | undefined }>();
  const under = new Set<string>();
  const solve = (id: string | null): number => {
    const step = id === null ? undefined : steps.get(id);
    if (step === undefined || under.has(step.id)) return 0;
    const before = known.get(step.id);
    if (before !== undefined) return before.most;
    under.add(step.id);
    let most = 0;
    let best: string | undefined;
    for (const option of step.options) {
      const earns = exactSum([creditOf(credit, step.id, option.id), solve(option.next)]);
      if (best !== undefined && earns <= most) continue;
      most = earns;
      best = option.id;
    }
    under.delete(step.id);
    known.set(step.id, { most, best });
    return most;
  };
  for (const step of content.steps) solve(step.id);
  return known;
}

export function creditOf(credit: Credit, step: string, option: string): number {
  const earned = own(own(credit, step), option);
  return typeof earned === 'number' ? earned : 0;
}
