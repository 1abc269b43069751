import { describe, expect, test } from '@jest/globals';
import { packageOptionsOf } from '@preceptor/course/delivery';
import type { CompiledCourse } from '@preceptor/course/compiled';
import { compiledCourse } from '../../../../test/fixtures/compiled-course.js';
import { identityOf } from './identity-of.js';
import { readIdentity, type PackageIdentity } from './identity.js';

const of = (course: CompiledCourse): PackageIdentity =>
  identityOf({ course, base: course, hash: 'ab'.repeat(32), standard: 'scorm-1.2', options: packageOptionsOf(course.packaging), languages: ['en'], player: 'cd'.repeat(32), parts: [{ id: 'lighthouse', title: course.title, page: 'index.html' }] });

describe('what a package says of itself', () => {
  test('is read back as it was written', () => {
    const identity = of(compiledCourse());
    expect(readIdentity(JSON.stringify(identity))).toEqual(identity);
  });

  test('says where every item stands, and holds no key, feedback or text of a lesson', () => {
    const identity = of(compiledCourse());
    expect(identity.items.map(({ id, lessons }) => [id, lessons])).toEqual([['check-one', ['rhythm']], ['one', []], ['two', []]]);
    expect(identity.assessments).toMatchObject([{ id: 'final', items: ['one', 'two'] }]);
    expect(identity.items[0]?.text).toBe('Is it so?');
    const json = JSON.stringify(identity);
    for (const secret of ['"key"', '"correct"', 'Count the rhythm']) expect(json).not.toContain(secret);
  });

  test('changes for a lesson when its text does, and not for its neighbours', () => {
    const course = compiledCourse();
    const [unit] = course.units;
    if (unit === undefined) throw new Error('the course has a unit');
    const changed = of({ ...course, units: [{ ...unit, lessons: unit.lessons.map((lesson) => (lesson.id === 'colour' ? { ...lesson, html: '<p>Red and green.</p>' } : lesson)) }] });
    const before = of(course);
    expect(changed.lessons[0]).toEqual(before.lessons[0]);
    expect(changed.lessons[1]?.digest).not.toBe(before.lessons[1]?.digest);
    expect(changed.items).toEqual(before.items);
  });

  test.each(['', 'null', '[]', '{"format":"preceptor-package/2"}', '{"format', '{"format":"preceptor-package/1"}'])('is nothing where the file says %p', (json) => expect(readIdentity(json)).toBeNull());
});
