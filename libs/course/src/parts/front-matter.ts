/** Offsets of the YAML of a front matter, and of the text after it. */
export interface FrontMatter { start: number; end: number; bodyStart: number; closed: boolean }

/** Where the front matter of a lesson stands; null: there is none. One without an end takes the whole file. */
export function matterOf(text: string): FrontMatter | null {
  const opening = /^---[ \t]*\n/.exec(text);
  if (opening === null) return null;
  const start = opening[0].length;
  const closing = /^---[ \t]*$/m.exec(text.slice(start));
  if (closing === null) return { start, end: text.length, bodyStart: text.length, closed: false };
  const end = start + closing.index;
  return { start, end, bodyStart: Math.min(text.length, end + closing[0].length + 1), closed: true };
}
