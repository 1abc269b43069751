import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { run } from './index.js';

const root = join(import.meta.dirname, '../../..');
let folder = '';
const here = process.cwd();

class Heard extends Writable {
  text = '';
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}
async function said(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  const [out, err] = [new Heard(), new Heard()];
  const code = await run(argv, { out, err, interactive: false, columns: 100 });
  return { code, out: out.text, err: err.text };
}

/** The course of the manual in a new version: each edit is a file, what is in it and what takes its place. */
async function edit(...edits: [file: string, from: string, to: string][]): Promise<void> {
  for (const [file, from, to] of edits) {
    const path = join(folder, 'courses/bread-at-home', file);
    const text = await readFile(path, 'utf8').catch(() => '');
    expect([file, text.includes(from)]).toEqual([file, true]);
    await writeFile(path, text.replace(from, to));
  }
}
async function packaged(name: string, ...more: string[]): Promise<void> {
  expect(await said('package', 'courses/bread-at-home', '--standard', 'scorm-1.2', '--out', name, ...more)).toMatchObject({ code: 0, out: '' });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'preceptor-diff-'));
  // The player is not built for unit tests; any script will do where nobody plays.
  process.env['PRECEPTOR_PLAYER'] = folder;
  await writeFile(join(folder, 'player.js'), '/* player */');
  await cp(join(root, 'test/fixtures/course-languages'), join(folder, 'courses/bread-at-home'), { recursive: true });
  process.chdir(folder);
  await packaged('bread-1.zip');
  await edit(['course.yaml', '1.0.0', '1.1.0'], ['units/02-baking/03-keeping.md', '', '---\nid: keeping\ntitle: Keeping bread\nstatements: []\n---\nIn a cloth, for two days.\n']);
  await packaged('bread-2.zip');
});
afterAll(async () => {
  process.chdir(here);
  await rm(folder, { recursive: true, force: true });
});

describe('the manual for whoever updates a course', () => {
  test('shows commands that run, and what they say', async () => {
    const manual = await readFile(join(root, 'docs/updating.md'), 'utf8');
    const commands = [...manual.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, text = '']) => text.trim().split('\n'));
    expect(commands).toHaveLength(3);
    for (const command of commands) {
      const { code, out, err } = await said(...command.split(' ').slice(2));
      expect([command, code, err]).toEqual([command, 1, '']);
      expect(out).toContain('1 new lesson');
    }
    const [, shown = ''] = /```text\n([\s\S]*?)```/.exec(manual) ?? [];
    const bare = (text: string): string => text.replace(/\([0-9a-f]{12}\)/g, '(hash)');
    expect(bare((await said('diff', 'bread-1.zip', 'bread-2.zip')).out)).toBe(bare(shown));
  });
});

describe('preceptor diff', () => {
  test('finds nothing between a package and itself, and ends with 0', async () => {
    const { code, out } = await said('diff', 'bread-1.zip', 'bread-1.zip');
    expect(code).toBe(0);
    expect(out).toContain('Safe to replace.');
    expect(out).toContain('Nothing is different.');
  });

  test('finds nothing between a folder and the package made from it, whatever options that had', async () => {
    await packaged('bread-es.zip', '--language', 'es', '--structure', 'lessons');
    for (const zip of ['bread-2.zip', 'bread-es.zip']) expect([zip, await said('diff', zip, 'courses/bread-at-home')]).toMatchObject([zip, { code: 0, out: expect.stringContaining('Nothing is different.') }]);
  });

  test('compares two folders too', async () => {
    const { code, out } = await said('diff', join(root, 'test/fixtures/course-languages'), 'courses/bread-at-home');
    expect(code).toBe(1);
    expect(out).toContain('a course folder');
    expect(out).toContain('+ The lesson "Keeping bread" was added.');
  });

  test('needs a new activity where the structure is another', async () => {
    const { code, out } = await said('diff', 'bread-2.zip', 'bread-es.zip');
    expect(code).toBe(1);
    expect(out).toContain('A new activity is needed:');
  });

  test('speaks JSON to a script', async () => {
    const { code, out } = await said('diff', 'bread-1.zip', 'bread-2.zip', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      format: 'preceptor-diff/1', verdict: 'care', from: { course: 'bread-at-home', version: '1.0.0', standard: 'scorm-1.2', structure: 'single', languages: ['en', 'ar', 'es'] }, to: { version: '1.1.0' },
      reasons: [{ code: 'MORE_TO_COMPLETE', verdict: 'care' }], changes: [{ what: 'lesson', change: 'added', id: 'keeping' }],
      carriesOver: { lessons: { kept: ['mixing', 'rising', 'heat', 'done'], added: ['keeping'] } }, learners: { completed: expect.any(Array), inTheMiddle: expect.any(Array) },
    });
  });

  test('refuses what it cannot compare with a sentence, and ends with 2', async () => {
    await writeFile('notes.zip', 'no zip');
    await cp('courses/bread-at-home', 'broken', { recursive: true });
    await writeFile('broken/course.yaml', 'id: broken\n');
    for (const [path, why] of [['notes.zip', 'notes.zip is no zip, or a damaged one.'], ['none.zip', 'none.zip is not there or may not be read.'], ['broken', 'broken cannot be compared: its source has errors.'], ['units', 'units is not there']] as const) {
      const { code, out, err } = await said('diff', 'bread-1.zip', path);
      expect([path, code, out]).toEqual([path, 2, '']);
      expect(err).toContain(`preceptor: ${why}`);
    }
    expect((await said('diff', 'bread-1.zip')).code).toBe(2);
  });
});
