/** A part of a line that is written in one direction, in the order of its letters; the parts come from left to right as they stand on paper. */
export interface Run { text: string; rtl: boolean }

/** Hebrew, Arabic and their kin: what is written from right to left. */
const rightToLeft = /[\u0590-\u05FF\u0600-\u065F\u066A-\u06EF\u06FA-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF]/;
const digit = /\p{Nd}/u;
const letter = /\p{L}/u;
const mark = /\p{M}/u;
const mirrored: Readonly<Record<string, string>> = { '(': ')', ')': '(', '[': ']', ']': '[', '{': '}', '}': '{', '<': '>', '>': '<', '«': '»', '»': '«' };

export const isRightToLeft = (text: string): boolean => rightToLeft.test(text);

/**
 * A line as it stands on paper. What the Unicode Bidirectional Algorithm (UAX 9) says of letters, digits and what is between
 * them, without embeddings and isolates, which names and titles don't have.
 */
export function visualRuns(line: string): Run[] {
  if (!isRightToLeft(line)) return line === '' ? [] : [{ text: line, rtl: false }];
  const letters = [...line];
  const levels = levelsOf(letters);
  const runs: { text: string; level: number }[] = [];
  for (const [at, text] of letters.entries()) {
    const level = levels[at] ?? 0;
    const last = runs.at(-1);
    if (last !== undefined && last.level === level) last.text += text;
    else runs.push({ text, level });
  }
  // UAX 9, L2: from the highest level down to 1, whatever stands at it or above is turned round.
  for (let level = Math.max(...runs.map((run) => run.level)); level > 0; level -= 1) {
    for (let from = 0; from < runs.length; from += 1) {
      let to = from;
      while ((runs[to]?.level ?? -1) >= level) to += 1;
      if (to - from > 1) runs.splice(from, to - from, ...runs.slice(from, to).toReversed());
      if (to > from) from = to;
    }
  }
  return runs.map(({ text, level }) => (level % 2 === 1 ? { text: [...text].map((sign) => mirrored[sign] ?? sign).join(''), rtl: true } : { text, rtl: false }));
}

type Kind = 'L' | 'R' | 'D' | 'N';
function levelsOf(letters: readonly string[]): number[] {
  const kinds: Kind[] = [];
  for (const sign of letters) kinds.push(mark.test(sign) ? kinds.at(-1) ?? 'N' : rightToLeft.test(sign) ? 'R' : digit.test(sign) ? 'D' : letter.test(sign) ? 'L' : 'N');
  const base: Kind = kinds.find((kind) => kind === 'L' || kind === 'R') ?? 'L';
  // W7: digits after a letter of the left-to-right kind go with it.
  let strong: Kind = base;
  for (const [at, kind] of kinds.entries()) {
    if (kind === 'L' || kind === 'R') strong = kind;
    if (kind === 'D' && strong === 'L') kinds[at] = 'L';
  }
  // N1, N2: what is between two of one direction goes with them, else with the line. Digits count as right to left here.
  const sideOf = (kind: Kind | undefined): Kind => (kind === undefined ? base : kind === 'D' ? 'R' : kind);
  for (let at = 0; at < kinds.length; at += 1) {
    if (kinds[at] !== 'N') continue;
    let end = at;
    while (kinds[end] === 'N') end += 1;
    const [before, after] = [sideOf(at === 0 ? undefined : kinds[at - 1]), sideOf(end === kinds.length ? undefined : kinds[end])];
    kinds.fill(before === after ? before : base, at, end);
    at = end - 1;
  }
  return kinds.map((kind) => (kind === 'R' ? 1 : kind === 'D' ? 2 : base === 'R' ? 2 : 0));
}
