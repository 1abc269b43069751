import { describe, expect, test } from '@jest/globals';
import { compileCourse } from '../compiler/compiler.js';
import { sample, withCourse } from '../testing/sample-course.js';
import { writeAssessment } from '../source/write-assessment.js';

const quiz = 'units/01-heat/assessment.yaml';
const bank = 'units/01-heat/bank.yaml';
const items = ['i2', 'i3', 'i4'].map((id) => `  - {id: ${id}, kind: true-false, stem: Ice melts., statements: [s2], level: recall, difficulty: easy, correct: true, feedback: {whenTrue: Yes., whenFalse: No.}}\n`).join('');
const head = 'id: quiz\ntitle: Quiz\npurpose: quiz\npassMark: 0.5\nsections: [{id: main, title: Heat}]\n';
const form = (id: string, ...named: string[]) => `  - {id: ${id}, sections: [{id: main, items: [${named.join(', ')}]}]}\n`;

/** What an assessment with these forms compiles to, and what is said of it: code and place. */
async function compiled(forms: string, before = head) {
  return withCourse({ [bank]: `${sample[bank]}${items}`, [quiz]: `${before}forms:\n${forms}` }, async (folder) => {
    const { course, diagnostics } = await compileCourse(folder);
    return { assessment: course?.units[0]?.assessment ?? null, said: diagnostics.filter(({ severity }) => severity === 'error').map(({ code, line, column, message }) => `${code} ${line}:${column} ${message}`) };
  });
}

describe('fixed forms of a course source', () => {
  test('stand in the compiled course, and are written back as they were', async () => {
    const { assessment, said } = await compiled(form('a', 'i1', 'i2') + form('b', 'i3', 'i4'));
    expect(said).toEqual([]);
    expect(assessment?.forms).toEqual([{ id: 'a', sections: [{ id: 'main', items: ['i1', 'i2'] }] }, { id: 'b', sections: [{ id: 'main', items: ['i3', 'i4'] }] }]);
    if (assessment === null) throw new Error('it did not compile');
    const again = await withCourse({ [bank]: `${sample[bank]}${items}`, [quiz]: writeAssessment(assessment, '') }, (folder) => compileCourse(folder));
    expect(again.course?.units[0]?.assessment).toEqual(assessment);
  });

  test('are equally long, of the assessment\'s sections, and name what there is', async () => {
    expect((await compiled(form('a', 'i1', 'i2') + form('b', 'i3'))).said).toEqual(['PRE0524 8:10 Form b has another number of items in main than the first form.']);
    expect((await compiled(form('a', 'i1').replace('main', 'mian'))).said).toContainEqual('PRE0524 7:10 Form a names a section mian, which the assessment does not have.');
    expect((await compiled(form('a', 'i1', 'i1'))).said).toEqual(['PRE0524 5:17 The item "i1" stands twice in this assessment.']);
    expect((await compiled(form('a', 'i9'))).said).toEqual([expect.stringMatching(/There is no item "i9"/)]);
    expect((await compiled(form('a', 'i1'), head.replace('title: Heat', 'title: Heat, items: [i2]'))).said).toEqual(['PRE0524 5:17 Section main lists or draws items of its own, beside the assessment\'s forms.']);
  });
});
