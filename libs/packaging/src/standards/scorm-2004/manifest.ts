import type { CompiledCourse, PackageOptions } from '@preceptor/course/compiled';
import { courseFacts } from '../../facts.js';
import type { CoursePart } from '../../parts/parts.js';
import { element, xmlDocument } from '../../xml.js';
import { identifiers } from '../identifiers.js';
import { resources } from '../resources.js';
import type { Edition } from './edition.js';
import { metadata } from './metadata.js';
import { organization } from './organization.js';

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

/** `imsmanifest.xml` of an edition of SCORM 2004 (4th Ed. CAM 3.4 and 5.1). */
export function manifest(edition: Edition, course: CompiledCourse, parts: readonly CoursePart[], files: readonly string[], options: PackageOptions): string {
  const { id } = course;
  return xmlDocument(
    element(
      'manifest',
      {
        identifier: identifiers.manifest(id),
        version: course.version,
        ...namespaces,
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
        'xsi:schemaLocation': Object.entries(namespaces).map(([prefix, namespace]) => `${namespace} ${schemaFiles[prefix as keyof typeof namespaces]}`).join(' '),
      },
      element('metadata', {}, element('schema', {}, 'ADL SCORM'), element('schemaversion', {}, edition.schemaVersion), metadata(courseFacts(course, options.validUntil), files)),
      element('organizations', { default: identifiers.organization(id) }, organization(edition, course, parts, options)),
      resources('adlcp:scormType', id, parts, files),
    ),
  );
}
