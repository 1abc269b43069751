import type { CompiledCourse, PackageOptions } from '@preceptor/course/compiled';
import type { CoursePart } from '../../parts/parts.js';
import { element, xmlDocument, type XmlElement } from '../../xml.js';
import { activityIri, courseIri } from './iri.js';

const namespace = 'https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd';

/** `cmi5.xml` (cmi5 Quartz, 13.1): the course and its assignable units. */
export function courseStructure(course: CompiledCourse, parts: readonly CoursePart[], _files: readonly string[], options: PackageOptions): string {
  return xmlDocument(
    element(
      'courseStructure',
      { xmlns: namespace },
      element('course', { id: courseIri(course.id) }, text('title', course.language, course.title), text('description', course.language, course.description || course.title)),
      ...parts.map((part) => assignableUnit(course, part, options)),
    ),
  );
}

function assignableUnit(course: CompiledCourse, part: CoursePart, options: PackageOptions): XmlElement {
  return element(
    'au',
    {
      id: activityIri(course.id, part.id),
      moveOn: part.decides ? 'CompletedAndPassed' : 'Completed',
      ...(part.passMark === null ? {} : { masteryScore: String(Math.round(part.passMark * 10000) / 10000) }),
      launchMethod: options.window === 'window' ? 'OwnWindow' : 'AnyWindow',
    },
    text('title', course.language, part.title),
    text('description', course.language, part.title),
    element('url', {}, part.launch),
  );
}

function text(name: string, language: string, value: string): XmlElement {
  return element(name, {}, element('langstring', { lang: language }, value));
}
