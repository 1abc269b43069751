import type { Activity } from '../verification.js';
import { allItems, type Item, type Manifest, type Resource } from './model.js';
import { checkSequencing } from './sequencing.js';
import { checkResources, launchOf } from './resources.js';
import type { Known, Told } from './told.js';

/** What is wrong with a SCORM manifest beyond its schema, and what it says. */
export function checkScorm(manifest: Manifest, known: Known): Told {
  const launchable = new Map(manifest.resources.map((resource) => [resource.identifier, resource]));
  checkIdentifiers(manifest, known);
  checkOrganisations(manifest, known);
  for (const { items } of manifest.organisations) for (const item of allItems(items)) checkItem(item, launchable, known);
  const listed = checkResources(manifest, known);
  checkSequencing(manifest, known);
  const { organisation } = manifest;
  const activities = organisation === null ? [] : allItems(organisation.items).flatMap((item) => activityOf(item, launchable, known));
  return {
    identifier: manifest.identifier,
    title: organisation?.title ?? '',
    activities,
    listed,
    launched: new Set(activities.filter(({ kind }) => kind === 'sco').map(({ href }) => href.replace(/[?#].*$/s, ''))),
  };
}

function checkIdentifiers(manifest: Manifest, { file, findings }: Known): void {
  const seen = new Map<string, number>();
  const all = [manifest, ...manifest.organisations, ...manifest.organisations.flatMap(({ items }) => allItems(items)), ...manifest.resources];
  for (const { identifier, element } of all) {
    const first = seen.get(identifier);
    if (identifier !== '' && first !== undefined) findings.add('identifier-twice', file, element.place, `The identifier ${JSON.stringify(identifier)} of <${element.name}> is used in line ${first} already.`);
    else seen.set(identifier, element.place.line);
  }
}

function checkOrganisations(manifest: Manifest, { file, findings }: Known): void {
  const { organizations, organisations } = manifest;
  const named = organizations?.attributes.find(({ name }) => name === 'default');
  if (organisations.length === 0) findings.add('organization-empty', file, (organizations ?? manifest.element).place, 'The manifest has no organisation, so there is nothing to launch.');
  else if (named === undefined || !organisations.some(({ identifier }) => identifier === named.value)) {
    findings.add('default-organization', file, (named ?? organizations ?? manifest.element).place, named === undefined ? '<organizations> does not name its default.' : `The default organisation ${JSON.stringify(named.value)} is not there.`);
  }
  for (const { element, title, items } of organisations) {
    if (items.length === 0) findings.add('organization-empty', file, element.place, 'The organisation has no item, so there is nothing to launch.');
    if (title === '') findings.add('item-untitled', file, element.place, 'The organisation has no title.');
  }
}

function checkItem(item: Item, resources: ReadonlyMap<string, Resource>, { file, standard, findings }: Known): void {
  const { element, identifier, title, reference } = item;
  const at = element.attributes.find(({ name }) => name === 'identifierref')?.place ?? element.place;
  if (title === '') findings.add('item-untitled', file, element.place, `The item ${JSON.stringify(identifier)} has no title.`);
  if (reference === null && item.items.length === 0) findings.add('item-empty', file, element.place, `The item ${JSON.stringify(identifier)} names no resource and holds no items.`);
  if (reference === null) return;
  if (item.items.length > 0 && standard !== 'scorm-1.2') findings.add('cluster-resource', file, at, `The item ${JSON.stringify(identifier)} holds items and names the resource ${JSON.stringify(reference)}.`);
  const resource = resources.get(reference);
  if (resource === undefined) {
    const other = [...resources.keys()].find((each) => each.toLowerCase() === reference.toLowerCase());
    findings.add('identifierref-dangling', file, at, `The item ${JSON.stringify(identifier)} names the resource ${JSON.stringify(reference)}, which is not there.`, other === undefined ? undefined : `Write ${JSON.stringify(other)}.`);
    return;
  }
  if (resource.href === null || resource.href === '') findings.add('launch-missing', file, resource.element.place, `The resource ${JSON.stringify(reference)} is launched but has no href.`);
  if (resource.type === null) findings.add('scormtype-missing', file, resource.element.place, `The resource ${JSON.stringify(reference)} is launched but does not say whether it is a SCO or an asset.`);
}

function activityOf(item: Item, resources: ReadonlyMap<string, Resource>, known: Known): Activity[] {
  const resource = item.reference === null ? undefined : resources.get(item.reference);
  const launch = resource === undefined || item.items.length > 0 ? null : launchOf(resource, item.parameters, known);
  return launch === null ? [] : [{ id: item.identifier, title: item.title, href: launch, kind: resource?.type?.toLowerCase() === 'asset' ? 'asset' : 'sco' }];
}
