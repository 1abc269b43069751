import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, stat, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageOptionsSchema } from '@preceptor/course';
import { defaultPackageOptions, outlineOf } from '@preceptor/course/delivery';
import { standardNames } from '@preceptor/packaging';
import { statusPreview } from '@preceptor/tracking';
import { compiledCourse } from '../fixtures/compiled-course.js';

const root = join(import.meta.dirname, '../..');
let manual: string;
let folder: string;
beforeAll(async () => {
  manual = await readFile(join(root, 'docs/packaging.md'), 'utf8');
  folder = await mkdtemp(join(tmpdir(), 'preceptor-manual-'));
  await symlink(join(root, 'courses'), join(folder, 'courses'));
  await mkdir(join(folder, 'public'));
});
afterAll(() => rm(folder, { recursive: true }));

const rows = (head: string): string[][] => {
  const table = manual.slice(manual.indexOf(`| ${head} |`)).split('\n\n')[0] ?? '';
  return table.split('\n').slice(2).map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()));
};
const code = (cell = ''): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, text]) => text ?? '');

describe('the manual of packaging', () => {
  test('shows commands that make what they say', async () => {
    const commands = [...manual.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, text]) => (text ?? '').trim().split('\n'));
    expect(commands.length).toBeGreaterThanOrEqual(7);
    for (const command of commands) {
      const words = command.split(' ');
      const { status, stderr } = spawnSync(process.execPath, [join(root, 'apps/cli/bin/preceptor.mjs'), ...words.slice(2)], { cwd: folder, encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '', XDG_CACHE_HOME: join(folder, 'cache') } });
      expect([command, status, stderr.split('\n').filter((line) => line !== '' && !line.startsWith('warning['))]).toEqual([command, 0, []]);
      expect((await stat(join(folder, words[words.indexOf('--out') + 1] ?? ''))).size).toBeGreaterThan(0);
      if (command.includes('kap-units')) {
        expect(stderr).toContain('ORDER_NOT_SAID');
        expect(spawnSync(process.execPath, [join(root, 'apps/cli/bin/preceptor.mjs'), ...words.slice(2), '--strict'], { cwd: folder, env: { ...process.env, NODE_OPTIONS: '' } }).status).toBe(1);
      }
    }
  }, 120_000);

  test('lists every standard', () => expect(rows('`--standard`').map(([cell]) => code(cell)[0])).toEqual(standardNames));

  test('lists every option with its default and its choices', () => {
    const options = rows('`course.yaml`');
    expect(options.map(([cell]) => code(cell)[0])).toEqual(Object.keys(packageOptionsSchema.shape));
    for (const [name, , fallback, means] of options) {
      const key = code(name)[0] as keyof typeof defaultPackageOptions;
      expect([key, code(fallback)[0]]).toEqual([key, String(defaultPackageOptions[key])]);
      const schema = packageOptionsSchema.shape[key].unwrap();
      if ('options' in schema && Array.isArray(schema.options)) for (const choice of schema.options) expect([key, code(means)]).toEqual([key, expect.arrayContaining([choice])]);
    }
  });

  test('says truly what the LMS will show', () => {
    const outline = outlineOf(compiledCourse(), 'ab'.repeat(32));
    for (const [option, standard, begun, failed, passed] of rows('`--status` | standard')) {
      const status = code(option)[0] as 'passed-failed';
      const { steps } = statusPreview(outline, standard === 'SCORM 1.2' ? 'scorm-1.2' : 'scorm-2004', { status, interactions: 'all', exit: 'suspend-until-done' });
      const told = (when: string): readonly string[] | undefined => steps.find((each) => each.when === when)?.words;
      for (const [when, cell = ''] of [['begun', begun], ['failed', failed], ['passed', passed]] as const) expect([status, standard, when, told(when)]).toEqual([status, standard, when, cell.split(', ')]);
    }
  });
});
