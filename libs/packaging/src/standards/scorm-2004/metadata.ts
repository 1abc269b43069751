import { isoDuration, vcard, type CourseFacts, type Said, type StatementFacts } from '../../facts.js';
import { mediaTypes } from '../../media-types.js';
import { element, type XmlElement } from '../../xml.js';
import { classifications } from '../classifications.js';

/** The IEEE LOM of a course, or of a part of one, as SCORM 2004 4th Ed. CAM 4.2 wants it. */
export function metadata(course: CourseFacts, files: readonly string[]): XmlElement {
  return lom(
    'lom',
    lom(
      'general',
      lom('identifier', lom('catalog', 'Preceptor'), lom('entry', course.identifier)),
      text('title', course.title),
      ...course.languages.map((language) => lom('language', language)),
      course.description.length > 0 && text('description', course.description),
      ...course.keywords.map((keyword) => text('keyword', keyword)),
    ),
    lom('lifeCycle', text('version', course.title.slice(0, 1).map(({ language }) => ({ language, text: course.version }))), vocabulary('status', 'final'), ...course.authors.map((author) => lom('contribute', vocabulary('role', 'author'), lom('entity', vcard(author))))),
    lom('metaMetadata', lom('metadataSchema', 'LOMv1.0'), lom('metadataSchema', 'ADLv1.0'), lom('language', course.languages[0])),
    lom('technical', ...mediaTypes(files).map((type) => lom('format', type))),
    lom('educational', vocabulary('learningResourceType', 'exercise'), course.seconds > 0 && lom('typicalLearningTime', lom('duration', isoDuration(course.seconds))), ...course.languages.map((language) => lom('language', language))),
    lom('rights', vocabulary('copyrightAndOtherRestrictions', 'yes'), text('description', course.rights)),
    ...classifications(course).map(({ purpose, statements, description }) =>
      lom('classification', vocabulary('purpose', purpose), ...statements.map((statement) => taxonPath(statement, course.title)), description !== null && text('description', description))),
  );
}

/** LOM 9.2: a path runs from the general to the special; here the heading of the guide, then the statement under it. */
function taxonPath({ id, section, text: said }: StatementFacts, source: Said): XmlElement {
  return lom('taxonPath', text('source', source), lom('taxon', text('entry', section)), lom('taxon', lom('id', id), text('entry', said)));
}

function lom(name: string, ...children: (XmlElement | string | undefined | false)[]): XmlElement {
  return element(`lom:${name}`, {}, ...children);
}

function text(name: string, said: Said): XmlElement {
  return lom(name, ...said.map(({ language, text: words }) => element('lom:string', { language }, words)));
}

function vocabulary(name: string, value: string): XmlElement {
  return lom(name, lom('source', 'LOMv1.0'), lom('value', value));
}
