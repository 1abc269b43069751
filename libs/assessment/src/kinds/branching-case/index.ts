import type { CaseStep, ItemOf } from '../../item.js';
import { plainText } from '../../plain-text.js';
import { own } from '../../reading.js';
import { exactSum } from '../../total.js';
import { labelPairs } from '../directed-pairs.js';
import type { Judgement, KindRules } from '../rules.js';
import { labelOf, named, shownBase } from '../shown.js';
import { applyOrder } from '../../order.js';
import { bestFrom, creditOf, pathOf } from './path.js';

/**
 * A case that unfolds: each choice leads to the next step, and earns its credit. Of what came in, only the steps on
 * the path from the start count. QTI 3.0 has no interaction for it: an adaptive item (`adaptive="true"`) with one
 * `choiceInteraction` a step comes nearest. Scoring: as `judgePath` says. Which way a case goes is no secret of the
 * key, so the view holds `next`, and no credit.
 */
export const branchingCase: KindRules<'branching-case'> = {
  objective: true,
  read(content, value) {
    const taken = pathOf(content, (step) => own(value, step.id)).flatMap(({ step, option }): [string, string][] => (option === undefined ? [] : [[step.id, option.id]]));
    return taken.length > 0 ? Object.fromEntries(taken) : undefined;
  },
  judge: judgePath,
  correctResponse(item) {
    const best = bestFrom(item.content, item.key.credit);
    return Object.fromEntries(pathOf(item.content, (step) => best.get(step.id)?.best).flatMap(({ step, option }) => (option === undefined ? [] : [[step.id, option.id]])));
  },
  view: (item, order) => ({
    ...shownBase(item),
    kind: 'branching-case',
    content: {
      start: item.content.start,
      steps: item.content.steps.map(({ id, html, options }) => ({
        id, html, options: applyOrder(options, order).map((option) => ({ id: option.id, html: option.html, next: option.next })),
      })),
    },
  }),
  arranged: (content) => content.steps.map((step) => ({ list: step.options, always: false })),
  choices: (content, slot) => named(slot === undefined ? content.steps.flatMap((step) => step.options) : optionsOf(content.steps, slot)),
  slots: (content) => content.steps.map(({ id, html }) => ({ id, label: plainText(html) })),
  touched: (response) => Object.values(response),
  labels: (content, response) => labelPairs(response, (id) => stepLabel(content.steps, id), (id, step) => labelOf(optionsOf(content.steps, step), id)),
};

/**
 * What was earned on the path over the most that any path earns. The source is the decision-making case that is scored
 * by the path, as in patient management problems: C. H. McGuire, L. M. Solomon, P. G. Bashook, "Construction and Use of
 * Written Simulations" (1976); here without penalties, so that nothing goes below 0.
 * A part for each step on the path. Its `max` is what the step still decided: the best that could be reached from it
 * less the best that can be reached after it; `raw` is the credit of the choice, so they differ by what the choice
 * gave away, and the parts of a whole path add up to 1. A path that stops short has a last part for what it left.
 */
function judgePath(item: ItemOf<'branching-case'>, response: Record<string, string>): Judgement {
  const best = bestFrom(item.content, item.key.credit);
  const mostFrom = (step: string | null): number => (step === null ? 0 : best.get(step)?.most ?? 0);
  const most = mostFrom(item.content.start);
  if (most === 0) return { fraction: 0, parts: [] };
  const path = pathOf(item.content, (step) => own(response, step.id)).map(({ step, option }) => ({ step, option, earned: option === undefined ? 0 : creditOf(item.key.credit, step.id, option.id) }));
  const parts = path.map(({ step, option, earned }) => {
    const decided = exactSum([mostFrom(step.id), -mostFrom(option?.next ?? null)]);
    return { id: step.id, correct: option !== undefined && decided <= earned, raw: earned / most, max: decided / most };
  });
  const earned = exactSum(path.map((one) => one.earned));
  return { fraction: parts.every((part) => part.correct) ? 1 : Math.min(earned / most, 1), parts };
}

function optionsOf(steps: readonly CaseStep[], id: string): CaseStep['options'] {
  return steps.find((step) => step.id === id)?.options ?? [];
}

function stepLabel(steps: readonly CaseStep[], id: string): string {
  return plainText(steps.find((step) => step.id === id)?.html ?? id);
}
