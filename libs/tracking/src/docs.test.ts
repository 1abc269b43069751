import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { eventProblems } from './errors.js';
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
