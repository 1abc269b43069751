import { expect, test } from '@jest/globals';
import type { Assessment } from '../item.js';
import { everySample } from '../sample-items.js';
import { paperOf } from './paper.js';

const items = new Map(everySample.map((item) => [item.id, item]));
const assessment: Assessment = { id: 'a', title: 'A', introHtml: '', purpose: 'final', sections: [{ id: 's', title: 'S', items: [...items.keys()], shuffle: true }], passMark: 0.8, maxAttempts: null, timeLimitSeconds: null, feedback: 'never', navigation: 'free' };
const paper = (count: number, seed = '1') => paperOf(assessment, [], items, seed, count);

test('versions hold the same questions in another order, numbered through, and what can\'t stand on paper is named', () => {
  const made = paper(3);
  const orders = made?.versions.map(({ sections }) => sections.flatMap(({ questions }) => questions.map(({ item }) => item))) ?? [];
  expect(new Set(orders.map((order) => [...order].sort().join()))).toHaveProperty('size', 1);
  expect(new Set(orders.map((order) => order.join()))).toHaveProperty('size', 3);
  expect(made?.left.map(({ why }) => why).sort()).toEqual(['An answer is a file.', 'What is asked depends on the answers before.']);
  expect(made?.versions.map(({ sections }) => sections.flatMap(({ questions }) => questions.map(({ number }) => number)))).toEqual(orders.map((order) => order.map((_, index) => index + 1)));
});

test('the key names the letter under which the right choice stands in that version', () => {
  for (const { sections } of paper(4)?.versions ?? []) for (const question of sections.flatMap(({ questions }) => questions)) {
    const item = items.get(question.item);
    if (item?.kind === 'single-choice') expect(question.options.find(({ letter }) => letter === question.key[0]?.says)?.html).toBe(item.content.options.find(({ id }) => id === item.key.correct)?.html);
    if (item?.kind === 'matching') for (const row of question.rows) {
      const premise = item.content.premises.find(({ html }) => html === row.html);
      const letter = question.key.find(({ label }) => label === row.label)?.says;
      expect(question.options.find((option) => option.letter === letter)?.html).toBe(item.content.targets.find(({ id }) => id === item.key.pairs[premise?.id ?? ''])?.html);
    }
    if (item?.kind !== 'fill-in') expect(question.key.filter(({ says }) => says === '' || says.includes('?'))).toEqual([]);
  }
});

test('the same paper number gives the same papers another day, and more versions leave the first as they are', () => {
  expect(paper(2)).toEqual(paper(2));
  expect(paper(3)?.versions.slice(0, 2)).toEqual(paper(2)?.versions);
  expect(paper(1, '2')?.versions).not.toEqual(paper(1)?.versions);
});
