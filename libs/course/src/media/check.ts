import { DiagnosticList, type Diagnostic, type Reporter } from '../diagnostics/diagnostic.js';
import { readText, sizeLimits } from '../files/read.js';
import { startOfFile } from '../files/source-text.js';
import type { FileEntry } from '../files/tree.js';
import type { MediaLibrary } from './library.js';

/** What was found in each SVG, by path and stamp; kept from one compile to the next. */
export type ActiveSvgCache = Map<string, Diagnostic[]>;

/** Checks the media files that a course uses, and names those that it does not. */
export async function checkMedia(library: Pick<MediaLibrary, 'entries'>, used: readonly FileEntry[], cache: ActiveSvgCache, reporter: Reporter & { items: Diagnostic[] }): Promise<void> {
  const usedPaths = new Set(used.map((entry) => entry.path));
  for (const entry of library.entries.values()) {
    if (!usedPaths.has(entry.path)) reporter.report('media-unused', entry.path, startOfFile, 'No text uses this file, so it is left out of the course.');
  }
  const lowered = new Map<string, string>();
  for (const { path } of used) {
    const same = lowered.get(path.toLowerCase());
    if (same !== undefined) reporter.report('media-name', path, startOfFile, `The name differs from ${same} only in capital letters.`);
    else if (!/^[A-Za-z0-9._/-]+$/.test(path)) reporter.report('media-name', path, startOfFile, 'The name holds characters other than letters, digits, dots, hyphens and underscores.');
    lowered.set(path.toLowerCase(), path);
  }
  for (const entry of used) if (/\.svg$/i.test(entry.path)) reporter.items.push(...await svgProblems(entry, cache));
}

/** What makes an SVG run or fetch when it is opened by itself. */
const active: [RegExp, string][] = [
  [/<(?:[a-z]+:)?script\b/i, 'a script'],
  [/<(?:[a-z]+:)?(?:foreignObject|iframe|embed|object|audio|video)\b/i, 'a foreign element'],
  [/(?<=\s)on[a-z]+\s*=/i, 'an event handler'],
  [/(?:href|src)\s*=\s*["']?\s*(?:javascript|data:text|vbscript)/i, 'an address that runs a program'],
  [/(?:href|src)\s*=\s*["']?\s*(?:https?:|\/\/|file:)/i, 'a reference to the outside'],
  [/url\(\s*["']?\s*(?:https?:|\/\/)|@import/i, 'a style from outside'],
  [/<!ENTITY|<!DOCTYPE[^>]*\[/i, 'entities of its own'],
];

/** What makes an SVG run or fetch: each kind of it once, and where it stands in the text. */
export function activeInSvg(text: string): { what: string; from: number; to: number }[] {
  return active.flatMap(([pattern, what]) => {
    const match = pattern.exec(text);
    return match === null ? [] : [{ what, from: match.index, to: match.index + match[0].length }];
  });
}

async function svgProblems(entry: FileEntry, cache: ActiveSvgCache): Promise<Diagnostic[]> {
  const key = `${entry.path}\n${entry.stamp}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const list = new DiagnosticList();
  const read = await readText(entry, sizeLimits.svg, list);
  if (read !== null) for (const { what, from, to } of activeInSvg(read.source.text)) list.report('svg-active', read.source, read.source.span(from, to), `The picture holds ${what}.`);
  cache.set(key, list.items);
  return list.items;
}
