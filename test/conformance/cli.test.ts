import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const bin = join(root, 'apps/cli/bin/preceptor.mjs');
const course = join(root, 'test/fixtures/course-small');

let folder: string;
let cache: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'preceptor-cli-'));
  cache = await mkdtemp(join(tmpdir(), 'preceptor-cli-cache-'));
});
afterEach(() => Promise.all([folder, cache].map((each) => rm(each, { recursive: true }))));

interface Ended { code: number | null; out: string; err: string }

/** Runs a shell command; `$P` is the preceptor command. `whenSaid` is told what was said so far and may stop the process. */
function shell(command: string, whenSaid: (text: string, stop: (signal: NodeJS.Signals) => void) => void = () => {}): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn('bash', ['-c', command], { cwd: folder, env: { ...process.env, P: `${process.execPath} ${bin}`, NODE_OPTIONS: '', XDG_CACHE_HOME: cache } });
    const ended = { out: '', err: '' };
    const heard = (stream: 'out' | 'err') => (chunk: Buffer): void => {
      ended[stream] += chunk.toString();
      whenSaid(ended.out + ended.err, (signal) => child.kill(signal));
    };
    child.stdout.on('data', heard('out'));
    child.stderr.on('data', heard('err'));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...ended }));
  });
}

describe('the preceptor command', () => {
  test('checks a course from any folder', async () => {
    const { code, out } = await shell(`$P check ${course}`);
    expect(code).toBe(0);
    expect(out).toContain('0 errors');
  });

  test('ends quietly when its reader has seen enough', async () => {
    const many = join(folder, 'many');
    await mkdir(many);
    await Promise.all(Array.from({ length: 3000 }, (_, index) => writeFile(join(many, `stranger-${index}.txt`), '')));
    const { err } = await shell(`$P check ${many} | head -1`);
    expect(err).toBe('');
  });

  test('packages into a pipe without a word, and twice to the same bytes', async () => {
    expect(await shell(`$P package ${course} --standard scorm-2004-4 --out one.zip | cat`)).toEqual({ code: 0, out: '', err: '' });
    await shell(`$P package ${course} --standard scorm-2004-4 --out two.zip --no-cache`);
    expect((await readFile(join(folder, 'one.zip'))).equals(await readFile(join(folder, 'two.zip')))).toBe(true);
  });

  test('plays a package to its end', async () => {
    await shell(`$P package ${course} --standard scorm-2004-4 --out one.zip`);
    const { code, out } = await shell('$P verify one.zip');
    expect([code, out]).toEqual([0, expect.stringMatching(/^Ended +completed, after [1-9]\d* steps/m)]);
  });

  test('names the package itself when it is not told how', async () => {
    expect((await shell(`$P package ${course} --standard scorm-1.2`)).code).toBe(0);
    expect(await readdir(folder)).toEqual(['lighthouse-1.0.0-scorm-1.2.zip']);
  });

  test('says in a sentence that there is no room, and leaves nothing half-written', async () => {
    await writeFile(join(folder, 'out.zip'), 'the package of yesterday');
    const { code, err } = await shell(`ulimit -f 20; $P package ${course} --standard scorm-1.2 --out out.zip`);
    expect(code).toBe(1);
    expect(err).toBe('preceptor: out.zip would be larger than a file may be here. Nothing was written.\n'.replace('out.zip', join(folder, 'out.zip')));
    expect(await readdir(folder)).toEqual(['out.zip']);
    expect(await readFile(join(folder, 'out.zip'), 'utf8')).toBe('the package of yesterday');
  });

  test('says in a sentence that it may not write there', async () => {
    // Not even root may make a file in /sys.
    const { code, err } = await shell(`$P package ${course} --standard scorm-1.2 --out /sys/out.zip`);
    expect(code).toBe(2);
    expect(err).toBe("preceptor: /sys/out.zip can't be written: you may not write there.\n");
  });

  test('serves a preview until it is stopped', async () => {
    const { code, err } = await shell(`exec $P preview ${course} --port 0`, (text, stop) => {
      if (/at http:\/\/127\.0\.0\.1:\d+\//.test(text)) stop('SIGINT');
    });
    expect(code).toBe(0);
    expect(err).toContain('stop with Ctrl+C');
  });
});
