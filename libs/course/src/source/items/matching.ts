import { z } from 'zod';
import { choiceId } from '../ids.js';
import { atLeast, isChoice, makeChoices } from './choices.js';
import { choice, choiceWithFeedback, generalFeedback, itemFields, shuffle, sourceKind } from './kind.js';

export const matching = sourceKind({
  kind: 'matching',
  schema: z.strictObject({
    ...itemFields, kind: z.literal('matching'), shuffle: shuffle(true), feedback: generalFeedback,
    targets: z.array(choice).max(100),
    premises: z.array(choiceWithFeedback.extend({ target: choiceId.meta({ description: 'Id of the target that it belongs to.' }) })).max(100),
  }),
  compile: (source, scope) => {
    const enough = [atLeast(2, source.targets, ['targets'], scope), atLeast(1, source.premises, ['premises'], scope)].every(Boolean);
    const targets = makeChoices(source.targets, ['targets'], scope, { feedback: false }).choices;
    const { choices: premises, byChoice } = makeChoices(source.premises, ['premises'], scope, { feedback: true });
    const pairs: Record<string, string> = {};
    let whole = enough;
    premises.forEach((premise, index) => {
      const target = source.premises[index]?.target ?? '';
      if (isChoice(target, targets, ['premises', index, 'target'], scope)) pairs[premise.id] = target;
      else whole = false;
    });
    return whole ? { content: { premises, targets }, key: { pairs }, byChoice } : null;
  },
});
