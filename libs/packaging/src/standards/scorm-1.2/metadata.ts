import { isoDuration, vcard, type CourseFacts } from '../../facts.js';
import { mediaTypes } from '../../media-types.js';
import { element, type XmlElement } from '../../xml.js';

/** The course's IMS Learning Resource Meta-data 1.2.1, which SCORM 1.2 CAM 2.1 takes for a content aggregation. */
export function metadata(course: CourseFacts, files: readonly string[]): XmlElement {
  const language = { 'xml:lang': course.language };
  const text = (name: string, value: string): XmlElement => md(name, md('langstring', value, language));
  return md(
    'lom',
    md(
      'general',
      text('title', course.title),
      md('catalogentry', md('catalog', 'Preceptor'), text('entry', course.identifier)),
      md('language', course.language),
      text('description', course.description || course.title),
      ...course.keywords.map((keyword) => text('keyword', keyword)),
    ),
    md('lifecycle', text('version', course.version), vocabulary('status', 'Final'), ...course.authors.map((author) => md('contribute', vocabulary('role', 'Author'), md('centity', md('vcard', vcard(author)))))),
    md('metametadata', md('metadatascheme', 'ADL SCORM 1.2'), md('language', course.language)),
    md('technical', ...mediaTypes(files).map((type) => md('format', type)), md('location', 'index.html', { type: 'URI' })),
    md('educational', vocabulary('learningresourcetype', 'Exercise'), course.seconds > 0 && md('typicallearningtime', md('datetime', isoDuration(course.seconds)))),
    md('rights', vocabulary('cost', 'no'), vocabulary('copyrightandotherrestrictions', 'yes'), text('description', course.licence)),
    md('classification', vocabulary('purpose', 'Educational Objective'), text('description', course.description || course.title), ...course.keywords.slice(0, 1).map((keyword) => text('keyword', keyword))),
  );
}

function md(name: string, ...children: (XmlElement | string | undefined | false | Record<string, string>)[]): XmlElement {
  const attributes = children.find((child): child is Record<string, string> => typeof child === 'object' && !('children' in child)) ?? {};
  return element(`imsmd:${name}`, attributes, ...children.filter((child) => child !== attributes) as (XmlElement | string | undefined | false)[]);
}

/** A term of the standard's own vocabulary: its language is "x-none" (SCORM 1.2 CAM 2.1.4). */
function vocabulary(name: string, value: string): XmlElement {
  const plain = (part: string, said: string): XmlElement => md(part, md('langstring', said, { 'xml:lang': 'x-none' }));
  return md(name, plain('source', 'LOMv1.0'), plain('value', value));
}
