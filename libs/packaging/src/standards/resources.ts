import type { CoursePart } from '../parts/parts.js';
import { element, type XmlElement } from '../xml.js';
import { identifiers } from './identifiers.js';

/**
 * `resources` of an `imsmanifest.xml` (SCORM 1.2 CAM 2.3.2.5, SCORM 2004 4th Ed. CAM 3.4.2). One SCO lists all files. Of
 * several each lists its page, and what they share stands once, as an asset that they depend on. `scormType` is the
 * edition's spelling of the attribute.
 */
export function resources(scormType: 'adlcp:scormtype' | 'adlcp:scormType', course: string, parts: readonly CoursePart[], files: readonly string[]): XmlElement {
  const sco = (part: CoursePart, ...children: XmlElement[]): XmlElement =>
    element('resource', { identifier: identifiers.sco(part), type: 'webcontent', [scormType]: 'sco', href: part.launch }, ...children);
  const listed = (paths: readonly string[]): XmlElement[] => paths.map((href) => element('file', { href }));
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return element('resources', {}, sco(only, ...listed(files)));
  const pages = new Set(parts.map(({ launch }) => launch));
  return element(
    'resources',
    {},
    ...parts.map((part) => sco(part, ...listed([part.launch]), element('dependency', { identifierref: identifiers.shared(course) }))),
    element('resource', { identifier: identifiers.shared(course), type: 'webcontent', [scormType]: 'asset' }, ...listed(files.filter((path) => !pages.has(path)))),
  );
}
