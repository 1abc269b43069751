import { describe, expect, test } from '@jest/globals';
import type { CompiledCourse } from '@preceptor/course/compiled';
import { packageOptionsOf, type PackageOptions } from '@preceptor/course/delivery';
import { compiledCourse } from '../../../../test/fixtures/compiled-course.js';
import { courseFor } from './course-for.js';
import { languageMenu, languagesOf } from './languages.js';

const made = (given: Partial<PackageOptions>, course: CompiledCourse = compiledCourse()): CompiledCourse => courseFor(course, packageOptionsOf(course.packaging, given));
const finalOf = (course: CompiledCourse) => course.units[0]?.assessment;

describe('a course with the options of a package', () => {
  test('is the course itself where every option is left alone', () => expect(made({})).toEqual(compiledCourse()));

  test('takes another pass mark and other attempts where an assessment decides success', () => {
    expect(finalOf(made({ passMark: 0.6, attempts: 1 }))).toMatchObject({ passMark: 0.6, maxAttempts: 1 });
  });

  test('leaves the assessments that decide nothing as they are', () => {
    const course = compiledCourse({ rules: { completion: { lessons: 'all', checks: false, assessments: [], minimumSeconds: 0 }, success: { assessments: [] } } });
    expect(finalOf(made({ passMark: 0.6, attempts: 1 }, course))).toMatchObject({ passMark: 0.8, maxAttempts: 3 });
  });

  test.each([
    ['course', { lessons: 'all', checks: true, assessments: ['final'], minimumSeconds: 0 }],
    ['lessons', { lessons: 'all', checks: false, assessments: [], minimumSeconds: 0 }],
    ['assessments', { lessons: 'none', checks: false, assessments: ['final'], minimumSeconds: 0 }],
  ] as const)('is completed by its %s', (completes, completion) => expect(made({ completes }).rules).toEqual({ completion, success: { assessments: ['final'] } }));

  test('can\'t be completed by assessments where none decides', () => {
    const course = compiledCourse({ rules: { ...compiledCourse().rules, success: { assessments: [] } } });
    expect(() => made({ completes: 'assessments' }, course)).toThrow('no assessment of the course decides success');
  });
});

describe('a course of several languages', () => {
  const several = compiledCourse({ translations: [compiledCourse({ language: 'es', title: 'Cuidar un faro' }), compiledCourse({ language: 'ar', direction: 'rtl' })] });

  test('keeps all of them, each with the options', () => {
    const course = made({ passMark: 0.5 }, several);
    expect(languagesOf(course)).toEqual(['en', 'es', 'ar']);
    expect([course, ...(course.translations ?? [])].map((each) => finalOf(each)?.passMark)).toEqual([0.5, 0.5, 0.5]);
  });

  test('becomes one of one language when one is asked for', () => {
    const course = made({ language: 'ES' }, several);
    expect(course).toMatchObject({ language: 'es', title: 'Cuidar un faro' });
    expect(course.translations).toBeUndefined();
    expect(made({ language: 'en' }, several).translations).toBeUndefined();
  });

  test('says which there are when another is asked for', () => expect(() => made({ language: 'fr' }, several)).toThrow('Its languages are en, es, ar'));

  test('offers each by its own name', () => expect(languageMenu(several)).toEqual([
    expect.objectContaining({ language: 'en', direction: 'ltr', title: 'English', course: several.title }),
    expect.objectContaining({ language: 'es', direction: 'ltr', title: 'Español', course: 'Cuidar un faro' }),
    expect.objectContaining({ language: 'ar', direction: 'rtl', title: 'العربية' }),
  ]));
});
