import { describe, expect, test } from '@jest/globals';
import { blueprintProblems, describeProblem } from './blueprint.js';
import { formFor, itemsInForm, namedItems, seedOfFreshForm } from './fixed-forms.js';
import { drawForm } from './form.js';
import type { Assessment, Bank, FixedForm, Item } from './item.js';
import { sampleItems } from './sample-items.js';
import { assessmentSchema, formSchema } from './schema.js';

const bank: Bank = { id: 'law', title: 'Law', unit: null, items: Array.from({ length: 9 }, (_, number): Item => ({ ...sampleItems['single-choice'], id: `law-${number}` })) };
const items = new Map(bank.items.map((item) => [item.id, item]));
const form = (id: string, ...numbers: number[]): FixedForm => ({ id, sections: [{ id: 'main', items: numbers.map((number) => `law-${number}`) }] });
const assessment = (...forms: FixedForm[]): Assessment => ({
  id: 'final', title: 'Final', introHtml: '', purpose: 'final', sections: [{ id: 'main', title: 'Main', shuffle: false }], forms,
  passMark: 0.8, maxAttempts: 3, timeLimitSeconds: null, feedback: 'after-submit', navigation: 'free',
});
const parallel = assessment(form('a', 0, 1, 2), form('b', 3, 4, 5), form('c', 6, 7, 0));

describe('an assessment with fixed forms', () => {
  test('gives an attempt one of them, whole and in its order, the same for the same seed', () => {
    const drawn = drawForm(parallel, [bank], items, 'seed').form;
    const fixed = parallel.forms?.find(({ id }) => id === drawn?.fixed);
    expect(drawn?.fixed).toBe(formFor(parallel.forms, 'seed'));
    expect(drawn?.sections).toEqual([{ id: 'main', title: 'Main', items: fixed?.sections[0]?.items }]);
    expect(formSchema.safeParse(drawn).success && assessmentSchema.safeParse(parallel).success).toBe(true);
    expect(new Set(Array.from({ length: 60 }, (_, index) => drawForm(parallel, [bank], items, `s${index}`).form?.fixed))).toEqual(new Set(['a', 'b', 'c']));
  });

  test('gives somebody who comes again every form before any a second time', () => {
    const had: string[] = [];
    for (let attempt = 0; attempt < 6; attempt++) {
      let number = 0;
      const seed = seedOfFreshForm(parallel.forms, had, () => `attempt-${attempt}-${number++}`);
      had.push(formFor(parallel.forms, seed) ?? '');
    }
    expect(had.slice(0, 3).toSorted()).toEqual(['a', 'b', 'c']);
    expect(had.slice(3).toSorted()).toEqual(['a', 'b', 'c']);
    expect(seedOfFreshForm(undefined, [], () => 'first')).toBe('first');
  });

  test('has as many items as one form, and names those of all', () => {
    expect(itemsInForm(parallel)).toBe(3);
    expect(namedItems(parallel)).toHaveLength(8);
  });

  test.each<[Assessment, string]>([
    [assessment(form('a', 0, 1), form('b', 2)), 'Form b has another number of items in main than the first form.'],
    [assessment(form('a', 0, 0)), 'Item law-0 stands twice in this assessment.'],
    [assessment(form('a', 10)), 'There is no item law-10.'],
    [assessment({ id: 'a', sections: [...form('a', 1).sections, { id: 'more', items: ['law-2'] }] }), 'Form a names a section more, which the assessment does not have.'],
    [{ ...parallel, sections: [{ id: 'main', title: 'Main', shuffle: true, draw: [{ bank: 'law', count: 1 }] }] }, "Section main lists or draws items of its own, beside the assessment's forms."],
  ])('is unsound where a form is', (of, sentence) => {
    expect(blueprintProblems(of, [bank], items).map(describeProblem)).toContain(sentence);
  });
});
