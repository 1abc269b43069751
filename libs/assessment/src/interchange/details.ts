import type { Difficulty, Item, Level } from '../item.js';
import type { Details } from './contract.js';
import type { Ledger } from './ledger.js';

/** What an item is where neither its file nor the caller says. */
export const builtInDetails: Details = { statements: [], level: 'recall', difficulty: 'medium', maxScore: 1, shuffle: true, certainty: false, lessons: [], tags: [] };

const levels: readonly string[] = ['recall', 'application', 'judgement'] satisfies Level[];
const difficulties: readonly string[] = ['easy', 'medium', 'hard'] satisfies Difficulty[];
export const isLevel = (text: string): text is Level => levels.includes(text);
export const isDifficulty = (text: string): text is Difficulty => difficulties.includes(text);

/**
 * What a format has no place for, as tags `name:value`: the details of an item, and small properties of its kind
 * (`extra`). A tag of the item's own that begins so is written with `tag:` before it.
 */
export function tagsFor(item: Item, extra: Readonly<Record<string, string | readonly string[] | undefined>>, ledger: Ledger, native: readonly (keyof Details)[] = []): string[] {
  const details: [keyof Details, string][] = [
    ['level', `level:${item.level}`], ['difficulty', `difficulty:${item.difficulty}`],
    ...item.statements.map((one): [keyof Details, string] => ['statements', `statement:${one}`]),
    ...item.lessons.map((one): [keyof Details, string] => ['lessons', `lesson:${one}`]),
    ...(item.maxScore === 1 ? [] : [['maxScore', `points:${String(item.maxScore)}`] as [keyof Details, string]]),
    ...(item.shuffle ? [] : [['shuffle', 'shuffle:no'] as [keyof Details, string]]),
    ...(item.certainty ? [['certainty', 'certainty:yes'] as [keyof Details, string]] : []),
  ];
  if (item.certainty) ledger.change('certainty-elsewhere');
  ledger.change('as-tags');
  return [
    ...details.filter(([name]) => !native.includes(name)).map(([, tag]) => tag),
    ...Object.entries(extra).flatMap(([name, value]) => (value === undefined ? [] : [`${name}:${typeof value === 'string' ? percent(value) : value.map(percent).join(',')}`])),
    ...item.tags.map((tag) => (reserved.test(tag) ? `tag:${tag}` : tag)),
  ];
}

export interface ReadTags { details: Partial<Details>; /** one value, undone */ extra(name: ExtraName): string | undefined; list(name: ExtraName): string[] | undefined }
/** Properties of kinds that stand as tags. */
const extraNames = ['kind', 'ids', 'other-ids', 'other-order', 'scoring', 'case', 'accents', 'units', 'unit', 'tolerance', 'max-choices', 'length', 'words'] as const;
export type ExtraName = (typeof extraNames)[number];
const reserved = new RegExp(`^(level|difficulty|statement|lesson|points|shuffle|certainty|tag|${extraNames.join('|')}):`);

/** The other way round. Tags that no one of ours wrote stay tags. */
export function readTags(tags: readonly string[]): ReadTags {
  const details: Partial<Details> = {};
  const extras = new Map<string, string>();
  const own: string[] = [];
  const statements: string[] = [];
  const lessons: string[] = [];
  for (const tag of tags) {
    const [, name = '', value = ''] = /^([a-z-]+):([\s\S]*)$/.exec(tag) ?? [];
    const points = Number(value);
    if (name === 'level' && isLevel(value)) details.level = value;
    else if (name === 'difficulty' && isDifficulty(value)) details.difficulty = value;
    else if (name === 'statement') statements.push(value);
    else if (name === 'lesson' && /^[a-z0-9][a-z0-9-]{0,63}$/.test(value)) lessons.push(value);
    else if (name === 'points' && points > 0 && points <= 1_000) details.maxScore = points;
    else if (name === 'shuffle' && value === 'no') details.shuffle = false;
    else if (name === 'certainty' && value === 'yes') details.certainty = true;
    else if (name === 'tag') own.push(value);
    else if ((extraNames as readonly string[]).includes(name)) extras.set(name, value);
    else own.push(tag);
  }
  const fitting = own.map((tag) => tag.slice(0, 64)).slice(0, 100);
  if (statements.length > 0) details.statements = statements;
  if (lessons.length > 0) details.lessons = lessons;
  if (fitting.length > 0) details.tags = fitting;
  return {
    details,
    extra: (name) => { const value = extras.get(name); return value === undefined ? undefined : unpercent(value); },
    list: (name) => extras.get(name)?.split(',').map(unpercent),
  };
}

function percent(text: string): string {
  return text.replaceAll(/[%,]/g, (char) => (char === '%' ? '%25' : '%2C'));
}
function unpercent(text: string): string {
  return text.replaceAll('%2C', ',').replaceAll('%25', '%');
}
