import type { PassageQuestion } from '@preceptor/assessment';
import { z } from 'zod';
import { choiceId, markdown } from '../ids.js';
import { atLeast, letterId, makeChoices } from './choices.js';
import { generalFeedback, itemFields, option, shuffle, sourceKind } from './kind.js';

export const passage = sourceKind({
  kind: 'passage',
  schema: z.strictObject({
    ...itemFields, kind: z.literal('passage'), shuffle: shuffle(true), feedback: generalFeedback,
    passage: markdown.meta({ description: 'The text that the questions are on.' }),
    questions: z.array(z.strictObject({
      id: choiceId.optional(), stem: markdown, several: z.boolean().default(false).meta({ description: 'More than one option may be chosen.' }),
      options: z.array(option).max(50),
    })).min(1).max(50),
  }),
  compile: (source, scope) => {
    const questions: PassageQuestion[] = [];
    const answers: Record<string, string[]> = {};
    let byChoice: Record<string, string> = {};
    let whole = true;
    let count = 0;
    const ids = new Set<string>();
    source.questions.forEach((each, index) => {
      const path = ['questions', index] as const;
      const id = each.id ?? `q-${letterId(index)}`;
      if (Object.hasOwn(answers, id)) scope.report('duplicate-choice-id', [...path, 'id'], `The id "${id}" stands twice in this item.`);
      if (!atLeast(2, each.options, [...path, 'options'], scope)) whole = false;
      // An option's id is unique in the whole item, since feedback is kept by it.
      const named = each.options.map((one, at) => ({ ...one, id: one.id ?? letterId(count + at) }));
      count += named.length;
      const made = makeChoices(named, [...path, 'options'], scope, { feedback: true });
      const { choices } = made;
      byChoice = { ...byChoice, ...made.byChoice };
      choices.forEach((one, at) => {
        if (ids.has(one.id)) scope.report('duplicate-choice-id', [...path, 'options', at], `The id "${one.id}" stands twice in this item.`);
      });
      for (const one of choices) ids.add(one.id);
      const correct = choices.filter((_, at) => named[at]?.correct === true).map((one) => one.id);
      answers[id] = correct;
      if (correct.length === 0) scope.report('none-correct', [...path, 'options'], 'No option is correct; at least one must be.');
      if (!each.several && correct.length > 1) scope.report('one-correct', [...path, 'options'], `${correct.length} options are correct; without several: true exactly one is.`);
      if (correct.length === 0 || (!each.several && correct.length > 1)) whole = false;
      questions.push({ id, stemHtml: scope.inline(each.stem, ...path, 'stem'), options: choices, several: each.several });
    });
    return whole ? { content: { passageHtml: scope.html(source.passage, 'passage'), questions }, key: { answers }, byChoice } : null;
  },
});
