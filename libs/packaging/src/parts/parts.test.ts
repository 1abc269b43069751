import { describe, expect, test } from '@jest/globals';
import type { CompiledCourse } from '@preceptor/course/compiled';
import { compiledCourse } from '../../../../test/fixtures/compiled-course.js';
import { twoUnits } from '../../../../test/fixtures/two-units.js';
import { nameProblem } from '../names.js';
import { partsOf, type CoursePart } from './parts.js';
import { treeOf } from './tree.js';

const part = (course: CompiledCourse, structure: 'single' | 'units' | 'lessons', id: string): CoursePart => {
  const found = partsOf(course, structure).find((each) => each.id === id);
  if (found === undefined) throw new Error(`there is no part ${id}`);
  return found;
};
const sum = (parts: readonly CoursePart[]): number => parts.reduce((total, { weight }) => total + weight, 0);

describe('a course in one part', () => {
  test('is the course itself', () => {
    const course = twoUnits();
    expect(partsOf(course, 'single')).toEqual([{ id: 'lighthouse', title: course.title, kind: 'course', unit: null, launch: 'index.html', course, weight: 1, decides: true, passMark: 0.8 }]);
  });

  test('has no pass mark where two assessments decide, each by its own', () => {
    const course = twoUnits();
    expect(partsOf({ ...course, rules: { ...course.rules, success: { assessments: ['quiz', 'final'] } } }, 'single')).toMatchObject([{ decides: true, passMark: null }]);
  });
});

describe('a course cut into parts', () => {
  test('has one for each unit, or one for each lesson and assessment, in the order of the course', () => {
    const shape = (structure: 'units' | 'lessons'): unknown => partsOf(twoUnits(), structure).map(({ id, kind, unit, launch }) => [id, kind, unit, launch]);
    expect(shape('units')).toEqual([['light', 'unit', 'light', 'light.html'], ['keeping', 'unit', 'keeping', 'keeping.html']]);
    expect(shape('lessons')).toEqual([
      ['rhythm', 'lesson', 'light', 'rhythm.html'], ['colour', 'lesson', 'light', 'colour.html'], ['quiz', 'assessment', 'light', 'quiz.html'],
      ['lamp', 'lesson', 'keeping', 'lamp.html'], ['final', 'assessment', 'keeping', 'final.html'],
    ]);
  });

  test('asks of each part what the course asks of what is in it, and all of it together', () => {
    expect(part(twoUnits(), 'lessons', 'rhythm').course.rules).toEqual({ completion: { lessons: 'all', checks: true, assessments: [], minimumSeconds: 0 }, success: { assessments: [] } });
    expect(part(twoUnits(), 'lessons', 'final').course.rules).toMatchObject({ completion: { assessments: ['final'] }, success: { assessments: ['final'] } });
    expect(part(twoUnits(), 'units', 'light').course.rules).toMatchObject({ completion: { assessments: [] }, success: { assessments: [] } });
  });

  test('weighs each part by how many of the things it holds that the course asks for', () => {
    // rhythm: its text and its check; colour, lamp and the final: one thing each; the quiz: nothing.
    expect(partsOf(twoUnits(), 'lessons').map(({ weight }) => weight)).toEqual([0.4, 0.2, 0, 0.2, 0.2]);
    for (const structure of ['units', 'lessons'] as const) expect(sum(partsOf(twoUnits(), structure))).toBeCloseTo(1, 10);
  });

  test('shares a minimum of time out by how long the parts take, and loses none of it', () => {
    const course = twoUnits();
    const timed = { ...course, rules: { ...course.rules, completion: { ...course.rules.completion, minimumSeconds: 3600 } } };
    const seconds = partsOf(timed, 'lessons').map((each) => each.course.rules.completion.minimumSeconds);
    expect(seconds.every((each) => each > 0)).toBe(true);
    expect(Math.abs(seconds.reduce((total, each) => total + each, 0) - 3600)).toBeLessThan(5);
  });

  test('takes all parts as equal where completion asks for nothing', () => {
    const course = twoUnits();
    const free = { ...course, rules: { ...course.rules, completion: { lessons: 'none' as const, checks: false, assessments: [], minimumSeconds: 0 } } };
    expect(partsOf(free, 'units').map(({ weight }) => weight)).toEqual([0.5, 0.5]);
  });

  test('lets the part with the deciding assessment decide, by its pass mark, and no other', () => {
    expect(partsOf(twoUnits(), 'lessons').map(({ decides, passMark }) => [decides, passMark])).toEqual([[false, null], [false, null], [false, null], [false, null], [true, 0.8]]);
  });

  test('asks a deciding assessment to be submitted, so that opening its part does not complete it', () => {
    const course = twoUnits();
    const unasked = { ...course, rules: { ...course.rules, completion: { ...course.rules.completion, assessments: [] } } };
    expect(part(unasked, 'lessons', 'final')).toMatchObject({ weight: 0, course: { rules: { completion: { assessments: ['final'] } } } });
  });

  test('shows the disclaimer before the first part alone', () => {
    const parts = partsOf({ ...twoUnits(), disclaimer: { html: '<p>Mind.</p>' } }, 'lessons');
    expect(parts.map(({ course }) => course.disclaimer !== null)).toEqual([true, false, false, false, false]);
  });

  test('gives each part a place of its own for progress that a browser keeps', () => {
    const parts = partsOf(twoUnits(), 'lessons');
    expect(new Set(parts.map(({ course }) => course.id)).size).toBe(parts.length);
  });

  test('is cut the same in every language', () => {
    const spanish = { ...twoUnits(), language: 'es', units: twoUnits().units.map((unit) => ({ ...unit, title: `${unit.title} (es)` })) };
    expect(part({ ...twoUnits(), translations: [spanish] }, 'units', 'keeping').course.translations).toMatchObject([{ language: 'es', title: 'Keeping it (es)', units: [{ id: 'keeping' }] }]);
  });

  test('keeps the ids of its parts over versions', () => {
    const ids = (course: CompiledCourse): string[] => partsOf(course, 'lessons').map(({ id }) => id);
    const [light, ...others] = twoUnits().units;
    if (light === undefined) throw new Error('the course has a unit');
    expect(ids({ ...twoUnits(), version: '2.0.0', units: [{ ...light, title: 'Another title', lessons: light.lessons.slice(1) }, ...others] })).toEqual(['colour', 'quiz', 'lamp', 'final']);
  });

  test.each(['aux', 'a'.repeat(64)])('opens the unit %s by a page whose name every system bears', (id) => {
    const [unit] = compiledCourse().units;
    if (unit === undefined) throw new Error('the course has a unit');
    const [only] = partsOf(compiledCourse({ units: [{ ...unit, id }] }), 'units');
    expect(only?.id).toBe(id);
    expect(nameProblem(only?.launch ?? '')).toBeNull();
  });

  test('leaves out a unit in which there is nothing, and is whole where nothing is left', () => {
    const [unit] = compiledCourse().units;
    if (unit === undefined) throw new Error('the course has a unit');
    const empty = { ...unit, id: 'empty', lessons: [], assessment: null };
    expect(partsOf(compiledCourse({ units: [unit, empty] }), 'units').map(({ id }) => id)).toEqual(['light']);
    expect(partsOf(compiledCourse({ units: [empty] }), 'lessons')).toMatchObject([{ kind: 'course', launch: 'index.html' }]);
  });
});

test('a manifest lists lessons under their units, and units side by side', () => {
  const tree = (structure: 'single' | 'units' | 'lessons'): unknown => treeOf(twoUnits(), partsOf(twoUnits(), structure)).map(({ unit, parts }) => [unit?.id ?? null, parts.map(({ id }) => id)]);
  expect(tree('single')).toEqual([[null, ['lighthouse']]]);
  expect(tree('units')).toEqual([[null, ['light']], [null, ['keeping']]]);
  expect(tree('lessons')).toEqual([['light', ['rhythm', 'colour', 'quiz']], ['keeping', ['lamp', 'final']]]);
});
