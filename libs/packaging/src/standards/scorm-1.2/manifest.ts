import type { CompiledCourse, PackageOptions } from '@preceptor/course/compiled';
import { courseFacts } from '../../facts.js';
import type { CoursePart } from '../../parts/parts.js';
import { treeOf } from '../../parts/tree.js';
import { element, xmlDocument, type XmlElement } from '../../xml.js';
import { identifiers } from '../identifiers.js';
import { resources } from '../resources.js';
import { metadata } from './metadata.js';

const imscp = 'http://www.imsproject.org/xsd/imscp_rootv1p1p2';
const imsmd = 'http://www.imsglobal.org/xsd/imsmd_rootv1p2p1';
const adlcp = 'http://www.adlnet.org/xsd/adlcp_rootv1p2';

/** `imsmanifest.xml` of SCORM 1.2 (CAM 2.2 and 2.3). */
export function manifest(course: CompiledCourse, parts: readonly CoursePart[], files: readonly string[], options: PackageOptions): string {
  const { id } = course;
  return xmlDocument(
    element(
      'manifest',
      {
        identifier: identifiers.manifest(id),
        // CAM 2.2.1: at most 20 characters.
        version: course.version.slice(0, 20),
        xmlns: imscp,
        'xmlns:imsmd': imsmd,
        'xmlns:adlcp': adlcp,
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
        'xsi:schemaLocation': `${imscp} imscp_rootv1p1p2.xsd ${imsmd} imsmd_rootv1p2p1.xsd ${adlcp} adlcp_rootv1p2.xsd`,
      },
      element('metadata', {}, element('schema', {}, 'ADL SCORM'), element('schemaversion', {}, '1.2'), metadata(courseFacts(course, options.validUntil), files, parts)),
      element(
        'organizations',
        { default: identifiers.organization(id) },
        element(
          'organization',
          { identifier: identifiers.organization(id) },
          title(course.title),
          ...treeOf(course, parts).flatMap((place) => {
            const leaves = place.parts.map((part) => leaf(part, parts, options));
            return place.unit === null ? leaves : [element('item', { identifier: identifiers.cluster(place.unit.id), isvisible: 'true' }, title(place.unit.title), ...leaves)];
          }),
        ),
      ),
      resources('adlcp:scormtype', id, parts, files),
    ),
  );
}

function leaf(part: CoursePart, parts: readonly CoursePart[], options: PackageOptions): XmlElement {
  const before = options.order === 'free' ? undefined : parts[parts.indexOf(part) - 1];
  const limit = parts.length === 1 ? options.timeLimitMinutes : null;
  return element(
    'item',
    { identifier: identifiers.item(part), identifierref: identifiers.sco(part), isvisible: 'true' },
    title(part.title),
    // CAM 2.3.2.4.1: an identifier alone is true once that item is "passed" or "completed".
    before !== undefined && element('adlcp:prerequisites', { type: 'aicc_script' }, identifiers.item(before)),
    limit !== null && element('adlcp:maxtimeallowed', {}, timespan(limit)),
    limit !== null && element('adlcp:timelimitaction', {}, 'exit,message'),
    // CAM 2.3.2.4.6: on the scale of cmi.core.score.raw, which is 0 to 100. With it the LMS makes "passed" or "failed" of
    // a score by itself (RTE 3.4.4, cmi.core.lesson_status), so it is not said where another status is wanted.
    part.passMark !== null && options.status === 'passed-failed' && element('adlcp:masteryscore', {}, String(Math.round(part.passMark * 10000) / 100)),
  );
}

/** CAM 2.2.1: titles hold at most 200 characters. */
function title(text: string): XmlElement {
  const characters = [...text];
  return element('title', {}, characters.length <= 200 ? text : `${characters.slice(0, 199).join('')}…`);
}

/** RTE 3.4.2, CMITimespan: HHHH:MM:SS, at most 9999 hours. */
function timespan(minutes: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${String(Math.min(Math.floor(minutes / 60), 9999)).padStart(4, '0')}:${two(minutes % 60)}:00`;
}
