/**
 * The bounded pattern language of a fill-in's key, matched against the whole text:
 *
 * | written | means |
 * | --- | --- |
 * | `a` | that character; `\` before one of `\ ? . [ ] ( ) { } \| * + ^ $ -` means the character itself |
 * | `.` | any one character |
 * | `[abc]`, `[a-z]`, `[^abc]` | one character of these, or none of these |
 * | `(one\|two)`, `one\|two` | either |
 * | `x?`, `x{2}`, `x{0,3}` | the character, class or group before it: at most once; twice; up to three times |
 *
 * There is no unbounded repetition, so every pattern has a longest text. A pattern becomes a set of states that is
 * walked once along the text (K. Thompson, "Regular Expression Search Algorithm", CACM 11, 1968): time is at most
 * states times characters, whatever the pattern, and both are bounded.
 */
export interface Pattern {
  /** Whether the whole text fits. */
  matches(text: string): boolean;
  /** A text that fits. */
  example: string;
}
/** What can be wrong with a pattern; `pattern-problem.ts` has the sentences. */
export type PatternFault =
  | 'too-long' | 'too-many-states' | 'too-deep' | 'unbounded' | 'misplaced' | 'open-group' | 'open-class'
  | 'empty-class' | 'backward-range' | 'bad-repetition' | 'bad-escape';
/** `at` counts UTF-16 code units from 0. */
export interface FaultyPattern { fault: PatternFault; at: number }

export const PATTERN_LIMITS = { characters: 200, repeats: 50, states: 2_000, depth: 20 };

type Fits = (char: string) => boolean;
type Node =
  | { type: 'one'; fits: Fits; example: string }
  | { type: 'all'; nodes: Node[] }
  | { type: 'any'; nodes: Node[] }
  | { type: 'times'; node: Node; least: number; most: number };

/** Compiles a pattern, or says what is wrong with it. Never throws. */
export function compilePattern(source: string): Pattern | FaultyPattern {
  if (source.length > PATTERN_LIMITS.characters) return { fault: 'too-long', at: PATTERN_LIMITS.characters };
  const parsed = parse(source);
  if ('fault' in parsed) return parsed;
  if (sizeOf(parsed) > PATTERN_LIMITS.states) return { fault: 'too-many-states', at: 0 };
  return { matches: matcher(parsed), example: exampleOf(parsed) };
}

function parse(source: string): Node | FaultyPattern {
  const chars = [...source];
  let next = 0;
  let depth = 0;
  let faulty: FaultyPattern | undefined;

  // The first fault is the one to tell of; reading then runs to the end without effect.
  const wrong = (fault: PatternFault, place = next): void => {
    faulty ??= { fault, at: chars.slice(0, place).join('').length };
    next = chars.length;
  };
  const take = (char: string): boolean => chars[next] === char && next++ >= 0;

  const either = (): Node => {
    const nodes = [sequence()];
    while (take('|')) nodes.push(sequence());
    return { type: 'any', nodes };
  };
  const sequence = (): Node => {
    const nodes: Node[] = [];
    while (next < chars.length && chars[next] !== '|' && chars[next] !== ')') nodes.push(repeated());
    return { type: 'all', nodes };
  };
  const repeated = (): Node => {
    const node = atom();
    const start = next;
    if (take('?')) return { type: 'times', node, least: 0, most: 1 };
    if (!take('{')) return node;
    const least = count();
    const most = take(',') ? count() : least;
    if (!(least <= most && most <= PATTERN_LIMITS.repeats && take('}'))) wrong('bad-repetition', start);
    return { type: 'times', node, least, most };
  };
  const atom = (): Node => {
    const char = chars[next] ?? '';
    if (take('(')) return group();
    if (take('[')) return charClass();
    if (take('.')) return { type: 'one', fits: () => true, example: 'x' };
    if ('*+'.includes(char)) wrong('unbounded');
    else if ('?]{}^$'.includes(char)) wrong('misplaced');
    const literal = character();
    return { type: 'one', fits: (one) => one === literal, example: literal };
  };
  const group = (): Node => {
    if (++depth > PATTERN_LIMITS.depth) wrong('too-deep', next - 1);
    const node = either();
    if (!take(')')) wrong('open-group');
    depth--;
    return node;
  };
  const charClass = (): Node => {
    const start = next - 1;
    const not = take('^');
    const ranges: [number, number][] = [];
    while (next < chars.length && chars[next] !== ']') {
      const rangeStart = next;
      const from = pointOf(character());
      const to = chars[next] === '-' && chars[next + 1] !== ']' ? (next++, pointOf(character())) : from;
      if (to < from) wrong('backward-range', rangeStart);
      ranges.push([from, to]);
    }
    if (!take(']')) wrong('open-class');
    if (ranges.length === 0) wrong('empty-class', start);
    const fits: Fits = (char) => ranges.some(([from, to]) => pointOf(char) >= from && pointOf(char) <= to) !== not;
    return { type: 'one', fits, example: firstThat(fits, not ? 0x61 : (ranges[0]?.[0] ?? 0)) };
  };
  const character = (): string => {
    if (take('\\') && !'\\?.[](){}|*+^$-'.includes(chars[next] ?? 'x')) wrong('bad-escape', next - 1);
    return chars[next++] ?? '';
  };
  const count = (): number => {
    const from = next;
    while (next < from + 3 && /\d/.test(chars[next] ?? '')) next++;
    return next === from ? Number.NaN : Number(chars.slice(from, next).join(''));
  };

  const node = either();
  if (next < chars.length) wrong('misplaced');
  return faulty ?? node;
}

function pointOf(char: string): number {
  return char.codePointAt(0) ?? 0;
}

function firstThat(fits: Fits, from: number): string {
  let point = from;
  while (!fits(String.fromCodePoint(point)) && point < 0x10000) point++;
  return String.fromCodePoint(point);
}

function sizeOf(node: Node): number {
  if (node.type === 'one') return 1;
  if (node.type === 'times') return 1 + node.most * (1 + sizeOf(node.node));
  return node.nodes.reduce((size, one) => size + sizeOf(one), 1);
}

function exampleOf(node: Node): string {
  if (node.type === 'one') return node.example;
  if (node.type === 'times') return exampleOf(node.node).repeat(Math.max(node.least, Math.min(1, node.most)));
  return (node.type === 'any' ? node.nodes.slice(0, 1) : node.nodes).map(exampleOf).join('');
}

/** A state reads one character, or goes on to others freely. */
interface State { fits?: Fits; to: number[] }

function matcher(root: Node): (text: string) => boolean {
  const states: State[] = [{ to: [] }];
  const add = (state: State): number => states.push(state) - 1;
  // Adds what comes before `after` and gives the state to enter it by; state 0 is the end.
  const build = (node: Node, after: number): number => {
    if (node.type === 'one') return add({ fits: node.fits, to: [after] });
    if (node.type === 'any') return add({ to: node.nodes.map((one) => build(one, after)) });
    if (node.type === 'all') return node.nodes.reduceRight((entry, one) => build(one, entry), after);
    let entry = after;
    for (let time = node.most; time > 0; time--) {
      const inner = build(node.node, entry);
      entry = time > node.least ? add({ to: [inner, after] }) : inner;
    }
    return entry;
  };
  const reach = (from: number[]): Set<number> => {
    const seen = new Set(from);
    for (const at of seen) {
      const state = states[at];
      if (state !== undefined && state.fits === undefined) for (const to of state.to) seen.add(to);
    }
    return seen;
  };
  const start = build(root, 0);

  return (text) => {
    let current = reach([start]);
    for (const char of text) {
      current = reach([...current].flatMap((at) => (states[at]?.fits?.(char) === true ? (states[at]?.to ?? []) : [])));
      if (current.size === 0) return false;
    }
    return current.has(0);
  };
}
