import { createHmac } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { anyResponse } from './any-response.js';
import { earnedFeedback } from './feedback.js';
import type { Item, ItemResponse } from './item.js';
import { objectiveKinds, rulesOf } from './kinds/registry.js';
import { choiceIds, slotIds } from './report.js';
import { correctResponse } from './response.js';
import { everySample, sampleItems } from './sample-items.js';
import { itemViewSchema } from './schema.js';
import { scoreResponse } from './score.js';
import { asWritten, type Mask, shownIds } from './shown-ids.js';
import { viewOf } from './view.js';

const mask: Mask = (list, id) => createHmac('sha256', 'a secret of the test').update(`${list}/${id}`).digest('hex').slice(0, 16);
const masked = everySample.filter((item) => item.kind !== 'true-false' && choiceIds(item).length > 0 && item.kind !== 'numeric');
const idsIn = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => ((name === 'id' || name === 'next' || name === 'start') && typeof each === 'string' ? [each] : idsIn(each)));
};
/** An answer that is right in part. */
function wrong(item: Item): ItemResponse {
  const key = correctResponse(item);
  if (Array.isArray(key)) return { value: key.toReversed().slice(0, -1) };
  return { value: typeof key === 'object' ? Object.fromEntries(Object.entries(key).slice(0, 1)) : key };
}
const keyOf = (item: Item): ItemResponse => ({ value: correctResponse(item) });

test('all kinds that name choices by ids are looked at', () => {
  expect(masked.map(({ kind }) => kind)).toEqual(everySample.map(({ kind }) => kind).filter((kind) => !['true-false', 'fill-in', 'numeric', 'long-text', 'slider', 'upload'].includes(kind)));
});

describe.each(masked)('an item of the kind $kind', (item) => {
  const ids = shownIds(item, mask);
  const own = [...choiceIds(item), ...slotIds(item)];

  test('is shown without any id that its author wrote', () => {
    const view = ids.view();
    expect(itemViewSchema.parse(view)).toEqual(view);
    expect(idsIn(view.content).length).toBeGreaterThanOrEqual(own.length);
    expect(idsIn(view.content).filter((id) => own.includes(id))).toEqual([]);
    expect(JSON.stringify(view)).not.toMatch(/data-gap="g\d/);
    expect(new Set([...choiceIds(view), ...slotIds(view)]).size).toBe(own.length);
  });

  test('is shown with the same words in the same order, by the form too', () => {
    const words = (value: unknown): unknown => JSON.parse(JSON.stringify(value, (name, each: unknown) => (['id', 'next', 'start', 'textHtml'].includes(name) ? '' : each))) as unknown;
    expect(words(ids.view())).toEqual(words(viewOf(item)));
    const order = own.toReversed();
    expect(words(ids.view(order))).toEqual(words(viewOf(item, order)));
  });

  test('earns the same for an answer in shown ids, whatever came in', () => {
    fc.assert(fc.property(anyResponse(item), (response) => {
      const given = response as ItemResponse;
      if (typeof given !== 'object' || given === null) return;
      expect(scoreResponse(item, ids.toOwn(ids.toShown(given)))).toEqual(scoreResponse(item, given));
    }));
    expect(scoreResponse(item, ids.toOwn(ids.toShown(keyOf(item)))).outcome).toBe('correct');
  });

  test('takes an answer in its own ids for none', () => {
    fc.assert(fc.property(anyResponse(item), (response) => {
      const given = response as ItemResponse;
      if (typeof given === 'object' && given !== null) expect(scoreResponse(item, ids.toOwn(given)).outcome).toBe('unanswered');
    }));
    expect(scoreResponse(item, ids.toOwn(keyOf(item))).outcome).toBe('unanswered');
  });

  test('says of each part what was right by the ids that are shown, and in an order that tells nothing', () => {
    const view = ids.view();
    const shown = [...choiceIds(view), ...slotIds(view), item.id];
    const score = scoreResponse(item, keyOf(item));
    const parts = ids.score(score).parts;
    expect(parts).toHaveLength(score.parts.length);
    expect(parts.filter(({ id }) => !shown.includes(id))).toEqual([]);
    expect(parts.map(({ id }) => id)).toEqual(parts.map(({ id }) => id).toSorted());
    const every = { html: [], lessons: [], byChoice: { ...item.feedback.byChoice } };
    const said = ids.feedback(every).byChoice;
    expect(Object.keys(said).filter((id) => !shown.includes(id))).toEqual([]);
    expect(Object.keys(said)).toEqual(Object.keys(said).toSorted());
    expect(Object.values(said).toSorted()).toEqual(Object.values(every.byChoice).toSorted());
  });

  test('says of each choice and part what was said of the same words', () => {
    const { slots, choices } = rulesOf(item);
    // A gap has no words but the id by which it is answered.
    const wordsIn = (content: typeof item.content) => new Map([...(item.kind === 'cloze' ? [] : slots(content as never)), ...choices(content as never)].map(({ id, label }) => [id, label]));
    const inWords = (said: { id: string }[], words: ReadonlyMap<string, string>) => said.map(({ id, ...rest }) => JSON.stringify([words.get(id) ?? '', rest])).toSorted();
    const asPairs = (byChoice: Record<string, string> = {}) => Object.entries(byChoice).map(([id, html]) => ({ id, html }));
    const [own, shown] = [wordsIn(item.content), wordsIn(ids.view().content as typeof item.content)];
    const score = scoreResponse(item, wrong(item));
    expect(score.parts.length).toBeGreaterThan(0);
    expect(inWords(ids.score(score).parts, shown)).toEqual(inWords(score.parts, own));
    const feedback = earnedFeedback({ ...item, feedback: { byChoice: Object.fromEntries([...own].map(([id, words]) => [id, words])) } } as Item, wrong(item), score);
    expect(inWords(asPairs(ids.feedback(feedback).byChoice), shown)).toEqual(inWords(asPairs(feedback.byChoice), own));
  });
});

test.each(everySample.filter((item) => !masked.includes(item)))('a $kind item, which names nothing by an id, stays as it is', (item) => {
  const ids = shownIds(item, mask);
  const answer = { value: correctResponse(item) ?? 'text' };
  expect(ids.view()).toEqual(viewOf(item));
  expect(ids.toOwn(answer)).toEqual(answer);
  expect(ids.toShown(answer)).toEqual(answer);
  expect(ids.score(scoreResponse(item, answer))).toEqual(scoreResponse(item, answer));
});

test('a premise and a target that their author calls alike are shown as two', () => {
  const item: Item = { ...sampleItems.matching, content: { premises: [{ id: 'a', html: 'A' }, { id: 'b', html: 'B' }], targets: [{ id: 'a', html: 'Of A' }, { id: 'b', html: 'Of B' }] }, key: { pairs: { a: 'a', b: 'b' } }, feedback: { byChoice: { a: 'of a' } } };
  const { view, toOwn, toShown, feedback } = shownIds(item, mask);
  expect(new Set(idsIn(view().content)).size).toBe(4);
  expect(toOwn(toShown({ value: item.key.pairs }))).toEqual({ value: item.key.pairs });
  const { premises } = view().content as { premises: { id: string; html: string }[] };
  expect(feedback({ html: [], byChoice: { a: 'of a' }, lessons: [] }).byChoice).toEqual({ [premises.find(({ html }) => html === 'A')?.id ?? '']: 'of a' });
});

test('the same id in two items is shown as two', () => {
  const [one, other] = ['one', 'two'].map((id) => shownIds({ ...sampleItems['single-choice'], id }, mask).view());
  expect(choiceIds(one as never)).not.toEqual(choiceIds(other as never));
});

test('a gap stands in the text under the id by which it is answered', () => {
  const { content } = shownIds(sampleItems.cloze, mask).view() as { content: { textHtml: string; gaps: { id: string }[] } };
  expect([...content.textHtml.matchAll(/data-gap="([^"]+)"/g)].map((found) => found[1])).toEqual(content.gaps.map(({ id }) => id));
});

test('a step leads to the step that it led to', () => {
  const item = sampleItems['branching-case'];
  const { content } = shownIds(item, mask).view() as { content: typeof item.content };
  const htmlOf = (steps: typeof content.steps, id: string | null) => steps.find((step) => step.id === id)?.html ?? null;
  const told = ({ start, steps }: typeof content) => [htmlOf(steps, start), ...steps.flatMap(({ options }) => options.map(({ html, next }) => [html, htmlOf(steps, next)]).toSorted())];
  expect(told(content)).toEqual(told(item.content));
});

test('the parts of an ordering come in the order of shown ids, never in the right one', () => {
  const item = sampleItems.ordering;
  const { score } = shownIds(item, mask);
  const parts = score(scoreResponse(item, { value: ['w', 'x', 'y', 'z'] })).parts.map(({ id }) => id);
  expect(parts).toEqual(item.key.order.map((id) => mask(`${item.id}/choices`, id)).toSorted());
});

test.each(everySample)('a $kind item as written is shown, answered and scored by its own ids', (item) => {
  const ids = asWritten(item);
  expect(ids.view()).toEqual(viewOf(item));
  if (objectiveKinds.includes(item.kind)) expect(scoreResponse(item, ids.toOwn({ value: correctResponse(item) })).outcome).toBe('correct');
});
