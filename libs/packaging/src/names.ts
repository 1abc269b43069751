import { createHash } from 'node:crypto';

/**
 * Names that a zip, a URL and a Windows LMS all bear: ASCII letters, digits, dot, hyphen and underscore; no device
 * name (Win32 "Naming Files"), no dot or space at an end, segments of at most 67 characters (the longest id and `.js`);
 * no two that differ in case only.
 */
const devices = /^(con|prn|aux|nul|com[0-9]|lpt[0-9]|clock\$)(\.|$)/i;
const longestSegment = 67;
const longestPath = 180;

/** What is wrong with a name in a package, as the end of a sentence ("has a space at its end"), or null. */
export function nameProblem(path: string): string | null {
  if (path.length > longestPath) return `is longer than ${longestPath} characters`;
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.' || segment === '..') return 'has an empty, "." or ".." segment';
    if (!/^[A-Za-z0-9._-]+$/.test(segment)) return 'has a character other than A-Z a-z 0-9 . _ -';
    if (segment.endsWith('.')) return 'has a segment that ends in a dot';
    if (devices.test(segment)) return `has a segment that Windows keeps for a device (${segment})`;
    if (segment.length > longestSegment) return `has a segment of more than ${longestSegment} characters`;
  }
  return null;
}

/**
 * The name in the package of every path, deterministic for a set of paths: a usable path keeps its name, any other gets
 * a usable one with a few hexadecimal digits of its own digest.
 */
export function packageNames(paths: readonly string[]): Map<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  const sorted = [...paths].sort();
  for (const path of sorted) {
    if (nameProblem(path) !== null || taken.has(path.toLowerCase())) continue;
    taken.add(path.toLowerCase());
    names.set(path, path);
  }
  for (const path of sorted) {
    if (names.has(path)) continue;
    const name = usableName(path);
    taken.add(name.toLowerCase());
    names.set(path, name);
  }
  return names;
}

function usableName(path: string): string {
  const mark = createHash('sha256').update(path).digest('hex').slice(0, 10);
  const segments = path.split('/').filter((segment) => segment !== '' && segment !== '.' && segment !== '..');
  const folder = segments.length > 1 ? `${plain(segments[0] ?? '')}/` : '';
  const last = segments.at(-1) ?? '';
  const dot = last.lastIndexOf('.');
  const extension = dot > 0 && dot < last.length - 1 ? plain(last.slice(dot + 1)).slice(0, 10) : '';
  const stem = plain(dot > 0 ? last.slice(0, dot) : last).slice(0, 40);
  return `${folder}${stem}-${mark}${extension === '' ? '' : `.${extension}`}`;
}

function plain(text: string): string {
  const ascii = text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[^A-Za-z0-9_-]+/g, '-').replace(/^-+|-+$/g, '');
  return devices.test(ascii) ? `_${ascii}` : ascii === '' ? 'file' : ascii;
}

/** Puts package names in place of source paths in every string of a value (`src="media/…"`, `image: 'media/…'`). */
export function withNames<T>(value: T, names: ReadonlyMap<string, string>): T {
  if ([...names].every(([from, to]) => from === to)) return value;
  // All in one pass, the longest first: the name of one medium may stand within that of another.
  const targets = new Map([...names].flatMap(([from, to]) => spellings(from).map((spelling) => [spelling, to] as const)));
  const pattern = new RegExp([...targets.keys()].sort((a, b) => b.length - a.length).map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'g');
  const renamed = (text: string): string => text.replace(pattern, (found) => targets.get(found) ?? found);
  const walk = (part: unknown): unknown => {
    if (typeof part === 'string') return renamed(part);
    if (Array.isArray(part)) return part.map(walk);
    if (part !== null && typeof part === 'object') return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, walk(inner)]));
    return part;
  };
  return walk(value) as T;
}

/** A path as it can stand in HTML: as it is, percent-encoded, and either with its ampersands escaped. */
function spellings(path: string): string[] {
  const encoded = encodeURI(Buffer.from(path).toString());
  return [...new Set([path, encoded].flatMap((text) => [text, text.replaceAll('&', '&amp;')]))];
}
