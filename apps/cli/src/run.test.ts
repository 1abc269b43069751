import { beforeAll, describe, expect, test } from '@jest/globals';
import { appendFile, cp, mkdir, mkdtemp, readFile, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { run } from './index.js';

const course = join(import.meta.dirname, '../../../test/fixtures/course-small');

class Heard extends Writable {
  text = '';
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

async function said(argv: string[], { interactive = false } = {}): Promise<{ code: number; out: string; err: string }> {
  const [out, err] = [new Heard(), new Heard()];
  const code = await run(argv, { out, err, interactive, columns: 100 });
  return { code, out: out.text, err: err.text };
}

async function withCopy(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'preceptor-cli-'));
  try {
    await cp(course, join(folder, 'course'), { recursive: true });
    await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The player is not built for unit tests; any script will do where nobody plays. */
beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'preceptor-player-'));
  process.env['PRECEPTOR_PLAYER'] = folder;
  process.env['XDG_CACHE_HOME'] = join(folder, 'cache');
  for (const name of ['player', 'cmi5']) await writeFile(join(folder, `${name}.js`), `/* ${name} */`);
});

describe('preceptor check', () => {
  test('shows which lesson teaches and which item asks every statement', async () => {
    const { code, out, err } = await said(['check', course]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/s2: A Fresnel lens .* lens-and-sectors +check-lens gaps/);
    expect(out).toContain('0 errors, 0 warnings; 5 statements, 0 not taught, 0 not asked');
  });

  test('says what is wrong, where, and how to mend it, and ends with 1', () =>
    withCopy(async (folder) => {
      const file = join(folder, 'course/course.yaml');
      await writeFile(file, (await readFile(file, 'utf8')).replace('licence:', 'licens:'));
      const { code, out } = await said(['check', join(folder, 'course')]);
      expect(code).toBe(1);
      expect(out).toMatch(/error\[PRE\d{4}\]/);
      expect(out).toContain(`${join(folder, 'course')}/course.yaml:`);
      expect(out).toContain('Did you mean "licence"?');
    }));

  test('says how much of each language is translated', async () => {
    const languages = join(import.meta.dirname, '../../../test/fixtures/course-languages');
    const { code, out } = await said(['check', languages]);
    expect(code).toBe(0);
    expect(out).toContain('; Arabic: all translated; Spanish: all translated');
    const { out: json } = await said(['check', languages, '--json']);
    expect(JSON.parse(json)).toMatchObject({ translations: [{ language: 'ar', translated: 27, entries: 27 }, { language: 'es' }] });
  });

  test('speaks JSON to an editor', async () => {
    const { code, out } = await said(['check', course, '--json']);
    const value = JSON.parse(out) as { ok: boolean; version: string; diagnostics: unknown[]; statements: { id: string; lessons: string[]; items: string[] }[] };
    expect(code).toBe(0);
    expect(value).toMatchObject({ ok: true, version: expect.stringMatching(/^[0-9a-f]{64}$/), diagnostics: [] });
    expect(value.statements.find(({ id }) => id === 's2')).toMatchObject({ lessons: ['lens-and-sectors'], items: ['check-lens', 'gaps'] });
  });

  test('gives every diagnostic in JSON even when the source does not compile', () =>
    withCopy(async (folder) => {
      await rm(join(folder, 'course/statements.yaml'));
      const { code, out } = await said(['check', join(folder, 'course'), '--json']);
      const value = JSON.parse(out) as { ok: boolean; diagnostics: { code: string; file: string }[] };
      expect({ code, ok: value.ok }).toEqual({ code: 1, ok: false });
      expect(value.diagnostics.some(({ file }) => file === 'statements.yaml')).toBe(true);
    }));
});

describe('preceptor package', () => {
  test('writes the package and is silent in a pipe', () =>
    withCopy(async (folder) => {
      const out = join(folder, 'out.zip');
      expect(await said(['package', course, '--standard', 'scorm-1.2', '--out', out])).toEqual({ code: 0, out: '', err: '' });
      expect((await readFile(out)).subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004');
    }));

  test('shows a person how far it is and what was written', () =>
    withCopy(async (folder) => {
      const { code, err, out } = await said(['package', course, '--standard', 'site', '--out', join(folder, 'out.zip')], { interactive: true });
      expect({ code, out }).toEqual({ code: 0, out: '' });
      expect(err).toMatch(/site \[[#.]{30}\] +\d+ %/);
      expect(err).toMatch(/wrote .*out\.zip: \d+ files, [\d.]+ kB/);
    }));

  test('writes nothing when the source has errors, and says them', () =>
    withCopy(async (folder) => {
      await rm(join(folder, 'course/media/sectors.svg'));
      const { code, err } = await said(['package', join(folder, 'course'), '--standard', 'site', '--out', join(folder, 'out.zip')]);
      expect(code).toBe(1);
      expect(err).toContain('media/sectors.svg');
      expect(err).toContain('was not packaged');
      expect(await readdir(folder)).toEqual(['course']);
    }));
});

describe('the options of a package', () => {
  async function identityOf(argv: string[], folder: string): Promise<{ options: Record<string, unknown>; outline: { units: { assessment: { passMark: number; maxAttempts: number } | null }[] } }> {
    expect(await said(['package', course, '--standard', 'site', '--out', `${folder}/site/`, ...argv])).toMatchObject({ code: 0 });
    return JSON.parse(await readFile(join(folder, 'site/preceptor.json'), 'utf8')) as never;
  }

  test('are taken from the command line', () =>
    withCopy(async (folder) => {
      const { options } = await identityOf(['--structure', 'units', '--order', 'in-order', '--pass-mark', '72.5%', '--completes', 'lessons', '--status', 'passed-incomplete', '--interactions', 'answers', '--window', 'window', '--language', 'en', '--exit', 'suspend', '--exit-button', '--attempts', '3', '--show-lms-navigation', '--time-limit', '90', '--valid-until', '2027-12-31'], folder);
      expect(options).toEqual({ structure: 'units', order: 'in-order', passMark: 0.725, completes: 'lessons', status: 'passed-incomplete', interactions: 'answers', window: 'window', language: 'en', exit: 'suspend', exitButton: true, attempts: 3, hideLmsNavigation: false, timeLimitMinutes: 90, validUntil: '2027-12-31' });
    }));

  test('stand with the course until the command line says otherwise, which may be "none"', () =>
    withCopy(async (folder) => {
      const file = join(folder, 'course/course.yaml');
      await writeFile(file, `${await readFile(file, 'utf8')}\npackaging:\n  status: completed\n  exitButton: true\n  attempts: 7\n`);
      const out = join(folder, 'site');
      expect(await said(['package', join(folder, 'course'), '--standard', 'site', '--out', `${out}/`, '--attempts', 'none', '--no-hide-lms-navigation'])).toMatchObject({ code: 0 });
      const { options } = JSON.parse(await readFile(join(out, 'preceptor.json'), 'utf8')) as { options: object };
      expect(options).toMatchObject({ status: 'completed', exitButton: true, attempts: null, hideLmsNavigation: false });
    }));

  test.each([
    [['--pass-mark', '80'], '--pass-mark takes a number from 0 to 1, a percentage such as 80%, or "none".'],
    [['--pass-mark', 'high'], '--pass-mark takes'],
    [['--pass-mark', '101%'], '--pass-mark takes'],
    [['--attempts', '0'], '--attempts takes a whole number from 1 to 100'],
    [['--time-limit', '1.5'], '--time-limit takes minutes'],
    [['--valid-until', '2027-02-30'], '--valid-until takes a date such as 2027-12-31'],
    [['--valid-until', 'tomorrow'], '--valid-until takes'],
    [['--structure', 'chapters'], 'Allowed choices are single, units, lessons'],
    [['--status', 'pass'], 'Allowed choices are passed-failed, passed-incomplete, completed'],
    [['--language', 'fr'], 'The course is not written in "fr". Its languages are en;'],
  ])('that make no sense are refused in a sentence: %j', async (argv, sentence) => {
    const { code, out, err } = await said(['package', course, '--standard', 'site', '--out', join(tmpdir(), 'never.zip'), ...argv]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(sentence);
  });
});

describe('a site', () => {
  test('is written into a folder that is new or empty', () =>
    withCopy(async (folder) => {
      const out = join(folder, 'empty');
      await mkdir(out);
      for (const place of [out, `${join(folder, 'new')}/`]) {
        expect(await said(['package', course, '--standard', 'site', '--out', place])).toEqual({ code: 0, out: '', err: '' });
        expect(await readdir(place)).toEqual(expect.arrayContaining(['index.html', 'player.js', 'content', 'media', 'preceptor.json']));
      }
      expect((await said(['package', course, '--standard', 'site', '--out', out])).err).toContain('with something in it');
      expect((await said(['package', course, '--standard', 'scorm-1.2', '--out', `${join(folder, 'other')}/`])).err).toContain('only --standard site');
      expect((await readdir(folder)).sort()).toEqual(['course', 'empty', 'new']);
    }));
});

describe('a package that was made before', () => {
  test('is taken from the cache, and has the same bytes', () =>
    withCopy(async (folder) => {
      const [first, second] = [join(folder, 'first.zip'), join(folder, 'second.zip')];
      await said(['package', course, '--standard', 'cmi5', '--out', first]);
      const { err } = await said(['package', course, '--standard', 'cmi5', '--out', second], { interactive: true });
      expect(err).toContain('the same as before');
      expect((await readFile(first)).equals(await readFile(second))).toBe(true);
      const fresh = await said(['package', course, '--standard', 'cmi5', '--out', second, '--no-cache'], { interactive: true });
      expect(fresh.err).not.toContain('the same as before');
      expect((await readFile(first)).equals(await readFile(second))).toBe(true);
    }));

  test('is not taken for one with other options', () =>
    withCopy(async (folder) => {
      const out = join(folder, 'out.zip');
      await said(['package', course, '--standard', 'cmi5', '--out', out]);
      expect((await said(['package', course, '--standard', 'cmi5', '--out', out, '--exit-button'], { interactive: true })).err).not.toContain('the same as before');
    }));
});

describe('media that were read before', () => {
  test('are not read again to know them, and never packaged as what they no longer are', () =>
    withCopy(async (folder) => {
      const picture = join(folder, 'course/media/sectors.svg');
      const then = new Date('2026-01-01T00:00:00Z');
      await utimes(picture, then, then);
      expect(await said(['package', join(folder, 'course'), '--standard', 'cmi5', '--out', join(folder, 'one.zip')])).toMatchObject({ code: 0 });
      // Another picture of the same size, in the same place, by its date unchanged.
      const bytes = await readFile(picture);
      await writeFile(picture, Buffer.from(bytes.map((byte) => (byte === 0x31 ? 0x32 : byte))));
      await utimes(picture, then, then);
      const { code, err } = await said(['package', join(folder, 'course'), '--standard', 'site', '--attempts', '9', '--out', join(folder, 'two.zip')]);
      expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining('media/sectors.svg was changed') });
      expect((await readdir(folder)).sort()).toEqual(['course', 'one.zip']);
    }));
});

describe('one page for a reviewer', () => {
  test('is written whole, in one language where one is asked for', () =>
    withCopy(async (folder) => {
      const out = join(folder, 'review.html');
      expect(await said(['preview', course, '--out', out, '--language', 'en'])).toEqual({ code: 0, out: '', err: '' });
      expect(await readFile(out, 'utf8')).toMatch(/^<!doctype html>\n<html lang="en" dir="ltr">[\s\S]*<\/html>\n$/);
      expect((await readdir(folder)).sort()).toEqual(['course', 'review.html']);
    }));

  test('is warned of when it is too heavy for mail', () =>
    withCopy(async (folder) => {
      await writeFile(join(folder, 'course/media/horn.mp3'), Buffer.alloc(20_000_000));
      await appendFile(join(folder, 'course/units/02-keeping/01-night.md'), '\n:::audio{src="media/horn.mp3"}\nA horn, for a long time.\n:::\n');
      const { code, err } = await said(['preview', join(folder, 'course'), '--out', join(folder, 'review.html')]);
      expect({ code, err }).toEqual({ code: 0, err: expect.stringMatching(/^warning: .*review\.html has \d\d\.\d MB/) });
    }));

  test.each([[tmpdir(), 'is a folder'], ['/no/such/folder/review.html', 'its folder does not exist']])('is not written to %s', async (out, sentence) => {
    const { code, err } = await said(['preview', course, '--out', out]);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(sentence) });
  });
});

describe('a wrong command line ends with 2 and a sentence', () => {
  test.each([
    [['check', '/no/such/folder'], 'there is no folder /no/such/folder'],
    [['check', join(course, 'course.yaml')], 'is a file'],
    [['check', course, '--jsno'], "unknown option '--jsno'"],
    [['chek', course], "unknown command 'chek'"],
    [['check'], "missing required argument 'folder'"],
    [['package', course], "required option '--standard <name>'"],
    [['package', course, '--standard', 'scorm-3'], 'Allowed choices are scorm-1.2, scorm-2004-2, scorm-2004-3, scorm-2004-4, cmi5, site'],
    [['package', course, '--standard', 'site', '--out', '/no/such/folder/out.zip'], 'its folder does not exist'],
    [['package', course, '--standard', 'site', '--out', tmpdir()], 'is a folder'],
    [['preview', course, '--port', '99999'], 'from 0 to 65535'],
    [['preview', '/no/such/folder'], 'there is no folder'],
  ])('%j', async (argv, sentence) => {
    const { code, out, err } = await said(argv);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(sentence);
    expect(err).not.toMatch(/\n\s+at /);
  });
});

test.each([['--help'], ['check --help'], ['preview --help'], ['package --help']])('preceptor %s explains itself with examples', async (line) => {
  const { code, out } = await said(line.split(' '));
  expect(code).toBe(0);
  expect(out).toContain('Examples:\n  $ npx preceptor ');
});
