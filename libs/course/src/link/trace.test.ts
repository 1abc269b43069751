import { describe, expect, test } from '@jest/globals';
import { compileCourse } from '../compiler/compiler.js';
import { traceability } from '../delivery.js';
import { sample, withCourse, type Files } from '../testing/sample-course.js';

/** A second unit that teaches s3, with a bank of its own. */
const second: Files = {
  'statements.yaml': `${sample['statements.yaml']}- {id: s3, text: Steam rises., section: Heat}\n`,
  'units/02-steam/unit.yaml': 'id: steam-unit\ntitle: Steam\nsummary: Steam.\n',
  'units/02-steam/01-rising.md': '---\nid: rising\ntitle: Rising\nstatements: [s3]\n---\nSteam rises.\n',
};
const item = (id: string, statement: string): string => `- id: ${id}
  kind: true-false
  stem: Is it?
  statements: [${statement}]
  level: recall
  difficulty: easy
  correct: true
  feedback: {whenTrue: Yes., whenFalse: No.}
`;
async function told(files: Files): Promise<string[]> {
  const { diagnostics } = await withCourse(files, compileCourse);
  return diagnostics.map((each) => `${each.code} ${each.file}:${each.line}`);
}

describe('what is asked before it is taught', () => {
  test('a check may ask what its own lesson teaches, but not what a later one does', async () => {
    const checks = sample['units/01-heat/checks.yaml'] ?? '';
    expect(await told({ 'units/01-heat/checks.yaml': checks.replace('[s1]', '[s1, s2]') })).toEqual(['PRE0612 units/01-heat/checks.yaml:4']);
  });

  test('the bank of a unit may ask what any lesson of the unit teaches, but not what a later unit does', async () => {
    const bank = (unit: string): string => `id: more\ntitle: More\nunit: ${unit}\nitems:\n${item('i9', 's3').replace(/^/gm, '  ').trimEnd()}\n`;
    const drawn = (sample['units/01-heat/assessment.yaml'] ?? '').replace('[{bank: bank, count: 1}]', '[{bank: bank, count: 1}, {bank: more, count: 1}]');
    expect(await told({ ...second, 'units/01-heat/assessment.yaml': drawn, 'banks/more.yaml': bank('heat') })).toEqual(['PRE0612 banks/more.yaml:8']);
    expect(await told({ ...second, 'units/01-heat/assessment.yaml': drawn, 'banks/more.yaml': bank('steam-unit') })).toEqual([]);
  });

  test('a bank that belongs to no unit may ask what any lesson teaches', async () => {
    const drawn = (sample['units/01-heat/assessment.yaml'] ?? '').replace('[{bank: bank, count: 1}]', '[{bank: bank, count: 1}, {bank: more, count: 1}]');
    expect(await told({ ...second, 'units/01-heat/assessment.yaml': drawn, 'banks/more.yaml': `id: more\ntitle: More\nitems:\n${item('i9', 's3').replace(/^/gm, '  ').trimEnd()}\n` })).toEqual([]);
  });
});

test('a statement that is neither taught nor asked is told twice, once for each', async () => {
  const statements = `${sample['statements.yaml']}- {id: s3, text: Steam rises., section: Heat}\n`;
  expect(await told({ 'statements.yaml': statements })).toEqual(['PRE0610 statements.yaml:3', 'PRE0611 statements.yaml:3']);
});

test('the table says for each statement which lessons teach it and which items ask it', async () => {
  const { course } = await withCourse({}, compileCourse);
  if (course === null) throw new Error('the sample does not compile');
  expect(traceability(course).map((row) => [row.statement.id, row.lessons, row.items])).toEqual([['s1', ['boiling'], ['c1']], ['s2', ['melting'], ['i1']]]);
});

describe('one broken file', () => {
  test('does not make every id of it unknown', async () => {
    const codes = await told({ 'statements.yaml': 'not: [a list' });
    expect(codes.every((code) => code.startsWith('PRE0201'))).toBe(true);
  });

  test('an item that is broken is not also said to be missing', async () => {
    const checks = (sample['units/01-heat/checks.yaml'] ?? '').replace('level: recall', 'level: recal');
    expect((await told({ 'units/01-heat/checks.yaml': checks })).filter((each) => each.includes('PRE0604'))).toEqual([]);
  });
});
