import { beforeAll, describe, expect, test } from '@jest/globals';
import { join } from 'node:path';
import { compileCourse } from '@preceptor/course';
import type { CompiledCourse } from '@preceptor/course/compiled';
import { packageOptionsOf, type PackageOptions } from '@preceptor/course/delivery';
import { partsFor, standards, type CoursePart, type StandardName } from '@preceptor/packaging';
import { courses, type CourseName } from './built-package.js';
import { manifestErrors, manifestSchemas } from './xsd.js';

/** Every structure in every order, with the options as they are and with all of them changed. */
const structures = ['single', 'units', 'lessons'] as const;
const orders = ['free', 'in-order', 'forward-only'] as const;
const changed: Partial<PackageOptions> = {
  status: 'completed', interactions: 'none', window: 'window', exit: 'suspend', exitButton: true, hideLmsNavigation: false, timeLimitMinutes: 605, validUntil: '2027-12-31',
};
const ways = structures.flatMap((structure) => orders.flatMap((order) => [{}, changed].map((others): Partial<PackageOptions> => ({ ...others, structure, order }))));
const standardsWithManifest = ['scorm-1.2', 'scorm-2004-2', 'scorm-2004-3', 'scorm-2004-4', 'cmi5'] as const;
type WithManifest = (typeof standardsWithManifest)[number];

interface Written { way: Partial<PackageOptions>; parts: CoursePart[]; files: string[]; xml: string }

function written(course: CompiledCourse, standard: StandardName): Written[] {
  return ways.map((way) => {
    const options = packageOptionsOf(course.packaging, way);
    const parts = partsFor(standard, course, options.structure);
    const files = [...parts.map(({ launch }) => launch), 'player.js', ...course.units.flatMap(({ lessons }) => lessons.map(({ id }) => `content/${id}.js`)), ...course.media.map(({ path }) => path)];
    const xml = standards[standard].manifest?.write(course, parts, files, options) ?? '';
    return { way, parts, files, xml };
  });
}

async function compiled(name: CourseName): Promise<CompiledCourse> {
  const { course } = await compileCourse(courses[name]);
  if (course === null) throw new Error(`${name} does not compile`);
  return course;
}

/** The small course with a second language, whose texts need not be true to show that they are in their places. */
async function inTwoLanguages(): Promise<CompiledCourse> {
  const course = await compiled('course-small');
  return { ...course, translations: [{ ...course, language: 'ar', direction: 'rtl', title: 'حراسة المنارة', description: 'دورة قصيرة' }] };
}

const made = [
  { of: 'a small course', course: () => compiled('course-small') },
  { of: 'a course in two languages', course: inTwoLanguages },
  { of: 'the ketamine course', course: () => compiled('ketamine-assisted-psychotherapy') },
];
const all = (xml: string, pattern: RegExp): string[] => [...xml.matchAll(pattern)].map(([, found]) => found ?? '');
const schemasOf = (standard: WithManifest): string => join(import.meta.dirname, '../../libs/packaging/schemas', standard);

describe.each(made.flatMap(({ of, course }) => standardsWithManifest.map((standard) => ({ of, course, standard }))))('the manifests of $of for $standard', ({ course, standard }) => {
  let manifests: Written[];
  beforeAll(async () => void (manifests = written(await course(), standard)));

  test('are valid by the schemas of the edition in every structure, order and choice of options', () => {
    expect(manifests).toHaveLength(18);
    expect(manifestErrors(schemasOf(standard), manifests.map(({ xml }) => xml), manifestSchemas[standard])).toEqual([]);
  });

  test('give every identifier once, and refer to none that is not there', () => {
    for (const { xml } of manifests) {
      const given = all(xml, standard === 'cmi5' ? / id="([^"]+)"/g : / identifier="([^"]+)"/g);
      expect(new Set(given).size).toBe(given.length);
      const known = new Set([...given, ...all(xml, /targetObjectiveID="([^"]+)"/g)]);
      expect(all(xml, / (?:identifierref|idref|default)="([^"]+)"/g).filter((id) => !known.has(id))).toEqual([]);
      const objectives = new Set(all(xml, /objectiveID="([^"]+)"/g));
      expect(all(xml, /referencedObjective="([^"]+)"/g).filter((id) => !objectives.has(id))).toEqual([]);
    }
  });

  test('list every file once, and open a page for each part', () => {
    for (const { xml, files, parts } of manifests) {
      const opened = standard === 'cmi5' ? all(xml, /<url>([^<]+)<\/url>/g) : all(xml, /<resource [^>]*href="([^"]+)"/g);
      expect(opened).toEqual(parts.map(({ launch }) => launch));
      if (standard !== 'cmi5') expect(all(xml, /<file href="([^"]+)"/g).sort()).toEqual([...files].sort());
    }
  });
});

test('the second edition is given nothing that came with the third', async () => {
  const hidden = written(await compiled('course-small'), 'scorm-2004-2').flatMap(({ xml }) => all(xml, /<adlnav:hideLMSUI>([^<]+)/g));
  expect([...new Set(hidden)].sort()).toEqual(['abandon', 'continue', 'previous']);
});

test('a course in two languages is described in both', async () => {
  for (const standard of standardsWithManifest) {
    for (const { xml } of written(await inTwoLanguages(), standard)) expect(xml).toMatch(/lang(?:uage)?="ar"[^>]*>حراسة المنارة</);
  }
});
