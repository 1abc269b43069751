import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { blueprintProblems, describeProblem } from './blueprint.js';
import { drawForm, orderOf } from './form.js';
import type { Assessment, Bank, Draw, Form, Item, Level, Section } from './item.js';
import { everySample, sampleItems } from './sample-items.js';
import { formSchema } from './schema.js';
import { viewOf } from './view.js';

const levels: Level[] = ['recall', 'application', 'judgement'];
const bank = (id: string, count: number, unit: string | null = null): Bank => ({
  id, title: id, unit,
  items: Array.from({ length: count }, (_, number): Item => ({
    ...sampleItems['single-choice'], id: `${id}-${String(number).padStart(2, '0')}`,
    level: levels[number % 3] ?? 'recall', difficulty: number % 2 === 0 ? 'easy' : 'hard', tags: number < 2 ? ['rare'] : [],
  })),
});
const banks = [bank('law', 12, 'legal'), bank('ethics', 9, 'ethical')];
const items = new Map([...banks.flatMap((one) => one.items), ...everySample].map((item) => [item.id, item]));
const section = (id: string, draw: Draw[], fixed: string[] = [], shuffle = true): Section => ({ id, title: id, items: fixed, draw, shuffle });
const assessment = (...sections: Section[]): Assessment => ({
  id: 'final', title: 'Final', introHtml: '', purpose: 'final', sections, passMark: 0.8, maxAttempts: 3, timeLimitSeconds: null, feedback: 'after-submit', navigation: 'free',
});
const final = assessment(
  section('one', [{ bank: 'law', count: 3, level: 'judgement' }, { bank: 'law', count: 4 }, { bank: 'ethics', count: 2, difficulty: 'hard', unit: 'ethical' }], ['pairs']),
  section('two', [{ bank: 'law', count: 2, tag: 'rare' }], ['steps', 'one'], false),
);

function drawn(seed: string, of: Assessment = final, from: readonly Bank[] = banks): Form {
  const { form, problems } = drawForm(of, from, items, seed);
  if (form === null) throw new Error(problems.map(describeProblem).join(' '));
  return form;
}
const idsOf = (form: Form): string[] => form.sections.flatMap((one) => one.items);

describe('a form', () => {
  test('is the same for the same seed, on every platform and in every version', () => {
    expect(drawn('0190e2b2-7c3a-7000-8000-000000000001').sections.map((one) => one.items)).toEqual([['law-09', 'pairs', 'law-06', 'law-05', 'law-04', 'law-02', 'ethics-07', 'law-08', 'ethics-05', 'law-11'], ['steps', 'one', 'law-00', 'law-01']]);
    expect(orderOf(drawn('another seed'), 'steps')).toEqual(['z', 'x', 'w', 'y']);
  });

  test('keeps to its blueprint and never repeats an item, whatever the seed', () => {
    fc.assert(fc.property(fc.string(), (seed) => {
      const form = drawn(seed);
      const ids = idsOf(form);
      expect(ids).toHaveLength(14);
      expect(new Set(ids).size).toBe(14);
      const [one = [], two = []] = form.sections.map((each) => each.items.map((id) => items.get(id)));
      expect(one.filter((item) => item?.id.startsWith('law')).length).toBe(7);
      expect(one.filter((item) => item?.id.startsWith('law') && item.level === 'judgement').length).toBeGreaterThanOrEqual(3);
      expect(one.filter((item) => item?.id.startsWith('ethics') && item.difficulty === 'hard').length).toBe(2);
      expect(two.map((item) => item?.id).slice(0, 2)).toEqual(['steps', 'one']);
      expect(two.slice(2).every((item) => item?.tags.includes('rare'))).toBe(true);
      expect(formSchema.safeParse(form).success).toBe(seed !== '' && seed.length <= 200);
    }));
  });

  test('is the same whether banks come whole or as ids, and in whatever order they list their items', () => {
    const asIds = Object.fromEntries(banks.map((one) => [one.id, one.items.map((item) => item.id)]));
    const backwards = banks.map((one) => ({ ...one, items: [...one.items].reverse() }));
    expect(drawForm(final, asIds, Object.fromEntries(items), 'x').form).toEqual(drawn('x'));
    expect(drawn('x', final, backwards)).toEqual(drawn('x'));
  });

  test('of another seed is another, and each item of a bank comes up about equally often', () => {
    const one = assessment(section('one', [{ bank: 'law', count: 3 }]));
    const counts = new Map<string, number>();
    for (let seed = 0; seed < 4000; seed++) for (const id of idsOf(drawn(String(seed), one))) counts.set(id, (counts.get(id) ?? 0) + 1);
    expect(counts.size).toBe(12);
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(130);
  });

  test('puts a right answer at each place about equally often', () => {
    const one = assessment(section('one', [], ['one']));
    const counts = [0, 0, 0, 0];
    for (let seed = 0; seed < 4000; seed++) {
      const place = orderOf(drawn(String(seed), one), 'one')?.indexOf('c') ?? -1;
      counts[place] = (counts[place] ?? 0) + 1;
    }
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(130);
  });

  test('orders the choices of every item that has any, for its view', () => {
    const all = assessment(section('one', [], everySample.map((item) => item.id)));
    const form = drawn('seed', all);
    expect(Object.keys(form.order).sort()).toEqual(['cases', 'gaps', 'grid', 'labels', 'one', 'pairs', 'reading', 'several', 'sorts', 'steps', 'tour', 'unfolding']);
    for (const item of everySample) expect(viewOf(item, orderOf(form, item.id))).toEqual(viewOf(item, form.order[item.id]));
    expect(orderOf(form, 'constructor')).toBeUndefined();
  });

  test('lets a wide draw leave what a narrow one needs, where greed would fail', () => {
    const narrow = assessment(section('one', [{ bank: 'law', count: 10 }, { bank: 'law', count: 2, tag: 'rare' }]));
    for (let seed = 0; seed < 50; seed++) expect(new Set(idsOf(drawn(String(seed), narrow))).size).toBe(12);
  });
});

describe('a blueprint that can not be met is told, not half drawn', () => {
  const wrong: [string, Assessment, object][] = [
    ['a bank that is not there', assessment(section('s', [{ bank: 'none', count: 1 }])), { code: 'unknown-bank', section: 's', draw: 0, bank: 'none' }],
    ['more than the bank holds', assessment(section('s', [{ bank: 'law', count: 13 }])), { code: 'too-few', wanted: 13, available: 12 }],
    ['draws that are too many only together', assessment(section('s', [{ bank: 'law', count: 11 }, { bank: 'law', count: 2, tag: 'rare' }])), { code: 'too-few', draw: 1, wanted: 2, available: 1 }],
    ['a unit that the bank is not of', assessment(section('s', [{ bank: 'law', count: 1, unit: 'ethical' }])), { code: 'too-few', available: 0 }],
    ['an item that is not there', assessment(section('s', [], ['gone'])), { code: 'unknown-item', item: 'gone' }],
    ['an item that stands twice', assessment(section('s', [], ['one', 'one'])), { code: 'repeated-item', item: 'one' }],
  ];
  test.each(wrong)('%s', (_what, of, problem) => {
    expect(drawForm(of, banks, items, 'x')).toEqual({ form: null, problems: [expect.objectContaining(problem)] });
    expect(blueprintProblems(of, banks, items)).toEqual([expect.objectContaining(problem)]);
    for (const each of blueprintProblems(of, banks, items)) expect(describeProblem(each)).toMatch(/^[A-Z].*\.$/);
  });
  test('and a good one has no problem', () => {
    expect(blueprintProblems(final, banks, items)).toEqual([]);
    expect(blueprintProblems(final, banks)).toEqual([]);
  });
});
