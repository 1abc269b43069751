import type { XmlElement } from '../markup/xml.js';
import type { Manifest, Resource } from './model.js';
import { withinOf } from './model.js';
import { targetOf } from './paths.js';
import type { Known } from './told.js';

/** Checks every resource; returns the paths that the manifest lists. */
export function checkResources(manifest: Manifest, known: Known): Set<string> {
  const { file, findings, standard } = known;
  const names = new Set(manifest.resources.map(({ identifier }) => identifier));
  const launched = new Set(manifest.organisations.flatMap(({ items }) => items).flatMap(function references(item): string[] { return [item.reference ?? '', ...item.items.flatMap(references)]; }));
  const listed = new Set<string>();
  const look = (element: XmlElement, base: string, href: string, mayBeElsewhere: boolean): void => {
    const path = checkedPath(element, base, href, mayBeElsewhere, known);
    if (path !== null) listed.add(path);
  };
  for (const resource of manifest.resources) {
    if (resource.href !== null && resource.href !== '') look(resource.element, resource.base, resource.href, launched.has(resource.identifier));
    for (const { element, href } of resource.files) look(element, resource.base, href, false);
    for (const { element, reference } of resource.dependencies) {
      if (!names.has(reference)) findings.add('dependency-dangling', file, element.place, `A dependency names the resource ${JSON.stringify(reference)}, which is not there.`);
    }
    const type = resource.element.attributes.find(({ name }) => name.toLowerCase() === 'scormtype');
    const wanted = standard === 'scorm-1.2' ? 'scormtype' : 'scormType';
    if (type !== undefined && (type.name !== wanted || !['sco', 'asset'].includes(type.value))) {
      findings.add('scormtype-written', file, type.place, `It is written ${type.name}="${type.value}".`, `Write ${wanted}="${type.value.toLowerCase() === 'asset' ? 'asset' : 'sco'}".`);
    }
  }
  for (const element of withinOf(manifest.element)) if (element.name === 'location' && element.namespace.includes('adlcp')) look(element, '', element.text.trim(), true);
  return listed;
}

/** The path that an LMS launches, with its parameters; null when there is none in the package. */
export function launchOf(resource: Resource, parameters: string, { archive }: Known): string | null {
  if (resource.href === null) return null;
  const target = targetOf(resource.base, resource.href, (path) => archive.has(path));
  if (target.kind !== 'file' || !archive.has(target.path)) return null;
  return target.path + joined(target.query, parameters);
}

/** How an LMS joins parameters to an href (SCORM 2004 4th Ed. CAM 3.4.1.6). */
function joined(query: string, parameters: string): string {
  const trimmed = parameters.replace(/^[?&]+/, '');
  if (trimmed === '') return query;
  if (trimmed.startsWith('#')) return query.includes('#') ? query : query + trimmed;
  return `${query}${query.includes('?') ? '&' : '?'}${trimmed}`;
}

/** The path in the zip that is meant, also when it is not there; null when there is none. */
function checkedPath(element: XmlElement, base: string, href: string, launched: boolean, { archive, file, findings }: Known): string | null {
  const place = element.attributes.find(({ name }) => name === 'href')?.place ?? element.place;
  const target = targetOf(base, href, (path) => archive.has(path));
  switch (target.kind) {
    case 'elsewhere':
      if (launched) findings.add('launch-external', file, place, `${target.address} lies on another server.`);
      return null;
    case 'unusable':
      findings.add('path-unusable', file, place, `The path ${JSON.stringify(href)} ${target.why}.`);
      return target.why === 'has backslashes' ? href.replaceAll('\\', '/') : null;
    case 'file':
      break;
  }
  if (archive.has(target.path)) return target.path;
  const other = archive.files.find(({ path }) => path.toLowerCase() === target.path.toLowerCase())?.path;
  if (other === undefined) findings.add('file-missing', file, place, `${JSON.stringify(target.path)} is named in the manifest, but is not in the zip.`);
  else findings.add('file-case', file, place, `The manifest says ${JSON.stringify(target.path)}, the zip ${JSON.stringify(other)}.`, `Write ${JSON.stringify(other)}.`);
  return other ?? target.path;
}
