import { join } from 'node:path';
import type { Failure } from '@preceptor/assessment/interchange';
import { lookAtMedium } from '@preceptor/course';
import { compileItemDocument } from '@preceptor/course/items';
import type { PlainSetting } from '../../authoring/items/plain-setting.js';
import { settingOf } from '../../authoring/items/plain-setting.js';
import { readDocument } from '../../authoring/items/read-document.js';
import type { ComingMedium } from '../../authoring/media/item-media.js';
import type { FoundFile, ReadImport, ReadItem } from './read.types.js';

type Document = Record<string, unknown>;
const shape = /^[a-z][a-z0-9-]{0,63}$/;
const mostCharacters = 200_000;

/** Names the items and their pictures so that a bank can take them in, and reads of each what lists and searches will know of it. */
export async function prepared({ format, headings, items, failures, media }: FoundFile, folder: string | null, setting: PlainSetting): Promise<ReadImport> {
  const pictures = folder === null ? { coming: [], renamed: new Map<string, string>(), failures: [] } : await comingMedia(media, folder, setting);
  const against = settingOf({ ...setting, media: { ...setting.media, ...Object.fromEntries(pictures.coming.map((one) => [one.path, one])) } });
  const names = new Set<string>();
  const read: ReadItem[] = [];
  const refused: Failure[] = [];
  for (const item of items) {
    const name = ownName(item.name, names);
    const document: Document = { ...(withPaths(item.document, pictures.renamed) as Document), id: name };
    if (JSON.stringify(document).length > mostCharacters) {
      refused.push({ file: item.file, line: item.line, item: item.name, code: 'too-large', reason: 'The question holds more than 200 kB of text.' });
      continue;
    }
    names.add(name);
    const fields = readDocument(document, against, []);
    const notes = name === item.name || item.notes.changed.includes('id') ? item.notes : { ...item.notes, changed: [...item.notes.changed, 'id' as const] };
    read.push({ ...item, name, document, notes, read: fields, problem: fields.sound ? null : problemOf(document, against) });
  }
  return { format, headings, items: read, failures: [...failures, ...refused, ...pictures.failures], media: pictures.coming };
}

function problemOf(document: Document, setting: ReturnType<typeof settingOf>): string {
  const [first] = compileItemDocument(document, setting).problems.filter(({ severity }) => severity === 'error');
  return first === undefined ? 'It can’t be scored yet.' : first.message;
}

/** The item's own name, or one made of it, that no item of the file has. */
function ownName(said: string, names: ReadonlySet<string>): string {
  const made = said.normalize('NFKD').toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^[^a-z]+|-+$/g, '').slice(0, 64).replace(/-+$/, '');
  const base = shape.test(said) ? said : made === '' ? 'item' : made;
  let name = base;
  for (let number = 2; names.has(name); number += 1) name = `${base.slice(0, 58)}-${number}`;
  return name;
}

interface Coming { coming: ComingMedium[]; /** what the items called a picture -> what it is called here */ renamed: Map<string, string>; failures: Failure[] }

/** The package's pictures: another one of the same name in the organisation leaves this one a number. */
async function comingMedia(media: readonly { file: string; as: string }[], folder: string, setting: PlainSetting): Promise<Coming> {
  const found: Coming = { coming: [], renamed: new Map(), failures: [] };
  const taken = new Map(Object.entries(setting.media).map(([path, { sha256 }]) => [path, sha256]));
  for (const { file, as } of media) {
    const looked = await lookAtMedium(join(folder, file), as).catch(() => ({ refused: 'It is named, but not in the package.' }));
    if ('refused' in looked) {
      found.failures.push({ file, line: null, item: null, code: 'picture', reason: looked.refused });
      continue;
    }
    let path = as;
    for (let number = 2; (taken.get(path) ?? looked.sha256) !== looked.sha256; number += 1) path = as.replace(/(\.\w+)$/, `-${number}$1`);
    taken.set(path, looked.sha256);
    if (path !== as) found.renamed.set(as, path);
    found.coming.push({ ...looked, path, file });
  }
  return found;
}

/** The document with other names for its pictures. */
function withPaths(value: unknown, renamed: ReadonlyMap<string, string>): unknown {
  if (renamed.size === 0) return value;
  if (typeof value === 'string') return value.replaceAll(/media\/[^\s()<>"'{}\]]+/g, (path) => renamed.get(path) ?? path);
  if (Array.isArray(value)) return value.map((each) => withPaths(each, renamed));
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withPaths(each, renamed)]));
  return value;
}
