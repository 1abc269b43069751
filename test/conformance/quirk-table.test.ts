import { describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const root = join(import.meta.dirname, '../..');
const page = join(root, 'docs/lms-compatibility.md');

interface Row { quirk: string; source: string; answer: string; inChromium: string; tests: { name: string; file: string }[] }
const rows = (readFileSync(page, 'utf8').split('## What LMSs do, and our answer')[1] ?? '').split('\n').filter((line) => line.startsWith('| ')).slice(2).map((line): Row => {
  const [quirk = '', source = '', answer = '', inChromium = '', tests = ''] = line.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, ''));
  return { quirk, source, answer, inChromium, tests: [...tests.matchAll(/\[([^\]]+)\]\(([^)]+)\)/g)].map(([, name = '', file = '']) => ({ name, file: join(dirname(page), file) })) };
});

/** Names of the tests of a file, as its source has them. */
const testsIn = (file: string): string[] => [...readFileSync(file, 'utf8').matchAll(/^\s*test(?:\.each.*\))?\((?:proves\([^)]*\)\()?(['"])((?:\\.|(?!\1).)*)\1/gm)].map(([, , name = '']) => name.replace(/\\(.)/g, '$1'));
const named = new Set(rows.flatMap(({ tests }) => tests.map(({ name }) => name)));

describe('the table of what LMSs do', () => {
  test('is read', () => expect(rows.length).toBeGreaterThan(20));

  test.each(rows.map((row) => [row.quirk, row] as const))('%s: says where it is known from, what we answer, and names tests that exist', (_quirk, { source, answer, inChromium, tests }) => {
    expect([source === '', answer === '', tests.length]).toEqual([false, false, expect.any(Number)]);
    expect(tests.length).toBeGreaterThan(0);
    for (const { name, file } of tests) {
      expect([relative(root, file), existsSync(file)]).toEqual([relative(root, file), true]);
      expect(testsIn(file)).toContain(name);
    }
    const played = tests.some(({ file }) => /launchBrowser\(/.test(readFileSync(file, 'utf8')));
    expect(inChromium).toBe(played ? 'yes' : 'no');
  });

  test.each(['apps/player/src/trackers/scorm/quirks.test.ts', 'apps/player/src/trackers/scorm/begin.test.ts', 'test/conformance/quirks.test.ts'])('leaves out nothing that %s imitates', (file) => {
    const all = testsIn(join(root, file));
    expect(all.length).toBeGreaterThan(5);
    expect(all.filter((name) => !named.has(name))).toEqual([]);
  });
});
