import type { EmqQuestion } from '@preceptor/assessment';
import { z } from 'zod';
import { choiceId, markdown } from '../ids.js';
import { atLeast, isChoice, letterId, makeChoices } from './choices.js';
import { choice, generalFeedback, itemFields, shuffle, sourceKind } from './kind.js';

export const extendedMatching = sourceKind({
  kind: 'extended-matching',
  schema: z.strictObject({
    ...itemFields, kind: z.literal('extended-matching'), shuffle: shuffle(true), feedback: generalFeedback,
    options: z.array(choice).max(100),
    questions: z.array(z.strictObject({
      id: choiceId.optional(), stem: markdown, answer: choiceId.meta({ description: 'Id of the option that answers it.' }), feedback: markdown.optional(),
    })).min(1).max(50),
  }),
  compile: (source, scope) => {
    let whole = atLeast(2, source.options, ['options'], scope);
    const options = makeChoices(source.options, ['options'], scope, { feedback: false }).choices;
    const questions: EmqQuestion[] = [];
    const answers: Record<string, string> = {};
    const byChoice: Record<string, string> = {};
    source.questions.forEach((each, index) => {
      const id = each.id ?? `q-${letterId(index)}`;
      if (Object.hasOwn(answers, id)) scope.report('duplicate-choice-id', ['questions', index, 'id'], `The id "${id}" stands twice in this item.`);
      if (!isChoice(each.answer, options, ['questions', index, 'answer'], scope)) whole = false;
      answers[id] = each.answer;
      questions.push({ id, stemHtml: scope.inline(each.stem, 'questions', index, 'stem') });
      if (each.feedback === undefined) scope.report('missing-feedback', ['questions', index], `The question "${each.stem.slice(0, 60)}" has no feedback.`);
      else byChoice[id] = scope.html(each.feedback, 'questions', index, 'feedback');
    });
    return whole ? { content: { options, questions }, key: { answers }, byChoice } : null;
  },
});
