import { expect, test } from '@jest/globals';
import { CourseCompiler } from '@preceptor/course';
import { join } from 'node:path';
import { lintBank } from './lint.js';

/** What was found in the first course and looked at by a person: is it so? A finding that is not listed is printed, to be judged. */
const judged: Record<string, boolean> = {
  'orient-10 repeated-opening': true, 'legal-15 repeated-opening': true, 'train-02 repeated-opening': true, 'intent-08 repeated-opening': true, 'ethics-10 repeated-opening': true,
  'legal-07 negative-claim': true, 'train-01 negative-claim': true, 'partner-01 two-claims': true, 'intent-03 equal-matching': true, 'partner-03 equal-matching': true,
  'partner-04 longest-option': true, 'check-knowing-and-preparing longest-option': true,
  // Found once, and not so: they should not come back.
  'orient-07 unlike-options': false, 'kap-06 unlike-options': false, 'ethics-08 unlike-options': false, 'orient-10 vague-frequency': false, 'kap-08 unfocused-stem': false, 'ethics-09 unfocused-stem': false,
  'train-01 double-negative': false, 'partner-12 clang': false, 'ethics-01 negative-claim': false, 'ethics-06 unmarked-negative': false, 'check-group-practices-and-clinics absolute-term': false, 'check-group-practices-and-clinics clang': false,
};

test('in the first course, nine of ten findings are right, and few of its items have one', async () => {
  const { course } = await new CourseCompiler(join(import.meta.dirname, '../../../../courses/ketamine-assisted-psychotherapy')).compile();
  if (course === null) throw new Error('the first course does not compile');
  const items = [...course.banks.flatMap((bank) => bank.items), ...course.units.flatMap(({ lessons }) => lessons.flatMap(({ checks }) => checks))];
  const { findings } = lintBank(items, { language: course.language });
  const found = [...new Set(findings.map(({ item, code }) => `${item ?? 'bank'} ${code}`))];
  const unknown = found.filter((name) => !(name in judged));
  if (unknown.length > 0) process.stdout.write(`To be judged: ${unknown.join(', ')}\n`);
  const wrong = found.filter((name) => judged[name] === false);
  expect(items.length).toBeGreaterThan(100);
  expect(wrong.length).toBeLessThanOrEqual(found.length / 10);
  expect(found.length).toBeLessThan(items.length / 5);
}, 60_000);
