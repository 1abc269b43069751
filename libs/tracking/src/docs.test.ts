import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { statusPreview } from './cmi/status-preview.js';
import { usualReporting } from './cmi/mapping.js';
import { eventProblems } from './errors.js';
import { sampleOutline } from './sample-course.js';
import { roomSteps } from './suspend/room.js';

const page = (name: string): Promise<string> => readFile(new URL(`../../../docs/${name}`, import.meta.url), 'utf8');

test('the manual lists every code that refuses an event, and no other', async () => {
  const listed = new Set((await page('tracking.md')).match(/EVENT_[A-Z_]+/g));
  expect([...listed].toSorted()).toEqual(Object.keys(eventProblems).toSorted());
});
test('the manual lists what suspend data leaves out, in the order in which it goes', async () => {
  const text = await page('decisions/0004-state-encoding.md');
  const places = roomSteps.flatMap(({ name }) => (name === null ? [] : [text.indexOf(`\`${name}\``)]));
  expect(places).not.toContain(-1);
  expect(places.toSorted((a, b) => a - b)).toEqual(places);
});
test('the manual says of every way to tell the status what an LMS is really told', async () => {
  const rows = [...(await page('tracking.md')).matchAll(/^\| `([a-z-]+)`, (SCORM 1\.2|SCORM 2004|cmi5) \|(.*)\|$/gm)];
  const said = rows.map(([, status = '', standard = '', cells = '']) => [status, standard, ...cells.split('|').map((cell) => cell.trim())]);
  const standards = [['SCORM 1.2', 'scorm-1.2'], ['SCORM 2004', 'scorm-2004'], ['cmi5', 'cmi5']] as const;
  const told = (['passed-failed', 'passed-incomplete', 'completed'] as const).flatMap((status) => standards.map(([name, standard]) =>
    [status, name, ...statusPreview(sampleOutline(), standard, { ...usualReporting, status }).steps.map(({ words }) => words.join(' '))]));
  expect(said).toEqual(told);
});
