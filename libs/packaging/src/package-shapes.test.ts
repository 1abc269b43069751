import { describe, expect, test } from '@jest/globals';
import type { CompiledCourse } from '@preceptor/course/compiled';
import type { PackagedBoot, PackageOptions } from '@preceptor/course/delivery';
import { compiledCourse } from '../../../test/fixtures/compiled-course.js';
import { twoUnits } from '../../../test/fixtures/two-units.js';
import type { PackageFile } from './files.js';
import { readIdentity } from './identity/identity.js';
import { packageFiles, type PackageInput } from './package-files.js';

const hash = 'ab'.repeat(32);
const player = { script: Buffer.from('/* the player */'), words: { en: { next: 'Next' }, es: { next: 'Siguiente' }, ar: { next: 'التالي' } } };
const medium = (path: string) => ({ path, sha256: '0'.repeat(64), bytes: Buffer.byteLength(path), type: 'image/svg+xml' });

function made(course: CompiledCourse, parts: Partial<PackageInput> = {}): Promise<PackageFile[]> {
  return packageFiles({ course, hash, media: { open: ({ path }) => ({ bytes: Buffer.from(path) }) }, player, standard: 'scorm-2004-4', ...parts });
}

function textOf(files: PackageFile[], path: string): string {
  const source = files.find((file) => file.path === path)?.source;
  if (source === undefined || !('bytes' in source)) throw new Error(`there is no ${path} in memory`);
  return Buffer.from(source.bytes).toString('utf8');
}

const bootOf = (files: PackageFile[], page = 'index.html'): PackagedBoot => JSON.parse(/id="preceptor">(.*?)<\/script>/s.exec(textOf(files, page))?.[1] ?? '') as PackagedBoot;
const pathsOf = (files: PackageFile[]): string[] => files.map(({ path }) => path).filter((path) => !/\.(xsd|dtd)$/.test(path));

describe('a package with a part for each lesson', () => {
  test('has a page for each, and content, media and player once', async () => {
    const paths = pathsOf(await made(compiledCourse({ media: [medium('media/map.svg')] }), { options: { structure: 'lessons' } }));
    expect(paths.sort()).toEqual([
      'colour.html', 'content/colour.js', 'content/final.js', 'content/glossary.js', 'content/rhythm.js', 'content/search.js',
      'final.html', 'imsmanifest.xml', 'media/map.svg', 'player.js', 'preceptor.json', 'rhythm.html',
    ]);
  });

  test('tells each page its place, its own outline and the first lesson of it', async () => {
    const files = await made(compiledCourse(), { options: { structure: 'lessons' } });
    expect(bootOf(files, 'colour.html')).toMatchObject({ part: { id: 'colour', number: 2, of: 3, courseTitle: 'Keeping a lighthouse' }, first: { id: 'colour' } });
    const final = bootOf(files, 'final.html');
    expect(final).toMatchObject({ part: { number: 3 }, first: null });
    expect(final.outline.units.map(({ lessons, assessment }) => [lessons.length, assessment?.id])).toEqual([[0, 'final']]);
    expect(textOf(files, 'colour.html')).toContain('<title>Lesson colour – Keeping a lighthouse</title>');
  });

  test('has one page for the whole course where the standard knows no parts', async () => {
    expect(pathsOf(await made(compiledCourse(), { standard: 'site', options: { structure: 'lessons' } }))).toContain('index.html');
  });
});

describe('a package of several languages', () => {
  const spanish = compiledCourse({ language: 'es', title: 'Cuidar un faro', media: [medium('translations/es/media/map.svg')] });
  const several = compiledCourse({ media: [medium('media/map.svg')], translations: [spanish, compiledCourse({ language: 'ar', direction: 'rtl', title: 'حراسة منارة' })] });

  test('holds the content, outline and words of every language', async () => {
    const files = await made(several);
    expect(pathsOf(files)).toEqual(expect.arrayContaining(['content/rhythm.js', 'content/es/rhythm.js', 'content/es/outline.js', 'content/es/words.js', 'content/ar/search.js', 'media/map.svg', 'translations/es/media/map.svg']));
    expect(bootOf(files).languages?.map(({ language, direction }) => [language, direction])).toEqual([['en', 'ltr'], ['es', 'ltr'], ['ar', 'rtl']]);
    expect(textOf(files, 'content/es/words.js')).toContain('Siguiente');
    expect(textOf(files, 'content/ar/outline.js')).toContain('حراسة منارة');
    expect(bootOf(files).words).toEqual({ next: 'Next' });
  });

  test('holds an outline of each part in each language', async () => {
    const paths = pathsOf(await made(several, { options: { structure: 'units' } }));
    expect(paths).toEqual(expect.arrayContaining(['light.html', 'content/es/outline-light.js', 'content/ar/outline-light.js']));
    expect(paths).not.toContain('content/es/outline.js');
  });

  test('made in one of them holds that one alone, in its own direction and words', async () => {
    const files = await made(several, { options: { language: 'ar' } });
    expect(pathsOf(files).filter((path) => /\/(es|ar)\//.test(path))).toEqual([]);
    expect(textOf(files, 'index.html')).toContain('<html lang="ar" dir="rtl">');
    expect(bootOf(files)).toMatchObject({ outline: { title: 'حراسة منارة' }, words: { next: 'التالي' } });
    expect(bootOf(files).languages).toBeUndefined();
  });

  test('asks in every language the same revision of a question', async () => {
    const revisions = (boot: Pick<PackagedBoot, 'outline'>): unknown[] => boot.outline.units.flatMap(({ lessons, assessment }) => [...lessons.flatMap(({ checks }) => checks.map(({ revision }) => revision)), assessment?.revision]);
    const own = revisions(bootOf(await made(several)));
    expect(own).not.toContain(undefined);
    expect(revisions(bootOf(await made(several, { options: { language: 'ar' } })))).toEqual(own);
  });

  test('renames a picture in one language and leaves that of another alone', async () => {
    const course = compiledCourse({ media: [medium('media/map é.svg')], translations: [compiledCourse({ language: 'es', units: [], media: [medium('translations/es/media/map.svg')], descriptionHtml: '' })] });
    const pictures = pathsOf(await made(course)).filter((path) => path.includes('media/'));
    expect(pictures).toEqual([expect.stringMatching(/^media\/map-e-[0-9a-f]{10}\.svg$/), 'translations/es/media/map.svg']);
  });
});

describe('the options of a package', () => {
  test('are told to the player', async () => {
    const boot = bootOf(await made(compiledCourse(), { standard: 'scorm-1.2', options: { status: 'passed-incomplete', interactions: 'answers', exit: 'suspend', window: 'window', exitButton: true, validUntil: '2027-12-31', timeLimitMinutes: 90, attempts: 2, passMark: 0.7 } }));
    expect(boot).toMatchObject({ reporting: { status: 'passed-incomplete', interactions: 'answers', exit: 'suspend' }, window: 'window', exitButton: true, validUntil: '2027-12-31', timeLimitSeconds: 5400 });
    expect(boot.outline.units[0]?.assessment).toMatchObject({ passMark: 0.7, maxAttempts: 2 });
  });

  test('that are not asked for are not spoken of', async () => {
    const boot = bootOf(await made(compiledCourse()));
    expect(Object.keys(boot).sort()).toEqual(['first', 'outline', 'reporting', 'standard', 'words']);
    expect(Object.keys(bootOf(await made(compiledCourse(), { standard: 'site' })))).not.toContain('reporting');
  });

  test('let a part that nothing decides open the next one by being complete, where parts are taken in order', async () => {
    const reported = async (page: string, order: PackageOptions['order']): Promise<unknown> => bootOf(await made(twoUnits(), { standard: 'scorm-2004-4', options: { structure: 'units', order } }), page).reporting?.completionPasses;
    expect([await reported('light.html', 'in-order'), await reported('keeping.html', 'in-order'), await reported('light.html', 'free')]).toEqual([true, undefined, undefined]);
  });

  test('of the course hold until those of the package say otherwise', async () => {
    const course = compiledCourse({ packaging: { status: 'completed', exitButton: true } });
    expect(bootOf(await made(course))).toMatchObject({ reporting: { status: 'completed' }, exitButton: true });
    expect(bootOf(await made(course, { options: { status: 'passed-failed' } }))).toMatchObject({ reporting: { status: 'passed-failed' }, exitButton: true });
  });
});

test('every package says what it is', async () => {
  const identity = readIdentity(textOf(await made(compiledCourse(), { options: { structure: 'units' } }), 'preceptor.json'));
  expect(identity).toMatchObject({ course: { id: 'lighthouse', hash }, standard: 'scorm-2004-4', languages: ['en'], options: { structure: 'units' }, parts: [{ id: 'light', page: 'light.html' }], outline: { id: 'lighthouse' } });
});
