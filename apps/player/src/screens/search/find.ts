import type { SearchEntry } from '@preceptor/course/delivery';
import { folded } from '../folded.js';

/** A lesson that was found; `excerpt` is a piece of its text, `marks` the places in it [start, end) that were looked for. */
export interface Found { id: string; title: string; unit: string; excerpt: string; marks: [number, number][] }

const BEFORE = 60;
const LENGTH = 180;
/** What a word in the title counts for, against one in the text. */
const TITLE = 10;

/**
 * Lessons in which every word of the query begins some word, the best first: words in the title count most, then how
 * often they stand in the text. Case and accents make no difference.
 */
export function find(entries: readonly SearchEntry[], query: string): Found[] {
  const sought = folded(query).split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  if (sought.length === 0) return [];
  const patterns = sought.map((word) => new RegExp(`(?<![\\p{L}\\p{N}])${word}`, 'gu'));
  const found: { weight: number; entry: Found }[] = [];
  for (const { id, title, unit, text } of entries) {
    const plain = foldedInPlace(text);
    const counts = patterns.map((pattern) => TITLE * matches(folded(title), pattern).length + matches(plain, pattern).length);
    if (counts.some((count) => count === 0)) continue;
    found.push({ weight: counts.reduce((sum, count) => sum + Math.min(count, 2 * TITLE), 0), entry: { id, title, unit, ...excerptOf(text, plain, patterns) } });
  }
  return found.sort((a, b) => b.weight - a.weight).map(({ entry }) => entry);
}

function excerptOf(text: string, plain: string, patterns: RegExp[]): Pick<Found, 'excerpt' | 'marks'> {
  const places = patterns.flatMap((pattern) => matches(plain, pattern)).sort((a, b) => a[0] - b[0]);
  const first = places[0]?.[0] ?? 0;
  const from = first <= BEFORE ? 0 : text.indexOf(' ', first - BEFORE) + 1;
  const space = text.lastIndexOf(' ', from + LENGTH);
  const to = text.length <= from + LENGTH ? text.length : space > from ? space : from + LENGTH;
  const lead = from > 0 ? '… ' : '';
  const marks = places.filter(([start, end]) => start >= from && end <= to).map(([start, end]): [number, number] => [start - from + lead.length, end - from + lead.length]);
  return { excerpt: `${lead}${text.slice(from, to)}${to < text.length ? ' …' : ''}`, marks };
}

function matches(text: string, pattern: RegExp): [number, number][] {
  return [...text.matchAll(pattern)].map((match) => [match.index, match.index + match[0].length]);
}

/** Folded unit by unit, so that a place in it is the same place in the text. */
function foldedInPlace(text: string): string {
  return Array.from({ length: text.length }, (_, at) => {
    const unit = text.charAt(at);
    const plain = folded(unit);
    return plain.length === 1 ? plain : unit;
  }).join('');
}
