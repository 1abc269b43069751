import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { courses, buildPackage, type BuiltPackage, type CourseName } from './built-package.js';
import { proves } from './requirements.js';
import { manifestSchemas, schemaErrors } from './xsd.js';

const cases = [
  ...(Object.keys(courses) as CourseName[]).flatMap((name) => (['scorm-1.2', 'scorm-2004-4'] as const).map((standard) => ({ name, standard }))),
  ...(['scorm-2004-2', 'scorm-2004-3'] as const).map((standard) => ({ name: 'course-small' as const, standard })),
];
const versions = { 'scorm-1.2': '1.2', 'scorm-2004-2': 'CAM 1.3', 'scorm-2004-3': '2004 3rd Edition', 'scorm-2004-4': '2004 4th Edition' };

describe.each(cases)('the package of $name for $standard', ({ name, standard }) => {
  let built: BuiltPackage;
  beforeAll(async () => void (built = await buildPackage(name, standard)));
  afterAll(() => built.remove());
  const manifest = (): string => readFileSync(join(built.folder, 'imsmanifest.xml'), 'utf8');
  const held = (): string[] => readdirSync(built.folder, { recursive: true }).map(String).filter((path) => statSync(join(built.folder, path)).isFile());

  test(proves('12-manifest-valid', '12-schemas', '12-metadata', '2004-manifest-valid', '2004-schemas', '2004-metadata')('has a manifest that is valid by the schemas in the package'), () => {
    expect(schemaErrors(built.folder, manifest(), manifestSchemas[standard])).toEqual([]);
  });

  test(proves('12-schemaversion', '12-masteryscore', '2004-schemaversion', '2004-passing-score', '2004-delivery-controls')('says its edition, its pass mark, and who decides completion'), () => {
    expect(manifest()).toContain(`<schemaversion>${versions[standard]}</schemaversion>`);
    const said = standard === 'scorm-1.2'
      ? ['<adlcp:masteryscore>80</adlcp:masteryscore>']
      : ['satisfiedByMeasure="true"', '<imsss:minNormalizedMeasure>0.8</imsss:minNormalizedMeasure>', 'completionSetByContent="true" objectiveSetByContent="true"', standard === 'scorm-2004-4' ? 'completedByMeasure="true"' : '<adlcp:completionThreshold>1.0</adlcp:completionThreshold>'];
    for (const words of said) expect(manifest()).toContain(words);
  });

  test('would be refused with one element out of place, one attribute misspelt or one word of metadata too many', () => {
    const errors = (broken: string): number => schemaErrors(built.folder, broken, manifestSchemas[standard]).length;
    expect(manifest()).toContain('</resources>');
    expect(errors(manifest().replace('</resources>', '<organizations/></resources>'))).toBeGreaterThan(0);
    expect(errors(manifest().replace('identifierref=', 'identiferref='))).toBeGreaterThan(0);
    expect(errors(manifest().replace(/<(imsmd|lom):general>/, '<$1:general><$1:surprise/>'))).toBeGreaterThan(0);
  });

  test(proves('12-pif', '12-files', '2004-pif', '2004-files')('holds what the manifest lists, and beside it only the manifest and its schemas'), () => {
    const listed = [...manifest().matchAll(/<file href="([^"]+)"/g)].map(([, href]) => href ?? '');
    const control = held().filter((path) => path === 'imsmanifest.xml' || /^[^/]+\.(xsd|dtd)$/.test(path));
    expect(held().sort()).toEqual([...listed, ...control].sort());
    expect(manifest()).toContain('href="index.html"');
  });

  test('has names that Windows, a URL and a zip bear', () => {
    expect(held().filter((path) => !/^[A-Za-z0-9._/-]+$/.test(path))).toEqual([]);
    expect(new Set(held().map((path) => path.toLowerCase())).size).toBe(held().length);
  });

  test('is whole by the tests of two other programs', () => {
    expect(execFileSync('unzip', ['-t', built.zip], { encoding: 'utf8' })).toContain('No errors detected');
    expect(execFileSync('python3', ['-c', 'import sys, zipfile; print(zipfile.ZipFile(sys.argv[1]).testzip())', built.zip], { encoding: 'utf8' })).toBe('None\n');
  });

  test('has the same bytes when it is packaged again', async () => {
    const again = await buildPackage(name, standard);
    const digest = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');
    expect(digest(again.zip)).toBe(digest(built.zip));
    await again.remove();
  });

  test('asks for nothing from another host', () => {
    const texts = held().filter((path) => /\.(html|js)$/.test(path) && path !== 'player.js').map((path) => readFileSync(join(built.folder, path), 'utf8'));
    expect(texts.flatMap((text) => text.match(/(src|srcset)=\\?"(https?:)?\/\/[^"]*/g) ?? [])).toEqual([]);
  });
});
