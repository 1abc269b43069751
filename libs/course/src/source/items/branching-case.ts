import type { CaseOption, CaseStep } from '@preceptor/assessment';
import { z } from 'zod';
import { choiceId, markdown } from '../ids.js';
import { atLeast, letterId, makeChoices } from './choices.js';
import { choiceWithFeedback, generalFeedback, itemFields, shuffle, sourceKind, type ItemScope } from './kind.js';

const schema = z.strictObject({
  ...itemFields, kind: z.literal('branching-case'), shuffle: shuffle(true), feedback: generalFeedback,
  start: choiceId.optional().meta({ description: 'Id of the step that the case begins with; left out: the first.' }),
  steps: z.array(z.strictObject({
    id: choiceId, text: markdown,
    options: z.array(choiceWithFeedback.extend({
      credit: z.number().min(0).max(1).default(0).meta({ description: 'What the choice earns, 0 to 1.' }),
      next: choiceId.optional().meta({ description: 'Id of the step that follows; left out: the case ends here.' }),
    })).max(20),
  })).min(1).max(60),
});
type Source = z.output<typeof schema>;

export const branchingCase = sourceKind({
  kind: 'branching-case',
  schema,
  compile: (source, scope) => {
    const start = source.start ?? source.steps[0]?.id ?? '';
    const whole = leadsOn(source, start, scope);
    const steps: CaseStep[] = [];
    const credit: Record<string, Record<string, number>> = {};
    let byChoice: Record<string, string> = {};
    let count = 0;
    let enough = true;
    const ids = new Set<string>();
    source.steps.forEach((step, index) => {
      const path = ['steps', index] as const;
      if (Object.hasOwn(credit, step.id)) scope.report('duplicate-choice-id', [...path, 'id'], `The id "${step.id}" stands twice in this item.`);
      if (!atLeast(2, step.options, [...path, 'options'], scope)) enough = false;
      // An option's id is unique in the whole case, since feedback is kept by it.
      const named = step.options.map((one, at) => ({ ...one, id: one.id ?? letterId(count + at) }));
      count += named.length;
      const made = makeChoices(named, [...path, 'options'], scope, { feedback: true });
      byChoice = { ...byChoice, ...made.byChoice };
      const options = made.choices.map((one, at): CaseOption => ({ ...one, next: named[at]?.next ?? null }));
      options.forEach((one, at) => {
        if (ids.has(one.id)) scope.report('duplicate-choice-id', [...path, 'options', at], `The id "${one.id}" stands twice in this item.`);
      });
      for (const one of options) ids.add(one.id);
      credit[step.id] = Object.fromEntries(named.map((one) => [one.id, one.credit]));
      steps.push({ id: step.id, html: scope.html(step.text, ...path, 'text'), options });
    });
    if (!source.steps.some((step) => step.options.some((one) => one.credit > 0))) {
      scope.report('none-correct', ['steps'], 'No choice of the case earns anything.');
      return null;
    }
    return whole && enough ? { content: { start, steps }, key: { credit }, byChoice } : null;
  },
});

/** Whether every way through the case ends and every step is on one; reports what is not so. */
function leadsOn(source: Source, start: string, scope: ItemScope): boolean {
  const steps = new Map(source.steps.map((step) => [step.id, step]));
  let whole = true;
  const complain = (name: 'unknown-step' | 'case-circle' | 'step-unreachable', path: readonly (string | number)[], message: string, help?: string): void => {
    whole = false;
    scope.report(name, path, message, help);
  };
  const known = `The steps are ${[...steps.keys()].join(', ')}.`;
  if (!steps.has(start)) complain('unknown-step', ['start'], `There is no step "${start.slice(0, 60)}" in this case.`, known);
  const reached = new Set<string>();
  const onPath = new Set<string>();
  const visit = (id: string): void => {
    const step = steps.get(id);
    if (step === undefined || reached.has(id)) return;
    reached.add(id);
    onPath.add(id);
    const at = source.steps.indexOf(step);
    step.options.forEach(({ next }, index) => {
      if (next === undefined) return;
      const path = ['steps', at, 'options', index, 'next'];
      if (!steps.has(next)) complain('unknown-step', path, `There is no step "${next.slice(0, 60)}" in this case.`, known);
      else if (onPath.has(next)) complain('case-circle', path, `From here the case comes back to "${next}".`);
      else visit(next);
    });
    onPath.delete(id);
  };
  visit(start);
  source.steps.forEach(({ id }, index) => {
    if (steps.has(start) && !reached.has(id)) complain('step-unreachable', ['steps', index, 'id'], `No way through the case comes to "${id}".`);
  });
  return whole;
}
