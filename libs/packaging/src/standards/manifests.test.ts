import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Item } from '@preceptor/assessment';
import type { CompiledCourse } from '@preceptor/course/compiled';
import { packageOptionsOf, type PackageOptions } from '@preceptor/course/delivery';
import { twoUnits } from '../../../../test/fixtures/two-units.js';
import { standardNames, standards, type StandardName } from './index.js';
import { packageWarnings, partsFor } from './package-warnings.js';
import { notSaid } from './warnings.js';

type Chosen = Partial<PackageOptions>;
const files = ['player.js', 'content/rhythm.js', 'media/map.svg'];

function manifest(standard: StandardName, chosen: Chosen, course: CompiledCourse = twoUnits()): string {
  const options = packageOptionsOf({}, chosen);
  const parts = partsFor(standard, course, options.structure);
  return standards[standard].manifest?.write(course, parts, [...parts.map(({ launch }) => launch), ...files], options) ?? '';
}
const codes = (standard: StandardName, chosen: Chosen, course: CompiledCourse = twoUnits()): string[] => packageWarnings(course, standard, packageOptionsOf({}, chosen)).map(({ code }) => code);
const all = (xml: string, pattern: RegExp): string[] => [...xml.matchAll(pattern)].map((found) => found.slice(1).join(' '));
const several = ['units', 'lessons'] as const;
const scorm = ['scorm-1.2', 'scorm-2004-2', 'scorm-2004-3', 'scorm-2004-4'] as const;
const scorm2004 = ['scorm-2004-2', 'scorm-2004-3', 'scorm-2004-4'] as const;

describe.each(scorm)('a manifest of %s with several parts', (standard) => {
  test.each(several)('in %s lists what they share once, as an asset that each depends on', (structure) => {
    const xml = manifest(standard, { structure });
    for (const path of files) expect(all(xml, new RegExp(`<file href="(${path})"`, 'g'))).toHaveLength(1);
    expect(all(xml, /<dependency identifierref="([^"]+)"/g)).toEqual(partsFor(standard, twoUnits(), structure).map(() => 'shared-lighthouse'));
    expect(all(xml, /<resource identifier="([^"]+)"[^>]*scorm[tT]ype="asset"/g)).toEqual(['shared-lighthouse']);
  });

  test('keeps its identifiers over versions', () => {
    const ids = (course: CompiledCourse): string[] => all(manifest(standard, { structure: 'lessons' }, course), / identifier="([^"]+)"/g);
    expect(ids(twoUnits({ version: '9', title: 'Another' }))).toEqual(ids(twoUnits()));
  });
});

describe('a manifest of SCORM 1.2', () => {
  const prerequisites = (order: PackageOptions['order']): string[] => all(manifest('scorm-1.2', { structure: 'lessons', order }), /aicc_script">([^<]+)</g);

  test('lets each part wait for the one before it where an order is asked for, and says so of "onwards only"', () => {
    expect(prerequisites('free')).toEqual([]);
    expect(prerequisites('in-order')).toEqual(['item-rhythm', 'item-colour', 'item-quiz', 'item-lamp']);
    expect(prerequisites('forward-only')).toEqual(prerequisites('in-order'));
    expect(codes('scorm-1.2', { structure: 'lessons', order: 'forward-only' })).toContain('FORWARD_ONLY_NOT_SAID');
    expect(codes('scorm-1.2', { structure: 'lessons', order: 'in-order' })).not.toContain('FORWARD_ONLY_NOT_SAID');
  });

  test('has the pass mark at the deciding part alone, and nowhere where no verdict is wanted of the LMS', () => {
    const marks = (status: PackageOptions['status']): string[] => all(manifest('scorm-1.2', { structure: 'lessons', status }), /<adlcp:masteryscore>([^<]+)/g);
    expect(marks('passed-failed')).toEqual(['80']);
    expect(marks('passed-incomplete')).toEqual([]);
    expect(marks('completed')).toEqual([]);
  });

  test('says a time limit in hours, minutes and seconds, of one part; of several nobody holds it', () => {
    expect(manifest('scorm-1.2', { timeLimitMinutes: 605 })).toContain('<adlcp:maxtimeallowed>0010:05:00</adlcp:maxtimeallowed>');
    expect(manifest('scorm-1.2', { timeLimitMinutes: 605, structure: 'units' })).not.toContain('maxtimeallowed');
    expect(codes('scorm-1.2', { timeLimitMinutes: 605, structure: 'units' })).toContain('TIME_LIMIT_NOT_HELD');
  });

  test('cannot hide the navigation of the LMS, nor say what the parts make together', () => {
    expect(codes('scorm-1.2', { structure: 'units' })).toEqual(['ROLLUP_NOT_SAID', 'NAVIGATION_NOT_HIDDEN']);
    expect(codes('scorm-1.2', { structure: 'units', hideLmsNavigation: false })).toEqual(['ROLLUP_NOT_SAID']);
    expect(codes('scorm-1.2', {})).toEqual([]);
  });
});

describe.each(scorm2004)('a manifest of %s', (standard) => {
  test('counts what completion asks for, and takes success from what decides', () => {
    const xml = manifest(standard, { structure: 'lessons' });
    const counted = (item: string): string | undefined => new RegExp(`identifier="${item}"[\\s\\S]*?<imsss:rollupRules rollupObjectiveSatisfied="(\\w+)" rollupProgressCompletion="(\\w+)" objectiveMeasureWeight="([\\d.]+)"`).exec(xml)?.slice(1).join(' ');
    expect(['item-rhythm', 'item-quiz', 'item-final'].map(counted)).toEqual(['false true 0.0', 'false false 0.0', 'true true 1.0']);
  });

  test('maps how each part stands to an objective that the next one reads, where they are taken in order', () => {
    const maps = (order: PackageOptions['order']): string[] => all(manifest(standard, { structure: 'units', order }), /targetObjectiveID="[^"]*:part:(\w+)" readSatisfiedStatus="(\w+)"/g);
    expect(maps('in-order')).toEqual(['light false', 'keeping false', 'light true']);
    expect(maps('free')).toEqual(['light false', 'keeping false']);
  });

  test('hides what would lead away or throw progress away, and leaves "next" where it is the only way', () => {
    const hidden = (chosen: Chosen): string[] => [...new Set(all(manifest(standard, chosen), /hideLMSUI>(\w+)/g))];
    const away = standard === 'scorm-2004-2' ? ['abandon'] : ['abandon', 'abandonAll'];
    expect(hidden({})).toEqual(['continue', 'previous', ...away]);
    expect(hidden({ structure: 'units', order: 'forward-only' })).toEqual(['previous', ...away]);
    expect(hidden({ hideLmsNavigation: false })).toEqual([]);
    expect(codes(standard, { structure: 'units', order: 'forward-only' })).toContain('NEXT_NOT_HIDDEN');
  });

  test('gives the LMS a pass mark only where it may make a verdict of it', () => {
    expect(manifest(standard, {})).toContain('<imsss:minNormalizedMeasure>0.8</imsss:minNormalizedMeasure>');
    expect(manifest(standard, { status: 'completed' })).not.toContain('satisfiedByMeasure');
    expect(manifest(standard, { status: 'completed', structure: 'units' })).not.toContain('rollupObjectiveSatisfied="true"');
  });

  test('says a time limit for the whole course, and that over several parts the LMS may not keep it', () => {
    expect(all(manifest(standard, { timeLimitMinutes: 90, structure: 'units' }), /attemptAbsoluteDurationLimit="([^"]+)"/g)).toEqual(['PT90M']);
    expect(codes(standard, { timeLimitMinutes: 90, structure: 'units' })).toContain('TIME_LIMIT_LEFT_TO_LMS');
    expect(manifest(standard, { timeLimitMinutes: 90 })).toContain('<adlcp:timeLimitAction>exit,message</adlcp:timeLimitAction>');
    expect(codes(standard, { timeLimitMinutes: 90 })).toEqual([]);
  });

  test('weighs the parts where the edition can, and says so where it cannot', () => {
    const weighed = standard === 'scorm-2004-4';
    expect(all(manifest(standard, { structure: 'lessons' }), /progressWeight="([\d.]+)"/g)).toEqual(weighed ? ['0.4', '0.2', '0', '0.6', '0.2', '0.2', '0.4', '1.0'] : []);
    expect(codes(standard, { structure: 'lessons' }).includes('WEIGHTS_NOT_SAID')).toBe(!weighed);
  });

  test('describes each part by what it teaches, with the numbers of the statements', () => {
    const xml = manifest(standard, { structure: 'lessons' });
    expect(all(xml, /<lom:id>(\w+)<\/lom:id>/g)).toContain('s1');
    expect(all(xml, /(<lom:lom>)/g)).toHaveLength(6);
    expect(xml).toContain('<lom:string language="en">Tell a light by its rhythm.</lom:string>');
  });
});

describe('cmi5.xml', () => {
  const units = (chosen: Chosen, course?: CompiledCourse): string[] => all(manifest('cmi5', chosen, course), /<au id="[^"]*:au:(\w+)" moveOn="(\w+)"/g);

  test('asks of each part what the course asks of it', () => {
    expect(units({ structure: 'lessons' })).toEqual(['rhythm Completed', 'colour Completed', 'quiz NotApplicable', 'lamp Completed', 'final Passed']);
    expect(units({ structure: 'units' })).toEqual(['light Completed', 'keeping CompletedAndPassed']);
    expect(units({ status: 'completed' })).toEqual(['lighthouse CompletedOrPassed']);
    expect(units({}, twoUnits({ rules: { ...twoUnits().rules, success: { assessments: [] } } }))).toEqual(['lighthouse Completed']);
  });

  test('puts the parts into blocks by unit, with the objectives that they share', () => {
    const xml = manifest('cmi5', { structure: 'lessons' });
    expect(all(xml, /<block id="[^"]*:block:(\w+)"/g)).toEqual(['light', 'keeping']);
    expect(all(manifest('cmi5', { structure: 'units' }), /<(block) /g)).toEqual([]);
    expect(all(xml, /<objective id="([^"]+)"/g)).toEqual(['urn:preceptor:course:lighthouse:objective:o-rhythm']);
  });

  test('says pass mark, window and kind of each part', () => {
    expect(manifest('cmi5', { window: 'window' })).toContain('masteryScore="0.8" launchMethod="OwnWindow" activityType="http://adlnet.gov/expapi/activities/course"');
    expect(manifest('cmi5', { status: 'completed' })).not.toContain('masteryScore');
    expect(all(manifest('cmi5', { structure: 'lessons' }), /launchMethod="AnyWindow" activityType="[^"]*\/(\w+)"/g)).toEqual(['lesson', 'lesson', 'assessment', 'lesson', 'assessment']);
  });

  test('says what it has no place for', () => {
    expect(codes('cmi5', {})).toEqual([]);
    expect(codes('cmi5', { timeLimitMinutes: 5, validUntil: '2027-12-31' })).toEqual(['TIME_LIMIT_NOT_SAID', 'LAST_DAY_NOT_SAID']);
    expect(codes('cmi5', { structure: 'lessons', order: 'in-order' })).toEqual(['ORDER_NOT_SAID', 'WEIGHTS_NOT_SAID', 'NAVIGATION_NOT_HIDDEN']);
  });
});

test('a site is one page, which says so when it is to be cut up, and counts attempts in the browser alone', () => {
  expect(partsFor('site', twoUnits(), 'lessons')).toHaveLength(1);
  expect(codes('site', { structure: 'lessons', attempts: 2 })).toEqual(['STRUCTURE_NOT_SAID', 'ATTEMPTS_NOT_KEPT']);
  expect(codes('site', {})).toEqual([]);
});

test.each([...scorm, 'cmi5'] as const)('%s says that two pass marks in one part have no place', (standard) => {
  const both = twoUnits({ rules: { ...twoUnits().rules, success: { assessments: ['quiz', 'final'] } } });
  expect(codes(standard, {}, both)).toEqual(['PASS_MARK_NOT_SAID']);
  expect(codes(standard, { structure: 'units' }, both)).not.toContain('PASS_MARK_NOT_SAID');
});

test.each(standardNames)('%s says that a file can not be handed in, and what becomes of the question', (standard) => {
  const course = twoUnits();
  const [first] = course.units;
  const [check] = first?.lessons.flatMap(({ checks }) => checks) ?? [];
  if (first === undefined || check === undefined) throw new Error('the course has a check');
  const upload: Item = { ...check, kind: 'upload', content: { accept: ['audio/*'], maxBytes: 1e6 }, key: { rubric: [] } };
  const asking = { ...course, units: [{ ...first, lessons: first.lessons.map((lesson) => ({ ...lesson, checks: lesson.checks.map(() => upload) })) }, ...course.units.slice(1)] };
  expect(codes(standard, {}, asking)).toEqual(['FILES_NOT_TAKEN']);
});

test.each(standardNames)('%s says that nobody grades an essay that an assessment asks for', (standard) => {
  const course = twoUnits();
  const essay = (item: Item): Item => ({ ...item, kind: 'long-text', content: { maxWords: 100 }, key: { rubric: [] } });
  const inLessons = { ...course, units: course.units.map((unit) => ({ ...unit, lessons: unit.lessons.map((lesson) => ({ ...lesson, checks: lesson.checks.map(essay) })) })) };
  expect(codes(standard, {}, inLessons)).toEqual(codes(standard, {}));
  const asking = { ...course, banks: course.banks.map((bank) => ({ ...bank, items: bank.items.map(essay) })) };
  expect(codes(standard, {}, asking)).toEqual([...codes(standard, {}), 'ESSAYS_NOT_GRADED']);
});

test('metadata says until when the package may be used, in each language of the course', () => {
  const course = twoUnits({ translations: [twoUnits({ language: 'fr' })] });
  for (const standard of scorm) {
    const xml = manifest(standard, { validUntil: '2027-12-31' }, course);
    expect(xml).toContain('CC-BY-4.0 May be used until December 31, 2027.');
    expect(xml).toContain('CC-BY-4.0 Utilisable jusqu’au 31 décembre 2027.');
  }
});

test('every warning is explained in the manual', () => {
  const manual = readFileSync(join(import.meta.dirname, '../../../../docs/parts.md'), 'utf8');
  const [part] = partsFor('cmi5', twoUnits(), 'single');
  if (part === undefined) throw new Error('a course has a part');
  const given = Object.entries(notSaid).map(([name, make]) => (name === 'passMark' ? notSaid.passMark(part) : name === 'files' || name === 'essays' ? notSaid[name]('any', ['call']) : (make as (standard: string) => { code: string })('any')).code);
  expect(all(manual, /^\| `([A-Z_]+)` \|/gm).sort()).toEqual(given.sort());
});
