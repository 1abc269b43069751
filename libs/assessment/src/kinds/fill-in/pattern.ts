/**
 * The bounded pattern language of a fill-in's key, matched against the whole text:
 *
 * | written | means |
 * | --- | --- |
 * | `a` | that character; `\` before one of `\ ? . [ ] ( ) { } \| * + ^ $` means the character itself |
 * | `.` | any one character |
 * | `[abc]`, `[a-z]`, `[^abc]` | one character of these, or none of these |
 * | `(one\|two)`, `one\|two` | either |
 * | `x?`, `x{2}`, `x{0,3}` | the character, class or group before it: at most once; twice; up to three times |
 *
 * There is no unbounded repetition, so every pattern has a longest text. A pattern is a set of states that is walked
 * once along the text (Thompson's construction): time is at most states times characters, whatever the pattern.
 */
export interface Pattern {
  /** Whether the whole text fits; undefined where the pattern has a problem. */
  matches?: (text: string) => boolean;
  /** A text that fits. */
  example?: string;
  problem?: PatternProblem;
}
/** What is wrong with a pattern; `at` counts UTF-16 code units from 0. */
export interface PatternProblem { message: string; at: number }

const LONGEST_PATTERN = 200;
const MOST_REPEATS = 50;
const MOST_STATES = 2_000;
const RESERVED = '\\?.[](){}|*+^$';

type Node =
  | { type: 'one'; fits: (char: string) => boolean; example: string }
  | { type: 'all'; nodes: Node[] }
  | { type: 'any'; nodes: Node[] }
  | { type: 'times'; node: Node; least: number; most: number };

/** Compiles a pattern; a wrong one has a `problem` and matches nothing. */
export function compilePattern(source: string): Pattern {
  try {
    if (source.length > LONGEST_PATTERN) throw new Wrong(`A pattern has at most ${LONGEST_PATTERN} characters.`, LONGEST_PATTERN);
    const node = new Reader(source).pattern();
    if (sizeOf(node) > MOST_STATES) throw new Wrong('The repetitions of this pattern multiply to more than can be matched; make them smaller.', 0);
    return { matches: matcher(node), example: exampleOf(node) };
  } catch (thrown) {
    if (thrown instanceof Wrong) return { problem: { message: thrown.message, at: thrown.at } };
    throw thrown;
  }
}

/** What is wrong with a pattern that an author wrote; null: nothing. */
export function patternProblem(source: string): PatternProblem | null {
  return compilePattern(source).problem ?? null;
}

class Wrong extends Error {
  constructor(message: string, readonly at: number) {
    super(message);
  }
}

class Reader {
  private readonly chars: string[];
  private next = 0;
  private depth = 0;

  constructor(source: string) {
    this.chars = [...source];
  }

  pattern(): Node {
    const node = this.either();
    if (this.next < this.chars.length) this.wrong('This ) closes no group; write \\) for the character.');
    return node;
  }

  private either(): Node {
    const nodes = [this.sequence()];
    while (this.take('|')) nodes.push(this.sequence());
    return nodes.length === 1 && nodes[0] !== undefined ? nodes[0] : { type: 'any', nodes };
  }

  private sequence(): Node {
    const nodes: Node[] = [];
    for (let char = this.peek(); char !== undefined && char !== '|' && char !== ')'; char = this.peek()) nodes.push(this.repeated());
    return { type: 'all', nodes };
  }

  private repeated(): Node {
    const node = this.atom();
    if (this.take('?')) return { type: 'times', node, least: 0, most: 1 };
    if (!this.take('{')) return node;
    const least = this.count();
    const most = this.take(',') ? this.count() : least;
    if (most > MOST_REPEATS || most < least) this.wrong(`A repetition is {n} or {m,n} with m at most n and n at most ${MOST_REPEATS}.`);
    if (!this.take('}')) this.wrong('A repetition ends with }.');
    return { type: 'times', node, least, most };
  }

  private atom(): Node {
    const char = this.peek() ?? '';
    if (char === '*' || char === '+') this.wrong(`${char} repeats without bound; write {0,20} or another bound, or \\${char} for the character.`);
    if (char !== '\\' && char !== '(' && char !== '[' && char !== '.' && RESERVED.includes(char)) this.wrong(`${char} has nothing to stand for here; write \\${char} for the character.`);
    this.next++;
    if (char === '(') return this.group();
    if (char === '[') return this.charClass();
    if (char === '.') return { type: 'one', fits: () => true, example: 'x' };
    const literal = char === '\\' ? this.escaped() : char;
    return { type: 'one', fits: (one) => one === literal, example: literal };
  }

  private group(): Node {
    if (++this.depth > 20) this.wrong('Groups stand at most 20 deep.');
    const node = this.either();
    if (!this.take(')')) this.wrong('A group ends with ).');
    this.depth--;
    return node;
  }

  private charClass(): Node {
    const not = this.take('^');
    const ranges: { from: string; to: string }[] = [];
    while (!this.take(']')) {
      const from = this.classChar();
      const ranged = this.peek() === '-' && this.chars[this.next + 1] !== ']';
      if (ranged) this.next++;
      const to = ranged ? this.classChar() : from;
      if (pointOf(to) < pointOf(from)) this.wrong(`The range ${from}-${to} runs backwards.`);
      ranges.push({ from, to });
    }
    const [first] = ranges;
    if (first === undefined) this.wrong('A class names at least one character.');
    const within = (char: string): boolean => ranges.some(({ from, to }) => pointOf(char) >= pointOf(from) && pointOf(char) <= pointOf(to));
    return { type: 'one', fits: (char) => within(char) !== not, example: not ? outside(within) : (first?.from ?? '') };
  }

  private classChar(): string {
    const char = this.peek();
    if (char === undefined) this.wrong('A class ends with ].');
    this.next++;
    return char === '\\' ? this.escaped() : (char ?? '');
  }

  private escaped(): string {
    const char = this.peek();
    if (char === undefined || !(RESERVED + '-').includes(char)) this.wrong('A \\ stands before a character that has a meaning of its own.');
    this.next++;
    return char ?? '';
  }

  private count(): number {
    let digits = '';
    for (let char = this.peek(); char !== undefined && char >= '0' && char <= '9' && digits.length < 3; char = this.peek()) {
      digits += char;
      this.next++;
    }
    if (digits === '') this.wrong('A repetition is {n} or {m,n}.');
    return Number(digits);
  }

  private peek(): string | undefined {
    return this.chars[this.next];
  }

  private take(char: string): boolean {
    if (this.peek() !== char) return false;
    this.next++;
    return true;
  }

  private wrong(message: string): never {
    throw new Wrong(message, this.chars.slice(0, this.next).join('').length);
  }
}

function pointOf(char: string): number {
  return char.codePointAt(0) ?? 0;
}

function outside(within: (char: string) => boolean): string {
  for (let point = 0x21; point < 0x400; point++) if (!within(String.fromCodePoint(point))) return String.fromCodePoint(point);
  return '\u{1F600}';
}

function sizeOf(node: Node): number {
  if (node.type === 'one') return 1;
  if (node.type === 'times') return 1 + node.most * sizeOf(node.node);
  return node.nodes.reduce((size, one) => size + sizeOf(one), 1);
}

function exampleOf(node: Node): string {
  if (node.type === 'one') return node.example;
  if (node.type === 'times') return exampleOf(node.node).repeat(Math.max(node.least, Math.min(1, node.most)));
  if (node.type === 'any') return node.nodes[0] === undefined ? '' : exampleOf(node.nodes[0]);
  return node.nodes.map(exampleOf).join('');
}

/** A state either reads one character or goes on to others freely. */
interface State { fits?: (char: string) => boolean; to: number[] }

function matcher(root: Node): (text: string) => boolean {
  const states: State[] = [{ to: [] }];
  // Adds what comes before `after` and gives the state to enter it by; state 0 is the end.
  const build = (node: Node, after: number): number => {
    if (node.type === 'one') return states.push({ fits: node.fits, to: [after] }) - 1;
    if (node.type === 'any') return states.push({ to: node.nodes.map((one) => build(one, after)) }) - 1;
    if (node.type === 'all') return node.nodes.reduceRight((entry, one) => build(one, entry), after);
    let entry = after;
    for (let time = node.most; time > 0; time--) {
      const inner = build(node.node, entry);
      entry = time > node.least ? states.push({ to: [inner, after] }) - 1 : inner;
    }
    return entry;
  };
  const start = build(root, 0);

  return (text) => {
    let current = reach([start]);
    for (const char of text) {
      const moved: number[] = [];
      for (const at of current) {
        const state = states[at];
        if (state?.fits?.(char) === true) moved.push(...state.to);
      }
      if (moved.length === 0) return false;
      current = reach(moved);
    }
    return current.has(0);
  };

  function reach(from: number[]): Set<number> {
    const seen = new Set(from);
    for (const at of seen) {
      const state = states[at];
      if (state !== undefined && state.fits === undefined) for (const to of state.to) seen.add(to);
    }
    return seen;
  }
}
