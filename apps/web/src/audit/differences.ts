/** One value that is other than it was; `name` says where it stands, such as `release › score`; empty: the whole. */
export interface Difference { name: string; before: string | null; after: string | null }

/** What changed from one JSON value to another, value by value; null on a side: it was not there. */
export function differences(before: unknown, after: unknown): Difference[] {
  const [old, now] = [flat(before), flat(after)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((name) => ({ name, before: old.get(name) ?? null, after: now.get(name) ?? null }))
    .filter((one) => one.before !== one.after);
}

/** What people read first, then what only identifies: a row shows a few and folds the rest. */
export function shownAndFolded(all: readonly Difference[]): { shown: Difference[]; folded: Difference[] } {
  const inOrder = all.toSorted((a, b) => Number(identifies(a)) - Number(identifies(b)));
  // One more is shown rather than folded alone.
  return inOrder.length <= atOnce + 1 ? { shown: inOrder, folded: [] } : { shown: inOrder.slice(0, atOnce), folded: inOrder.slice(atOnce) };
}
const atOnce = 4;
const identifies = ({ name }: Difference): boolean => /(^| )id$/.test(name);

/** `roles.changed` as people read it: "Roles changed". */
export function inWords(action: string): string {
  const words = action.replaceAll(/[.-]+/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function flat(value: unknown, path: string[] = [], found = new Map<string, string>()): Map<string, string> {
  if (value === null || value === undefined) return found;
  if (typeof value !== 'object') return found.set(path.join(' › '), told(value));
  if (Array.isArray(value)) {
    if (value.every((entry) => typeof entry !== 'object' || entry === null)) return found.set(path.join(' › '), value.length === 0 ? 'none' : value.map(told).join(', '));
    for (const [index, entry] of value.entries()) flat(entry, [...path, String(index + 1)], found);
    return found;
  }
  for (const [key, entry] of Object.entries(value)) flat(entry, [...path, named(key)], found);
  return found;
}

const told = (value: unknown): string => (typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value));
/** `courseVersionId` as "course version id". */
const named = (key: string): string => key.replaceAll(/(?<=[a-z0-9])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
