import type { Gap } from '@preceptor/assessment';
import { z } from 'zod';
import { choiceId, markdown } from '../ids.js';
import { atLeast, letterId } from './choices.js';
import { generalFeedback, itemFields, option, shuffle, sourceKind, type ItemScope } from './kind.js';

const schema = z.strictObject({
  ...itemFields, kind: z.literal('cloze'), shuffle: shuffle(true), feedback: generalFeedback,
  text: markdown.meta({ description: 'Markdown with {{gap-id}} where a gap stands.' }),
  gaps: z.array(z.strictObject({ id: choiceId, options: z.array(option).max(50) })).min(1).max(50),
});
type Source = z.output<typeof schema>;

export const cloze = sourceKind({
  kind: 'cloze',
  schema,
  compile: (source, scope) => {
    const whole = gapsAgree(source, scope);
    const made = makeGaps(source, scope);
    if (made === null || !whole) return null;
    const textHtml = scope.html(source.text, 'text').replace(/\{\{\s*([a-z0-9-]+)\s*\}\}/g, '<span data-gap="$1"></span>');
    return { content: { textHtml, gaps: made.gaps }, key: { gaps: made.key }, byChoice: made.byChoice };
  },
});

function gapsAgree(source: Source, scope: ItemScope): boolean {
  const inText = [...source.text.matchAll(/\{\{\s*([a-z0-9-]+)\s*\}\}/g)].map((match) => match[1] ?? '');
  let agree = true;
  const complain = (path: readonly (string | number)[], message: string): void => {
    agree = false;
    scope.report('gap-mismatch', path, message);
  };
  for (const gap of new Set(inText)) {
    if (!source.gaps.some((each) => each.id === gap)) complain(['text'], `The gap {{${gap}}} of the text is not in gaps.`);
    if (inText.filter((each) => each === gap).length > 1) complain(['text'], `The gap {{${gap}}} stands more than once in the text.`);
  }
  source.gaps.forEach((gap, index) => {
    if (!inText.includes(gap.id)) complain(['gaps', index, 'id'], `The gap "${gap.id}" stands nowhere in the text.`);
    if (source.gaps.findIndex((each) => each.id === gap.id) !== index) complain(['gaps', index, 'id'], `The gap "${gap.id}" stands twice in gaps.`);
  });
  return agree;
}

function makeGaps(source: Source, scope: ItemScope): { gaps: Gap[]; key: Record<string, string>; byChoice: Record<string, string> } | null {
  const gaps: Gap[] = [];
  const key: Record<string, string> = {};
  const byChoice: Record<string, string> = {};
  const ids = new Set<string>();
  let whole = true;
  let count = 0;
  source.gaps.forEach((gap, at) => {
    if (!atLeast(2, gap.options, ['gaps', at, 'options'], scope)) whole = false;
    const options = gap.options.map((each, index) => {
      const path = ['gaps', at, 'options', index] as const;
      const id = each.id ?? letterId(count);
      count += 1;
      if (ids.has(id)) scope.report('duplicate-choice-id', [...path, 'id'], `The id "${id}" stands twice in this item.`);
      ids.add(id);
      if (each.feedback === undefined) scope.report('missing-feedback', path, `The choice "${each.text.slice(0, 60)}" has no feedback.`);
      else byChoice[id] = scope.html(each.feedback, ...path, 'feedback');
      return { id, html: scope.inline(each.text, ...path, 'text'), correct: each.correct };
    });
    const right = options.filter((each) => each.correct);
    if (right.length === 1 && right[0] !== undefined) key[gap.id] = right[0].id;
    else {
      whole = false;
      scope.report('one-correct', ['gaps', at], `${right.length === 0 ? 'No' : right.length} option${right.length > 1 ? 's' : ''} of the gap "${gap.id}" ${right.length > 1 ? 'are' : 'is'} correct; it has exactly one.`);
    }
    gaps.push({ id: gap.id, options: options.map(({ id, html }) => ({ id, html })) });
  });
  return whole ? { gaps, key, byChoice } : null;
}
