import { describe, expect, test } from '@jest/globals';
import type { Assessment, Item } from '@preceptor/assessment';
import { compileCourse } from '../compiler/compiler.js';
import type { CompiledCourse } from '../compiled.js';
import { withCourse } from '../testing/sample-course.js';
import { withAssessment } from './with-assessment.js';

async function sampleCourse(): Promise<CompiledCourse> {
  const { course } = await withCourse({}, (folder) => compileCourse(folder));
  if (course === null) throw new Error('the sample does not compile');
  return course;
}
const item = (id: string, more: Partial<Item> = {}): Item => ({
  id, kind: 'true-false', stemHtml: '<p>Ice melts.</p>', statements: ['s2'], level: 'recall', difficulty: 'easy', maxScore: 1, shuffle: false, certainty: false, lessons: [], tags: [],
  content: {}, key: { correct: true }, feedback: {}, ...more,
} as Item);
const assessment = (id: string, ...items: string[]): Assessment => ({
  id, title: 'Final', introHtml: '', purpose: 'final', passMark: 0.8, maxAttempts: null, timeLimitSeconds: null, feedback: 'after-submit', navigation: 'free',
  sections: [{ id: 'all', title: 'All', shuffle: true }], forms: [{ id: 'a', sections: [{ id: 'all', items }] }],
});
const boxes = { path: 'media/boxes.svg', sha256: 'ab'.repeat(32), bytes: 9, type: 'image/svg+xml' };

describe('an assessment put into a compiled course', () => {
  test('takes the unit\'s assessment\'s place in the rules too; its new items lie in a bank of its own, with the lessons that teach them', async () => {
    const { course, problems, replaces, newItems } = withAssessment(await sampleCourse(), { unit: 'heat', assessment: assessment('final', 'n1', 'i1'), items: [item('n1'), item('i1')], media: [], required: true });
    expect([problems, replaces, newItems]).toEqual([[], { id: 'quiz', title: 'Quiz' }, ['n1']]);
    expect(course?.rules).toMatchObject({ completion: { assessments: ['final'] }, success: { assessments: ['final'] } });
    expect(course?.banks.find(({ id }) => id === 'final-items')).toMatchObject({ unit: 'heat', items: [{ id: 'n1', lessons: ['melting'] }] });
    // What the course had is replaced where it stands.
    expect(course?.banks.find(({ id }) => id === 'bank')?.items).toEqual([expect.objectContaining({ id: 'i1', kind: 'true-false' })]);
  });

  test('brings a picture under another name where the course has another file of that name', async () => {
    const { course } = withAssessment(await sampleCourse(), { unit: 'heat', assessment: assessment('quiz', 'n1'), items: [item('n1', { stemHtml: '<p><img src="media/boxes.svg" alt="Boxes"></p>' })], media: [boxes], required: false });
    expect(course?.media.map(({ path }) => path)).toEqual(['media/boxes.svg', 'media/abababababab-boxes.svg']);
    expect(course?.banks.at(-1)?.items[0]?.stemHtml).toBe('<p><img src="media/abababababab-boxes.svg" alt="Boxes"></p>');
    expect(course?.rules.completion.assessments).toEqual([]);
  });

  test('is refused where an id would mean two things, a statement is unknown, or a form can not be given', async () => {
    const course = await sampleCourse();
    const problems = (id: string, ...items: Item[]) => withAssessment(course, { unit: 'heat', assessment: assessment(id, ...items.map((one) => one.id)), items, media: [], required: true }).problems;
    expect(problems('boiling', item('n1'))).toEqual(['The course calls a lesson "boiling" already.']);
    expect(problems('final', item('melting'))).toEqual(['A question is called "melting", like a lesson of the course.']);
    expect(problems('final', item('n1', { statements: ['s9'] }))).toEqual(['Question "n1" asks statement "s9", which the course does not have.']);
    expect(problems('final', item('n1'), item('n1'))).toEqual(['Two questions of different banks are called "n1". Take one of them out of the forms.']);
    expect(withAssessment(course, { unit: 'heat', assessment: assessment('final', 'gone'), items: [], media: [], required: true })).toMatchObject({ course: null, problems: ['There is no item gone.'] });
  });
});
