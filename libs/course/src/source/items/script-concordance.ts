import type { ConcordanceQuestion } from '@preceptor/assessment';
import { z } from 'zod';
import { choiceId, markdown } from '../ids.js';
import { atLeast, isChoice, letterId, makeChoices } from './choices.js';
import { choice, generalFeedback, itemFields, sourceKind } from './kind.js';

/**
 * R. Gagnon and others, "Assessment in the context of uncertainty: how many members are needed on the panel of reference
 * of a script concordance test?", Medical Education 39 (2005): any panel of more than ten gives stable scores.
 */
const SMALL_PANEL = 10;

export const scriptConcordance = sourceKind({
  kind: 'script-concordance',
  schema: z.strictObject({
    ...itemFields, kind: z.literal('script-concordance'), feedback: generalFeedback, shuffle: z.literal(false).default(false),
    scale: z.array(choice).max(11).meta({ description: 'From one end to the other, such as much less likely … much more likely.' }),
    questions: z.array(z.strictObject({
      id: choiceId.optional(), hypothesis: markdown.meta({ description: 'What the learner is thinking of.' }), finding: markdown.meta({ description: 'What she then learns.' }),
      panel: z.record(z.string(), z.int().min(0).max(10_000)).meta({ description: 'How many experts chose each point of the scale, by its id.' }),
      feedback: markdown.optional(),
    })).min(1).max(50),
  }),
  compile: (source, scope) => {
    let whole = atLeast(2, source.scale, ['scale'], scope);
    const scale = makeChoices(source.scale, ['scale'], scope, { feedback: false }).choices;
    const questions: ConcordanceQuestion[] = [];
    const panel: Record<string, Record<string, number>> = {};
    const byChoice: Record<string, string> = {};
    source.questions.forEach((each, index) => {
      const path = ['questions', index] as const;
      const id = each.id ?? `q-${letterId(index)}`;
      if (Object.hasOwn(panel, id)) scope.report('duplicate-choice-id', [...path, 'id'], `The id "${id}" stands twice in this item.`);
      for (const point of Object.keys(each.panel)) if (!isChoice(point, scale, [...path, 'panel', point], scope)) whole = false;
      const experts = Object.values(each.panel).reduce((sum, count) => sum + count, 0);
      if (experts === 0) {
        scope.report('panel-empty', [...path, 'panel'], 'No expert chose anything here.');
        whole = false;
      } else if (experts < SMALL_PANEL) scope.report('panel-small', [...path, 'panel'], `Only ${experts} of the panel answered here.`);
      panel[id] = each.panel;
      questions.push({ id, hypothesisHtml: scope.inline(each.hypothesis, ...path, 'hypothesis'), findingHtml: scope.inline(each.finding, ...path, 'finding') });
      if (each.feedback === undefined) scope.report('missing-feedback', path, `The question "${each.finding.slice(0, 60)}" has no feedback.`);
      else byChoice[id] = scope.html(each.feedback, ...path, 'feedback');
    });
    return whole ? { content: { questions, scale }, key: { panel }, byChoice } : null;
  },
});
