import type { CompiledCourse, PackageOptions } from '@preceptor/course/compiled';
import { courseFacts, type CourseFacts } from '../../facts.js';
import type { CoursePart } from '../../parts/parts.js';
import { element, xmlDocument, type XmlElement } from '../../xml.js';
import type { Edition } from './edition.js';
import { metadata } from './metadata.js';

const namespaces = {
  xmlns: 'http://www.imsglobal.org/xsd/imscp_v1p1',
  'xmlns:adlcp': 'http://www.adlnet.org/xsd/adlcp_v1p3',
  'xmlns:adlseq': 'http://www.adlnet.org/xsd/adlseq_v1p3',
  'xmlns:adlnav': 'http://www.adlnet.org/xsd/adlnav_v1p3',
  'xmlns:imsss': 'http://www.imsglobal.org/xsd/imsss',
  'xmlns:lom': 'http://ltsc.ieee.org/xsd/LOM',
};
const schemaFiles: Record<keyof typeof namespaces, string> = {
  xmlns: 'imscp_v1p1.xsd',
  'xmlns:adlcp': 'adlcp_v1p3.xsd',
  'xmlns:adlseq': 'adlseq_v1p3.xsd',
  'xmlns:adlnav': 'adlnav_v1p3.xsd',
  'xmlns:imsss': 'imsss_v1p0.xsd',
  'xmlns:lom': 'lom.xsd',
};

/** `imsmanifest.xml` of a package with one SCO (SCORM 2004 4th Ed. CAM 3.4 and 5.1). */
export function manifest(edition: Edition, compiled: CompiledCourse, parts: readonly CoursePart[], files: readonly string[], _options: PackageOptions): string {
  const course = courseFacts(compiled);
  const launch = parts[0]?.launch;
  const { identifier } = course;
  return xmlDocument(
    element(
      'manifest',
      {
        identifier: `course-${identifier}`,
        version: course.version,
        ...namespaces,
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
        'xsi:schemaLocation': Object.entries(namespaces).map(([prefix, namespace]) => `${namespace} ${schemaFiles[prefix as keyof typeof namespaces]}`).join(' '),
      },
      element('metadata', {}, element('schema', {}, 'ADL SCORM'), element('schemaversion', {}, edition.schemaVersion), metadata(course, files)),
      element(
        'organizations',
        { default: `org-${identifier}` },
        element(
          'organization',
          // One SCO has no use for objectives that outlive the course (CAM 3.4.1.3).
          { identifier: `org-${identifier}`, 'adlseq:objectivesGlobalToSystem': 'false' },
          element('title', {}, course.title),
          element(
            'item',
            { identifier: `item-${identifier}`, identifierref: `sco-${identifier}`, isvisible: 'true' },
            element('title', {}, course.title),
            // CAM 3.4.1.14: the LMS holds the course complete once cmi.progress_measure is 1.
            edition.weightedCompletion ? element('adlcp:completionThreshold', { completedByMeasure: 'true', minProgressMeasure: '1.0', progressWeight: '1.0' }) : element('adlcp:completionThreshold', {}, '1.0'),
            itemSequencing(course),
            navigation(),
          ),
          // Flow lets the LMS start the only SCO by itself (CAM 5.1.2).
          element('imsss:sequencing', {}, element('imsss:controlMode', { choice: 'true', flow: 'true' })),
        ),
      ),
      element(
        'resources',
        {},
        element('resource', { identifier: `sco-${identifier}`, type: 'webcontent', 'adlcp:scormType': 'sco', href: launch }, ...files.map((href) => element('file', { href }))),
      ),
    ),
  );
}

/** CAM 5.1.7 and 5.1.9: the pass mark as the primary objective's measure; completion and success are the course's to say. */
function itemSequencing({ identifier, passMark }: CourseFacts): XmlElement {
  const objectiveID = `objective-${identifier}`;
  return element(
    'imsss:sequencing',
    {},
    element(
      'imsss:objectives',
      {},
      passMark === null
        ? element('imsss:primaryObjective', { objectiveID })
        : element('imsss:primaryObjective', { objectiveID, satisfiedByMeasure: 'true' }, element('imsss:minNormalizedMeasure', {}, decimal(passMark))),
    ),
    element('imsss:deliveryControls', { tracked: 'true', completionSetByContent: 'true', objectiveSetByContent: 'true' }),
  );
}

/** CAM 5.2: with one SCO, the LMS's own "next" and "previous" would lead nowhere. */
function navigation(): XmlElement {
  return element('adlnav:presentation', {}, element('adlnav:navigationInterface', {}, element('adlnav:hideLMSUI', {}, 'continue'), element('adlnav:hideLMSUI', {}, 'previous')));
}

function decimal(value: number): string {
  return String(Math.round(value * 10000) / 10000);
}
