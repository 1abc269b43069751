import { writeFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import type { CertificateFacts } from '../certificate-facts.js';
import { usualDesign } from '../template/design.js';
import { drawPdf } from './draw-pdf.js';

const facts: CertificateFacts = {
  learner: '', licence: null, course: 'Becoming a provider', courseVersionId: '', version: 1, label: '1', language: 'en', cohort: null, hours: 12, zone: 'UTC', organisation: 'Lindenfield', accreditation: null, attestation: null, tests: { pre: null, post: null },
};
/** With every script of the Middle East; on most Linux machines, and `npm test` sees to it. */
const dejaVu = '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf';
const printed = (learner: string) => drawPdf({ facts: { ...facts, learner }, design: { ...usualDesign, signatory: 'Noor' }, awardedOn: '2026-11-28', expiresOn: null, address: 'https://example.org/verify/x', code: [[true]], pictures: new Map() }, new Map(),
  { paper: 'A4', title: learner, author: 'x', subject: 'x', language: 'en', made: new Date(0), fonts: [dejaVu] });

test('a letter that no font has is refused in a sentence that names it', async () => {
  await expect(printed('Ana \u{10600}')).rejects.toMatchObject({ code: 'UNPRINTABLE', message: expect.stringContaining('can print “\u{10600}”') });
});

test('a name from right to left is printed, its own text kept for whoever has it read aloud', async () => {
  const bytes = await printed('فاطمة الزهراء 42');
  const text = bytes.toString('latin1');
  expect(text).toContain('/ActualText');
  expect(text.match(/\/FontFile[23] /g)?.length).toBe(text.match(/\/Type \/FontDescriptor/g)?.length);
  if (process.env['SCREENSHOTS'] !== undefined) for (const [name, learner] of [['arabic', 'فاطمة الزهراء 42'], ['hebrew', 'שרה (Sarah) כהן']] as const) await writeFile(`${process.env['SCREENSHOTS']}/${name}.pdf`, await printed(learner));
});
