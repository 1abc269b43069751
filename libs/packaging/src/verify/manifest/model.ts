import type { XmlElement } from '../markup/xml.js';

/** A SCORM manifest as its checks read it; every part keeps its element, for its place. */
export interface Manifest {
  element: XmlElement;
  identifier: string;
  organizations: XmlElement | null;
  organisations: Organisation[];
  /** the one that an LMS shows: named by `default`, else the first */
  organisation: Organisation | null;
  resources: Resource[];
}
export interface Organisation { element: XmlElement; identifier: string; title: string; items: Item[] }
export interface Item { element: XmlElement; identifier: string; title: string; reference: string | null; parameters: string; items: Item[] }
export interface Resource { element: XmlElement; identifier: string; href: string | null; /** with xml:base before it */ base: string; type: string | null; files: { element: XmlElement; href: string }[]; dependencies: { element: XmlElement; reference: string }[] }

export function manifestOf(root: XmlElement): Manifest {
  const base = attributeOf(root, 'base') ?? '';
  const organizations = childOf(root, 'organizations');
  const organisations = childrenOf(organizations, 'organization').map((element): Organisation => ({ element, identifier: attributeOf(element, 'identifier') ?? '', title: titleOf(element), items: itemsOf(element) }));
  const named = organizations === null ? null : attributeOf(organizations, 'default');
  const resources = childOf(root, 'resources');
  const resourceBase = base + (resources === null ? '' : attributeOf(resources, 'base') ?? '');
  return {
    element: root,
    identifier: attributeOf(root, 'identifier') ?? '',
    organizations,
    organisations,
    organisation: organisations.find(({ identifier }) => identifier === named) ?? organisations[0] ?? null,
    resources: childrenOf(resources, 'resource').map((element) => resourceOf(element, resourceBase)),
  };
}

/** Items of a tree, depth first, as a learner meets them. */
export function allItems(items: readonly Item[]): Item[] {
  return items.flatMap((item) => [item, ...allItems(item.items)]);
}

export function attributeOf(element: XmlElement, name: string): string | null {
  return element.attributes.find((each) => each.name === name)?.value ?? null;
}
export function childOf(element: XmlElement | null, name: string): XmlElement | null {
  return element?.children.find((child) => child.name === name) ?? null;
}
export function childrenOf(element: XmlElement | null, name: string): XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}
/** Every element below, and itself, in the order of the text. */
export function* withinOf(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const child of element.children) yield* withinOf(child);
}
export function titleOf(element: XmlElement): string {
  return (childOf(element, 'title')?.text ?? '').trim().replace(/\s+/g, ' ');
}

function itemsOf(element: XmlElement): Item[] {
  return childrenOf(element, 'item').map((item) => ({
    element: item, identifier: attributeOf(item, 'identifier') ?? '', title: titleOf(item), reference: attributeOf(item, 'identifierref') || null, parameters: attributeOf(item, 'parameters') ?? '', items: itemsOf(item),
  }));
}

function resourceOf(element: XmlElement, outerBase: string): Resource {
  const base = outerBase + (attributeOf(element, 'base') ?? '');
  return {
    element, identifier: attributeOf(element, 'identifier') ?? '', href: attributeOf(element, 'href'), base,
    type: element.attributes.find(({ name }) => name.toLowerCase() === 'scormtype')?.value ?? null,
    files: childrenOf(element, 'file').map((file) => ({ element: file, href: attributeOf(file, 'href') ?? '' })),
    dependencies: childrenOf(element, 'dependency').map((dependency) => ({ element: dependency, reference: attributeOf(dependency, 'identifierref') ?? '' })),
  };
}
