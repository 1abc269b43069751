import { isoDuration, vcard, type CourseFacts } from '../../facts.js';
import { mediaTypes } from '../../media-types.js';
import { element, type XmlElement } from '../../xml.js';

/** The course's IEEE LOM as SCORM 2004 4th Ed. CAM 4.2 wants it for a content package. */
export function metadata(course: CourseFacts, files: readonly string[]): XmlElement {
  const text = (name: string, value: string): XmlElement => lom(name, element('lom:string', { language: course.language }, value));
  return lom(
    'lom',
    lom(
      'general',
      lom('identifier', lom('catalog', 'Preceptor'), lom('entry', course.identifier)),
      text('title', course.title),
      lom('language', course.language),
      course.description !== '' && text('description', course.description),
      ...course.keywords.map((keyword) => text('keyword', keyword)),
    ),
    lom('lifeCycle', text('version', course.version), vocabulary('status', 'final'), ...course.authors.map((author) => lom('contribute', vocabulary('role', 'author'), lom('entity', vcard(author))))),
    lom('metaMetadata', lom('metadataSchema', 'LOMv1.0'), lom('metadataSchema', 'ADLv1.0'), lom('language', course.language)),
    lom('technical', ...mediaTypes(files).map((type) => lom('format', type))),
    lom('educational', vocabulary('learningResourceType', 'exercise'), course.seconds > 0 && lom('typicalLearningTime', lom('duration', isoDuration(course.seconds))), lom('language', course.language)),
    lom('rights', vocabulary('copyrightAndOtherRestrictions', 'yes'), text('description', course.licence)),
  );
}

function lom(name: string, ...children: (XmlElement | string | undefined | false)[]): XmlElement {
  return element(`lom:${name}`, {}, ...children);
}

function vocabulary(name: string, value: string): XmlElement {
  return lom(name, lom('source', 'LOMv1.0'), lom('value', value));
}
