import { plainText, type Item } from '@preceptor/assessment';
import { lintItem, type LintCode } from '@preceptor/assessment/lint';
import type { ItemSetting } from '@preceptor/course/items';
import { compileItemDocument } from '@preceptor/course/items';
import { platformErrors } from '../../platform/errors.js';
import type { ItemRow, RevisionRow } from '../authoring.entity.js';
import { authoringErrors } from '../errors.js';

export type ItemDocument = RevisionRow['document'];
/** What lists and searches know of an item, read from its document. */
export type ReadFields = Pick<ItemRow, 'kind' | 'level' | 'difficulty' | 'stem' | 'statements' | 'tags' | 'sound' | 'findings'> & { /** all that it says */ text: string };
export interface WaivedRule { rule: string; reason: string }

const mostCharacters = 200_000;
const mostStem = 2_000;
const mostWords = 100;
/** Keys whose texts are no words for a reader. */
const notWords = new Set(['id', 'kind', 'level', 'difficulty', 'scoring', 'image', 'shape', 'target', 'category', 'answer', 'unit', 'toleranceKind', 'perRow', 'next', 'start']);

/** A document from outside under the item's name: what a learner's answers hang on never changes by typing. Refuses what is no object or too large. */
export function boundedDocument(document: unknown, name: string, path: string[] = ['document']): ItemDocument {
  if (typeof document !== 'object' || document === null || Array.isArray(document)) throw platformErrors.BAD_INPUT({ says: 'The document of an item is an object.', path });
  const whole = { ...document, id: name };
  if (JSON.stringify(whole).length > mostCharacters) throw authoringErrors.DOCUMENT_TOO_LARGE({ path });
  return whole;
}

/** Reads a document as far as it goes; it need not compile. */
export function readDocument(document: ItemDocument, setting: ItemSetting, waivers: readonly WaivedRule[]): ReadFields {
  const { item, problems } = compileItemDocument(document, setting);
  const sound = item !== null && problems.every((problem) => problem.severity !== 'error');
  const stem = item === null ? textOf(document['stem']) : plainText(item.stemHtml);
  return fieldsOf(document, stem, sound, item === null ? 0 : findingsOf(item, setting.language, waivers));
}

/** The same of a document whose item is compiled already and was approved. */
export function readCompiled(document: ItemDocument, item: Item, language: string): ReadFields {
  return fieldsOf(document, plainText(item.stemHtml), true, findingsOf(item, language, []));
}

function fieldsOf(document: ItemDocument, stem: string, sound: boolean, findings: number): ReadFields {
  return {
    kind: textOf(document['kind']).slice(0, 64), level: textOf(document['level']).slice(0, 64) || null, difficulty: textOf(document['difficulty']).slice(0, 64) || null,
    stem: stem.slice(0, mostStem), statements: textsOf(document['statements']), tags: textsOf(document['tags']), sound, findings, text: readText(document),
  };
}

function findingsOf(item: Item, language: string | undefined, waivers: readonly WaivedRule[]): number {
  return lintItem(item, { language: language ?? 'en', waivers: waivers.map(({ rule, reason }) => ({ item: item.id, code: rule as LintCode, reason })) }).findings.length;
}

/** The paths of pictures and sounds that a document names. */
export function mediaIn(document: unknown): string[] {
  const found = new Set<string>();
  for (const text of textsBelow(document)) for (const [path] of text.matchAll(/media\/[^\s()<>"'{}\]]+/g)) found.add(path.normalize('NFC'));
  return [...found].slice(0, mostWords);
}

/** All that a document says, for searching. */
export function readText(document: ItemDocument): string {
  return [...textsBelow(document, notWords)].join('\n');
}

function* textsBelow(value: unknown, without: ReadonlySet<string> = new Set()): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (Array.isArray(value)) for (const entry of value) yield* textsBelow(entry, without);
  else if (typeof value === 'object' && value !== null) for (const [key, entry] of Object.entries(value)) if (!without.has(key)) yield* textsBelow(entry, without);
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const textsOf = (value: unknown): string[] => (Array.isArray(value) ? value.filter((entry) => typeof entry === 'string').slice(0, mostWords) : []);
