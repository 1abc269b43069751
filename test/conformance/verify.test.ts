import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { run } from '@preceptor/cli';
import { itemById } from '@preceptor/course/delivery';
import { standardNames } from '@preceptor/packaging';
import { verifyInProcess, verifyPackage, type Verification } from '@preceptor/packaging/verify';
import { Writable } from 'node:stream';
import { launchBrowser } from './browser.js';
import { buildPackage } from './built-package.js';

const root = join(import.meta.dirname, '../..');
let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'preceptor-verify-'))));
afterAll(() => rm(folder, { recursive: true }));

/** A package of test/fixtures/packages, zipped by another program. */
async function foreign(name: string): Promise<string> {
  const source = join(root, 'test/fixtures/packages', name);
  const zip = join(folder, `${name}.zip`);
  if (!existsSync(zip)) execFileSync('python3', ['-m', 'zipfile', '-c', zip, ...await readdir(source)], { cwd: source });
  return zip;
}

const command = async (...argv: string[]): Promise<{ code: number; out: string; err: string }> => {
  const texts = { out: '', err: '' };
  const into = (name: 'out' | 'err'): Writable => new Writable({ write: (chunk: Buffer, _encoding, done) => { texts[name] += chunk.toString(); done(); } });
  const code = await run(['verify', ...argv], { out: into('out'), err: into('err'), interactive: false, columns: 100 });
  return { code, ...texts };
};

/** Played once for two tests. */
let quarrelled: Promise<{ verification: Verification; report: string }> | undefined;
function quarrel(): Promise<{ verification: Verification; report: string }> {
  quarrelled ??= (async () => {
    const report = join(folder, 'played.html');
    const { out } = await command(await foreign('quarrelsome'), '--timeout', '30', '--json', '--report', report);
    return { verification: JSON.parse(out) as Verification, report };
  })();
  return quarrelled;
}

const codesOf = ({ findings }: Verification): string[] => [...new Set(findings.map(({ code }) => code))];

describe('our own packages', () => {
  test.each(standardNames.filter((standard) => standard !== 'site'))('for %s come out clean', async (standard) => {
    const built = await buildPackage('course-small', standard);
    const { findings, verdict, package: facts } = await verifyPackage(built.zip, { play: false });
    await built.remove();
    expect(findings).toEqual([]);
    expect([verdict, facts?.standard]).toEqual(['fine', standard]);
  });

  // Between them the two courses ask every kind of item.
  test.each([['scorm-1.2', 'course-small'], ['cmi5', 'course-pilot']] as const)('for %s are played to the end with every question of %s answered, and behave', async (standard, course) => {
    const built = await buildPackage(course, standard);
    const { findings, rehearsal } = await verifyPackage(built.zip, { timeoutSeconds: 90 });
    await built.remove();
    expect(findings).toEqual([]);
    const [activity] = rehearsal?.activities ?? [];
    expect(activity).toMatchObject({ initialised: true, committed: true, terminated: true, success: 'failed', resume: 'resumed', faults: [], launches: 2 });
    const answers = activity?.calls.find(({ name, element }) => (element ?? name) === (standard === 'cmi5' ? 'answered' : 'cmi.interactions.n.student_response'));
    expect(answers?.count).toBeGreaterThanOrEqual(itemById(built.course).size);
  });
});

describe('a package of another tool', () => {
  test('that commits only on unload is found by reading it and by playing it', async () => {
    const verification = await verifyPackage(await foreign('unload-only'), { timeoutSeconds: 30 });
    expect(codesOf(verification)).toEqual(['VER403', 'VER607', 'VER611']);
    expect(verification.findings[0]).toMatchObject({ file: 'index.html', line: 4 });
    expect(verification.rehearsal?.activities[0]).toMatchObject({ completion: 'completed', committed: false, terminated: true });
  });

  test('that never ends, and at last hangs, is stopped when its time is up', async () => {
    const began = Date.now();
    const verification = await verifyPackage(await foreign('endless'), { timeoutSeconds: 6 });
    expect(Date.now() - began).toBeLessThan(25_000);
    expect(codesOf(verification)).toContain('VER618');
    expect(verification.rehearsal?.activities[0]).toMatchObject({ ended: 'time', initialised: true, committed: true, completion: 'incomplete' });
  });

  test('that quarrels with the LMS is quoted with each of its faults', async () => {
    const { verification } = await quarrel();
    expect(codesOf(verification)).toEqual(expect.arrayContaining(['VER401', 'VER603', 'VER604', 'VER605', 'VER606', 'VER609', 'VER613', 'VER614', 'VER615']));
    expect(verification.rehearsal?.activities[0]).toMatchObject({ completion: 'completed', score: { raw: 80, max: 10 }, failedRequests: ['wind.png'], externalRequests: ['https://pictures.example/wind.png'] });
  });

  test('is still read where there is no Chromium, and the report says so', async () => {
    const verification = await verifyPackage(await foreign('unload-only'), { chromiumPath: join(folder, 'none') });
    expect([verification.rehearsal, codesOf(verification)]).toEqual([null, ['VER403']]);
    expect(verification.notPlayed).toMatch(/no Chromium/);
    const broken = await verifyPackage(await foreign('unload-only'), { chromiumPath: '/bin/false' });
    expect([broken.rehearsal, codesOf(broken)]).toEqual([null, ['VER403']]);
    expect(broken.notPlayed).toMatch(/browser failed/);
  });
});

describe('the command', () => {
  test('says what is wrong, writes a page that holds no script, and ends with 1', async () => {
    const report = join(folder, 'report.html');
    const { code, out } = await command(await foreign('unload-only'), '--no-play', '--report', report);
    expect(code).toBe(1);
    expect(out).toContain('error[VER403]: Results are committed when the page is unloaded, and at no other time.\n  --> index.html:4');
    const html = await readFile(report, 'utf8');
    expect(html).toContain('VER403');
    expect(html).not.toMatch(/<script|<link|src=|https?:/);
  });

  test('gives everything as JSON', async () => {
    const { code, out } = await command(await foreign('unload-only'), '--no-play', '--json');
    expect([code, (JSON.parse(out) as Verification).verdict]).toEqual([1, 'objections']);
  });

  test('ends with 2 where there is no such file', async () => {
    expect(await command(join(folder, 'none.zip'))).toMatchObject({ code: 2, err: expect.stringContaining('There is no file') });
  });

  test('writes a page that everyone can read, of what was played as well', async () => {
    const { report } = await quarrel();
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage({ bypassCSP: true });
      await page.goto(pathToFileURL(report).href);
      await page.addScriptTag({ path: join(root, 'node_modules/axe-core/axe.min.js') });
      const { violations } = await page.evaluate(() => (window as unknown as { axe: { run: () => Promise<{ violations: { id: string }[] }> } }).axe.run());
      expect(violations.map(({ id }) => id)).toEqual([]);
      expect(await page.getByRole('table', { name: 'Behaviour' }).getByRole('row', { name: /^Score/ }).innerText()).toContain('raw 80');
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    } finally {
      await browser.close();
    }
  });

  test('escapes what a package says of itself', async () => {
    const report = join(folder, 'evil.html');
    const file = join(folder, '<img src=x onerror=alert(1)>.zip');
    await writeFile(file, 'no zip');
    expect((await command(file, '--report', report)).code).toBe(1);
    expect(await readFile(report, 'utf8')).not.toContain('<img');
  });
});

describe('in a process of its own', () => {
  beforeAll(async () => {
    const { build } = (await import(pathToFileURL(join(root, 'scripts/build.mjs')).href)) as { build: (options: { rooms: string[]; log: () => void }) => Promise<string[]> };
    await build({ rooms: ['libs/assessment', 'libs/course', 'libs/tracking', 'libs/packaging'], log: () => {} });
  });

  test('it says the same', async () => {
    const file = await foreign('unload-only');
    expect(await verifyInProcess(file)).toEqual(await verifyPackage(file, { play: false }));
  });

  test('it is killed when it takes too long, and when nobody waits for it any more', async () => {
    const file = await foreign('unload-only');
    await expect(verifyInProcess(file, {}, { seconds: 0.01 })).rejects.toMatchObject({ code: 'TIME' });
    await expect(verifyInProcess(file, {}, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'ABORTED' });
  });

  test('it fails alone when its memory is spent', async () => {
    await expect(verifyInProcess(await foreign('unload-only'), {}, { megabytes: 5 })).rejects.toMatchObject({ code: expect.stringMatching(/MEMORY|CRASHED/) });
  });
});
