import type { Item } from '../../../item.js';
import { Refused, type InterchangeFile, type OutFile, type Reading } from '../../contract.js';
import { below, elements, first, readXml, words, type XmlTree } from '../../xml/read.js';
import { el, xmlDocument, type XmlOut } from '../../xml/write.js';
import type { Dialect } from './dialect.js';

/** An item as it stands in a package; `tags` go to its metadata in the manifest. */
export interface Piece { xml: XmlOut; tags: string[]; media: string[] }

/** imsmanifest.xml and a file for each item (IMS Content Packaging 1.1; LOM keywords hold the tags). Pictures are the caller's to add. */
export function assemble(pieces: { item: Item; piece: Piece }[], title: string, dialect: Dialect): OutFile[] {
  const lom = 'http://ltsc.ieee.org/xsd/LOM';
  const text = (words_: string): XmlOut => el('lom:string', {}, words_);
  const resources = pieces.map(({ item, piece }) => el('resource', { identifier: `res-${item.id}`, type: dialect.resourceType, href: pathOf(item) },
    el('metadata', {},
      el('lom:lom', { 'xmlns:lom': lom }, el('lom:general', {}, el('lom:identifier', {}, el('lom:entry', {}, item.id)), ...piece.tags.map((tag) => el('lom:keyword', {}, text(tag))))),
    ),
    el('file', { href: pathOf(item) }), ...piece.media.map((path) => el('file', { href: path }))));
  const manifest = el('manifest', { xmlns: dialect.manifest, identifier: 'manifest' },
    el('metadata', {}, el('schema', {}, dialect.manifestSchema), el('schemaversion', {}, dialect.version === '3.0' ? '3.0.0' : '1.0.0'), el('lom:lom', { 'xmlns:lom': lom }, el('lom:general', {}, el('lom:title', {}, text(title))))),
    el('organizations', {}), el('resources', {}, ...resources));
  return [
    { path: 'imsmanifest.xml', mediaType: 'application/xml', text: xmlDocument(manifest) },
    ...pieces.map(({ item, piece }) => ({ path: pathOf(item), mediaType: 'application/xml', text: xmlDocument(piece.xml) })),
  ];
}
const pathOf = (item: Item): string => `item-${item.id}.xml`;

export interface Found { file: InterchangeFile; tags: string[] }

/** The items that the manifest names, with their tags; without a manifest, every XML file. */
export async function itemFiles(files: readonly InterchangeFile[], reading: Reading): Promise<Found[]> {
  const manifest = files.filter((file) => /(^|\/)imsmanifest\.xml$/i.test(file.path)).sort((one, other) => one.path.length - other.path.length)[0];
  if (manifest === undefined) return files.filter((file) => /\.xml$/i.test(file.path) || files.length === 1).map((file) => ({ file, tags: [] }));
  const root = await readXml(manifest.bytes, reading.limits);
  const folder = manifest.path.slice(0, manifest.path.lastIndexOf('/') + 1);
  const found: Found[] = [];
  for (const resource of below(root, 'resource')) {
    if (!/^imsqti_(apip)?item_xml|^imsqti_item/.test(resource.attributes['type'] ?? '')) continue;
    const href = hrefOf(resource);
    const file = files.find((one) => one.path === folder + href);
    if (file === undefined) reading.fail({ file: manifest.path, line: resource.line, item: resource.attributes['identifier'] ?? null, code: 'missing-file', reason: `The manifest names ${href.slice(0, 200) || '(nothing)'}, which is not in the package.` });
    else found.push({ file, tags: below(resource, 'keyword').map((keyword) => words(elements(keyword)[0] ?? keyword).trim()).filter((tag) => tag !== '') });
  }
  if (found.length === 0) throw new Refused('no-items', 'The manifest names no QTI item.', root.line);
  return found;
}

function hrefOf(resource: XmlTree): string {
  const href = resource.attributes['href'] ?? first(resource, 'file')?.attributes['href'] ?? '';
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}
