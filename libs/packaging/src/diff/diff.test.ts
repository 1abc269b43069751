import { describe, expect, test } from '@jest/globals';
import { canonicalJson, sha256 } from '@preceptor/course';
import type { CompiledCourse, Lesson, Unit } from '@preceptor/course/compiled';
import type { Assessment, Item } from '@preceptor/assessment';
import { compiledCourse } from '../../../../test/fixtures/compiled-course.js';
import { diffPackages } from './diff.js';
import { comparedCourse } from './of-course.js';
import type { Compared, PackageDiff } from './package-diff.js';

type Options = NonNullable<CompiledCourse['packaging']>;
const packaged = (course: CompiledCourse, standard: string | null = 'scorm-2004-4', options: Options = {}): Compared => ({ ...comparedCourse({ ...course, packaging: options }, sha256(canonicalJson(course)), null), standard });

/** A course that was changed in place. */
function edited(change: (course: CompiledCourse, unit: Unit, quiz: Assessment) => void, course: CompiledCourse = compiledCourse()): CompiledCourse {
  const copy = structuredClone(course);
  const [unit] = copy.units;
  if (unit === undefined || unit.assessment === null) throw new Error('the course has a unit with an assessment');
  change(copy, unit, unit.assessment);
  return copy;
}
const between = (a: CompiledCourse, b: CompiledCourse, standard = 'scorm-2004-4'): PackageDiff => diffPackages(packaged(a, standard), packaged(b, standard));
const changesOf = ({ changes }: PackageDiff): string[] => changes.map(({ what, change, id }) => `${what} ${change} ${id}`);
const codesOf = ({ reasons }: PackageDiff): string[] => reasons.map(({ code }) => code);
const first = <T>(list: T[]): T => {
  const [one] = list;
  if (one === undefined) throw new Error('there is none');
  return one;
};
const lesson = (id: string): Lesson => ({ ...structuredClone(first(first(compiledCourse().units).lessons)), id, title: `Lesson ${id}`, checks: [] });
const item = (id: string): Item => ({ ...structuredClone(first(first(compiledCourse().banks).items)), id });
const unit = (id: string, lessons: Lesson[]): Unit => ({ id, title: id, summaryHtml: '', objectives: [], lessons, assessment: null });

describe('what changed', () => {
  test.each<[string, (course: CompiledCourse, unit: Unit, quiz: Assessment) => void, string[], string, string[]]>([
    ['nothing', () => undefined, [], 'safe', []],
    ['the title of the course', (course) => { course.title = 'Lights'; }, ['course renamed title'], 'safe', []],
    ['the text of a lesson', (_, { lessons }) => { first(lessons).html += '<p>More.</p>'; }, ['lesson changed rhythm'], 'safe', []],
    ['the name of a lesson', (_, { lessons }) => { first(lessons).title = 'Rhythms'; }, ['lesson renamed rhythm'], 'safe', []],
    ['the order of lessons', (_, { lessons }) => { lessons.reverse(); }, ['lesson moved colour'], 'safe', []],
    ['what is said of an answer', (_, { lessons }) => { first(first(lessons).checks).feedback = { correctHtml: '<p>Yes.</p>' }; }, ['item changed check-one'], 'safe', []],
    ['more attempts', (_, __, quiz) => { quiz.maxAttempts = null; }, ['rule changed final.maxAttempts'], 'safe', []],
    ['a lesson more', (_, { lessons }) => { lessons.push(lesson('fog')); }, ['lesson added fog'], 'care', ['MORE_TO_COMPLETE']],
    ['a lesson less', (_, { lessons }) => { lessons.pop(); }, ['lesson gone colour'], 'care', ['LESSON_GONE']],
    ['the key of a check', (_, { lessons }) => { first(first(lessons).checks).key = { correct: false }; }, ['item changed check-one'], 'care', ['MORE_TO_COMPLETE']],
    ['the key of a question', ({ banks }) => { first(first(banks).items).key = { correct: false }; }, ['assessment changed final', 'item changed one'], 'care', ['ATTEMPT_BEGINS_AGAIN']],
    ['a question more', ({ banks }) => { first(banks).items.push(item('three')); }, ['assessment changed final', 'item added three'], 'care', ['ATTEMPT_BEGINS_AGAIN']],
    ['the pass mark', (_, __, quiz) => { quiz.passMark = 0.9; }, ['rule changed final.passMark'], 'care', ['PASS_MARK']],
    ['fewer attempts', (_, __, quiz) => { quiz.maxAttempts = 1; }, ['rule changed final.maxAttempts'], 'care', ['FEWER_ATTEMPTS']],
    ['a time limit', (_, __, quiz) => { quiz.timeLimitSeconds = 60; }, ['rule changed final.timeLimitSeconds'], 'care', ['TIME_LIMIT']],
    ['what decides success', ({ rules }) => { rules.success.assessments = []; }, ['rule changed success.assessments'], 'care', ['SUCCESS_DECIDED_OTHERWISE']],
    ['the assessment', ({ rules }, light) => { light.assessment = null; rules.completion.assessments = []; rules.success.assessments = []; }, ['assessment gone final', 'item gone one', 'item gone two', 'rule changed completion.assessments', 'rule changed success.assessments'], 'care', ['ASSESSMENT_GONE', 'SUCCESS_DECIDED_OTHERWISE']],
    ['a lesson to another unit', ({ units }, { lessons }) => { units.push(unit('sea', lessons.splice(1))); }, ['unit added sea', 'lesson moved colour'], 'safe', []],
    ['a check to another lesson', (_, { lessons }) => { lessons[1]?.checks.push(...first(lessons).checks.splice(0)); }, ['item moved check-one'], 'safe', []],
    ['every lesson and the assessment', ({ units, rules }) => { units.splice(0, 1, unit('sea', [lesson('fog')])); rules.completion.assessments = []; rules.success.assessments = []; }, [
      'unit added sea', 'unit gone light', 'lesson added fog', 'lesson gone rhythm', 'lesson gone colour', 'assessment gone final', 'item gone check-one', 'item gone one', 'item gone two', 'rule changed completion.assessments', 'rule changed success.assessments',
    ], 'new-activity', ['NOTHING_KEPT', 'SUCCESS_DECIDED_OTHERWISE']],
  ])('%s', (_what, change, changes, verdict, codes) => {
    const course = edited((copy, ...rest) => { copy.version = '1.0.1'; change(copy, ...rest); });
    const found = between(compiledCourse(), course);
    expect(changesOf(found)).toEqual(expect.arrayContaining(changes));
    expect(changesOf(found)).toHaveLength(changes.length);
    expect([found.verdict, codesOf(found)]).toEqual([verdict, codes]);
  });

  test('a version label that stands for two versions is told', () => {
    const found = between(compiledCourse(), edited((course) => { course.description = 'Another.'; }));
    expect(changesOf(found)).toEqual(['course changed version']);
  });
});

describe('a chain of versions', () => {
  /** Each made from the one before, as an author would over a year. */
  const chain: CompiledCourse[] = [compiledCourse()];
  const next = (change: Parameters<typeof edited>[0]): void => void chain.push(edited((course, ...rest) => { course.version = `1.${chain.length}.0`; change(course, ...rest); }, chain.at(-1)));
  next((_, { lessons }) => { first(lessons).html += '<p>A word was misspelt.</p>'; });
  next((_, { lessons }) => { lessons.push(lesson('fog')); });
  next((_, { lessons }) => { first(first(lessons).checks).key = { correct: false }; lessons.reverse(); });
  next((course, light) => { light.lessons.pop(); course.units.push(unit('sea', [lesson('tide')])); });
  const versions = chain.map((course) => packaged(course));
  const step = (from: number, to: number): PackageDiff => diffPackages(versions[from] ?? first(versions), versions[to] ?? first(versions));

  test('each step gets its own verdict', () => {
    expect([step(0, 1), step(1, 2), step(2, 3), step(3, 4)].map((each) => [each.verdict, codesOf(each)])).toEqual([
      ['safe', []], ['care', ['MORE_TO_COMPLETE']], ['care', ['MORE_TO_COMPLETE']], ['care', ['MORE_TO_COMPLETE', 'LESSON_GONE']],
    ]);
  });

  test('the first and the last say all of it at once, and what is left of a learner', () => {
    const whole = step(0, 4);
    expect(changesOf(whole)).toEqual(expect.arrayContaining(['lesson added fog', 'lesson added tide', 'lesson gone rhythm', 'item gone check-one', 'unit added sea']));
    expect(whole.carriesOver?.lessons).toMatchObject({ kept: ['colour'], added: ['fog', 'tide'], gone: ['rhythm'] });
    expect(whole.learners.inTheMiddle).toEqual(['Lessons: 1 of 2 kept, with what was read of them and the bookmark.', 'Checks: 0 of 1 kept, with the answers.', 'Assessments: 1 of 1 kept, with the scores of submitted attempts.']);
  });

  test('goes backwards too', () => expect(step(2, 1)).toMatchObject({ verdict: 'care', reasons: [{ code: 'LESSON_GONE' }] }));
});

describe('what an LMS knows an activity by', () => {
  const a = compiledCourse();
  test('another course needs a new activity, and nothing is compared', () => {
    expect(diffPackages(packaged(a), packaged({ ...a, id: 'harbour' }))).toMatchObject({ verdict: 'new-activity', reasons: [{ code: 'ANOTHER_COURSE' }], changes: [], carriesOver: null });
  });

  test('another standard needs one, another edition of it care', () => {
    expect(codesOf(diffPackages(packaged(a, 'scorm-1.2'), packaged(a, 'cmi5')))).toEqual(['ANOTHER_STANDARD']);
    expect(diffPackages(packaged(a, 'scorm-2004-3'), packaged(a, 'scorm-2004-4'))).toMatchObject({ verdict: 'care', reasons: [{ code: 'ANOTHER_EDITION' }] });
  });

  test('another structure needs one', () => {
    const found = diffPackages(packaged(a), packaged(a, 'scorm-2004-4', { structure: 'lessons' }));
    expect(found).toMatchObject({ verdict: 'new-activity', reasons: [{ code: 'ANOTHER_STRUCTURE', message: 'The LMS opened the course as one part and would now open it as 3 parts, one for each lesson and assessment: no record of the one belongs to a part of the other.' }] });
    expect(found.learners.completed).toEqual(['Their record stays with the old activity. In the new one they have done nothing.']);
  });

  test('a part that is gone needs one, a part that is new care', () => {
    const parts = { structure: 'lessons' } as const;
    const more = edited((_, { lessons }) => { lessons.push(lesson('fog')); });
    expect(codesOf(diffPackages(packaged(a, 'scorm-1.2', parts), packaged(more, 'scorm-1.2', parts)))).toEqual(['PART_ADDED', 'MORE_TO_COMPLETE']);
    expect(codesOf(diffPackages(packaged(more, 'scorm-1.2', parts), packaged(a, 'scorm-1.2', parts)))).toEqual(['PART_GONE', 'LESSON_GONE']);
  });

  test.each<[string, Options, Options, string[]]>([
    ['the words of the status', {}, { status: 'completed' }, ['OPTION']],
    ['the window', {}, { window: 'window' }, ['OPTION']],
    ['an end that is nearer', { validUntil: '2030-01-01' }, { validUntil: '2028-01-01' }, ['OPTION']],
    ['an end that is later', { validUntil: '2028-01-01' }, { validUntil: '2030-01-01' }, []],
    ['how much of the answers is sent', {}, { interactions: 'none' }, []],
    ['a pass mark of the package alone', {}, { passMark: 0.5 }, ['PASS_MARK']],
  ])('%s', (_what, was, is, codes) => {
    const found = diffPackages(packaged(a, 'scorm-1.2', was), packaged(a, 'scorm-1.2', is));
    expect(codesOf(found)).toEqual(codes);
    expect(found.changes.length).toBeGreaterThan(0);
  });
});

describe('languages', () => {
  const base = compiledCourse();
  const both = { ...base, translations: [{ ...base, language: 'es', title: 'El faro' }] };
  test('one more is safe', () => expect(between(base, { ...both, version: '2' })).toMatchObject({ verdict: 'safe', changes: [{ what: 'language', change: 'added', id: 'es' }] }));
  test('one less needs care', () => expect(codesOf(between(both, { ...base, version: '2' }))).toEqual(['LANGUAGE_GONE']));
  test('a package in one language for one in another needs care, and asks no question again', () => {
    const found = diffPackages(packaged(both, 'scorm-1.2', { language: 'en' }), packaged(both, 'scorm-1.2', { language: 'es' }));
    expect(codesOf(found)).toEqual(['ANOTHER_LANGUAGE']);
    expect(found.carriesOver?.checks.changed).toEqual([]);
  });
});

describe('learners who completed', () => {
  const more = edited((_, { lessons }) => { lessons.push(lesson('fog')); });
  test('stay so where nothing more is asked', () => expect(between(more, compiledCourse()).learners.completed).toEqual(['They stay completed.']));
  test('stay so in an LMS where a lesson was added, and are told where an LMS may think otherwise', () => {
    expect(between(compiledCourse(), more, 'scorm-1.2').learners.completed).toEqual(['They stay completed in the LMS: the package takes no status back that the LMS holds.', 'Who opens the course again finds what is new marked as not done.']);
    expect(between(compiledCourse(), more).learners.completed.at(-1)).toContain('works out completion from the progress measure');
    expect(between(compiledCourse(), more, 'site').learners.completed).toEqual([expect.stringContaining('worked out anew in their browser')]);
  });
});

test('a title from a stranger steers no terminal', () => {
  const found = between(compiledCourse(), edited((_, { lessons }) => { lessons.push({ ...lesson('fog'), title: '\u001b[31mred\u202e' }); }));
  expect(JSON.stringify([found.changes.map(({ message }) => message), found.reasons])).not.toMatch(/\\u001b|\u202e/);
});
