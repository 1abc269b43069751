import type { CompiledCourse } from '@preceptor/course/compiled';
import { courseFacts, type CourseFacts } from '../../facts.js';
import type { CoursePart } from '../../parts/parts.js';
import { element, xmlDocument } from '../../xml.js';
import { metadata } from './metadata.js';

const imscp = 'http://www.imsproject.org/xsd/imscp_rootv1p1p2';
const imsmd = 'http://www.imsglobal.org/xsd/imsmd_rootv1p2p1';
const adlcp = 'http://www.adlnet.org/xsd/adlcp_rootv1p2';

/** `imsmanifest.xml` of a package with one SCO (SCORM 1.2 CAM 2.2 and 2.3). */
export function manifest(compiled: CompiledCourse, parts: readonly CoursePart[], files: readonly string[]): string {
  const course = courseFacts(compiled);
  const launch = parts[0]?.launch;
  const { identifier } = course;
  return xmlDocument(
    element(
      'manifest',
      {
        identifier: `course-${identifier}`,
        // CAM 2.2.1: at most 20 characters.
        version: course.version.slice(0, 20),
        xmlns: imscp,
        'xmlns:imsmd': imsmd,
        'xmlns:adlcp': adlcp,
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
        'xsi:schemaLocation': `${imscp} imscp_rootv1p1p2.xsd ${imsmd} imsmd_rootv1p2p1.xsd ${adlcp} adlcp_rootv1p2.xsd`,
      },
      element('metadata', {}, element('schema', {}, 'ADL SCORM'), element('schemaversion', {}, '1.2'), metadata(course, files)),
      element(
        'organizations',
        { default: `org-${identifier}` },
        element(
          'organization',
          { identifier: `org-${identifier}` },
          title(course),
          element(
            'item',
            { identifier: `item-${identifier}`, identifierref: `sco-${identifier}`, isvisible: 'true' },
            title(course),
            // CAM 2.3.2.4.6: on the scale of cmi.core.score.raw, which is 0 to 100.
            course.passMark !== null && element('adlcp:masteryscore', {}, String(Math.round(course.passMark * 10000) / 100)),
          ),
        ),
      ),
      element(
        'resources',
        {},
        element('resource', { identifier: `sco-${identifier}`, type: 'webcontent', 'adlcp:scormtype': 'sco', href: launch }, ...files.map((href) => element('file', { href }))),
      ),
    ),
  );
}

/** CAM 2.2.1: titles hold at most 200 characters. */
function title(course: CourseFacts) {
  const characters = [...course.title];
  return element('title', {}, characters.length <= 200 ? course.title : `${characters.slice(0, 199).join('')}…`);
}
