import type { SettingChange } from './cohorts.entity.js';

/** How a setting is called in a sentence. */
const words: Record<string, string> = {
  name: 'the name', startsOn: 'the first day', endsOn: 'the last day', timeZone: 'the time zone', capacity: 'the number of places', price: 'the price', fills: 'who gets a place that frees', discussionUrl: 'the place of discussion',
  facilitators: 'who leads it', archived: 'whether it is archived', courseVersion: 'the version of the course', release: 'when units open', deadlines: 'the due days', courses: 'its courses',
};

/** What became other between two lists of settings, in the order of `after`. */
export function changesBetween(before: Record<string, string | null>, after: Record<string, string | null>): SettingChange[] {
  return Object.entries(after).filter(([field, value]) => (before[field] ?? null) !== value).map(([field, value]) => ({ field, before: before[field] ?? null, after: value }));
}

/** Why a change was refused that was made of an older revision: who changed what, and when. */
export function staleSentence(by: string | null, at: string | null, fields: readonly string[]): string {
  const what = listed([...new Set(fields.map((field) => words[field] ?? field))]);
  const when = at === null ? '' : ` at ${at.slice(11, 16)} UTC on ${new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(at))}`;
  return `${by ?? 'Somebody'} changed ${what === '' ? 'this cohort' : `${what} of this cohort`}${when}, after you opened it. Nothing of yours was saved: look at the change, then save again what is still wanted.`;
}

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
