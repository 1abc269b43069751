import { describe, expect, test } from '@jest/globals';
import { compileCourse } from '../compiler/compiler.js';
import type { CompiledCourse } from '../compiled.js';
import { assessmentContent, glossary, itemById, itemPlaces, itemsTaught, lessonContent, lessonView, outlineOf, searchEntries } from '../delivery.js';
import { sample, withCourse } from '../testing/sample-course.js';

async function course(): Promise<CompiledCourse> {
  const bank = sample['units/01-heat/bank.yaml'] ?? '';
  const harder = bank.slice(bank.indexOf('  - id: i1')).replace('id: i1', 'id: i2').replace('level: application', 'level: judgement');
  const quiz = (sample['units/01-heat/assessment.yaml'] ?? '').replace('count: 1}', 'count: 1, level: application}');
  const result = await withCourse({ 'units/01-heat/bank.yaml': `${bank}${harder}`, 'units/01-heat/assessment.yaml': quiz }, compileCourse);
  if (result.course === null) throw new Error(result.diagnostics.map((each) => each.message).join('\n'));
  return result.course;
}

describe('the outline', () => {
  test('says what there is and how much, and holds no lesson text, key or feedback', async () => {
    const outline = outlineOf(await course(), 'abc');
    expect(outline.version).toBe('abc');
    expect(outline.units[0]?.lessons).toEqual([
      { id: 'boiling', title: 'Boiling', minutes: 1, checks: [{ id: 'c1', kind: 'true-false', choices: 2, revision: expect.stringMatching(/^[0-9a-z]{6}$/) }], reflections: [] },
      { id: 'melting', title: 'Melting', minutes: 1, checks: [], reflections: ['r1'] },
    ]);
    expect(outline.units[0]?.assessment).toMatchObject({ id: 'quiz', itemCount: 1 });
    const json = JSON.stringify(outline);
    for (const secret of ['kettle', 'It does.', '"correct"', '"key"', 'sections']) expect(json).not.toContain(secret);
  });
});

describe('a lesson', () => {
  test('as a package carries it has its keys; as a learner of the server sees it, none', async () => {
    const made = await course();
    expect(lessonContent(made, 'boiling')?.checks[0]?.key).toEqual({ correct: true });
    const view = lessonView(made, 'boiling');
    expect(view?.checks[0]?.id).toBe('c1');
    expect(JSON.stringify(view)).not.toMatch(/"key"|It does/);
  });

  test('that is not there is null', async () => {
    const made = await course();
    expect([lessonContent(made, 'x'), lessonView(made, 'x'), assessmentContent(made, 'x')]).toEqual([null, null, null]);
  });
});

test('an assessment carries only the items that a form of it can hold', async () => {
  const content = assessmentContent(await course(), 'quiz');
  expect(content?.items.map((item) => item.id)).toEqual(['i1']);
  expect(content?.banks).toEqual({ bank: ['i1'] });
});

test('items are found by id, with their places and the lessons that teach them', async () => {
  const made = await course();
  expect([...itemById(made).keys()]).toEqual(['c1', 'i1', 'i2']);
  expect(itemPlaces(made).get('c1')).toMatchObject({ lessons: ['boiling'], banks: [] });
  expect(Object.fromEntries(itemsTaught(made))).toEqual({ c1: ['boiling'], i1: ['melting'], i2: ['melting'] });
});

test('search has an entry for each lesson, and the glossary its terms', async () => {
  const made = await course();
  expect(searchEntries(made).map(({ id, unit, text }) => [id, unit, text.includes('.')])).toEqual([['boiling', 'heat', true], ['melting', 'heat', true]]);
  expect(glossary(made)).toEqual([{ id: 'steam', term: 'Steam', html: '<p>Water as a gas.</p>' }]);
});
