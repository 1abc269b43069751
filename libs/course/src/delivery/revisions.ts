import { drawable, plainText, type Assessment, type Item } from '@preceptor/assessment';
import type { CompiledCourse } from '../compiled.js';
import { itemById } from './items.js';

/** Says for each item and assessment of a course which revision of it this is: six base-36 characters. */
export interface Revisions { ofItem(item: Item): string; ofAssessment(assessment: Assessment): string }

/**
 * What an answer that was kept is an answer to. The revision of an item is made of what is asked and its key: kind,
 * words, pictures, choices by their ids, key, points, certainty. It is not made of markup, the order in which choices
 * are written, feedback, statements, level, difficulty, tags or lessons. The revision of an assessment is made of what
 * decides which form a seed gives: sections in order, the items that stand in them, what each draw takes how many from,
 * the revisions of all these, and what is shuffled. It is not made of titles, pass mark, attempts, time limit or
 * feedback.
 *
 * `base` is the course in the language that it was written in. Items of a translation are looked up in it by id, so
 * every language of a version has the same revisions: a learner who changes the language keeps her answers, and a
 * mended translation asks nothing again. For a part of a course it is the whole course, whose banks and lessons hold
 * all the items. What `base` does not have is taken as it stands.
 */
export function revisionsOf(base: CompiledCourse): Revisions {
  const known = revisions.get(base) ?? reckoned(base);
  revisions.set(base, known);
  return known;
}

/** A compiled course is a value that nobody changes; a package asks for its revisions once for each part and language. */
const revisions = new WeakMap<CompiledCourse, Revisions>();

function reckoned(base: CompiledCourse): Revisions {
  const media = new Map(base.media.map(({ path, sha256 }) => [path, sha256]));
  const items = itemById(base);
  const assessments = new Map(base.units.flatMap(({ assessment }) => (assessment === null ? [] : [[assessment.id, assessment] as const])));
  const ofItem = once((item: Item) => itemRevision(items.get(item.id) ?? item, media));
  return { ofItem, ofAssessment: once((assessment: Assessment) => assessmentRevision(assessments.get(assessment.id) ?? assessment, base, items, ofItem)) };
}

/** Reckons once for each id. */
function once<T extends { id: string }>(reckon: (one: T) => string): (one: T) => string {
  const known = new Map<string, string>();
  return (one) => {
    const revision = known.get(one.id) ?? reckon(one);
    known.set(one.id, revision);
    return revision;
  };
}

function itemRevision({ kind, stemHtml, content, key, maxScore, certainty }: Item, media: ReadonlyMap<string, string>): string {
  const { modelAnswerHtml: _shown, ...asked } = key as typeof key & { modelAnswerHtml?: string };
  return shortHash(canonical([kind, { stemHtml }, content, asked, maxScore, certainty], '', media));
}

function assessmentRevision({ sections, forms = [] }: Assessment, base: CompiledCourse, items: ReadonlyMap<string, Item>, ofItem: (item: Item) => string): string {
  const named = (id: string): unknown => {
    const item = items.get(id);
    return item === undefined ? id : [id, ofItem(item), item.shuffle];
  };
  const fixed = forms.map((form) => [form.id, form.sections.map((section) => [section.id, section.items.map(named)])]);
  return shortHash(JSON.stringify([...sections.map((section) => [section.id, section.shuffle, (section.items ?? []).map(named), (section.draw ?? []).map((draw) => {
    const bank = base.banks.find(({ id }) => id === draw.bank);
    return [draw.count, (bank === undefined ? [] : drawable(bank, draw)).map(({ id }) => id).sort().map(named)];
  })]), ...fixed]));
}

/** Lists in which the order says something; all others are sets of things with ids. */
const ordered = new Set(['order', 'coords']);

/** JSON in one form whatever the order of keys and choices, with HTML as its words and the pictures it shows. */
function canonical(value: unknown, name: string, media: ReadonlyMap<string, string>): string {
  if (Array.isArray(value)) {
    const parts = value.map((one) => canonical(one, '', media));
    return `[${(name === '' || ordered.has(name) ? parts : parts.sort()).join()}]`;
  }
  if (typeof value === 'object' && value !== null) {
    return `{${Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => `${key}:${canonical(one, key, media)}`).join()}}`;
  }
  if (typeof value !== 'string') return String(value);
  if (name === 'image') return JSON.stringify(media.get(value) ?? value);
  return JSON.stringify(/html$/i.test(name) ? shown(value, media) : value);
}

/** The words of HTML with its gaps, and its media: by content, so that another picture under the same name is another question. */
function shown(html: string, media: ReadonlyMap<string, string>): string[] {
  const files = [...html.matchAll(/ (?:src|poster)="([^"]*)"/g)].map(([, path = '']) => media.get(path) ?? path);
  return [plainText(html.replace(/ data-gap="([^"]*)"[^>]*>/g, '>[$1]')), ...files];
}

/** FNV-1a over UTF-16 code units with a final mix, 31 bits: a change goes unseen once in two thousand million times. */
function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 1).toString(36).padStart(6, '0');
}
