import type { CompiledCourse, PackageOptions, Unit } from '@preceptor/course/compiled';
import { courseFacts, inEachLanguage, type ObjectiveFacts, type Said } from '../../facts.js';
import { reducedTo } from '../../parts/reduce.js';
import type { CoursePart } from '../../parts/parts.js';
import { treeOf } from '../../parts/tree.js';
import { element, xmlDocument, type XmlElement } from '../../xml.js';
import { decimal } from '../numbers.js';
import { activityIri, blockIri, courseIri, objectiveIri } from './iri.js';
import { moveOn } from './move-on.js';

const namespace = 'https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd';

/**
 * `cmi5.xml` (cmi5 Quartz, 13.1): the course, its objectives, and its assignable units, in blocks where units are cut up.
 * Every text stands in every language of the course. No launch parameters: each part has a page of its own.
 */
export function courseStructure(course: CompiledCourse, parts: readonly CoursePart[], _files: readonly string[], options: PackageOptions): string {
  const facts = courseFacts(course);
  const au = (part: CoursePart): XmlElement => assignableUnit(course.id, part, options);
  return xmlDocument(
    element(
      'courseStructure',
      { xmlns: namespace },
      element('course', { id: courseIri(course.id) }, text('title', facts.title), text('description', facts.description.length > 0 ? facts.description : facts.title)),
      facts.objectives.length > 0 && element('objectives', {}, ...facts.objectives.map(({ id, text: said }) => element('objective', { id: objectiveIri(course.id, id) }, text('title', said), text('description', said)))),
      ...treeOf(course, parts).flatMap(({ unit, parts: within }) => (unit === null ? within.map(au) : [block(course, unit, within.map(au))])),
    ),
  );
}

function block(course: CompiledCourse, unit: Unit, aus: XmlElement[]): XmlElement {
  const facts = courseFacts(reducedTo(course, unit.id, { unit: unit.id, lesson: null, assessment: null }, false));
  return element('block', { id: blockIri(course.id, unit.id) }, text('title', facts.title), text('description', facts.description.length > 0 ? facts.description : facts.title), references(course.id, facts.objectives), ...aus);
}

function assignableUnit(course: string, part: CoursePart, options: PackageOptions): XmlElement {
  const title = inEachLanguage(part.course, (version) => version.title);
  const { description, objectives } = courseFacts(part.course);
  return element(
    'au',
    {
      id: activityIri(course, part.id),
      moveOn: moveOn(part, options.status),
      masteryScore: part.passMark === null || options.status === 'completed' ? undefined : decimal(part.passMark),
      launchMethod: options.window === 'window' ? 'OwnWindow' : 'AnyWindow',
      activityType: activityTypes[part.kind],
    },
    text('title', title),
    text('description', description.length > 0 ? description : title),
    references(course, objectives),
    element('url', {}, part.launch),
  );
}

/** Of ADL's list of activity types (xAPI Vocabulary). */
const activityTypes: Record<CoursePart['kind'], string> = {
  course: 'http://adlnet.gov/expapi/activities/course',
  unit: 'http://adlnet.gov/expapi/activities/module',
  lesson: 'http://adlnet.gov/expapi/activities/lesson',
  assessment: 'http://adlnet.gov/expapi/activities/assessment',
};

function references(course: string, objectives: readonly ObjectiveFacts[]): XmlElement | false {
  return objectives.length > 0 && element('objectives', {}, ...objectives.map(({ id }) => element('objective', { idref: objectiveIri(course, id) })));
}

function text(name: string, said: Said): XmlElement {
  return element(name, {}, ...said.map(({ language, text: words }) => element('langstring', { lang: language }, words)));
}
