import { describe, expect, test } from '@jest/globals';
import type { Assessment, Item, ItemOf } from '@preceptor/assessment';
import type { CompiledCourse, Unit } from '../compiled.js';
import { outlineOf } from './outline.js';

const base = { statements: [], level: 'recall', difficulty: 'easy', maxScore: 1, shuffle: true, certainty: false, lessons: [], tags: [], feedback: {} } as const;
const choice: ItemOf<'single-choice'> = {
  ...base, statements: ['s1'], lessons: [], tags: [], id: 'c1', kind: 'single-choice', stemHtml: '<p>What  boils?</p>',
  content: { options: [{ id: 'a', html: 'Water' }, { id: 'b', html: 'Ice' }] }, key: { correct: 'a' },
};
const ordering: ItemOf<'ordering'> = { ...choice, id: 'o1', kind: 'ordering', content: { elements: [{ id: 'e1', html: 'One' }, { id: 'e2', html: 'Two' }] }, key: { order: ['e1', 'e2'], scoring: 'partial' } };
const cloze: ItemOf<'cloze'> = { ...choice, id: 'g1', kind: 'cloze', content: { textHtml: '<p>Ice <span data-gap="g"></span> when warm</p>', gaps: [{ id: 'g', options: [{ id: 'a', html: 'melts' }] }] }, key: { gaps: { g: 'a' } } };
const written: ItemOf<'long-text'> = { ...choice, id: 'w1', kind: 'long-text', content: { maxWords: 100 }, key: { rubric: [{ id: 'r', title: 'Sense', levels: [{ points: 1, description: 'Some' }] }], modelAnswerHtml: '<p>So.</p>' } };
const drawn = (id: string): Item => ({ ...choice, id });
const quiz: Assessment = {
  id: 'quiz', title: 'Quiz', introHtml: '', purpose: 'final', passMark: 0.8, maxAttempts: 3, timeLimitSeconds: null, feedback: 'never', navigation: 'free',
  sections: [{ id: 's', title: 'All', items: ['c1'], draw: [{ bank: 'bank', count: 1, level: 'recall' }], shuffle: true }],
};
function course(checks: Item[] = [choice], bank: Item[] = [drawn('i1'), drawn('i2')], assessment: Assessment = quiz): CompiledCourse {
  const unit: Unit = {
    id: 'u', title: 'U', summaryHtml: '', objectives: [], assessment,
    lessons: [{ id: 'l', title: 'L', html: '', text: '', words: 0, minutes: 1, statements: [], checks, reflections: [] }],
  };
  return {
    format: 'preceptor-course/1', id: 'c', slug: 'c', title: 'C', language: 'en', direction: 'ltr', descriptionHtml: '', description: '', authors: [], licence: '', version: '1', keywords: [], creditHours: null,
    credits: '', disclaimer: null, rules: { completion: { lessons: 'all', checks: true, assessments: [], minimumSeconds: 0 }, success: { assessments: ['quiz'] } }, statements: [], glossary: [],
    units: [unit], banks: [{ id: 'bank', title: 'Bank', unit: null, items: bank }], media: [{ path: 'media/a.png', sha256: '1', bytes: 1, type: 'image/png' }],
  };
}
const check = (item: Item, media = '1') => outlineOf({ ...course([item]), media: [{ path: 'media/a.png', sha256: media, bytes: 1, type: 'image/png' }] }, 'v').units[0]?.lessons[0]?.checks[0]?.revision;
const form = (made: CompiledCourse) => outlineOf(made, 'v').units[0]?.assessment?.revision;

describe('an answer is still an answer to the item', () => {
  test.each<[string, Item, Item]>([
    ['its feedback, statements, level, tags or lessons change', choice, { ...choice, feedback: { correctHtml: 'Yes' }, statements: ['s2'], level: 'judgement', difficulty: 'hard', tags: ['x'], lessons: ['l'] }],
    ['its markup changes and its words do not', choice, { ...choice, stemHtml: '<p>What <em>boils</em>?</p>\n' }],
    ['its choices are written in another order', choice, { ...choice, content: { options: [{ id: 'b', html: 'Ice' }, { id: 'a', html: 'Water' }] } }],
    ['its model answer changes', written, { ...written, key: { ...written.key, modelAnswerHtml: '<p>Otherwise.</p>' } }],
  ])('when %s', (_when, one, other) => expect(check(other)).toBe(check(one)));
});

describe('an item is asked again', () => {
  test.each<[string, Item, Item]>([
    ['its words change', choice, { ...choice, stemHtml: '<p>What melts?</p>' }],
    ['its key changes', choice, { ...choice, key: { correct: 'b' } }],
    ['a choice is gone', choice, { ...choice, content: { options: choice.content.options.slice(0, 1) } }],
    ['two choices change their ids', choice, { ...choice, content: { options: [{ id: 'a', html: 'Ice' }, { id: 'b', html: 'Water' }] } }],
    ['it earns other points', choice, { ...choice, maxScore: 2 }],
    ['the order that is right changes', ordering, { ...ordering, key: { ...ordering.key, order: ['e2', 'e1'] } }],
    ['a gap stands elsewhere', cloze, { ...cloze, content: { ...cloze.content, textHtml: '<p>Ice when warm <span data-gap="g"></span></p>' } }],
    ['a rubric gives other points', written, { ...written, key: { rubric: [{ id: 'r', title: 'Sense', levels: [{ points: 2, description: 'Some' }] }] } }],
  ])('when %s', (_when, one, other) => expect(check(other)).not.toBe(check(one)));

  test('when another picture has the name of the old one', () => {
    const item: Item = { ...choice, stemHtml: '<p>What?</p><img alt="" src="media/a.png">' };
    expect(check(item, '2')).not.toBe(check(item, '1'));
    expect(check(choice, '2')).toBe(check(choice, '1'));
  });
});

describe('an open attempt', () => {
  test.each<[string, CompiledCourse]>([
    ['the pass mark, the attempts, a title or the time limit change', course(undefined, undefined, { ...quiz, title: 'Other', passMark: 0.5, maxAttempts: null, timeLimitSeconds: 60, sections: [{ ...quiz.sections[0] ?? never(), title: 'Other' }] })],
    ['the bank gets an item that no draw takes, or its order changes', course(undefined, [{ ...drawn('i3'), level: 'judgement' }, drawn('i2'), drawn('i1')])],
  ])('goes on when %s', (_when, made) => expect(form(made)).toBe(form(course())));

  test.each<[string, CompiledCourse]>([
    ['an item of the bank changes', course(undefined, [drawn('i1'), { ...choice, id: 'i2', key: { correct: 'b' } }])],
    ['the bank gets another item to draw', course(undefined, [drawn('i1'), drawn('i2'), drawn('i3')])],
    ['an item that stands in it changes', course([{ ...choice, key: { correct: 'b' } }])],
    ['an item is no longer shuffled', course([{ ...choice, shuffle: false }])],
    ['it draws more', course(undefined, undefined, { ...quiz, sections: [{ ...quiz.sections[0] ?? never(), draw: [{ bank: 'bank', count: 2 }] }] })],
    ['its items are no longer shuffled', course(undefined, undefined, { ...quiz, sections: [{ ...quiz.sections[0] ?? never(), shuffle: false }] })],
  ])('begins again when %s', (_when, made) => expect(form(made)).not.toBe(form(course())));
});

test('revisions are the same in every language of a version, and in a part of it', () => {
  const english = course();
  const spanish = { ...course([{ ...choice, stemHtml: '<p>¿Qué hierve?</p>' }], [{ ...choice, id: 'i1', stemHtml: '<p>¿Y esto?</p>' }, drawn('i2')]), language: 'es' };
  const revisions = (made: CompiledCourse, of?: CompiledCourse) => outlineOf(made, 'v', of).units.flatMap(({ lessons, assessment }) => [...lessons.flatMap(({ checks }) => checks.map(({ revision }) => revision)), assessment?.revision]);
  expect(revisions(spanish, english)).toEqual(revisions(english));
  expect(revisions(spanish)).not.toEqual(revisions(english));
  const part: CompiledCourse = { ...english, units: english.units.map((unit) => ({ ...unit, lessons: [] })) };
  expect(revisions(part, english)).toEqual(revisions(english).slice(1));
});

function never(): never {
  throw new Error('the sample has a section');
}
