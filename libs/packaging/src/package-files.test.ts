import { describe, expect, test } from '@jest/globals';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import vm from 'node:vm';
import type { Item } from '@preceptor/assessment';
import type { CompiledCourse } from '@preceptor/course/compiled';
import { compiledCourse, finalTest } from '../../../test/fixtures/compiled-course.js';
import type { PackageFile } from './files.js';
import { packageFiles, packageName, type PackageInput } from './package-files.js';
import { standardNames, type StandardName } from './standards/index.js';

const hash = 'ab'.repeat(32);
const player = {
  script: Buffer.from('/* the player */'), words: { en: { next: 'Next' } },
  companions: { cmi5: Buffer.from('/* cmi5 */'), kinds: Buffer.from('/* kinds */') }, companionWords: { kinds: { en: { noStep: 'No step' } } },
};

function filesOf(course: CompiledCourse, standard: StandardName, parts: Partial<PackageInput> = {}): Promise<PackageFile[]> {
  return packageFiles({ course, hash, media: { open: ({ path }) => ({ bytes: Buffer.from(path) }) }, player, standard, ...parts });
}

function textOf(files: PackageFile[], path: string): string {
  const source = files.find((file) => file.path === path)?.source;
  if (source === undefined || !('bytes' in source)) throw new Error(`there is no ${path} in memory`);
  return Buffer.from(source.bytes).toString('utf8');
}

/** The course with a matrix in its bank, which only `kinds.js` can draw. */
function withMatrix(): CompiledCourse {
  const course = compiledCourse();
  const [, second] = course.banks[0]?.items ?? [];
  if (second === undefined) throw new Error('the bank has two items');
  const matrix: Item = {
    ...second, kind: 'matrix', content: { rows: [{ id: 'r1', html: 'Fog' }], columns: [{ id: 'c1', html: 'Horn' }, { id: 'c2', html: 'Flag' }], perRow: 'one' },
    key: { answers: { r1: ['c1'] } },
  };
  return { ...course, banks: course.banks.map((bank) => ({ ...bank, items: [...bank.items.slice(0, 1), matrix] })) };
}

const medium = (path: string) => ({ path, sha256: '0'.repeat(64), bytes: Buffer.byteLength(path), type: 'image/svg+xml' });

describe('the files of a package', () => {
  test.each(standardNames)('%s holds the page, the player and a script for every lesson, assessment, the glossary and the search', async (standard) => {
    const paths = (await filesOf(compiledCourse(), standard)).map(({ path }) => path);
    expect(paths).toEqual(expect.arrayContaining(['index.html', 'player.js', 'content/rhythm.js', 'content/colour.js', 'content/final.js', 'content/glossary.js', 'content/search.js']));
    expect(paths.includes('imsmanifest.xml')).toBe(standard.startsWith('scorm'));
    expect(paths.includes('cmi5.xml')).toBe(standard === 'cmi5');
  });

  test('a content script hands its lesson to the script element that loads it', async () => {
    const script = textOf(await filesOf(compiledCourse(), 'site'), 'content/rhythm.js');
    const heard: unknown[] = [];
    class CustomEvent { constructor(readonly type: string, readonly init: { detail: unknown }) {} }
    vm.runInNewContext(script, { CustomEvent, document: { currentScript: { dispatchEvent: (event: CustomEvent) => heard.push(event.type, event.init.detail) } } });
    expect(heard[0]).toBe('preceptor:content');
    expect(heard[1]).toMatchObject({ id: 'rhythm', checks: [{ id: 'check-one' }] });
  });

  test.each<[string, StandardName, boolean, string[]]>([
    ['a course without a new kind', 'scorm-1.2', false, ['player.js']],
    ['a course without a new kind', 'site', false, ['player.js']],
    ['a course without a new kind', 'cmi5', false, ['cmi5.js', 'player.js']],
    ['a course that asks a matrix', 'scorm-2004-4', true, ['kinds.js', 'player.js']],
    ['a course that asks a matrix', 'cmi5', true, ['cmi5.js', 'kinds.js', 'player.js']],
  ])('%s as %s carries the scripts that it plays with and no other', async (_, standard, apart, expected) => {
    const files = await filesOf(apart ? withMatrix() : compiledCourse(), standard);
    expect(files.map(({ path }) => path).filter((path) => /^[^/]*\.js$/.test(path)).sort()).toEqual([...expected].sort());
    const page = textOf(files, 'index.html');
    expect([...page.matchAll(/<script defer src="([^"]+)"/g)].map(([, path]) => path)).toEqual(expected);
    expect(page.includes('"noStep"')).toBe(apart);
  });

  test('a player that was built before there were new kinds can not be packed with one', async () => {
    await expect(filesOf(withMatrix(), 'site', { player: { script: player.script, words: player.words } })).rejects.toMatchObject({ code: 'PACKAGE_INVALID', message: expect.stringContaining('kinds.js') });
  });

  test('the page tells the player its standard, its outline and its first lesson', async () => {
    const page = textOf(await filesOf(compiledCourse(), 'scorm-2004-4'), 'index.html');
    const json = /<script type="application\/json" id="preceptor">(.*?)<\/script>/s.exec(page)?.[1] ?? '';
    expect(JSON.parse(json)).toMatchObject({ standard: 'scorm-2004', outline: { version: hash, title: 'Keeping a lighthouse' }, first: { id: 'rhythm' } });
  });

  test('a lesson that says </script> or <!-- does not break out of the page', async () => {
    const course = compiledCourse({ title: '</script><script>alert(1)</script><!--' });
    const page = textOf(await filesOf(course, 'site'), 'index.html');
    expect(page).not.toContain('alert(1)</script>');
    expect(page.match(/<script/g)).toHaveLength(2);
    expect(page).not.toContain('<!--');
  });

  test.each([['es-MX', 'lang="es"'], ['fa', 'lang="en"']])('without JavaScript a course in %s still says what it needs', async (language, expected) => {
    const page = textOf(await filesOf(compiledCourse({ language }), 'site'), 'index.html');
    expect(/<noscript>.*<\/noscript>/.exec(page)?.[0]).toContain(expected);
  });

  test('a picture whose name an LMS would trip on is renamed, in the package and in the lesson', async () => {
    const course = compiledCourse({ media: [medium('media/map.svg'), medium('media/Map.svg')] });
    const files = await filesOf(course, 'scorm-1.2');
    const pictures = files.map(({ path }) => path).filter((path) => path.startsWith('media/'));
    expect(pictures).toHaveLength(2);
    expect(new Set(pictures.map((path) => path.toLowerCase())).size).toBe(2);
    const renamed = pictures.find((path) => path.includes('-')) ?? '';
    expect(textOf(files, 'content/colour.js')).toContain(renamed.startsWith('media/map') ? renamed : 'media/map.svg');
  });

  test('a missing picture, and one that has changed since the course was compiled, are named', async () => {
    const root = await mkdtemp(join(tmpdir(), 'preceptor-media-'));
    try {
      const course = compiledCourse({ media: [medium('media/map.svg')] });
      await expect(filesOf(course, 'site', { media: { root } })).rejects.toMatchObject({ code: 'MEDIA_MISSING', message: expect.stringContaining('media/map.svg') });
      await mkdir(dirname(join(root, 'media/map.svg')));
      await writeFile(join(root, 'media/map.svg'), 'another picture');
      await expect(filesOf(course, 'site', { media: { root } })).rejects.toMatchObject({ code: 'MEDIA_CHANGED', message: expect.stringContaining('media/map.svg') });
    } finally {
      await rm(root, { recursive: true });
    }
  });

  test.each(['aux', 'search'])('a lesson called %s, which would be a device of Windows or hide the search, is refused by name', async (id) => {
    const course = compiledCourse();
    const [unit] = course.units;
    const [lesson] = unit?.lessons ?? [];
    if (unit === undefined || lesson === undefined) throw new Error('the course has a lesson');
    const renamed = { ...course, units: [{ ...unit, lessons: [{ ...lesson, id }] }] };
    if (id === 'aux') await expect(filesOf(renamed, 'site')).rejects.toMatchObject({ code: 'NAME_UNUSABLE' });
    else await expect(filesOf(renamed, 'site')).rejects.toMatchObject({ code: 'PACKAGE_INVALID' });
  });
});

describe('the manifest', () => {
  test.each(['scorm-1.2', 'scorm-2004-4'] as const)('of %s lists every file but itself and the schemas', async (standard) => {
    const files = await filesOf(compiledCourse({ media: [medium('media/map.svg')] }), standard);
    const listed = [...textOf(files, 'imsmanifest.xml').matchAll(/<file href="([^"]+)"/g)].map(([, href]) => href);
    const others = files.map(({ path }) => path).filter((path) => path !== 'imsmanifest.xml' && !/\.(xsd|dtd)$/.test(path));
    expect(listed.sort()).toEqual(others.sort());
  });

  test('tells SCORM 1.2 the pass mark on a scale of 100, and SCORM 2004 on a scale of 1', async () => {
    expect(textOf(await filesOf(compiledCourse(), 'scorm-1.2'), 'imsmanifest.xml')).toContain('<adlcp:masteryscore>80</adlcp:masteryscore>');
    expect(textOf(await filesOf(compiledCourse(), 'scorm-2004-4'), 'imsmanifest.xml')).toContain('<imsss:minNormalizedMeasure>0.8</imsss:minNormalizedMeasure>');
  });

  test('says no pass mark where two tests decide: their mean is no verdict on either', async () => {
    const course = compiledCourse();
    const [unit] = course.units;
    if (unit === undefined) throw new Error('the course has a unit');
    const two = { ...course, units: [unit, { ...unit, id: 'more', lessons: [], assessment: finalTest({ id: 'second', passMark: 0.5 }) }], rules: { ...course.rules, success: { assessments: ['final', 'second'] } } };
    expect(textOf(await filesOf(two, 'scorm-1.2'), 'imsmanifest.xml')).not.toContain('masteryscore');
    expect(textOf(await filesOf(two, 'scorm-2004-4'), 'imsmanifest.xml')).not.toContain('satisfiedByMeasure');
  });

  test('keeps its identifiers over versions, so that an LMS which replaces a package keeps its learners records', async () => {
    const identifiers = async (course: CompiledCourse): Promise<string[]> => [...textOf(await filesOf(course, 'scorm-1.2'), 'imsmanifest.xml').matchAll(/identifier="([^"]+)"/g)].map(([, id]) => id ?? '');
    expect(await identifiers(compiledCourse({ version: '2.0.0', title: 'Another title' }))).toEqual(await identifiers(compiledCourse()));
  });

  test('bears titles with ampersands, quotes and what XML cannot hold', async () => {
    const manifest = textOf(await filesOf(compiledCourse({ title: 'Salt & "light" <sea>\u0000\ud800' }), 'scorm-2004-4'), 'imsmanifest.xml');
    expect(manifest).toContain('<title>Salt &amp; &quot;light&quot; &lt;sea&gt;</title>');
  });
});

test('the name of a zip says what is in it', () => {
  expect(packageName(compiledCourse({ version: '1.0 (draft/2)' }), 'scorm-1.2')).toBe('lighthouse-1.0-draft-2--scorm-1.2.zip');
  expect(packageName(compiledCourse(), 'cmi5', 'es')).toBe('lighthouse-1.0.0-cmi5-es.zip');
});
