import { isoDuration, vcard, type CourseFacts, type Said, type StatementFacts } from '../../facts.js';
import { mediaTypes } from '../../media-types.js';
import type { CoursePart } from '../../parts/parts.js';
import { element, type XmlElement } from '../../xml.js';
import { classifications } from '../classifications.js';

/** The course's IMS Learning Resource Meta-data 1.2.1, which SCORM 1.2 CAM 2.1 takes for a content aggregation. */
export function metadata(course: CourseFacts, files: readonly string[], parts: readonly CoursePart[]): XmlElement {
  const described = course.description.length > 0 ? course.description : course.title;
  return md(
    'lom',
    md(
      'general',
      text('title', course.title),
      md('catalogentry', md('catalog', 'Preceptor'), text('entry', [{ language: 'x-none', text: course.identifier }])),
      ...course.languages.map((language) => md('language', language)),
      text('description', described),
      ...course.keywords.map((keyword) => text('keyword', keyword)),
    ),
    md('lifecycle', text('version', [{ language: 'x-none', text: course.version }]), vocabulary('status', 'Final'), ...course.authors.map((author) => md('contribute', vocabulary('role', 'Author'), md('centity', md('vcard', vcard(author)))))),
    md('metametadata', md('metadatascheme', 'ADL SCORM 1.2'), md('language', course.languages[0])),
    md('technical', ...mediaTypes(files).map((type) => md('format', type)), ...parts.map(({ launch }) => element('imsmd:location', { type: 'URI' }, launch))),
    md('educational', vocabulary('learningresourcetype', 'Exercise'), course.seconds > 0 && md('typicallearningtime', md('datetime', isoDuration(course.seconds)))),
    md('rights', vocabulary('cost', 'no'), vocabulary('copyrightandotherrestrictions', 'yes'), text('description', course.rights)),
    ...classifications(course).map((classified) => md(
      'classification',
      vocabulary('purpose', classified.purpose === 'idea' ? 'Idea' : 'Educational Objective'),
      ...classified.statements.map((statement) => taxonPath(statement, course.title)),
      // CAM 2.1: a content aggregation's classification has a description and a keyword.
      text('description', classified.description ?? described),
      text('keyword', course.keywords[0] ?? course.title),
    )),
  );
}

/** IMS MD 1.2.1, 9.2: a path is taxons one within the other; here the heading of the guide, then the statement under it. Its source is said in one language. */
function taxonPath({ id, section, text: said }: StatementFacts, source: Said): XmlElement {
  return md('taxonpath', text('source', source.slice(0, 1)), md('taxon', text('entry', section), md('taxon', md('id', id), text('entry', said))));
}

function md(name: string, ...children: (XmlElement | string | undefined | false)[]): XmlElement {
  return element(`imsmd:${name}`, {}, ...children);
}

function text(name: string, said: Said): XmlElement {
  return md(name, ...said.map(({ language, text: words }) => element('imsmd:langstring', { 'xml:lang': language }, words)));
}

/** A term of the standard's own vocabulary: its language is "x-none" (SCORM 1.2 CAM 2.1.4). */
function vocabulary(name: string, value: string): XmlElement {
  const plain = (part: string, words: string): XmlElement => text(part, [{ language: 'x-none', text: words }]);
  return md(name, plain('source', 'LOMv1.0'), plain('value', value));
}
